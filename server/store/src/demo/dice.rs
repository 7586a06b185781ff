//! Chance that repeats: the same seed rolls the same numbers on every machine. Good enough to fill a company with
//! history, and for nothing else.

/// A stream of numbers from one seed (splitmix64).
pub(super) struct Dice(u64);

impl Dice {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub(super) const fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to and without `end`; 0 when `end` is 0.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        let rolled = self.roll() % u64::from(end.max(1));
        u32::try_from(rolled).expect("a rest modulo a u32 is a u32")
    }

    /// A number from `first` to `last`, both included.
    pub(super) fn between(&mut self, first: u32, last: u32) -> u32 {
        first + self.below(last.saturating_sub(first) + 1)
    }

    /// True `hundredths` times of a hundred.
    pub(super) fn happens(&mut self, hundredths: u32) -> bool {
        self.below(100) < hundredths
    }

    /// A place in a list of `length`; low places come up more often, as popular things do.
    pub(super) fn popular(&mut self, length: usize) -> usize {
        let length = u64::try_from(length).expect("a list is shorter than 2^64");
        let at = u64::from(self.below(1 << 16));
        usize::try_from((at * at * length) >> 32).expect("a place in a list that exists")
    }

    /// One of `choices`, which are not empty.
    pub(super) fn one_of<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        let count = u32::try_from(choices.len()).unwrap_or(u32::MAX);
        let place = usize::try_from(self.below(count)).expect("a u32 is a usize");
        choices.get(place).expect("the demo chooses from lists that hold something")
    }
}

/// Hands out a list again and again in a shuffled order, so that no sentence stands twice before all stood once.
pub(super) struct Deck<'a> {
    cards: Vec<&'a str>,
    next: usize,
}

impl<'a> Deck<'a> {
    pub(super) fn shuffled(cards: &[&'a str], dice: &mut Dice) -> Self {
        let mut cards = cards.to_vec();
        for end in (1..cards.len()).rev() {
            let bound = u32::try_from(end + 1).unwrap_or(u32::MAX);
            cards.swap(end, usize::try_from(dice.below(bound)).expect("a u32 is a usize"));
        }
        Self { cards, next: 0 }
    }

    /// The next card; empty when the deck is.
    pub(super) fn draw(&mut self) -> &'a str {
        let card = self.cards.get(self.next % self.cards.len().max(1)).copied().unwrap_or_default();
        self.next += 1;
        card
    }
}
