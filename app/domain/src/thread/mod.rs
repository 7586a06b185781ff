//! A question to colleagues about a skill, with its answers, one of which its asker accepts.
//!
//! Here is what a question holds; `moves` is the one place that changes it. `route` finds whom it is put to: somebody who
//! knows the skill and was interrupted least. Whoever else knows an answer gives one too. Pages are in `library`.

mod forms;
mod moves;
mod route;
#[cfg(test)]
pub(crate) mod tests;

pub use forms::{AnswerForm, QuestionForm};
pub use moves::{Asking, ThreadMove, ThreadStep};
pub use route::{Interruptions, Routed, route};

use crate::id::{NoteId, PersonId, SkillId, ThreadId};
use crate::text::{Line, Passage, Prose};
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// How long whoever a question is put to has it before it goes on to the next.
pub const TURN: Span = Span::days(3);

/// How many colleagues a question is put to, one after the other; then it stays open to everybody.
pub const MOST_TURNS: usize = 5;

/// The most answers of one question.
pub const MOST_ANSWERS: usize = 100;

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thread {
    /// Its id.
    pub id: ThreadId,
    /// What it is about.
    pub skill: SkillId,
    /// The question in one line.
    pub title: Line,
    /// What else there is to say, in Markdown; may be empty.
    pub details: Prose,
    /// Who asks.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// The last move.
    pub moved_at: Timestamp,
    /// Whom it was put to, one after the other.
    #[serde(default)]
    pub turns: Vec<Turn>,
    /// What colleagues answered, oldest first.
    #[serde(default)]
    pub answers: Vec<Answer>,
    /// The answer that solved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Accepted>,
    /// Who would like it answered too.
    #[serde(default)]
    pub wanted_too: Vec<PersonId>,
    /// That it is asked no more, without an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closed>,
}

/// It was put to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// To whom.
    pub to: PersonId,
    /// When.
    pub at: Timestamp,
    /// When it went on to somebody else, because they passed it on or did not come to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passed_at: Option<Timestamp>,
}

/// What somebody answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Its number in this question, from 1.
    pub number: u32,
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// What, in Markdown.
    pub text: Passage,
    /// The note that it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<NoteId>,
    /// When its text changed last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited_at: Option<Timestamp>,
    /// Who took it back, when; its text is gone then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed: Option<Removed>,
}

/// Somebody took words away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// The answer that solved a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    /// Its number.
    pub answer: u32,
    /// Who accepted it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// A question is asked no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// Who closed it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Why; may be empty.
    pub why: Line,
}

impl Thread {
    /// True while an answer is looked for.
    pub const fn is_open(&self) -> bool {
        self.accepted.is_none() && self.closed.is_none()
    }

    /// Whose turn it is to answer; nobody's once somebody has answered, or when all have passed it on.
    pub fn waits_for(&self) -> Option<&PersonId> {
        let turn = self.turns.last().filter(|turn| turn.passed_at.is_none() && self.is_open())?;
        (self.standing_answers().count() == 0).then_some(&turn.to)
    }

    /// One answer; also one that was taken back.
    pub fn answer(&self, number: u32) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.number == number)
    }

    /// The answers that were not taken back.
    pub fn standing_answers(&self) -> impl Iterator<Item = &Answer> {
        self.answers.iter().filter(|answer| answer.removed.is_none())
    }

    /// Where it stands.
    pub fn href(&self) -> String {
        format!("/questions/{}", self.id)
    }
}
