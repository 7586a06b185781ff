//! Time as it is counted.

use serde::{Deserialize, Serialize};

/// The most minutes of an amount or a balance: sums of all accounts stay far below what 64 bits hold.
const MOST: i64 = 1_000_000_000_000;

/// Minutes, above or below zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Minutes(i64);

/// More than anybody ever teaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} minutes are more than can be counted.")]
pub struct TooMany(pub i128);

impl Minutes {
    /// None.
    pub const ZERO: Self = Self(0);

    /// So many. Refuses more than a million million, above or below zero.
    pub fn new(minutes: i64) -> Result<Self, TooMany> {
        if (-MOST..=MOST).contains(&minutes) { Ok(Self(minutes)) } else { Err(TooMany(i128::from(minutes))) }
    }

    /// The number.
    pub const fn get(self) -> i64 {
        self.0
    }

    /// Both together. Refuses what cannot be counted.
    pub fn plus(self, other: Self) -> Result<Self, TooMany> {
        Self::new(self.0.saturating_add(other.0))
    }

    /// As many on the other side of zero.
    pub const fn negated(self) -> Self {
        Self(-self.0)
    }

    /// True when these are below zero.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }
}

impl TryFrom<i64> for Minutes {
    type Error = TooMany;
    fn try_from(minutes: i64) -> Result<Self, TooMany> {
        Self::new(minutes)
    }
}

impl From<Minutes> for i64 {
    fn from(minutes: Minutes) -> Self {
        minutes.0
    }
}
