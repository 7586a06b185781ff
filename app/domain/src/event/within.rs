//! What happened inside of a program, as far as the log tells it. Events from before this was told leave it out.

use crate::program::{Outcome, Participant, Reach, Standing};
use serde::{Deserialize, Serialize};

/// What came of somebody in a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moved {
    /// They were asked to join.
    Invited,
    /// They said no to that.
    Declined,
    /// They asked to join.
    Applied,
    /// What they asked was declined.
    TurnedDown,
    /// They wait for a seat.
    Waits,
    /// They joined.
    Joined,
    /// They got a seat that they had waited for.
    Seated,
    /// They are in it no more.
    Left,
    /// They finished a step.
    Stepped,
    /// They came to their next stage.
    MovedOn,
    /// They are through with it.
    Finished,
    /// They are in it as something else.
    RoleChanged,
}

impl Moved {
    /// What somebody went through who was `before` and is `after`.
    pub fn between(before: Option<&Participant>, after: &Participant) -> Self {
        match (&after.standing, before) {
            (now, Some(before)) if before.standing == *now => Self::inside(before, after),
            (Standing::Left, Some(Participant { standing: Standing::Invited { .. }, .. })) => Self::Declined,
            (Standing::Left, Some(Participant { standing: Standing::Applied, decisions, .. }))
                if decisions.len() < after.decisions.len() =>
            {
                Self::TurnedDown
            }
            (Standing::Inside, Some(Participant { standing: Standing::Waiting, .. })) => Self::Seated,
            (Standing::Invited { .. }, _) => Self::Invited,
            (Standing::Applied, _) => Self::Applied,
            (Standing::Waiting, _) => Self::Waits,
            (Standing::Inside, _) => Self::Joined,
            (Standing::Left, _) => Self::Left,
            (Standing::Finished, _) => Self::Finished,
        }
    }

    /// What they went through without coming or going.
    fn inside(before: &Participant, after: &Participant) -> Self {
        if before.role != after.role {
            Self::RoleChanged
        } else if before.done.len() < after.done.len() {
            Self::Stepped
        } else {
            Self::MovedOn
        }
    }
}

/// What came of a change that was put off to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Awaited {
    /// It waits for its day.
    Scheduled,
    /// Its day came, and it is live.
    Published,
    /// Its day came, and it could not be saved.
    Refused,
    /// Somebody called it off.
    CalledOff,
}

impl From<&Outcome> for Awaited {
    fn from(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Waits => Self::Scheduled,
            Outcome::Applied { .. } => Self::Published,
            Outcome::Refused { .. } => Self::Refused,
            Outcome::Cancelled { .. } => Self::CalledOff,
        }
    }
}

/// What came of letting a version out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum LetOut {
    /// It reaches more people.
    Further {
        /// Whom it reaches now.
        reach: Reach,
    },
    /// It goes no further.
    Stopped,
}

/// What came of somebody's changes that were not live, by another's hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DraftMoved {
    /// Another admin has them now.
    TakenOver,
    /// They are gone: their owner has left.
    Dropped,
}
