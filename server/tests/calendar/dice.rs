//! Chance that falls the same way in every run.

/// Chance from a number.
pub struct Dice(u64);

impl Dice {
    /// Falls as `seed` says.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// One of the numbers below `most`.
    pub fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }

    /// One of them.
    pub fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[usize::try_from(self.below(all.len().try_into().unwrap())).unwrap()]
    }

    /// One of the words.
    pub fn word(&mut self, all: &[&'static str]) -> &'static str {
        self.of::<&'static str>(all)
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }
}
