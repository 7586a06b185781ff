//! The life of a program: draft, open, running, paused, closed.

use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};

/// Where a program's life stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Only program admins see it.
    #[default]
    Draft,
    /// Everybody sees it and may join; nothing has begun.
    Open,
    /// It goes on, and people may join.
    Running,
    /// Nothing is due and nobody joins until it goes on.
    Paused,
    /// Over. What people did stays.
    Closed,
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
