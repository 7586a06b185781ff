//! A pair: a mentor and whoever learns from them, from the day on which they were brought together to its close.
//!
//! Here is what a pair holds, with what its people write and say in `parts`; `moves` is the one place that changes it,
//! with what it calls in `plans` and `close`. When they met is not kept here: their meetings are sessions, and `pairs`
//! finds them. Notes that somebody keeps for themself are not here either.

mod begin;
mod close;
mod forms;
mod moves;
mod parts;
mod plans;
mod steps;
#[cfg(test)]
pub(crate) mod tests;

pub use begin::NewPair;
pub use forms::{FeedbackForm, parse_moment};
pub use parts::{AgendaItem, Agreement, Feedback, FitAnswer, Fits, Goal, News, PairNews, Worth};
pub use steps::{Move, Plan, When, Words};

use crate::clocks::Day;
use crate::id::{PairId, PersonId, ProgramId, SkillId};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// The most people who learn in one pair.
pub const MOST_LEARNERS: usize = 12;

/// The most goals that are kept, reached or not.
pub const MOST_GOALS: usize = 24;

/// The most things on the agenda, talked about or not.
pub const MOST_ITEMS: usize = 120;

/// A mentor and whoever learns from them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// Its id.
    pub id: PairId,
    /// The program that brought them together.
    pub program: ProgramId,
    /// Who shares what they know.
    pub mentor: PersonId,
    /// Who learns: one, or all of a circle. Nobody is left of a circle that everybody left.
    pub learners: Vec<PersonId>,
    /// Who was in the circle and left it, in order.
    #[serde(default)]
    pub gone: Vec<PersonId>,
    /// What is learned.
    pub skill: SkillId,
    /// What the mentor learns in return, where it goes both ways.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back: Option<SkillId>,
    /// Since when.
    pub began: Timestamp,
    /// How it came about.
    pub how: HowPaired,
    /// The last move.
    pub moved_at: Timestamp,
    /// Where it stands.
    pub stage: PairStage,
    /// What each of them is after, in order.
    #[serde(default)]
    pub goals: Vec<Goal>,
    /// How they want to work together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<Agreement>,
    /// What to talk about, in order; what was not talked about stands there the next time.
    #[serde(default)]
    pub agenda: Vec<AgendaItem>,
    /// What each said to whether they fit; never shown to anybody but themself.
    #[serde(default)]
    pub fit: Vec<FitAnswer>,
    /// What each said at the close.
    #[serde(default)]
    pub feedback: Vec<Feedback>,
    /// What the others are told of, in order.
    #[serde(default)]
    pub news: Vec<News>,
    /// The number of the next goal or thing on the agenda.
    #[serde(default)]
    pub next: u32,
}

/// How a pair came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum HowPaired {
    /// The learner asked, and the mentor said yes.
    Wished,
    /// The same, of somebody whom Kith had suggested.
    Suggested,
    /// An organiser put them together.
    ByOrganiser,
    /// A round of matching, published in one go.
    Published {
        /// Which.
        round: u32,
    },
}

/// Where a pair stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum PairStage {
    /// They meet.
    Active,
    /// They take a break.
    Paused {
        /// Since when.
        since: Timestamp,
        /// Who asked for it.
        by: PersonId,
        /// The day on which they go on by themselves; open when there is none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Day>,
    },
    /// They came to a close that they chose.
    Finished {
        /// When.
        at: Timestamp,
    },
    /// It ended before that.
    Ended {
        /// When.
        at: Timestamp,
        /// Why, for counting alone: none of them is told.
        why: Ended,
    },
}

/// Why a pair ended early.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    /// One of them said that they do not fit.
    NotAFit,
    /// One of them is in the program, or here, no more.
    LeftProgram,
    /// An organiser ended it.
    ByOrganiser,
    /// One of them stopped, without having to say why.
    Stopped,
    /// The round of matching that brought them together was taken back before they met; it counts for nothing.
    TakenBack,
}

impl Pair {
    /// Everybody in it, the mentor first.
    pub fn people(&self) -> impl Iterator<Item = &PersonId> {
        std::iter::once(&self.mentor).chain(&self.learners)
    }

    /// Everybody who is or was in it.
    pub fn ever(&self) -> impl Iterator<Item = &PersonId> {
        self.people().chain(&self.gone)
    }

    /// True for everybody in it.
    pub fn has(&self, person: &PersonId) -> bool {
        self.people().any(|one| one == person)
    }

    /// True while they meet or take a break: it fills one of the mentor's places.
    pub const fn is_open(&self) -> bool {
        matches!(self.stage, PairStage::Active | PairStage::Paused { .. })
    }

    /// True when it is as if it had never been.
    pub const fn is_taken_back(&self) -> bool {
        matches!(self.stage, PairStage::Ended { why: Ended::TakenBack, .. })
    }

    /// True for one mentor with several learners.
    pub fn is_circle(&self) -> bool {
        self.learners.len() + self.gone.len() > 1
    }

    /// True when each learns from the other.
    pub const fn is_mutual(&self) -> bool {
        self.back.is_some()
    }

    /// What somebody said to whether they fit.
    pub fn fit_of(&self, person: &PersonId) -> Option<Fits> {
        self.fit.iter().find(|answer| answer.person == *person).map(|answer| answer.says)
    }

    /// What somebody said at the close.
    pub fn feedback_of(&self, person: &PersonId) -> Option<&Feedback> {
        self.feedback.iter().find(|feedback| feedback.person == *person)
    }
}
