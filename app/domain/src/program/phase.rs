//! The life of a program: draft, open, running, paused, closed.

use super::{Author, Path, Program};
use crate::clocks::Day;
use crate::id::PersonId;
use crate::rejection::Rejection;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Where a program's life stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Only program admins see it.
    #[default]
    Draft,
    /// Everybody sees it and may join; nothing has begun. On its first day it begins by itself.
    Open,
    /// It goes on, and people may join. Nothing ends by itself: after the last day its organisers are asked.
    Running,
    /// Nothing is due and nobody joins until it goes on.
    Paused,
    /// Over. What people did stays.
    Closed,
}

/// A phase that began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Which.
    pub to: Phase,
    /// When.
    pub at: Timestamp,
    /// Who; `None` for the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
}

impl Program {
    /// The program in phase `to` from now on. Refuses a leap.
    pub fn moved(mut self, to: Phase, author: Author) -> Result<Self, Rejection> {
        let phase = self.phase.moved(to)?;
        if self.phases.is_empty() {
            let by = self.created_by.clone().filter(|_| self.phase == Phase::Draft);
            self.phases.push(Moved { to: self.phase, at: self.phase_since, by });
        }
        self.phases.push(Moved { to: phase, at: author.at, by: author.by });
        Ok(Self { phase, phase_since: author.at, ..self })
    }

    /// What it moved to, in order. The first phase that was kept is none that it moved to.
    pub fn moves(&self) -> &[Moved] {
        self.phases.get(1..).unwrap_or_default()
    }

    /// The phase in which it was before this one; `None` where that is not known.
    pub fn phase_before(&self) -> Option<Phase> {
        let before = self.phases.len().checked_sub(2)?;
        self.phases.get(before).map(|moved| moved.to)
    }

    /// Since when it was paused, where its last move ended that pause.
    pub fn paused_until_now(&self) -> Option<Timestamp> {
        let before = self.phases.get(self.phases.len().checked_sub(2)?)?;
        (before.to == Phase::Paused && self.phase.takes_people()).then_some(before.at)
    }

    /// True when it is open and its first day has come since it was opened: then it begins by itself. `day` says which day
    /// a moment is on the program's own clock. Whoever opens a program after its first day starts it by hand.
    pub fn is_to_begin(&self, now: Timestamp, day: impl Fn(Timestamp) -> Day) -> bool {
        let first = self.settings.day(&Path::field("starts_on"));
        self.phase == Phase::Open && first.is_some_and(|first| (day(self.phase_since)..=day(now)).contains(&first))
    }
}

impl Phase {
    /// Every phase, in the order of a life.
    pub const ALL: [Self; 5] = [Self::Draft, Self::Open, Self::Running, Self::Paused, Self::Closed];

    /// The word for it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::Open => "Open to join",
            Self::Running => "Running",
            Self::Paused => "Paused",
            Self::Closed => "Closed",
        }
    }

    /// The phases that can follow.
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::Open, Self::Running],
            Self::Open => &[Self::Running, Self::Paused, Self::Closed],
            Self::Running => &[Self::Paused, Self::Closed],
            Self::Paused => &[Self::Running, Self::Closed],
            Self::Closed => &[Self::Running],
        }
    }

    /// The phase after this one; refuses a leap.
    pub fn moved(self, to: Self) -> Result<Self, Rejection> {
        if self.next().contains(&to) {
            return Ok(to);
        }
        let (from, to) = (self.title().to_lowercase(), to.title().to_lowercase());
        Err(Rejection::Stale(format!("The program is {from} and cannot become {to}. Look at it again.")))
    }

    /// True while people may join.
    pub const fn takes_people(self) -> bool {
        matches!(self, Self::Open | Self::Running)
    }

    /// True when everybody sees it.
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Draft)
    }
}
