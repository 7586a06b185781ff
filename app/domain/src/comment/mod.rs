//! What somebody says below something: a skill, a program, a session, a note, a question, a request.
//!
//! Here is what a comment holds, `subject` says what it can be below and who may read there, `mention` whom its words
//! call; `moves` is the one place that changes it. What was removed leaves its mark: that somebody spoke, and when. The
//! list on a page is in `page`, the list of what was reported in `reported`.

mod mention;
mod moves;
mod page;
mod reported;
mod subject;
#[cfg(test)]
mod tests;

pub use mention::{mentioned, pieces};
pub use moves::{CommentMove, CommentStep, Judgement};
pub use page::{CommentLine, CommentList, TextPiece, comment_list, comments};
pub use reported::{ReportLine, ReportsPage, reports_page};
pub use subject::Subject;

use crate::id::{CommentId, PersonId};
use crate::text::{Line, Prose};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// The most reports of one comment that are kept; more say nothing new.
pub const MOST_REPORTS: usize = 20;

/// The most people whom one comment calls.
pub const MOST_MENTIONS: usize = 20;

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// Its id.
    pub id: CommentId,
    /// What it is below.
    pub subject: Subject,
    /// Who says it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// What; empty once it was removed.
    pub text: Prose,
    /// When its words changed last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited_at: Option<Timestamp>,
    /// Whom it calls, each once, with when it first did.
    #[serde(default)]
    pub mentions: Vec<Mention>,
    /// Who reported it, and why; nothing after that was looked at.
    #[serde(default)]
    pub reports: Vec<Report>,
    /// Who removed it, when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed: Option<Removal>,
}

/// A comment calls somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Whom.
    pub person: PersonId,
    /// When.
    pub at: Timestamp,
}

/// Somebody thinks that a comment should not stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Why, in their words.
    pub why: Line,
}

/// A comment was removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// By whom: whoever said it, or a program admin.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}
