//! How much each piece of evidence weighs on a day: by its kind, its age, and what its giver said since.
//!
//! Words of one giver about one cell depend on each other: the newest counts in full, the one before it a quarter, older
//! ones nothing. A colleague who becomes somebody's manager stays one giver. The same goes for what one learner says of
//! one teacher, or one teacher of one learner, so that two people cannot lift each other by meeting again and again. A
//! file that is imported anew replaces what files said before. Projects, credentials and drills are events: each counts.

use super::leniency::{Leniency, NOBODY};
use super::{Belief, Evidence, EvidenceRules, Likelihood, Manner, Score, Source, fixed};
use crate::clocks::Day;
use crate::id::PersonId;
use crate::time::Timestamp;

/// One fresh piece at a weight of 100, in the unit of [`Weighed::weight`].
const FULL: i64 = 65_536;

static USUAL: EvidenceRules = EvidenceRules::USUAL;

/// By what evidence is weighed: the organisation's rules, who rates how, and the day.
#[derive(Clone, Copy, Debug)]
pub struct Weighing<'a> {
    /// How each kind counts.
    pub rules: &'a EvidenceRules,
    /// Who rates higher or lower than others.
    pub leniency: &'a Leniency,
    /// The day, in UTC, for which pieces have their age.
    pub day: Day,
}

/// Whether a piece counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// In full, but for its age.
    Counts,
    /// A quarter: its giver has said something newer.
    Echoes,
    /// Not at all: its giver has said something newer.
    Replaced,
    /// Not at all: it was taken back.
    TakenBack,
    /// Not at all: it is too old, or its kind weighs nothing here.
    Faded,
}

/// A piece with what it weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed<'a> {
    /// The piece.
    pub piece: &'a Evidence,
    /// Whether it counts.
    pub standing: Standing,
    /// What it weighs, in parts of 65,536 of what the model makes of a fresh one.
    pub weight: i64,
    /// What it says.
    pub heard: Likelihood,
}

/// Whose words replace each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Voice<'a> {
    Themself,
    Files,
    Rater(Option<&'a PersonId>),
    Learner(Option<&'a PersonId>),
    Teacher(Option<&'a PersonId>),
}

impl<'a> Voice<'a> {
    /// `None` for what is an event of its own.
    const fn of(piece: &'a Evidence) -> Option<Self> {
        match piece.source {
            Source::Own => Some(Self::Themself),
            Source::Imported => Some(Self::Files),
            Source::Peer | Source::Manager => Some(Self::Rater(piece.by.as_ref())),
            Source::Taught => Some(Self::Learner(piece.by.as_ref())),
            Source::Attended => Some(Self::Teacher(piece.by.as_ref())),
            Source::Project | Source::Credential | Source::Drill => None,
        }
    }

    /// The part of its weight that a word keeps when its giver has said `newer` newer ones, over four.
    const fn share(self, newer: usize) -> i64 {
        match (newer, self) {
            (0, _) => 4,
            (1, Self::Themself | Self::Rater(_) | Self::Learner(_) | Self::Teacher(_)) => 1,
            (_, _) => 0,
        }
    }
}

impl Weighing<'static> {
    /// By what is usual, with nobody known to rate higher or lower than others.
    pub fn usual(day: Day) -> Self {
        Self { rules: &USUAL, leniency: &NOBODY, day }
    }
}

impl Weighing<'_> {
    /// The pieces of one cell, oldest first, each with what it weighs. Pieces of one moment stand in a fixed order.
    pub fn weighed<'e>(&self, evidence: &'e [Evidence]) -> Vec<Weighed<'e>> {
        let mut pieces: Vec<&Evidence> = evidence.iter().collect();
        pieces.sort_by_cached_key(|piece| order(piece));
        let mut voices: Vec<Voice<'e>> = Vec::new();
        let mut weighed: Vec<Weighed<'e>> = Vec::with_capacity(pieces.len());
        for piece in pieces.into_iter().rev() {
            let voice = Voice::of(piece).filter(|_| piece.reversed_at.is_none());
            let newer = voices.iter().filter(|heard| Some(**heard) == voice).count();
            voices.extend(voice);
            weighed.push(self.one(piece, voice.map_or(4, |voice| voice.share(newer))));
        }
        weighed.reverse();
        weighed
    }

    /// A piece of which `quarters` counts.
    fn one<'e>(&self, piece: &'e Evidence, quarters: i64) -> Weighed<'e> {
        let rule = self.rules.of(piece.source);
        // A piece from a clock that runs ahead is as fresh as can be.
        let age = u64::try_from(self.day.0 - Day::utc(piece.at).0).unwrap_or(0);
        let faded = fixed::halved(age.saturating_mul(1_024) / u64::from(rule.half_life.max(1))) >> 14;
        let weight = i64::try_from(faded).unwrap_or(0) * i64::from(rule.weight) / 100 * quarters / 4;
        let standing = match (piece.reversed_at, quarters, weight) {
            (Some(_), _, _) => Standing::TakenBack,
            (None, 0, _) => Standing::Replaced,
            (None, _, 0) => Standing::Faded,
            (None, 1, _) => Standing::Echoes,
            (None, _, _) => Standing::Counts,
        };
        let weight = if standing == Standing::TakenBack { 0 } else { weight };
        Weighed { piece, standing, weight, heard: Likelihood::of(piece, self.manner(piece)) }
    }

    /// How whoever gave it rates others.
    fn manner(&self, piece: &Evidence) -> Manner {
        piece.by.as_ref().map_or_else(Manner::default, |by| self.leniency.manner(by))
    }

    /// What the evidence of one cell gives to believe; the prior when there is none.
    pub fn belief(&self, evidence: &[Evidence]) -> Belief {
        self.weighed(evidence)
            .iter()
            .fold(Score::prior(), |score, piece| score.plus(piece.weight, &piece.heard))
            .belief()
    }
}

impl Weighed<'_> {
    /// What it weighs now in hundredths, as its kind's weight is written.
    pub fn hundredths(&self) -> u16 {
        u16::try_from((self.weight * 100 + FULL / 2) / FULL).unwrap_or(u16::MAX)
    }

    /// True when it counts for something.
    pub const fn counts(&self) -> bool {
        self.weight > 0
    }
}

/// Oldest first; what is said at one moment, by all that it says.
type Order<'a> = (Timestamp, Source, Option<&'a PersonId>, super::Level, Option<bool>, Option<Timestamp>, &'a str);

fn order(piece: &Evidence) -> Order<'_> {
    let Evidence { source, by, level, passed, reversed_at, .. } = piece;
    (piece.at, *source, by.as_ref(), *level, *passed, *reversed_at, piece.note.as_str())
}
