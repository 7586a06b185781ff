//! What is told of drills, hours, notes, questions and comments that moved on.

use crate::comment::{CommentStep, Subject};
use crate::id::{CommentId, DrillId, NoteId, PersonId, SkillId, ThreadId};
use crate::ledger::{Reason, TransferKey};
use crate::note::NoteStep;
use crate::thread::ThreadStep;
use serde::{Deserialize, Serialize};

/// A drill moved on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedDrill {
    /// Which.
    pub drill: DrillId,
    /// Of what.
    pub skill: SkillId,
    /// Who stands back.
    pub holder: PersonId,
    /// Who steps in.
    pub backup: PersonId,
    /// Who proposed it.
    pub proposed_by: PersonId,
}

/// Hours moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedHours {
    /// By which entry.
    pub entry: TransferKey,
    /// What for.
    pub reason: Reason,
    /// Whose; the commons may be among them.
    pub people: Vec<PersonId>,
    /// The hash of all of the entry, so that none can be changed unseen.
    pub digest: String,
}

/// A note moved on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedNote {
    /// Which.
    pub note: NoteId,
    /// What came of it.
    pub how: NoteStep,
}

/// A question moved on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedThread {
    /// Which.
    pub thread: ThreadId,
    /// What came of it.
    pub how: ThreadStep,
}

/// A comment moved on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedComment {
    /// Which.
    pub comment: CommentId,
    /// What it is below.
    pub subject: Subject,
    /// What came of it.
    pub how: CommentStep,
    /// The only people who may know, below what is between them; nobody in particular elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub among: Vec<PersonId>,
}
