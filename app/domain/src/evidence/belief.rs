//! What is believed of somebody's level: how likely each of the five is.

use super::Level;
use super::fixed::halved;
use super::model::Likelihood;
use super::tables::PRIOR;
use serde::{Deserialize, Serialize};

/// The whole of a [`Belief`].
const WHOLE: u16 = 10_000;
/// From this chance on somebody counts as reaching a level.
const ENOUGH: u16 = 7_000;
/// What a set of likely levels holds at least.
const MOST: u16 = 8_000;

/// How likely somebody is at each level, in parts of 10,000 that sum to 10,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Belief([u16; 5]);

impl Belief {
    /// What is believed of anybody, before any evidence.
    pub fn prior() -> Self {
        Score::prior().belief()
    }

    /// The chances of the five levels, in parts of 10,000.
    pub const fn chances(self) -> [u16; 5] {
        self.0
    }

    /// The chance of exactly `level`, in parts of 10,000.
    pub fn chance(self, level: Level) -> u16 {
        self.0[usize::from(level.number())]
    }

    /// The chance of `level` or above, in parts of 10,000.
    pub fn at_least(self, level: Level) -> u16 {
        self.0.iter().skip(usize::from(level.number())).sum()
    }

    /// True when the chance of `level` or above is seven in ten or more: this is what cover counts.
    pub fn reaches(self, level: Level) -> bool {
        self.at_least(level) >= ENOUGH
    }

    /// The median: the lowest level below or at which half of the chance lies.
    pub fn median(self) -> Level {
        let above = |level: &Level| WHOLE - self.at_least(*level) + self.chance(*level) >= WHOLE / 2;
        Level::ALL.into_iter().find(above).unwrap_or(Level::CAN_TEACH)
    }

    /// The mean, in hundredths of a level, 0 to 400.
    pub fn mean(self) -> u16 {
        let sum: u32 = self.0.iter().zip(0..).map(|(chance, level)| u32::from(*chance) * level).sum();
        u16::try_from((sum + 50) / 100).unwrap_or(400)
    }

    /// The variance, in parts of 10⁸ of a level squared; at most 4 · 10⁸.
    pub fn variance(self) -> u32 {
        let moment = |power: u32| -> u64 {
            self.0.iter().zip(0_u64..).map(|(chance, level)| u64::from(*chance) * level.pow(power)).sum()
        };
        let variance = (moment(2) * u64::from(WHOLE)).saturating_sub(moment(1).pow(2));
        u32::try_from(variance).unwrap_or(u32::MAX)
    }

    /// The fewest levels in a row that hold eight tenths of the chance, lowest and highest; of several the likeliest, then
    /// the lowest.
    pub fn likely(self) -> (Level, Level) {
        let holds = |(low, high): (Level, Level)| self.at_least(low) - self.at_least(high) + self.chance(high);
        let mut best = (Level::NONE, Level::CAN_TEACH);
        for low in Level::ALL {
            for high in Level::ALL.into_iter().filter(|high| *high >= low) {
                let size = |(low, high): (Level, Level)| high.number() - low.number();
                let found = (low, high);
                let is_better = (size(best), holds(found)) > (size(found), holds(best));
                if holds(found) >= MOST && is_better {
                    best = found;
                }
            }
        }
        best
    }

    /// How sure the level is: 3 when one level holds eight tenths, 2 for two, 1 for three, else 0.
    pub fn certainty(self) -> u8 {
        let (low, high) = self.likely();
        3_u8.saturating_sub(high.number() - low.number())
    }

    /// What is believed after one more thing was heard, which weighs in full.
    #[must_use]
    pub fn after(self, heard: &Likelihood) -> Self {
        let chances = heard.chances();
        let mut weights = [0; 5];
        for ((weight, before), chance) in weights.iter_mut().zip(self.0).zip(chances) {
            *weight = u64::from(before) * u64::from(chance);
        }
        Self::of(weights)
    }

    /// The chance of hearing it, in parts of 10,000.
    pub fn expects(self, heard: &Likelihood) -> u16 {
        let chances = heard.chances();
        let sum: u64 = self.0.iter().zip(chances).map(|(before, chance)| u64::from(*before) * u64::from(chance)).sum();
        u16::try_from((sum + 32_768) / 65_536).unwrap_or(WHOLE)
    }

