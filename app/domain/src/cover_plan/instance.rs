//! What a plan is made from, written so that another solver can read it too.

use super::terms::Terms;
use crate::clocks::Day;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::skill::Criticality;
use serde::{Deserialize, Serialize};

/// Days in a week.
pub(super) const WEEK: i64 = 7;

/// One planning problem. The order of its rows does not matter to the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instance {
    /// The dates until which free time is counted, ascending. Every due date is one of them.
    pub dates: Vec<Day>,
    /// Who may learn or teach.
    pub people: Vec<Colleague>,
    /// What is to be covered.
    pub skills: Vec<Need>,
    /// What could be chosen.
    pub lessons: Vec<Lesson>,
    /// Lessons that the plan must hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pins: Vec<Pick>,
    /// Lessons that it must not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forbids: Vec<Pick>,
    /// The settings.
    #[serde(default)]
    pub terms: Terms,
}

/// Somebody's free time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Colleague {
    /// Who.
    pub id: PersonId,
    /// Free quarter hours to learn until each of the dates; never falling.
    pub learning: Vec<i64>,
    /// Free quarter hours to teach until each of the dates; never falling.
    pub teaching: Vec<i64>,
    /// How many lessons they give at most; the setting where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mentees: Option<u32>,
}

/// A skill that has too few people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Which.
    pub id: SkillId,
    /// How many more people it needs.
    pub seats: u32,
    /// By when; one of the dates.
    pub due: Day,
    /// How bad it is when nobody knows it; sets the price of an empty seat.
    #[serde(default)]
    pub criticality: Criticality,
    /// Why lessons that one might expect are missing: the candidates that were left after each filter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sieves: Vec<Sieve>,
    /// How many more pairs there are, which were left out because enough others are cheaper.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cut: u32,
    /// What each of these costs at least; 0 where that is not known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cut_cost: i64,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// How many candidates a filter left over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sieve {
    /// The filter.
    pub filter: Dropped,
    /// How many candidates were left after it.
    pub left: u32,
}

/// Why a lesson cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dropped {
    /// Nobody who works here is below the target.
    NoLearner,
    /// Nobody who works here can teach it with enough confidence.
    NoTeacher,
    /// The learner, or the teacher, leaves before it is due.
    Leaves,
    /// The learner lacks a skill that it builds on, and no lesson in it is planned in time.
    Before,
    /// Its steps take more weeks than there are until it is due.
    Weeks,
    /// The two share too little of the day.
    Overlap,
    /// The learner has too few free hours until it is due.
    LearnerHours,
    /// The teacher has too few.
    TeacherHours,
    /// The planner forbade it.
    Forbidden,
}

impl Dropped {
    /// The same as a sentence.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::NoLearner => "everybody who works here is at the target already.",
            Self::NoTeacher => "nobody here can teach it with enough confidence.",
            Self::Leaves => "one of the two leaves before it is due.",
            Self::Before => "it builds on a skill that the learner lacks and cannot learn in time.",
            Self::Weeks => "its steps take more weeks than there are until it is due.",
            Self::Overlap => "the two share too little of the day.",
            Self::LearnerHours => "the learner has too few free hours until it is due.",
            Self::TeacherHours => "the teacher has too few free hours until it is due.",
            Self::Forbidden => "it is forbidden.",
        }
    }
}

/// One learner taught one skill: what a plan chooses from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// What is learned.
    pub skill: SkillId,
    /// Who learns.
    pub learner: PersonId,
    /// Who teaches; `None` for a course from outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub teacher: Option<PersonId>,
    /// The learner's quarter hours.
    pub learning: i64,
    /// The teacher's quarter hours.
    #[serde(default)]
    pub teaching: i64,
    /// What it costs, in tenths of a quarter hour.
    pub cost: i64,
    /// Quarter hours of a day that suit both; `None` where that does not matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overlap: Option<i64>,
    /// A skill that the learner has to learn in this plan as well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<SkillId>,
    /// What the learner knows now.
    #[serde(default)]
    pub from: Level,
    /// True when the learner wants it.
    #[serde(default)]
    pub is_wanted: bool,
    /// The first day by which it can be learned, whatever the hours: it is chosen only when that is no later than the
    /// skill is due. `None` where that does not matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<Day>,
    /// The level that it leads to, where that is not the target of its skill: it is learned for what builds on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Level>,
}

/// A lesson named by hand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pick {
    /// Who learns.
    pub learner: PersonId,
    /// Who teaches; `None` for a course from outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub teacher: Option<PersonId>,
    /// What.
    pub skill: SkillId,
}

impl Lesson {
    /// The names of the three.
    pub fn pick(&self) -> Pick {
        Pick { learner: self.learner.clone(), teacher: self.teacher.clone(), skill: self.skill.clone() }
    }

    /// How many weeks later than `due` it could be learned at the earliest; 0 when it can be learned in time.
    pub fn weeks_late(&self, due: Day) -> i64 {
        self.earliest.map_or(0, |earliest| (earliest.0 - due.0 + WEEK - 1).max(0) / WEEK)
    }
}
