//! Chance from a seed, the same on every machine: SplitMix64, and normal numbers from twelve of its numbers.

/// A source of numbers.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// From a seed made of several numbers.
    pub fn of(parts: &[u32]) -> Self {
        let mut dice = Self(0x9e37_79b9_7f4a_7c15);
        for part in parts {
            dice.0 ^= u64::from(*part).wrapping_mul(0xff51_afd7_ed55_8ccd);
            dice.roll();
        }
        dice
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to below 1.
    pub fn unit(&mut self) -> f64 {
        let high = u32::try_from(self.roll() >> 32).unwrap_or(0);
        f64::from(high) / 4_294_967_296.0
    }

    /// Below `end`, which is at least 1.
    pub fn below(&mut self, end: u32) -> u32 {
        let high = self.roll() >> 32;
        u32::try_from((high * u64::from(end)) >> 32).unwrap_or(0)
    }

    /// Normal around 0 with that deviation: the sum of twelve numbers, less six.
    pub fn normal(&mut self, deviation: f64) -> f64 {
        let sum: f64 = (0..12).map(|_| self.unit()).sum();
        (sum - 6.0) * deviation
    }
}
