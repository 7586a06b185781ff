//! Why a pool cannot be cleared at all, and what to write instead.

use crate::id::{PersonId, SkillId};
use serde::{Deserialize, Serialize};

/// Something in an instance that contradicts itself. Nothing was solved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Fault {
    /// Two rows for one person.
    #[error("Write `{0}` once in `people`.")]
    PersonTwice(PersonId),
    /// More places than anybody takes.
    #[error("Write from 0 to 8 `places` for `{0}`.")]
    Places(PersonId),
    /// A wish for oneself.
    #[error("`{0}` cannot teach themself `{1}`. Name somebody else.")]
    Alone(PersonId, SkillId),
    /// A row that names nobody known.
    #[error("`{0}` is not in `people`. Add a row for them.")]
    Unknown(PersonId),
    /// Two lessons between the same two people.
    #[error("`{0}` teaches `{1}` in two rows of `lessons`. Keep the better one.")]
    LessonTwice(PersonId, PersonId),
    /// A weight that makes no sense.
    #[error("The lesson of `{1}` from `{0}` needs a `weight` from 1 to 1,000,000.")]
    Weight(PersonId, PersonId),
    /// Two rows for one offer.
    #[error("Write the seats of `{0}` in `{1}` once.")]
    SeatsTwice(PersonId, SkillId),
    /// Somebody kept apart from themself.
    #[error("`{0}` cannot be kept apart from themself. Name two people.")]
    ApartFromThemself(PersonId),
    /// Settings that make no sense.
    #[error("In `terms`, write {0}.")]
    Terms(String),
    /// More than the engine takes.
    #[error("At most {0} {1} are cleared at once. Clear fewer people, allow shorter rings, or keep fewer lessons.")]
    TooMany(u32, String),
    /// A standing ring that cannot be.
    #[error("A standing ring of `{0}` is no ring of this pool: {1}.")]
    Standing(PersonId, String),
}