    /// The belief in proportion to `weights`, each below 2⁵⁰. What rounding leaves goes to the largest remainders, of
    /// equal ones to the lower level.
    fn of(weights: [u64; 5]) -> Self {
        let total: u64 = weights.iter().sum::<u64>().max(1);
        let part = |weight: u64| (weight * u64::from(WHOLE) / total, weight * u64::from(WHOLE) % total);
        let parts = weights.map(part);
        let mut chances = parts.map(|(part, _)| u16::try_from(part).unwrap_or(WHOLE));
        let left = usize::from(WHOLE.saturating_sub(chances.iter().sum()));
        let mut places = [0, 1, 2, 3, 4];
        places.sort_by_key(|place: &usize| (std::cmp::Reverse(parts[*place].1), *place));
        for place in places.into_iter().take(left) {
            chances[place] += 1;
        }
        Self(chances)
    }
}

/// The logarithm of how likely each level is, up to a constant: 1024 · log₂, in parts of 65,536. Pieces add to it, so
/// their order does not matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score([i64; 5]);

impl Score {
    /// Before any evidence.
    pub fn prior() -> Self {
        Self(PRIOR.map(|log| i64::from(log) << 16))
    }

    /// With one more piece of that weight, in parts of 65,536.
    #[must_use]
    pub fn plus(mut self, weight: i64, heard: &Likelihood) -> Self {
        for (sum, log) in self.0.iter_mut().zip(heard.logs()) {
            *sum += weight * i64::from(log);
        }
        self
    }

    /// The belief that it stands for.
    pub fn belief(self) -> Belief {
        Belief::of(self.weights())
    }

    /// How likely each level is in proportion, the likeliest at 2³⁰.
    pub(super) fn weights(self) -> [u64; 5] {
        let top = self.0.iter().copied().max().unwrap_or(0);
        self.0.map(|log| halved(u64::try_from((top - log + 32_768) >> 16).unwrap_or(0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_heard_is_what_is_known_of_anybody() {
        let prior = Belief::prior();
        assert_eq!(prior.chances(), [3_000, 2_500, 2_000, 1_700, 800]);
        assert_eq!((prior.median(), prior.certainty(), prior.mean()), (Level::AWARE, 0, 148));
        assert!(prior.reaches(Level::NONE) && prior.reaches(Level::AWARE) && !prior.reaches(Level::WITH_HELP));
    }

    #[test]
    fn the_likely_levels_are_the_fewest_that_hold_eight_tenths() {
        let rows = [
            ([0, 500, 8_000, 1_000, 500], (2, 2), 3),
            ([0, 500, 7_000, 2_000, 500], (2, 3), 2),
            ([0, 2_000, 6_000, 2_000, 0], (1, 2), 2),
            ([1_000, 2_000, 4_000, 2_000, 1_000], (1, 3), 1),
            ([2_000, 2_000, 2_000, 2_000, 2_000], (0, 3), 0),
            ([2_500, 1_500, 1_000, 1_500, 3_500], (0, 4), 0),
        ];
        for (chances, likely, certainty) in rows {
            let belief = Belief(chances);
            let (low, high) = belief.likely();
            assert_eq!(((low.number(), high.number()), belief.certainty()), (likely, certainty), "{chances:?}");
        }
    }

    #[test]
    fn mean_median_and_variance_are_those_of_the_chances() {
        let belief = Belief([0, 0, 5_000, 0, 5_000]);
        assert_eq!((belief.median(), belief.mean(), belief.variance()), (Level::WITH_HELP, 300, 100_000_000));
        assert_eq!(Belief([0, 0, 0, 10_000, 0]).variance(), 0);
    }

    #[test]
    fn what_rounding_leaves_is_given_out() {
        assert_eq!(Belief::of([1, 1, 1, 0, 0]).chances(), [3_334, 3_333, 3_333, 0, 0]);
        for seed in 1..500_u64 {
            let weights = [seed * 7, seed * seed, 13 * seed % 101, 1 << (seed % 40), seed % 3];
            assert_eq!(Belief::of(weights).chances().iter().sum::<u16>(), WHOLE);
        }
    }
}
