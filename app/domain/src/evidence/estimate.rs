//! The level that the evidence of one cell speaks for.

use super::{Belief, Evidence, Level, Score, Weighing};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// A level with what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Estimate {
    /// The level: the median of what is believed.
    pub level: Level,
    /// How sure: 3 when one level holds four fifths of the chance, 2 for two, 1 for three, else 0.
    pub certainty: u8,
    /// How likely each level is.
    pub belief: Belief,
    /// How many pieces stand behind it.
    pub pieces: u16,
    /// When the newest of them was given.
    pub last_at: Timestamp,
}

impl Estimate {
    /// What follows from `belief`, for which `pieces` speak, the newest given at `last_at`.
    pub fn of(belief: Belief, pieces: u16, last_at: Timestamp) -> Self {
        Self { level: belief.median(), certainty: belief.certainty(), belief, pieces, last_at }
    }

    /// True when they are counted as knowing it at `target` or above: the chance is at least seven in ten.
    pub fn reaches(&self, target: Level) -> bool {
        self.belief.reaches(target)
    }
}

/// The level that the evidence of one cell speaks for; `None` when no piece of it counts.
pub fn estimate(evidence: &[Evidence], weighing: &Weighing<'_>) -> Option<Estimate> {
    let weighed = weighing.weighed(evidence);
    let counting = || weighed.iter().filter(|piece| piece.counts());
    let last_at = counting().map(|piece| piece.piece.at).max()?;
    let score = counting().fold(Score::prior(), |score, piece| score.plus(piece.weight, &piece.heard));
    Some(Estimate::of(score.belief(), u16::try_from(counting().count()).unwrap_or(u16::MAX), last_at))
}
