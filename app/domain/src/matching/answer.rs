//! A matching, what it reaches, and the proof that no other reaches more.

use super::instance::Pair;
use crate::id::PersonId;
use serde::{Deserialize, Serialize};

/// The best matching of an instance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Who is mentored by whom, by mentee.
    pub pairs: Vec<Pair>,
    /// Who has no mentor, by id.
    pub unserved: Vec<PersonId>,
    /// What it reaches.
    pub objective: Objective,
    /// Why nothing better can be.
    pub certificate: Certificate,
    /// How much work it took.
    pub stats: Stats,
}

/// What a matching reaches, what matters most first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objective {
    /// How many mentees have a mentor.
    pub served: u32,
    /// The same for each class of waiting, the longest wait first.
    pub waits: Vec<Waited>,
    /// How unevenly mentors are asked: for each, the pairs of mentees that share them. The less the better.
    pub load: i64,
    /// The scores of all pairs together.
    pub score: i64,
    /// How many pairs of the last published matching stand.
    pub kept: u32,
}

/// One class of waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waited {
    /// The class, from 0 to 63.
    pub wait: u8,
    /// How many mentees are in it.
    pub mentees: u32,
    /// How many of them have a mentor.
    pub served: u32,
}

impl Objective {
    /// True when this is better than `other`, which is of the same people.
    pub fn is_better_than(&self, other: &Self) -> bool {
        let rank = |of: &Self| {
            let waits: Vec<u32> = of.waits.iter().map(|waited| waited.served).collect();
            (of.served, waits, -of.load, of.score, of.kept)
        };
        rank(self) > rank(other)
    }
}

/// Prices that prove that no matching is better: linear programming duality (Edmonds 1965; Ford & Fulkerson 1962).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// What the parts of the objective weigh.
    pub units: Units,
    /// For each mentor, by id, what a place with them is worth.
    pub prices: Vec<i64>,
}

/// What the parts of the objective weigh, so that no amount of one outweighs the least of what matters more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Units {
    /// A point of score that a pair lacks. Above 1 a pair that is new costs 1 more.
    pub point: i64,
    /// A mentee more with a mentor who has one already, twice that with a mentor who has two, and so on.
    pub slot: i64,
    /// A mentee without a mentor, times one more than the class of their wait.
    pub unserved: i64,
}

/// How much work a matching took, in the same units on every machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stats {
    /// The version of the engine.
    pub engine: u32,
    /// Pairs that could be chosen.
    pub candidates: u32,
    /// Bids of the auction.
    pub bids: u64,
    /// Mentees whose place was searched for exactly.
    pub seatings: u64,
    /// Free places that were offered exactly.
    pub fillings: u64,
}
