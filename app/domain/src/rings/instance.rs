//! What rings are made from, written so that another solver can read it too.

use crate::id::{PersonId, SkillId};
use serde::{Deserialize, Serialize};

/// One pool of people who would swap. The order of its rows does not matter to the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instance {
    /// Who would take part.
    pub people: Vec<Member>,
    /// Who could teach whom what: for two people the best of the skills that one offers and the other wants.
    pub lessons: Vec<Lesson>,
    /// Offers that are taken only so often.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seats: Vec<Seats>,
    /// People who are in no ring together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<Apart>,
    /// The settings.
    #[serde(default)]
    pub terms: Terms,
}

/// Somebody who would swap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Who.
    pub id: PersonId,
    /// In how many rings and chains they are at most.
    #[serde(default = "one")]
    pub places: u32,
    /// True when they teach without learning in return, as a volunteer or to bank an hour.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_starter: bool,
}

const fn one() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}

/// One person who could teach another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// Who teaches.
    pub teacher: PersonId,
    /// Who learns.
    pub learner: PersonId,
    /// What.
    pub skill: SkillId,
    /// How much it is worth: 100 and how well it fits, from 0 to 100, where one lesson more should count most.
    pub weight: i64,
}

/// How often an offer is taken at most.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seats {
    /// Who teaches.
    pub teacher: PersonId,
    /// What.
    pub skill: SkillId,
    /// To how many people.
    pub seats: u32,
}

/// Two people who are in no ring together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Apart {
    /// One of the two.
    pub one: PersonId,
    /// The other.
    pub other: PersonId,
}

/// The settings of a pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Terms {
    /// How many people a ring or a chain has at most: 2, 3 or 4.
    pub longest: u8,
    /// Whether there are chains.
    pub chains: bool,
    /// How many chains there are at most; as many as are worth it where that is not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most_chains: Option<u32>,
    /// How many people in a thousand accept: a ring is worth this much less for each of its people. 1,000 where worth is
    /// not discounted.
    pub accept: u32,
}

impl Default for Terms {
    fn default() -> Self {
        Self { longest: 4, chains: true, most_chains: None, accept: 1_000 }
    }
}

/// Lessons that follow each other: everyone teaches the next. In a ring the last one teaches the first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ring {
    /// The lessons. Those of a ring begin with the teacher whose id is least; those of a chain with its starter.
    pub lessons: Vec<Lesson>,
}

impl Ring {
    /// True when it begins with a starter and does not return.
    pub fn is_chain(&self) -> bool {
        self.lessons.first().map(|first| &first.teacher) != self.lessons.last().map(|last| &last.learner)
    }

    /// Everyone in it, each once, in order.
    pub fn people(&self) -> impl Iterator<Item = &PersonId> {
        let last = self.lessons.last().filter(|_| self.is_chain()).map(|last| &last.learner);
        self.lessons.iter().map(|lesson| &lesson.teacher).chain(last)
    }

    /// Everyone who learns in it: all but a starter.
    pub fn learners(&self) -> impl Iterator<Item = &PersonId> {
        self.lessons.iter().map(|lesson| &lesson.learner)
    }
}
