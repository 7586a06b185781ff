//! Why an instance cannot be matched at all, or a change cannot be made, and what to write instead.

use super::instance::Pair;
use crate::id::PersonId;
use serde::{Deserialize, Serialize};

/// Something in an instance, or in a change to it, that contradicts itself. Nothing was matched or changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Fault {
    /// Two rows for one mentee.
    #[error("Write `{0}` once in `mentees`.")]
    MenteeTwice(PersonId),
    /// Two rows for one mentor.
    #[error("Write `{0}` once in `mentors`.")]
    MentorTwice(PersonId),
    /// A candidate who is written twice.
    #[error("Write the pair {0} once among the candidates.")]
    CandidateTwice(Pair),
    /// A name that stands nowhere.
    #[error("`{0}` is not in `mentees`. Add a row for them.")]
    NoMentee(PersonId),
    /// A name that stands nowhere.
    #[error("`{0}` is not in `mentors`. Add a row for them.")]
    NoMentor(PersonId),
    /// Somebody as their own mentor.
    #[error("`{0}` cannot be their own mentor. Name somebody else.")]
    Alone(PersonId),
    /// A score that is out of range.
    #[error("Write a `score` from 0 to 1,000 for the pair {0}.")]
    Score(Pair),
    /// A wait that is out of range.
    #[error("Write a `wait` from 0 to 63 for `{0}`.")]
    Wait(PersonId),
    /// A capacity that is out of range.
    #[error("Write a `capacity` from 0 to 1,000 for `{0}`.")]
    Capacity(PersonId),
    /// A pinned pair that is also forbidden.
    #[error("The pair {0} is both pinned and forbidden. Take one of the two back.")]
    PinForbidden(Pair),
    /// A pinned pair that cannot be chosen.
    #[error("The pair {0} is pinned and not among the candidates. Add the candidate, or take the pin back.")]
    PinUnknown(Pair),
    /// Two pinned mentors for one mentee.
    #[error("`{0}` is pinned to two mentors. Keep one of the pins.")]
    PinTwice(PersonId),
    /// More pinned mentees than the mentor takes.
    #[error("`{0}` is pinned to {1} mentees and takes {2} at most. Take a pin back.")]
    PinCapacity(PersonId, u32, u32),
    /// Two previous mentors of one mentee.
    #[error("Write one pair of `{0}` in `previous`.")]
    PreviousTwice(PersonId),
    /// More than the engine takes.
    #[error("At most {0} {1} fit into one matching. Match fewer people at once.")]
    TooMany(u32, String),
    /// Figures that would overflow.
    #[error("So many mentees with so many places for one mentor are more than can be weighed. Match fewer at once.")]
    TooLarge,
}
