//! What the forms of a matching send.

use super::posed::Posed;
use crate::chosen;
use crate::id::PersonId;
use crate::match_round::Move;
use crate::matching::Pair;
use crate::org::Org;
use crate::rejection::Rejection;
use crate::text::Line;
use serde::{Deserialize, Serialize};

/// A learner and a mentor as one field of a form holds them, joined by a colon.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairKey(pub String);

/// What is decided about two people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairForm {
    /// The two, where a row names them; else the names in the two fields below.
    #[serde(default)]
    pub pair: PairKey,
    /// Who learns, as typed.
    #[serde(default)]
    pub mentee: String,
    /// Who mentors, as typed.
    #[serde(default)]
    pub mentor: String,
    /// "pin", "forbid" or "open".
    #[serde(default)]
    pub verdict: String,
}

/// Under which name the pairing on the page is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeepForm {
    /// What to call it.
    #[serde(default)]
    pub name: String,
    /// What was seen.
    #[serde(default)]
    pub seen: String,
}

impl From<&Pair> for PairKey {
    fn from(pair: &Pair) -> Self {
        Self(format!("{}:{}", pair.mentee, pair.mentor))
    }
}

impl PairKey {
    fn parsed(&self) -> Option<Pair> {
        let (mentee, mentor) = self.0.split_once(':')?;
        Some(Pair { mentee: PersonId::parse(mentee).ok()?, mentor: PersonId::parse(mentor).ok()? })
    }
}

impl PairForm {
    /// The move that it asks for. Refuses names of nobody, people who are not looking or not mentoring, and a pin to a
    /// mentor without a place.
    pub fn parsed(&self, org: &Org, posed: &Posed) -> Result<Move, Rejection> {
        let pair = self.two(org)?;
        match self.verdict.trim() {
            "open" => return Ok(Move::LeaveOpen(pair)),
            "pin" | "forbid" => {}
            _ => return Err(Rejection::invalid("verdict", "Choose what is decided about the two.")),
        }
        let name = |id: &PersonId| org.person(id).map_or_else(|| id.to_string(), |one| one.first_name().to_owned());
        if !posed.has_learner(&pair.mentee) {
            let words = format!("{} does not look for a mentor here. Choose somebody who does.", name(&pair.mentee));
            return Err(Rejection::invalid("mentee", words));
        }
        if !posed.has_mentor(&pair.mentor) {
            let words = format!("{} does not mentor in this program. Choose somebody who does.", name(&pair.mentor));
            return Err(Rejection::invalid("mentor", words));
        }
        if self.verdict.trim() == "forbid" {
            return Ok(Move::Forbid(pair));
        }
        let others = posed.round().terms.pins.iter().filter(|pin| pin.mentor == pair.mentor && **pin != pair);
        let others = others.filter(|pin| pin.mentee != pair.mentee).count();
        if u32::try_from(others).unwrap_or(u32::MAX) >= posed.places(&pair.mentor) {
            let words = format!("{} has no place left for one more. Take another pin back first.", name(&pair.mentor));
            return Err(Rejection::invalid("mentor", words));
        }
        Ok(Move::Pin(pair))
    }

    fn two(&self, org: &Org) -> Result<Pair, Rejection> {
        if let Some(pair) = self.pair.parsed() {
            return Ok(pair);
        }
        Ok(Pair {
            mentee: chosen::person(org, "mentee", "", &self.mentee)?,
            mentor: chosen::person(org, "mentor", "", &self.mentor)?,
        })
    }
}

impl KeepForm {
    /// The name. Refuses none.
    pub fn parsed(&self) -> Result<Line, Rejection> {
        let name = Line::parse("name", &self.name)?;
        if name.is_empty() {
            return Err(Rejection::invalid("name", "Write what to call it, such as “Without night shifts”."));
        }
        Ok(name)
    }
}
