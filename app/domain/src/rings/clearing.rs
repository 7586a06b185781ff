//! The answer: who teaches whom, what it is worth, and the proof.

use super::instance::Ring;
use serde::{Deserialize, Serialize};

/// A set of rings and chains with its proof.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clearing {
    /// The rings and chains, ascending.
    pub rings: Vec<Ring>,
    /// What they are worth together.
    pub weight: i64,
    /// No set is worth more than this.
    pub bound: i64,
    /// True when no set is worth more than this one.
    pub is_proven: bool,
    /// What the bound rests on.
    pub certificate: Certificate,
    /// How much work it was.
    pub stats: Stats,
}

impl Clearing {
    /// How many lessons are given: everyone taught, each as often as they are.
    pub fn lessons(&self) -> usize {
        self.rings.iter().map(|ring| ring.lessons.len()).sum()
    }

    /// How much more might be reached at most, in hundredths of a percent of the bound, rounded up.
    pub fn gap(&self) -> i64 {
        let (open, bound) = (i128::from(self.bound) - i128::from(self.weight), i128::from(self.bound.max(1)));
        i64::try_from((open * 10_000 + bound - 1) / bound).unwrap_or(i64::MAX)
    }
}

/// How much work it was, in the same units on every machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stats {
    /// The version of the engine, which decides among equal sets.
    pub engine: u32,
    /// Rings and chains that there could be.
    pub columns: u32,
    /// Those that were left when the others could be in no better set.
    pub kept: u32,
    /// What the relaxation is worth, rounded down.
    pub relaxed: i64,
    /// Parts that share nobody.
    pub parts: u32,
    /// Branches looked at.
    pub nodes: u32,
    /// Steps of the simplex method.
    pub pivots: u32,
    /// Steps of work.
    pub work: u64,
}

/// What a bound rests on.
///
/// *Limits* are numbered from 0: first people by id; then, by person and skill, each skill that somebody with more than
/// one place could learn; then `seats` by teacher and skill; then the number of chains where it is limited. Each ring takes
/// one of the limit of each of its people, and so on. *Lessons* are numbered from 0 by teacher and learner. Prices are in
/// 16,384ths of the unit of weight.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The parts. Every ring takes limits of one of them.
    pub parts: Vec<Part>,
}

/// Rings that share limits with each other and with no others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its limits, ascending.
    pub limits: Vec<u32>,
    /// A price for each of them, by which rings are dropped: those that lift no set of the part above `bound`.
    pub prices: Vec<i64>,
    /// No set of the part is worth more than this.
    pub bound: i64,
    /// What the rings that are not dropped fall into.
    pub pieces: Vec<Piece>,
}

/// Rings of a part, after dropping, that share limits with each other and with no others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Its limits, ascending.
    pub limits: Vec<u32>,
    /// Branches that together cover every set.
    pub leaves: Vec<Leaf>,
}

/// One branch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaf {
    /// What is decided in it, the first decision first.
    pub decisions: Vec<Decision>,
    /// A price for each limit of the piece, not below 0.
    pub prices: Vec<i64>,
}

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// The lesson with this number is given, so that no ring without it takes a limit of one that it takes: of its teacher
    /// or learner, of its learner's skill, of its offer.
    Given(u32),
    /// The lesson is not given.
    NotGiven(u32),
    /// The ring of these lessons, in the order in which they stand in it, is chosen.
    Chosen(Vec<u32>),
    /// That ring is not chosen.
    NotChosen(Vec<u32>),
}
