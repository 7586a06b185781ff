//! What the forms of a plan send.

use super::{Assumptions, Scope, Trio, Verdict};
use crate::id::{AreaId, PersonId, SkillId};
use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// Which skills to draw up a plan for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawForm {
    /// "critical" or "all".
    #[serde(default)]
    pub skills: String,
    /// An area, or nothing for all areas.
    #[serde(default)]
    pub area: String,
    /// Hours for each of the four steps; nothing for the usual ones.
    #[serde(default)]
    pub hours: Vec<String>,
    /// Weeks for each of the four steps; nothing for the usual ones.
    #[serde(default)]
    pub weeks: Vec<String>,
    /// How many people one teacher takes at most; nothing for the usual.
    #[serde(default)]
    pub mentees: String,
}

/// What is decided about one trio.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceForm {
    /// Which.
    pub step: StepKey,
    /// "keep", "never" or "open".
    pub verdict: String,
}

/// What becomes of a drawing that is stopped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stop {
    /// The best plan so far takes the place of the one before.
    #[default]
    TakeBest,
    /// The plan stays as it was.
    Leave,
}

/// A trio as one field of a form holds it: learner, teacher and skill, joined by colons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepKey(pub String);

impl From<&Trio> for StepKey {
    fn from(trio: &Trio) -> Self {
        Self(format!("{}:{}:{}", trio.learner, trio.teacher, trio.skill))
    }
}

impl StepKey {
    /// The trio; refused when it is none.
    pub fn parsed(&self) -> Result<Trio, Rejection> {
        let refused = || Rejection::invalid("steps", "Choose a step of the plan.");
        let mut parts = self.0.split(':');
        let (Some(learner), Some(teacher), Some(skill), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(refused());
        };
        Ok(Trio {
            learner: PersonId::parse(learner).map_err(|_| refused())?,
            teacher: PersonId::parse(teacher).map_err(|_| refused())?,
            skill: SkillId::parse(skill).map_err(|_| refused())?,
        })
    }
}

impl DrawForm {
    /// The scope; refused when it names neither.
    pub fn parsed(&self) -> Result<Scope, Rejection> {
        let all = match self.skills.trim() {
            "critical" | "" => false,
            "all" => true,
            _ => return Err(Rejection::invalid("skills", "Choose critical skills or all skills.")),
        };
        let area = match self.area.trim() {
            "" => None,
            area => Some(
                AreaId::parse(area).map_err(|_| Rejection::invalid("area", "Choose an area from the list, or all."))?,
            ),
        };
        Ok(Scope { all, area })
    }

    /// What the plan assumes; refused when hours are no numbers from 1 to 200, or weeks none from 0 to 52.
    pub fn assumptions(&self) -> Result<Assumptions, Rejection> {
        let mut assumptions = Assumptions::default();
        let no_hours = || Rejection::invalid("hours", "Write hours from 1 to 200 for each step.");
        read_steps(&self.hours, 1..=200, &mut assumptions.hours).ok_or_else(no_hours)?;
        let no_weeks = || Rejection::invalid("weeks", "Write weeks from 0 to 52 for each step.");
        read_steps(&self.weeks, 0..=52, &mut assumptions.weeks).ok_or_else(no_weeks)?;
        if !self.mentees.trim().is_empty() {
            let mentees = self.mentees.trim().parse().ok().filter(|most| (1..=20).contains(most));
            let refused = || Rejection::invalid("mentees", "Write how many people one teacher takes, from 1 to 20.");
            assumptions.mentees = mentees.ok_or_else(refused)?;
        }
        Ok(assumptions)
    }
}

/// Puts what was written for each step in its place, and leaves the others; `None` when one is no number in `range`.
fn read_steps(written: &[String], range: RangeInclusive<u8>, steps: &mut [u8; 4]) -> Option<()> {
    for (step, text) in steps.iter_mut().zip(written).filter(|(_, text)| !text.trim().is_empty()) {
        *step = text.trim().parse().ok().filter(|number| range.contains(number))?;
    }
    Some(())
}

impl ChoiceForm {
    /// The trio and what is decided about it; `None` for nothing any more.
    pub fn parsed(&self) -> Result<(Trio, Option<Verdict>), Rejection> {
        let verdict = match self.verdict.as_str() {
            "keep" => Some(Verdict::Keep),
            "never" => Some(Verdict::Never),
            "open" => None,
            _ => return Err(Rejection::invalid("verdict", "Choose keep, never or open.")),
        };
        Ok((self.step.parsed()?, verdict))
    }
}
