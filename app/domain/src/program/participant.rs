//! Who is in a program: asked, asking, waiting, inside, finished or gone, and what they have done.

use crate::id::{ItemId, PersonId, ProgramId, TeamId};
use crate::text::Prose;
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
    /// Their team and the teams above it as they came: a roll-out to teams goes by these, so that nobody gets or loses
    /// anything by moving to another team. `None` until they come, and in rows from before teams were kept, which go by
    /// those of today until they are next written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub teams: Option<Vec<TeamId>>,
    /// Who took them out of it or out of its queue; `None` for everybody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_out_by: Option<PersonId>,
    /// The stages that they entered, in order; the last one is where they are.
    pub entered: Vec<Entered>,
    /// The steps that they finished, in order. Never taken away.
    pub done: Vec<Done>,
    /// What those who look after the program decided about them, in order.
    #[serde(default)]
    pub decisions: Vec<Decision>,
}

impl Participant {
    /// Somebody who is in a program from its first version since then, and has done nothing in it yet.
    pub fn inside(program: ProgramId, person: PersonId, role: &str, since: Timestamp) -> Self {
        Self {
            program,
            person,
            role: role.to_owned(),
            standing: Standing::Inside,
            since,
            waited_since: None,
            joined: 1,
            teams: None,
            taken_out_by: None,
            entered: Vec::new(),
            done: Vec::new(),
            decisions: Vec::new(),
        }
    }
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
    /// They ask to join, and nobody has answered yet.
    Applied,
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

/// What was decided about somebody, of which they are told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What.
    pub what: Decided,
    /// By whom.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// What they said to it; may be empty.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub words: Prose,
}

/// What can be decided about somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Decided {
    /// They applied and were accepted.
    Accepted,
    /// They applied and were declined.
    Declined,
    /// They were given a role.
    Role {
        /// Which, by its key.
        role: String,
    },
}
