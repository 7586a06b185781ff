//! Texts that are made up from a seed, with words as unevenly spread as in a language, and searches of them: whole words,
//! beginnings, single letters, two words, typos.

/// How many notes.
pub const NOTES: u32 = 5_000;
/// How many words a note has, and how many different ones there are.
const LENGTH: u32 = 350;
const VOCABULARY: u32 = 12_000;
const SEARCHES: u32 = 1_000;

/// The words of a language nobody speaks.
pub struct Texts {
    words: Vec<String>,
}

impl Texts {
    pub fn new() -> Self {
        let syllables =
            ["ba", "den", "fi", "gor", "ha", "in", "ka", "lo", "mer", "na", "pu", "ra", "sen", "ti", "vo", "wes"];
        let word = |number: u32| {
            let mut dice = Dice::new(number);
            let count = 2 + dice.below(3);
            let word: String = (0..count).map(|_| syllables[usize::try_from(dice.below(16)).unwrap_or(0)]).collect();
            format!("{word}{}", if number > 4_000 { "s" } else { "" })
        };
        Self { words: (0..VOCABULARY).map(word).collect() }
    }

    /// Title and text of a note.
    pub fn note(&self, number: u32) -> (String, String) {
        let mut dice = Dice::new(3_000_000 + number);
        (capital(&self.text(&mut dice, 4)), self.text(&mut dice, LENGTH))
    }

    /// How many bytes all notes have.
    pub fn bytes(&self) -> usize {
        (0..NOTES).map(|number| self.note(number).1.len()).sum()
    }

    /// What people type.
    pub fn searches(&self) -> Vec<String> {
        let search = |number: u32| {
            let mut dice = Dice::new(4_000_000 + number);
            let word = self.rare(&mut dice).to_owned();
            let cut = |letters: usize| word.chars().take(letters).collect::<String>();
            match number % 6 {
                0 => word.clone(),
                1 => cut(1),
                2 => cut(3),
                3 => cut(5),
                4 => format!("{word} {}", self.word(&mut dice)),
                _ => swapped(&word),
            }
        };
        (0..SEARCHES).map(search).collect()
    }

    pub fn text(&self, dice: &mut Dice, count: u32) -> String {
        let words: Vec<&str> = (0..count).map(|_| self.word(dice)).collect();
        words.join(" ")
    }

    /// A word, the first ones far more often: the number is the smallest of three.
    pub fn word(&self, dice: &mut Dice) -> &str {
        let number = (0..3).map(|_| dice.below(VOCABULARY)).min().unwrap_or(0);
        &self.words[usize::try_from(number).unwrap_or(0)]
    }

    /// Any word.
    pub fn rare(&self, dice: &mut Dice) -> &str {
        &self.words[usize::try_from(dice.below(VOCABULARY)).unwrap_or(0)]
    }
}

pub fn capital(text: &str) -> String {
    domain::wording::sentence(text)
}

/// With two letters in the middle the wrong way round.
fn swapped(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let middle = letters.len() / 2;
    if middle > 0 {
        letters.swap(middle - 1, middle);
    }
    letters.into_iter().collect()
}

/// Chance from a seed: SplitMix64.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u32) -> Self {
        let mut dice = Self(u64::from(seed).wrapping_mul(0xff51_afd7_ed55_8ccd) ^ 0x9e37_79b9_7f4a_7c15);
        dice.below(2);
        dice
    }

    pub fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let high = (mixed ^ (mixed >> 31)) >> 32;
        u32::try_from((high * u64::from(end)) >> 32).unwrap_or(0)
    }
}
