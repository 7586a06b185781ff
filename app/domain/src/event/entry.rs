//! An event as the log holds it.

use super::{Audience, Happening};
use crate::id::PersonId;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// The place of an event in the log: dense from 1, in commit order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Seq(pub u64);

/// Names one signed-in browser without letting anybody in: the first half of its session's stored hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionMark(pub String);

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its place in the log.
    pub seq: Seq,
    /// When.
    pub at: Timestamp,
    /// Who did it; `None` for the server itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// What.
    pub what: Happening,
    /// Who may know.
    pub audience: Audience,
}
