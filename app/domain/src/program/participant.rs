//! Who is in a program: invited, waiting, inside, finished or gone, and what they have done.

use crate::id::{ItemId, PersonId, ProgramId};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Somebody in a program, or once in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Which program.
    pub program: ProgramId,
    /// Who.
    pub person: PersonId,
    /// As what: the key of a role of the kind, such as `mentor`.
    pub role: String,
    /// Where they stand.
    pub standing: Standing,
    /// Since when.
    pub since: Timestamp,
    /// When they came to the queue, for those inside who got their seat from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waited_since: Option<Timestamp>,
    /// The version that they joined at; 0 until they are inside.
    pub joined: u32,
    /// The stages that they entered, in order; the last one is where they are.
    pub entered: Vec<Entered>,
    /// The steps that they finished, in order. Never taken away.
    pub done: Vec<Done>,
}

/// Where somebody stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Standing {
    /// Asked to join, not answered yet.
    Invited {
        /// By whom.
        by: PersonId,
    },
    /// In the queue for a seat, by when they came.
    Waiting,
    /// In it.
    Inside,
    /// Through all its stages.
    Finished,
    /// No longer in it, of their own will or because an organiser took them out.
    Left,
}

/// A stage that somebody entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entered {
    /// Which.
    pub stage: ItemId,
    /// When.
    pub at: Timestamp,
}

/// A step that somebody finished, with the words it had then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// Which.
    pub step: ItemId,
    /// What it was called.
    pub title: String,
    /// When.
    pub at: Timestamp,
}
