//! Who looks for a mentor in a program and whom they ask; who mentors, and how many.
//!
//! Here is what the two rows hold. `asking` and `places` are the one place that changes them, [`Rules`] is what a program
//! asks for, and [`pool`] says who could be whose mentor and how well two people fit. A pair that came of it is `pair`;
//! which pages show it is in `mentorings`.

mod asking;
mod places;
mod pool;
mod rules;
mod seekers;
#[cfg(test)]
pub(crate) mod tests;

pub use crate::suggest::Band;
pub use pool::{
    Explained, Fit, Ground, Ingredient, LeftOut, Line, Pool, Row, Terms, Unfit, Voice, Weight, Weights, pool, row,
};
pub use rules::{Mode, Rules};
pub use seekers::{LEARNER, MENTOR, Roll, Seeker, Taken, requests_to};

use crate::id::{PersonId, ProgramId, SkillId};
use crate::text::Prose;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// After so many requests without an answer a mentor is paused.
pub const MOST_UNANSWERED: u32 = 2;

/// Somebody who looks for a mentor in a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seeking {
    /// In which program.
    pub program: ProgramId,
    /// Who.
    pub person: PersonId,
    /// Whom they wish for, the dearest first.
    #[serde(default)]
    pub wishes: Vec<Wish>,
    /// Since when they look.
    pub since: Timestamp,
    /// The last change.
    pub moved_at: Timestamp,
    /// Whom they ask now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Asked>,
    /// Whom they asked before, the oldest first.
    #[serde(default)]
    pub passed: Vec<Passed>,
    /// When those who look after the program were told that it takes longer than the program promises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overdue: Option<Timestamp>,
    /// Why they look no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closed>,
}

/// A mentor whom somebody would like, for one skill.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Wish {
    /// Who.
    pub mentor: PersonId,
    /// What they would learn.
    pub skill: SkillId,
}

/// A request that waits for a mentor's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Who is asked.
    pub mentor: PersonId,
    /// What the learner would learn.
    pub skill: SkillId,
    /// The learner's words; they go on to the next wish with the request.
    pub words: Prose,
    /// Since when.
    pub at: Timestamp,
    /// When it goes on to the next wish.
    pub until: Timestamp,
}

/// A request that went past a mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passed {
    /// Who was asked.
    pub mentor: PersonId,
    /// What the learner would have learned.
    pub skill: SkillId,
    /// Since when they were asked.
    pub asked_at: Timestamp,
    /// When it went on.
    pub at: Timestamp,
    /// Why.
    pub because: Because,
}

/// Why a request went past a mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Because {
    /// They said no.
    Declined {
        /// In their words; may be empty.
        #[serde(default)]
        reason: Prose,
    },
    /// They did not answer in time.
    Silent,
    /// Their last place went to somebody else.
    Full,
    /// They paused.
    Paused,
    /// They mentor in this program no more.
    Left,
    /// The learner took it back.
    TakenBack,
}

/// When and how somebody's search ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// When.
    pub at: Timestamp,
    /// How.
    pub how: Ending,
}

/// How a search ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Ending {
    /// They have a mentor.
    Paired {
        /// Who.
        mentor: PersonId,
    },
    /// They look no more.
    Stopped,
}

/// Somebody who mentors in a program. Who has said nothing of it mentors as many as the program lets them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentor {
    /// In which program.
    pub program: ProgramId,
    /// Who.
    pub person: PersonId,
    /// How many learners they take at once; `None` for as many as the program lets them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places: Option<u32>,
    /// Since when they take nobody, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused: Option<Paused>,
    /// How many requests in a row they let pass without an answer.
    #[serde(default)]
    pub unanswered: u32,
    /// The last change: also when one of their places was taken.
    pub moved_at: Timestamp,
}

/// Why somebody takes no new learners.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paused {
    /// Since when.
    pub since: Timestamp,
    /// Why.
    pub because: PausedBecause,
}

/// Who paused a mentor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PausedBecause {
    /// They themselves.
    Own,
    /// Time, as they let requests pass without an answer.
    Silent,
}
