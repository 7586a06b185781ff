//! The answer: what to do, what it takes, what stays open, and the proof.

use super::instance::Lesson;
use crate::id::SkillId;
use serde::{Deserialize, Serialize};

/// A plan with its proof.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The chosen lessons, by skill, learner and teacher.
    pub lessons: Vec<Lesson>,
    /// Seats that stay empty, by skill.
    pub empty: Vec<Empty>,
    /// What it costs with the price of empty seats, in tenths of a quarter hour.
    pub cost: i64,
    /// No plan costs less than this.
    pub bound: i64,
    /// The same of plans that may also hold pairs that were left out.
    #[serde(default)]
    pub wide_bound: i64,
    /// True when no plan costs less than this one.
    pub is_proven: bool,
    /// True when somebody stopped the search.
    pub is_stopped: bool,
    /// What the bound rests on.
    pub certificate: Certificate,
    /// How much work it was.
    pub stats: Stats,
}

impl Plan {
    /// Quarter hours of learners and teachers together.
    pub fn quarters(&self) -> i64 {
        self.lessons.iter().map(|lesson| lesson.learning + lesson.teaching).sum()
    }

    /// How many seats stay empty.
    pub fn empty_seats(&self) -> u32 {
        self.empty.iter().map(|empty| empty.seats).sum()
    }

    /// How much of the cost might be saved at most, in hundredths of a percent, rounded up.
    pub fn gap(&self) -> i64 {
        self.open(self.bound)
    }

    /// The same with the pairs that were left out.
    pub fn wide_gap(&self) -> i64 {
        self.open(self.wide_bound)
    }

    fn open(&self, bound: i64) -> i64 {
        let open = i128::from(self.cost) - i128::from(bound);
        let parts = (open * 10_000 + i128::from(self.cost.max(1)) - 1) / i128::from(self.cost.max(1));
        i64::try_from(parts).unwrap_or(i64::MAX)
    }
}

/// Seats that no lesson of the plan fills.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Empty {
    /// Of which skill.
    pub skill: SkillId,
    /// How many.
    pub seats: u32,
}

/// How much work a plan took, in the same units on every machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stats {
    /// The version of the engine, which decides among equal plans.
    pub engine: u32,
    /// Lessons that could be chosen at all.
    pub lessons: u32,
    /// Pairs that were left out before, because enough others are cheaper; `bound` does not know them.
    #[serde(default)]
    pub cut: u32,
    /// Parts that share nobody.
    pub parts: u32,
    /// Branches looked at.
    pub nodes: u32,
    /// Times that prices were moved.
    pub rounds: u32,
    /// Steps of work.
    pub work: u64,
}

/// What a bound rests on: each part's branches with their prices. Lessons and skills are numbered from 0 in the order of
/// the sorted instance: skills by id; lessons by skill, learner, teacher. Lessons in no part can never be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The parts. Skills in none of them have no lesson.
    pub parts: Vec<Part>,
}

/// Skills and lessons that share people with each other and with no others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its skills.
    pub skills: Vec<u32>,
    /// Its lessons.
    pub lessons: Vec<u32>,
    /// Branches that together cover every plan.
    pub leaves: Vec<Leaf>,
}

/// One branch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaf {
    /// What is decided in it, the first decision first.
    pub decisions: Vec<Decision>,
    /// For each skill of the part, the price of a seat, in 256ths of the unit of costs; from 0 to an empty seat's price.
    pub seats: Vec<i64>,
    /// For each lesson of the part, what its learner pays its teacher, in the same unit; 0 for courses.
    pub pairs: Vec<i64>,
}

/// One decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The number of a lesson.
    pub lesson: u32,
    /// True when it is about the learner and the skill, whoever teaches.
    pub any_teacher: bool,
    /// Chosen, or left out.
    pub is_taken: bool,
}
