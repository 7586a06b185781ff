//! A change that waits for its day. When the day comes it is an ordinary save with its author's rights of that day; what
//! conflicts, breaks a promise or may no longer be is not applied, and the admins hear why.

use super::{Path, Policy, Proposal, Reach};
use crate::clocks::Day;
use crate::id::{PersonId, ProgramId, ScheduleId};
use crate::text::Prose;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A change with its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scheduled {
    /// Its id; also what makes applying it happen once.
    pub id: ScheduleId,
    /// Of which program.
    pub program: ProgramId,
    /// Whose.
    pub by: PersonId,
    /// The day at whose beginning, in the program's zone, it is applied.
    pub due: Day,
    /// When it was scheduled.
    pub at: Timestamp,
    /// What it changes, against which version.
    pub proposal: Proposal,
    /// Whom it reaches and why.
    pub publish: Publish,
    /// What became of it.
    pub outcome: Outcome,
}

/// Whom a save reaches, and why it is made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publish {
    /// When it reaches those inside, unless `policies` says otherwise.
    pub policy: Policy,
    /// The registers that reach them otherwise.
    #[serde(default)]
    pub policies: BTreeMap<Path, Policy>,
    /// To whom of those inside it is let out first; to all when `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<Reach>,
    /// Why, in the author's words; may be empty.
    pub note: Prose,
}

impl Publish {
    /// When a register reaches those inside, as it was chosen; [`super::drawn_up`] keeps together what belongs together.
    pub(super) fn policy_of(&self, path: &Path) -> Policy {
        self.policies.get(path).copied().unwrap_or(self.policy)
    }
}

/// What became of a scheduled change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Outcome {
    /// Its day has not come.
    #[default]
    Waits,
    /// It is live.
    Applied {
        /// As which version.
        n: u32,
        /// Since when.
        at: Timestamp,
    },
    /// It could not be applied.
    Refused {
        /// Why, in words.
        why: String,
        /// When.
        at: Timestamp,
    },
    /// Somebody called it off.
    Cancelled {
        /// Who.
        by: PersonId,
        /// When.
        at: Timestamp,
    },
}

impl Scheduled {
    /// True while its day has not come and nobody called it off.
    pub fn waits(&self) -> bool {
        self.outcome == Outcome::Waits
    }
}
