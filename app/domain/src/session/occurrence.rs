//! One date of a session: who comes, who waits in line, who was there, what came of it. One record, so that whatever
//! must hold across people is decided in one place.
//!
//! Seats go by the order of answers. When a date is full, who says “going” gets a place in line that they can see; a seat
//! that opens is held for the first in line until they take it or their time is over, then for the next.

use super::close_out::CloseOut;
use super::told::Told;
use crate::clocks::Day;
use crate::id::{PersonId, SessionId};
use crate::text::Prose;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// One date of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurrence {
    /// Of which session.
    pub session: SessionId,
    /// Its name: the day on which the rule puts it.
    pub on: Day,
    /// What people said, one answer a person, by their place in the order of answers.
    #[serde(default)]
    pub answers: Vec<Answer>,
    /// The number that the next answer gets.
    #[serde(default)]
    pub next: u64,
    /// Who was there.
    #[serde(default)]
    pub attended: Vec<Attended>,
    /// What people ask before.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Who was told what of it, oldest first: each thing once, written with its cause.
    #[serde(default)]
    pub told: Vec<Told>,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<CloseOut>,
}

/// What somebody said about coming.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Who.
    pub person: PersonId,
    /// What.
    pub says: Says,
    /// How many guests they bring.
    #[serde(default)]
    pub guests: u8,
    /// What they have of the room.
    pub seat: Seat,
    /// Their place in the order of answers; a new one when they had said no and come back.
    pub number: u64,
    /// When they last said so.
    pub at: Timestamp,
    /// Who said it for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
}

/// What one says about coming.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// I come.
    Going,
    /// Perhaps; that takes no seat.
    Maybe,
    /// I do not come.
    NotGoing,
}

/// What somebody has of the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "has", rename_all = "snake_case")]
pub enum Seat {
    /// Nothing: they do not come, or only perhaps.
    Nothing,
    /// A seat.
    Seat,
    /// A place in line.
    InLine,
    /// A seat is held for them.
    Held {
        /// Until then.
        until: Timestamp,
    },
    /// A seat was held for them, and they did not take it in time; they may ask again.
    Lapsed,
}

/// That somebody was there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attended {
    /// Who.
    pub person: PersonId,
    /// How it is known.
    pub door: Door,
    /// When they came in, as the device says that noted it.
    pub at: Timestamp,
    /// Who noted it, when they did not themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
}

/// How it is known that somebody was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// They scanned or typed the code at the door.
    Code,
    /// The host ticked them off.
    Host,
    /// The host wrote them in: they had not answered.
    WalkUp,
}

/// What somebody asks before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its number on this date.
    pub number: u32,
    /// Who asked; hosts and readers see no name when `is_unnamed`.
    pub by: PersonId,
    /// Asked without a name.
    #[serde(default)]
    pub is_unnamed: bool,
    /// What.
    pub text: Prose,
    /// When.
    pub at: Timestamp,
    /// Who would like it answered too.
    #[serde(default)]
    pub votes: Vec<PersonId>,
    /// What a host replied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<Replied>,
}

/// What a host replied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replied {
    /// Who.
    pub by: PersonId,
    /// What.
    pub text: Prose,
    /// When.
    pub at: Timestamp,
}

impl Occurrence {
    /// One of which nobody has said anything.
    pub const fn new(session: SessionId, on: Day) -> Self {
        Self {
            session,
            on,
            answers: Vec::new(),
            next: 0,
            attended: Vec::new(),
            questions: Vec::new(),
            told: Vec::new(),
            closed: None,
        }
    }

    /// True while nobody has said anything of it and nobody was told anything.
    pub fn is_untouched(&self) -> bool {
        *self == Self::new(self.session.clone(), self.on)
    }

    /// What `person` said.
    pub fn answer_of(&self, person: &PersonId) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.person == *person)
    }

    /// True when `person` was there.
    pub fn was_there(&self, person: &PersonId) -> bool {
        self.attended.iter().any(|attended| attended.person == *person)
    }
}
