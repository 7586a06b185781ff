//! Two questions a week at most: how well does this colleague know that skill? Asked of whoever worked with them, about
//! the skill of which the answer tells most, answered in one tap, and skippable for good.
//!
//! Here is what is kept of a question and what may be done with it; `picker` chooses, `card` puts it into words. An
//! answer is evidence like any other, which is not kept here.

mod card;
mod picker;
#[cfg(test)]
mod tests;
mod worked;

pub use card::{LevelWords, QuestionCard, QuestionSpot, Said, question_spot};
pub use picker::{Candidate, Picking, candidates, gain, reaching};
pub use worked::worked_with;

use crate::clocks::Day;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::text::Prose;
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// How many questions somebody is asked in a week of the calendar, Monday to Sunday on their own clock.
pub const A_WEEK: usize = 2;
/// So long nobody is asked about the same colleague and skill again.
pub const AGAIN_AFTER: Span = Span::days(12 * 7);

/// About whom and in which skill one is asked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Cell {
    /// Whose level.
    pub subject: PersonId,
    /// In which skill.
    pub skill: SkillId,
}

/// A question that somebody answered or put aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Who was asked.
    pub person: PersonId,
    /// In which skill.
    pub skill: SkillId,
    /// About whom.
    pub subject: PersonId,
    /// When it was answered or put aside.
    pub at: Timestamp,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Outcome {
    /// A level was said; the evidence of that moment holds it.
    Answered {
        /// Which.
        level: Level,
    },
    /// Never to be asked again.
    Skipped,
    /// The same, with a reason, whether it was asked or not.
    NotMine {
        /// Why.
        reason: Prose,
    },
}

impl Question {
    /// True for the question about `cell`.
    pub fn is_about(&self, cell: &Cell) -> bool {
        self.skill == cell.skill && self.subject == cell.subject
    }

    /// True while it keeps the same question from being asked.
    fn is_settled(&self, now: Timestamp) -> bool {
        match self.outcome {
            Outcome::Answered { .. } => now.since(self.at).0 < AGAIN_AFTER.0,
            Outcome::Skipped | Outcome::NotMine { .. } => true,
        }
    }

    /// True when it counts as one of the week's; what was put aside unasked does not.
    const fn was_asked(&self) -> bool {
        match self.outcome {
            Outcome::Answered { .. } | Outcome::Skipped => true,
            Outcome::NotMine { .. } => false,
        }
    }
}

/// How many more questions the reader can be asked this week; `mine` are the reader's own.
pub fn left_this_week(reader: &Reader, mine: &[Question]) -> usize {
    let monday = |at| {
        let day = reader.clocks.wall(&reader.me.zone, at).day;
        // 1970-01-01 was a Thursday.
        Day(day.0 - (day.0 + 3).rem_euclid(7))
    };
    let this = monday(reader.now());
    let asked = mine.iter().filter(|question| question.was_asked() && monday(question.at) == this).count();
    A_WEEK.saturating_sub(asked)
}

/// The question about `cell` with what the reader makes of it; `None` when that stands already, as after a second tap.
/// Refuses oneself, who left, a third question in a week, and what was settled otherwise before.
pub fn settled(
    reader: &Reader,
    mine: &[Question],
    cell: &Cell,
    outcome: Outcome,
) -> Result<Option<Question>, Rejection> {
    let subject = reader.org.person(&cell.subject).filter(|person| person.is_active());
    subject.filter(|subject| subject.id != reader.me.id).ok_or(Rejection::NotFound(Noun::Person))?;
    reader.org.skill(&cell.skill).ok_or(Rejection::NotFound(Noun::Skill))?;
    let before = mine.iter().find(|question| question.is_about(cell) && question.is_settled(reader.now()));
    match (&outcome, before) {
        (_, Some(before)) if before.outcome == outcome => return Ok(None),
        (Outcome::Answered { .. } | Outcome::Skipped, Some(_)) => {
            let why = "You have answered this, or put it aside. What you say on their page always counts.";
            return Err(Rejection::Stale(why.into()));
        }
        (Outcome::Answered { .. } | Outcome::Skipped, None) if left_this_week(reader, mine) == 0 => {
            return Err(Rejection::Conflict("Two questions a week are enough. The next come on Monday.".into()));
        }
        (Outcome::NotMine { reason }, _) if reason.is_empty() => {
            return Err(Rejection::invalid("reason", "Give a reason; one sentence is enough."));
        }
        (Outcome::Answered { .. } | Outcome::Skipped | Outcome::NotMine { .. }, _) => {}
    }
    Ok(Some(Question {
        person: reader.me.id.clone(),
        skill: cell.skill.clone(),
        subject: cell.subject.clone(),
        at: reader.now(),
        outcome,
    }))
}
