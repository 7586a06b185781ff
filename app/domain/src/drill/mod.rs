//! A departure drill: whoever usually does something stands back for a day, and a colleague does it from the notes.
//!
//! Here is what a drill holds; `moves` is the one place that changes it and `access` says who may plan and see one. The
//! drill is of the notes as much as of the backup: what the notes lacked outlives it. Pages are in `drills`.

mod access;
mod forms;
mod moves;
mod report;
#[cfg(test)]
pub(crate) mod tests;

pub use access::{does_it, may_plan, may_see, plans_for};
pub use forms::parse_days;
pub use report::{Outcome, Report, Verdict};

use crate::clocks::Day;
use crate::id::{DrillId, PersonId, SkillId};
use crate::text::{Line, Prose};
use crate::time::{Minutes, Span, Timestamp};
use serde::{Deserialize, Serialize};

/// How long those who are asked have to answer.
pub const ANSWER_WITHIN: Span = Span::days(7);

/// How many days after its last day both have to say how it went.
pub const REPORT_WITHIN: i64 = 14;

/// The most days that a drill takes.
pub const MOST_DAYS: i64 = 31;

/// The most moves in one drill; after that no other day is proposed, and the two had better talk.
pub const MOST_MOVES: usize = 40;

/// The most gaps that one report names.
pub const MOST_GAPS: usize = 20;

/// One drill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drill {
    /// Its id.
    pub id: DrillId,
    /// What has to be known for the task.
    pub skill: SkillId,
    /// Who usually does it and stands back.
    pub holder: PersonId,
    /// Who does it this time.
    pub backup: PersonId,
    /// What is to be done.
    pub task: Prose,
    /// Where the notes are, or the notes themselves.
    pub notes: Prose,
    /// The first day, on the backup's calendar.
    pub on: Day,
    /// The last day; the same for most.
    pub until: Day,
    /// How long the task should take.
    pub minutes: Minutes,
    /// Who had the idea; may be neither of the two.
    pub proposed_by: PersonId,
    /// When.
    pub proposed_at: Timestamp,
    /// The last move.
    pub moved_at: Timestamp,
    /// Where it stands.
    pub stage: Stage,
    /// How the holder found it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder_says: Option<Report>,
    /// How it went for the backup.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backup_says: Option<Report>,
    /// Every move so far, oldest first; the proposal itself is `proposed_by` at `proposed_at`.
    #[serde(default)]
    pub history: Vec<Made>,
}

/// A move that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// By whom.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Which.
    pub step: Move,
}

/// Where a drill stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Stage {
    /// One of the two, or both, still have to say yes.
    Proposed {
        /// Who.
        waits_for: Vec<Side>,
        /// When it expires.
        until: Timestamp,
    },
    /// Both said yes: it is coming, or over and not told of yet.
    Agreed,
    /// Both said how it went.
    Done {
        /// When the second of them did.
        at: Timestamp,
    },
    /// One of the two said no.
    Declined {
        /// Who.
        by: Side,
        /// In their words.
        reason: Prose,
    },
    /// Nobody answered in time.
    Expired,
    /// Whoever proposed it took it back.
    Withdrawn,
    /// The day passed, and not both said how it went.
    Untold,
}

/// The two people in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Who usually does it and stands back.
    Holder,
    /// Who does it this time.
    Backup,
}

impl Side {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Holder, Self::Backup];

    /// The one opposite.
    pub const fn other(self) -> Self {
        match self {
            Self::Holder => Self::Backup,
            Self::Backup => Self::Holder,
        }
    }
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What has to be known for the task.
    pub skill: SkillId,
    /// Who stands back.
    pub holder: PersonId,
    /// Who does it.
    pub backup: PersonId,
    /// What is to be done.
    pub task: Prose,
    /// Where the notes are, or the notes themselves.
    pub notes: Prose,
    /// The first day.
    pub on: Day,
    /// The last day.
    pub until: Day,
    /// How long the task should take.
    pub minutes: Minutes,
}

/// One move of somebody in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "move", rename_all = "snake_case")]
pub enum Move {
    /// Say yes to the day.
    Accept,
    /// Propose another day instead.
    Propose {
        /// The first day.
        on: Day,
        /// The last day.
        until: Day,
    },
    /// Say no, or call it off, with a reason.
    Decline {
        /// In their words.
        reason: Prose,
    },
    /// Take the proposal back.
    Withdraw,
    /// Say how it went.
    Report {
        /// How far the backup came.
        verdict: Verdict,
        /// With what they needed help, or what was wrong.
        words: Prose,
        /// What the notes lacked, one thing each.
        lacked: Vec<Line>,
    },
}

/// When a move is made: the moment, and the day it is for the backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The moment.
    pub now: Timestamp,
    /// The day in the backup's zone.
    pub today: Day,
}

impl Drill {
    /// Which side `person` is on; `None` for everybody else.
    pub fn side_of(&self, person: &PersonId) -> Option<Side> {
        Side::ALL.into_iter().find(|side| self.person(*side) == person)
    }

    /// The person on `side`.
    pub const fn person(&self, side: Side) -> &PersonId {
        match side {
            Side::Holder => &self.holder,
            Side::Backup => &self.backup,
        }
    }

    /// What `side` says about how it went.
    pub const fn report_of(&self, side: Side) -> Option<&Report> {
        match side {
            Side::Holder => self.holder_says.as_ref(),
            Side::Backup => self.backup_says.as_ref(),
        }
    }

    /// True while something can still happen.
    pub const fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Proposed { .. } | Stage::Agreed)
    }

    /// True when `side` still has to say yes.
    pub fn waits_for(&self, side: Side) -> bool {
        matches!(&self.stage, Stage::Proposed { waits_for, .. } if waits_for.contains(&side))
    }
}
