//! What came of a date: the hosts say it once, one of those who were there says that it was so, and it counts.

use crate::id::{PersonId, SkillId};
use crate::text::Prose;
use crate::time::{Minutes, Timestamp};
use serde::{Deserialize, Serialize};

/// What came of a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloseOut {
    /// The host who said it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// How long it took.
    pub minutes: Minutes,
    /// Who was there besides the hosts.
    pub people: Vec<PersonId>,
    /// What they practised; what was taught, unless the host says less.
    pub skills: Vec<SkillId>,
    /// What is worth keeping: a note for the library, in Markdown; empty for none.
    #[serde(default)]
    pub note: Prose,
    /// The hosts’ thanks; empty for none.
    #[serde(default)]
    pub thanks: Prose,
    /// Who said that it was so; until then nothing of it counts for anybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub countersigned: Option<Countersigned>,
    /// What people said afterwards.
    #[serde(default)]
    pub surveys: Vec<Survey>,
}

/// That it was so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Countersigned {
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// What somebody said afterwards: two questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// Who.
    pub person: PersonId,
    /// Could use it, from 1 (not at all) to 5 (tomorrow).
    pub useful: u8,
    /// What would make it better, or what they take with them.
    #[serde(default)]
    pub words: Prose,
    /// When.
    pub at: Timestamp,
}
