//! Why an instance cannot be planned at all, and what to write instead.

use super::instance::Pick;
use crate::clocks::Day;
use crate::id::{PersonId, SkillId};
use serde::{Deserialize, Serialize};

/// Something in an instance that contradicts itself. Nothing was planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Fault {
    /// Dates repeat or fall.
    #[error("Write `dates` in ascending order, each once.")]
    Dates,
    /// A row of hours does not fit the dates.
    #[error(
        "Give `{0}` as many numbers in `learning` and in `teaching` as there are dates: free quarter hours until each \
         date, from 0 to 1,000,000, never falling."
    )]
    Hours(PersonId),
    /// Two rows for one person.
    #[error("Write `{0}` once in `people`.")]
    PersonTwice(PersonId),
    /// Two rows for one skill.
    #[error("Write `{0}` once in `skills`.")]
    SkillTwice(SkillId),
    /// A due date that is none of the dates.
    #[error("Add the due date of `{0}`, day {day}, to `dates`.", day = .1.0)]
    Due(SkillId, Day),
    /// More seats than anybody fills.
    #[error("Write from 0 to 1,000 `seats` for `{0}`.")]
    Seats(SkillId),
    /// Two lessons that are the same.
    #[error("Write the lesson {0} once in `lessons`.")]
    LessonTwice(Pick),
    /// A lesson that names nobody known.
    #[error("The lesson {0} names `{1}`, which is not in `people` or `skills`. Add a row for it.")]
    Unknown(Pick, String),
    /// Somebody teaching themself.
    #[error("In the lesson {0} learner and teacher are one. Name somebody else.")]
    Alone(Pick),
    /// Figures of a lesson that make no sense.
    #[error("The lesson {0} needs `learning` and `teaching` from 0 to 1,000,000 and `cost` from 0 to 1,000,000,000.")]
    Figures(Pick),
    /// Settings that make no sense.
    #[error("In `terms`, write {0}.")]
    Terms(String),
    /// More than the engine takes.
    #[error("At most {0} {1} fit into one plan. Plan fewer skills at once.")]
    TooMany(u32, String),
    /// A pinned lesson that is also forbidden.
    #[error("The lesson {0} is both pinned and forbidden. Take one of the two back.")]
    PinForbidden(Pick),
    /// A pinned lesson that cannot be.
    #[error("The lesson {0} is pinned and cannot be: {1} Take the pin back, or change that.")]
    PinImpossible(Pick, String),
    /// What pinned lessons build on finds no room beside them.
    #[error("What the pinned lessons build on does not fit beside them. Take a pin back.")]
    PinsBefore,
    /// Two pinned teachers for one learner and skill.
    #[error("`{0}` is pinned to learn `{1}` from two teachers. Keep one of the pins.")]
    PinTwoTeachers(PersonId, SkillId),
    /// More pinned lessons than somebody takes.
    #[error("`{0}` is pinned to take {1} lessons; the most is {2}. Take a pin back.")]
    PinLessons(PersonId, u32, u32),
    /// More pinned lessons than somebody gives.
    #[error("`{0}` is pinned to give {1} lessons; the most is {2}. Take a pin back.")]
    PinMentees(PersonId, u32, u32),
    /// Pinned lessons that take more than somebody has.
    #[error(
        "The pinned lessons of `{person}` take {needs} quarter hours until day {}, and there are {has} free. Take a pin \
         back, or find more hours.", .by.0
    )]
    PinHours {
        /// Who has too little time.
        person: PersonId,
        /// Quarter hours that the pins take.
        needs: i64,
        /// Quarter hours that are free.
        has: i64,
        /// Until when.
        by: Day,
    },
}

impl std::fmt::Display for Pick {
    /// "of `amara` from `noor` in `backup-restore`".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.teacher {
            Some(teacher) => write!(f, "of `{}` from `{teacher}` in `{}`", self.learner, self.skill),
            None => write!(f, "of `{}` from a course in `{}`", self.learner, self.skill),
        }
    }
}
