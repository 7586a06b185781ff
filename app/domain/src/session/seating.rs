//! By what the seats of one date go: how many there are, until when people answer, how long one is held.

use super::{Date, Session};
use crate::id::PersonId;
use crate::rejection::{Noun, Rejection};
use crate::time::{Minutes, Span, Timestamp};

/// By what the seats of one date go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seating {
    /// How many people may come, guests among them; `None` for as many as like.
    pub capacity: Option<u32>,
    /// The most guests that one person brings.
    pub guests: u8,
    /// Answers close then.
    pub closes_at: Timestamp,
    /// How long a seat is held for whoever moves up; nothing, and they have it at once.
    pub claim_within: Minutes,
    /// When it starts.
    pub starts: Timestamp,
    /// False when it was called off.
    pub takes_place: bool,
}

impl Seating {
    /// True while seats change hands: from when it is settled until it starts, unless it was called off.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.takes_place && now < self.starts
    }

    /// Until when a seat that opens now is held.
    pub fn held_until(&self, now: Timestamp) -> Timestamp {
        now.after(Span::minutes(i64::from(self.claim_within.0))).min(self.starts)
    }

    /// Refuses what comes after the start, and on a date that was called off.
    pub(super) fn still_ahead(&self, now: Timestamp) -> Result<(), Rejection> {
        if !self.takes_place {
            return Err(Rejection::Conflict("This date was called off. Its line is closed.".into()));
        }
        if now >= self.starts {
            let words = "It has begun. Go there: the host writes down everybody who comes.";
            return Err(Rejection::Conflict(words.into()));
        }
        Ok(())
    }

    /// The same, and what comes after answers closed.
    pub(super) fn takes_answers(&self, now: Timestamp) -> Result<(), Rejection> {
        self.still_ahead(now)?;
        if now >= self.closes_at {
            let words = "Answers are closed. You can still say that you do not come; for a seat, write to the host.";
            return Err(Rejection::Conflict(words.into()));
        }
        Ok(())
    }
}

impl Session {
    /// By what the seats of `date` go.
    pub fn seating(&self, date: &Date) -> Seating {
        Seating {
            capacity: self.seats.capacity,
            guests: self.seats.guests,
            closes_at: date.starts.before(Span::minutes(i64::from(self.seats.closes_before.0))),
            claim_within: self.seats.claim_within,
            starts: date.starts,
            takes_place: date.takes_place && self.called_off.is_none(),
        }
    }

    /// Passes those who may have a seat. Not found for those to whom it is not open; refuses its hosts, who need none.
    pub fn may_sit(&self, person: &PersonId) -> Result<(), Rejection> {
        if !self.is_open_to(person) {
            return Err(Rejection::NotFound(Noun::Session));
        }
        if self.is_host(person) {
            return Err(Rejection::Conflict("Hosts need no seat: you are expected.".into()));
        }
        Ok(())
    }
}
