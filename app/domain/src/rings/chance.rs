//! Varied choices that are the same on every machine.

/// Numbers without a pattern, from a fixed start (SplitMix64; Steele, Lea & Flood 2014).
#[derive(Clone, Debug)]
pub(super) struct Chance(u64);

impl Chance {
    /// The numbers of one start.
    pub(super) const fn new(start: u64) -> Self {
        Self(start)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) >> 16
    }

    /// A number below `most`; 0 when that is 0.
    pub(super) fn below(&mut self, most: usize) -> usize {
        let most = u64::try_from(most).unwrap_or(1).max(1);
        usize::try_from(self.next() % most).unwrap_or(0)
    }

    /// A number from 0 to `most`.
    pub(super) fn up_to(&mut self, most: i64) -> i64 {
        let range = u64::try_from(most.max(0)).unwrap_or(0) + 1;
        i64::try_from(self.next() % range).unwrap_or(0)
    }
}
