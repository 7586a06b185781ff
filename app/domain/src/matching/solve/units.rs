//! What the parts of the objective weigh, with room for a few more people, so that small changes keep the weights.

use crate::matching::answer::Units;
use crate::matching::instance::TOP_SCORE;

/// The weight of a pinned mentee without a mentor, in units of [`Units::unserved`]: more than the longest wait.
const PINNED: i64 = 65;
/// No price is above this, so that a few of them add up without overflow.
const HIGHEST: i64 = 1 << 60;
/// Places that one mentor may have more before the weights have to be made anew.
const MORE_PLACES: u32 = 4;

/// The weights, and for how many people they hold.
#[derive(Clone, Copy, Debug)]
pub(in crate::matching) struct Scale {
    pub(in crate::matching) units: Units,
    mentees: u32,
    places: u32,
}

impl Scale {
    /// Weights for so many mentees and so many places of one mentor; `None` when they would overflow.
    pub(in crate::matching) fn new(mentees: u32, places: u32, has_previous: bool) -> Option<Self> {
        let mentees = mentees.checked_add(mentees / 8)?.checked_add(16)?;
        let places = places.checked_add(MORE_PLACES)?;
        let all = i64::from(mentees);
        let (point, others) = if has_previous { (all + 1, all) } else { (1, 0) };
        let scores = i64::from(TOP_SCORE).checked_mul(all)?.checked_mul(point)?;
        let slot = scores.checked_add(others + 1)?;
        let loads = all.checked_mul(i64::from(places) - 1)?;
        let unserved = slot.checked_mul(loads + 1)?;
        let is_small = unserved.checked_mul(PINNED).is_some_and(|highest| highest <= HIGHEST);
        is_small.then_some(Self { units: Units { point, slot, unserved }, mentees, places })
    }

    /// True when the weights hold for so many.
    pub(in crate::matching) const fn suits(&self, mentees: u32, places: u32) -> bool {
        mentees <= self.mentees && places <= self.places
    }

    /// The price of leaving a mentee without a mentor.
    pub(in crate::matching) fn penalty(&self, wait: u8, is_pinned: bool) -> i64 {
        self.units.unserved * if is_pinned { PINNED } else { 1 + i64::from(wait) }
    }

    /// More than anybody pays for any place.
    pub(in crate::matching) const fn highest(&self) -> i64 {
        self.units.unserved * PINNED
    }

    /// The price of a pair.
    pub(in crate::matching) fn cost(&self, score: u16, is_kept: bool) -> u32 {
        let lacking = i64::from(TOP_SCORE.saturating_sub(score)) * self.units.point;
        let is_new = self.units.point > 1 && !is_kept;
        u32::try_from(lacking + i64::from(is_new)).unwrap_or(u32::MAX)
    }

    /// The score of a pair of this price.
    pub(in crate::matching) fn score(&self, cost: u32) -> u16 {
        let lacking = i64::from(cost) / self.units.point;
        TOP_SCORE.saturating_sub(u16::try_from(lacking).unwrap_or(TOP_SCORE))
    }
}
