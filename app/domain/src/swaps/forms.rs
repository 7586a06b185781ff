//! What the forms of swaps send.

use crate::id::{ProgramId, RingId, SkillId};
use serde::{Deserialize, Serialize};

/// A yes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YesForm {
    /// To which ring.
    pub ring: RingId,
    /// One of the times offered; empty to agree on one later.
    #[serde(default)]
    pub slot: String,
    /// A time of their own, on their clock.
    #[serde(default)]
    pub own: String,
    /// A word to the others.
    #[serde(default)]
    pub words: String,
}

/// A course that somebody proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseForm {
    /// On whose board.
    pub program: ProgramId,
    /// In what.
    pub skill: SkillId,
    /// What it should be about.
    #[serde(default)]
    pub words: String,
}
