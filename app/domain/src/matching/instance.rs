//! What a matching is made from, written so that another solver can read it too.

use crate::id::PersonId;
use serde::{Deserialize, Serialize};

/// The best score of a pair.
pub const TOP_SCORE: u16 = 1_000;
/// The class of those who have waited longest.
pub const LONGEST_WAIT: u8 = 63;
/// The most mentees of one mentor.
pub const MOST_MENTEES: u32 = 1_000;

/// One matching problem. The order of its rows does not matter to the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instance {
    /// Who looks for a mentor, and who could be it.
    pub mentees: Vec<Mentee>,
    /// Who mentors.
    pub mentors: Vec<Mentor>,
    /// Pairs that the matching must hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pins: Vec<Pair>,
    /// Pairs that it must not. Those of people who are no candidates for each other change nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forbids: Vec<Pair>,
    /// Pairs of the last published matching, kept where that costs nothing. Those of people who are gone change nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub previous: Vec<Pair>,
}

/// Somebody who looks for a mentor.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mentee {
    /// Who.
    pub id: PersonId,
    /// How long they have waited, as a class from 0 to 63. A longer wait goes first.
    #[serde(default)]
    pub wait: u8,
    /// Who could be their mentor.
    #[serde(default)]
    pub candidates: Vec<Candidate>,
}

/// Somebody who could be the mentor of a mentee.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// Who.
    pub mentor: PersonId,
    /// How well the two fit, from 0 to 1,000.
    pub score: u16,
}

/// Somebody who mentors.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mentor {
    /// Who.
    pub id: PersonId,
    /// How many mentees they take at most.
    pub capacity: u32,
}

/// A mentee and a mentor.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// Who is mentored.
    pub mentee: PersonId,
    /// Who mentors.
    pub mentor: PersonId,
}

impl std::fmt::Display for Pair {
    /// "of `amara` with `noor`".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "of `{}` with `{}`", self.mentee, self.mentor)
    }
}
