//! What the reader may do with a date: asked of the date itself by letting it take the step.

use super::mine::Mine;
use super::page::{About, may_change};
use super::poll::poll;
use crate::rejection::Rejection;
use crate::session::{Occurrence, Saying, Says, Seating};
use crate::text::Prose;
use crate::time::Span;
use serde::{Deserialize, Serialize};

/// So long before the start people are let in.
const DOOR_OPENS: Span = Span::minutes(30);
/// So long after the end the door is still there.
const DOOR_CLOSES: Span = Span::hours(2);
/// So long before the start a host may get the door ready.
const HOSTS_READY: Span = Span::hours(24);

/// What the reader may do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionMoves {
    /// Say whether they come.
    pub answer: bool,
    /// Give up what they have of it.
    pub give_up: bool,
    /// Take the seat that is held for them.
    pub claim: bool,
    /// The most guests that they may bring.
    pub guests: u8,
    /// Change it, call it off, answer for others, add what to read.
    pub change: bool,
    /// Vote for times.
    pub vote: bool,
    /// Settle the poll.
    pub settle: bool,
    /// Ask something.
    pub ask: bool,
    /// Say how it was.
    pub survey: bool,
    /// Check in, or for hosts show the code.
    pub door: bool,
    /// For hosts: say what came of it.
    pub close: bool,
}

impl About<'_> {
    pub(super) fn moves(&self) -> SessionMoves {
        let (reader, session) = (self.reader, self.session);
        let me = &reader.me.id;
        let mine = Mine::of(session, self.occurrence, me);
        let is_host = session.is_host(me);
        let change = may_change(reader, session);
        let poll = poll(reader, session);
        let stands = session.called_off.is_none();
        SessionMoves {
            answer: session.may_answer(me).is_ok()
                && self.may(|date, seating| date.answered(self.going(), seating, self.now())),
            give_up: mine.is_coming()
                && session.may_answer(me).is_ok()
                && self.seating.as_ref().is_some_and(|seating| seating.is_open(self.now())),
            claim: self.may(|date, seating| date.claimed(me, seating, self.now())),
            guests: session.seats.guests,
            change: change && stands,
            vote: session.is_open_to(me) && poll.as_ref().is_some_and(|poll| poll.is_open),
            settle: change && poll.is_some() && stands,
            ask: session.is_open_to(me) && self.seating.as_ref().is_some_and(|seating| seating.is_open(self.now())),
            survey: !is_host && self.may(|date, _| date.surveyed(me, 3, &Prose::default(), self.now())),
            door: self.is_at_door(is_host, mine),
            close: is_host && self.has_started() && self.occurrence.is_none_or(|date| date.closed.is_none()),
        }
    }

    /// What the reader says who comes, with the guests that they have.
    fn going(&self) -> Saying<'_> {
        let person = &self.reader.me.id;
        let guests = self.occurrence.and_then(|date| date.answer_of(person)).map_or(0, |answer| answer.guests);
        Saying { person, says: Says::Going, guests, by: None }
    }

    /// True when the date takes that step.
    fn may(&self, step: impl FnOnce(Occurrence, &Seating) -> Result<Occurrence, Rejection>) -> bool {
        let Some((date, seating)) = self.date.as_ref().zip(self.seating.as_ref()) else { return false };
        let occurrence = self.occurrence.cloned();
        let occurrence = occurrence.unwrap_or_else(|| Occurrence::new(self.session.id.clone(), date.on));
        step(occurrence, seating).is_ok()
    }

    fn has_started(&self) -> bool {
        let date = self.date.as_ref().filter(|date| date.takes_place && self.session.called_off.is_none());
        date.is_some_and(|date| date.starts <= self.now())
    }

    fn is_at_door(&self, is_host: bool, mine: Mine) -> bool {
        let Some(date) = self.date.as_ref().filter(|date| date.takes_place) else { return false };
        let opens = date.starts.before(if is_host { HOSTS_READY } else { DOOR_OPENS });
        let is_time = (opens..=date.ends.after(DOOR_CLOSES)).contains(&self.now());
        let is_coming = is_host || self.session.is_open_to(&self.reader.me.id);
        is_time && is_coming && mine != Mine::No && self.session.called_off.is_none()
    }
}
