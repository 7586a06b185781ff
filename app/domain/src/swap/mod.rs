//! A swap: colleagues who teach each other in a ring or a chain, asked all at once. It counts when all have said yes, and
//! not before; then every lesson of it is a request between two, which goes on as such.
//!
//! Here is what a ring holds. `round` is the one place that changes it, by the rules of [`Offers`](crate::rings::Offers); `pool` makes
//! lessons of offers and wants, `mend` says what to offer when somebody drops out, `course` is what several want and
//! nobody teaches yet. Finding the best set of rings is in `rings`, pages are in `swaps`.

mod access;
mod course;
mod lapse;
mod look;
mod mend;
mod pool;
mod request;
mod round;
mod terms;
#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) mod world;

pub use access::{is_on_board, may_look, may_see, swap_program};
pub use course::{Course, CourseStep, Joined};
pub use lapse::{Lapse, lapse};
pub use look::{SwapLook, is_due};
pub use mend::{Mended, mend};
pub use pool::{Found, Hours, Obstacle, SwapFit, SwapPool, Taken, Unmet, found, hours_in, pool, unmet};
pub use round::{Passes, Round};
pub use terms::SwapTerms;

use crate::id::{ExchangeId, PersonId, ProgramId, RingId};
use crate::rings::{Lesson, Ring};
use crate::text::Prose;
use crate::time::{Minutes, Timestamp};
use serde::{Deserialize, Serialize};

/// A ring or chain that its people are asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SwapRing {
    /// Its id.
    pub id: RingId,
    /// Whose offers and wants it joins.
    pub program: ProgramId,
    /// Who teaches whom what.
    pub ring: Ring,
    /// How long each lesson takes: the same for all, so that nobody owes anybody.
    pub minutes: Minutes,
    /// When all were asked.
    pub offered_at: Timestamp,
    /// The last move.
    pub moved_at: Timestamp,
    /// When it expires.
    pub until: Timestamp,
    /// Who said yes so far, the first one first.
    #[serde(default)]
    pub yes: Vec<Yes>,
    /// Where it stands.
    pub stage: RingStage,
    /// The ring that fell and of which this one keeps what can be kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mends: Option<RingId>,
}

/// Somebody's yes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Yes {
    /// Whose.
    pub person: PersonId,
    /// When.
    pub at: Timestamp,
    /// A word to the others; may be empty.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub words: Prose,
    /// When they would like to meet whoever teaches them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<Timestamp>,
}

/// Where a ring stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum RingStage {
    /// Somebody has still to say yes.
    Open,
    /// All said yes: it counts.
    Committed {
        /// When the last of them did.
        at: Timestamp,
        /// The requests that its lessons became, in the order of the lessons.
        exchanges: Vec<ExchangeId>,
        /// True once its last lesson is over and it takes nobody's place any more.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        over: bool,
    },
    /// It will not be.
    Fell {
        /// Since when.
        at: Timestamp,
        /// Why.
        why: Fall,
        /// True once it was looked what to offer its people instead.
        mended: bool,
    },
}

/// Why a ring fell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum Fall {
    /// Somebody said no.
    Declined {
        /// Who.
        by: PersonId,
        /// In their words; may be empty.
        reason: Prose,
    },
    /// Not all answered in time.
    Silent {
        /// Who did not.
        people: Vec<PersonId>,
    },
    /// Somebody's last place went to another ring.
    Overtaken {
        /// Whose.
        person: PersonId,
    },
    /// Somebody is not in the program or not in the company any more.
    Left {
        /// Who.
        person: PersonId,
    },
    /// Nobody had said yes, and other rings serve more people since somebody dropped out elsewhere.
    Replaced,
}

impl SwapRing {
    /// Everyone in it, each once, in order.
    pub fn people(&self) -> impl Iterator<Item = &PersonId> {
        self.ring.people()
    }

    /// True for those in it.
    pub fn has(&self, person: &PersonId) -> bool {
        self.people().any(|one| one == person)
    }

    /// True while somebody has still to say yes.
    pub const fn is_open(&self) -> bool {
        matches!(self.stage, RingStage::Open)
    }

    /// True while it can still be answered at `now`.
    pub fn waits(&self, now: Timestamp) -> bool {
        self.is_open() && now < self.until
    }

    /// What somebody said, if they said yes.
    pub fn yes_of(&self, person: &PersonId) -> Option<&Yes> {
        self.yes.iter().find(|yes| yes.person == *person)
    }

    /// Who has still to say yes, in order.
    pub fn silent(&self) -> impl Iterator<Item = &PersonId> {
        self.people().filter(|person| self.yes_of(person).is_none())
    }

    /// What somebody teaches in it.
    pub fn taught_by(&self, person: &PersonId) -> Option<&Lesson> {
        self.ring.lessons.iter().find(|lesson| lesson.teacher == *person)
    }

    /// What somebody learns in it.
    pub fn learned_by(&self, person: &PersonId) -> Option<&Lesson> {
        self.ring.lessons.iter().find(|lesson| lesson.learner == *person)
    }

    /// The requests that its lessons became; none until it counts.
    pub fn exchanges(&self) -> &[ExchangeId] {
        match &self.stage {
            RingStage::Committed { exchanges, .. } => exchanges,
            RingStage::Open | RingStage::Fell { .. } => &[],
        }
    }

    /// Why it fell, if it did.
    pub const fn fall(&self) -> Option<&Fall> {
        match &self.stage {
            RingStage::Fell { why, .. } => Some(why),
            RingStage::Open | RingStage::Committed { .. } => None,
        }
    }

    /// True when its people wait to be offered something instead.
    pub const fn is_to_mend(&self) -> bool {
        matches!(self.stage, RingStage::Fell { mended: false, .. })
    }

    /// True for one that counts, until it is written down that its lessons are over.
    pub const fn is_going_on(&self) -> bool {
        matches!(self.stage, RingStage::Committed { over: false, .. })
    }

    /// The ring as one of which all lessons are over.
    pub fn ended(mut self) -> Self {
        if let RingStage::Committed { over, .. } = &mut self.stage {
            *over = true;
        }
        self
    }

    /// The ring as one of which it was looked what to offer instead.
    pub fn looked_after(mut self) -> Self {
        if let RingStage::Fell { mended, .. } = &mut self.stage {
            *mended = true;
        }
        self
    }
}

impl Fall {
    /// Who dropped out, so that nothing is offered to them instead.
    pub fn gone(&self) -> Vec<PersonId> {
        match self {
            Self::Declined { by: person, .. } | Self::Left { person } => vec![person.clone()],
            Self::Silent { people } => people.clone(),
            Self::Overtaken { .. } | Self::Replaced => Vec::new(),
        }
    }
}
