//! Roll-outs: a change reaches a share of those inside, or some teams, first. It only ever widens.

use super::{Version, Who};
use crate::id::{PersonId, ProgramId, TeamId};
use crate::rejection::Rejection;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// How far a version is let out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollOut {
    /// To whom now.
    pub reach: Reach,
    /// Since when.
    pub since: Timestamp,
    /// Somebody stopped it: it reaches those whom it has reached, and goes no further until it is widened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped_at: Option<Timestamp>,
    /// To whom it was let out before it was widened, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Earlier>,
}

/// To whom a version was let out before it was widened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// To whom.
    pub reach: Reach,
    /// Since when.
    pub since: Timestamp,
}

/// Whom a roll-out reaches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "to", rename_all = "snake_case")]
pub enum Reach {
    /// Everybody.
    Everyone,
    /// So many of ten thousand, chosen by hash, the same ones for as long as it grows.
    Share {
        /// Of ten thousand.
        of_10_000: u16,
    },
    /// The people of these teams and of the teams below them.
    Teams {
        /// Which.
        teams: BTreeSet<TeamId>,
    },
}

impl RollOut {
    /// A roll-out that begins.
    pub const fn begun(reach: Reach, now: Timestamp) -> Self {
        Self { reach, since: now, stopped_at: None, earlier: Vec::new() }
    }

    /// The same, to more people; it goes on if it was stopped. Refuses whatever would leave out somebody who has it.
    pub fn widened(self, reach: Reach, now: Timestamp) -> Result<Self, Rejection> {
        if !self.reach.is_within(&reach) {
            let message = "A roll-out only widens: keep those who have it, and add to them.";
            return Err(Rejection::invalid("reach", message));
        }
        let mut earlier = self.earlier;
        earlier.push(Earlier { reach: self.reach, since: self.since });
        Ok(Self { reach, since: now, stopped_at: None, earlier })
    }

    /// The same, stopped.
    pub fn stopped(self, now: Timestamp) -> Self {
        Self { stopped_at: self.stopped_at.or(Some(now)), ..self }
    }

    /// Since when it is let out to `who`, whom it reaches.
    pub(super) fn reached_at(&self, version: &Version, who: &Who) -> Timestamp {
        let first = self.earlier.iter().find(|earlier| earlier.reach.includes(version, who));
        first.map_or(self.since, |earlier| earlier.since)
    }
}

impl Reach {
    /// A share of so many percent, or everybody at 100. Refuses what is no share.
    pub fn percent(percent: u16) -> Result<Self, Rejection> {
        match percent {
            100 => Ok(Self::Everyone),
            1..100 => Ok(Self::Share { of_10_000: percent * 100 }),
            _ => Err(Rejection::invalid("share", "Write a share from 1 to 100 percent.")),
        }
    }

    /// What a form asks for: a share in percent where it names one, else these teams. Refuses what is neither.
    pub fn wider(share: Option<u16>, teams: BTreeSet<TeamId>) -> Result<Self, Rejection> {
        match share {
            Some(share) => Self::percent(share),
            None if teams.is_empty() => Err(Rejection::invalid("teams", "Choose the teams that have it next.")),
            None => Ok(Self::Teams { teams }),
        }
    }

    /// True when it reaches `who`.
    pub(super) fn includes(&self, version: &Version, who: &Who) -> bool {
        match self {
            Self::Everyone => true,
            Self::Share { of_10_000 } => {
                *of_10_000 >= 10_000 || place(&version.program, version.n, &who.participant.person) < *of_10_000
            }
            Self::Teams { teams } => who.teams.iter().any(|team| teams.contains(team)),
        }
    }

    /// True when everybody whom it reaches is reached by `wider` too.
    fn is_within(&self, wider: &Self) -> bool {
        match (self, wider) {
            (_, Self::Everyone) => true,
            (Self::Share { of_10_000 }, Self::Share { of_10_000: more }) => of_10_000 <= more,
            (Self::Teams { teams }, Self::Teams { teams: more }) => teams.is_subset(more),
            (Self::Teams { teams }, Self::Share { of_10_000: more }) => teams.is_empty() || *more >= 10_000,
            (Self::Share { of_10_000 }, Self::Teams { .. }) => *of_10_000 == 0,
            (Self::Everyone, Self::Share { of_10_000: more }) => *more >= 10_000,
            (Self::Everyone, Self::Teams { .. }) => false,
        }
    }
}

/// Where somebody stands in the roll-out of a version: 0 to 9,999, `H("rollout", program, n, person) mod 10000`.
fn place(program: &ProgramId, n: u32, person: &PersonId) -> u16 {
    let mut bytes = b"kith/rollout/1\0".to_vec();
    for part in [program.as_str(), &n.to_string(), person.as_str()] {
        bytes.extend(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        bytes.extend(part.as_bytes());
    }
    let rest = Sha256::digest(&bytes).iter().fold(0_u32, |rest, byte| (rest * 256 + u32::from(*byte)) % 10_000);
    u16::try_from(rest).unwrap_or(u16::MAX)
}
