//! Seeded worlds of mentees and mentors.

use domain::id::PersonId;
use domain::matching::{Candidate, Instance, Mentee, Mentor};
use std::collections::BTreeMap;

/// Numbers without a pattern, from a fixed start.
pub struct Chance(u64);

impl Chance {
    pub fn new(start: u64) -> Self {
        Self(start.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(99))
    }

    pub fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(((self.0 >> 32) * u64::from(most)) >> 32).unwrap_or(0)
    }
}

/// What a world is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Everybody fits anybody about as well; a mentor takes one to three.
    Uniform,
    /// A few mentors are everybody's wish.
    Skewed,
    /// There are fewer places than mentees.
    Scarce,
}

/// How large a world is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub mentees: u32,
    pub mentors: u32,
    pub candidates: u32,
}

/// The letters `m` or `a` and a number of five digits, so that ids sort as numbers do.
pub fn person(letter: char, number: u32) -> PersonId {
    format!("{letter}{number:05}").parse().expect("letters and digits are an id")
}

/// A world of a seed.
pub fn world(kind: Kind, size: Size, seed: u64) -> Instance {
    let mut chance = Chance::new(seed);
    let mut instance = Instance::default();
    for number in 0..size.mentors {
        let capacity = match kind {
            Kind::Uniform | Kind::Skewed => 1 + chance.below(3),
            Kind::Scarce => u32::from(chance.below(10) < 6) + u32::from(chance.below(10) < 2),
        };
        instance.mentors.push(Mentor { id: person('m', number), capacity });
    }
    for number in 0..size.mentees {
        let wait = u8::try_from(chance.below(8)).unwrap_or(0);
        let candidates = candidates(kind, size, &mut chance);
        instance.mentees.push(Mentee { id: person('a', number), wait, candidates });
    }
    instance
}

/// The candidates of one mentee.
pub fn candidates(kind: Kind, size: Size, chance: &mut Chance) -> Vec<Candidate> {
    let mut all = BTreeMap::new();
    let most = size.candidates.min(size.mentors);
    while all.len() < usize::try_from(most).unwrap_or(0) {
        let (mentor, score) = match kind {
            Kind::Uniform | Kind::Scarce => (chance.below(size.mentors), chance.below(1_001)),
            Kind::Skewed => {
                // The least of two is often small: low numbers are in demand, and fit best.
                let mentor = chance.below(size.mentors).min(chance.below(size.mentors));
                let fame = 400 - 400 * mentor / size.mentors;
                (mentor, fame + chance.below(601))
            }
        };
        all.insert(mentor, score);
    }
    let candidate = |(mentor, score): (u32, u32)| Candidate {
        mentor: person('m', mentor),
        score: u16::try_from(score).unwrap_or(0),
    };
    all.into_iter().map(candidate).collect()
}
