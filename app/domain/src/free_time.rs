//! When somebody is free: what suits them, working hours, absences, and what they have agreed here.
//!
//! Nobody's calendar is read: what somebody does outside Kith is not known here.

use crate::clocks::Clocks;
use crate::id::{ExchangeId, PersonId, SessionId};
use crate::org::Org;
use crate::person::Person;
use crate::session::{Occurrence, Seat, Session};
use crate::time::{Minutes, Span, Timestamp};

/// Meetings start on the half hour.
pub const STEP: u16 = 30;

/// Nobody is asked to meet sooner than this.
pub const NOTICE: Span = Span::hours(2);

/// The first and last start when what suits one does not suit the other.
pub const WORKING_HOURS: (u16, u16) = (8 * 60, 18 * 60);

/// Something that somebody has agreed or been asked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Busy {
    /// From then.
    pub starts: Timestamp,
    /// Until then.
    pub ends: Timestamp,
    /// With what.
    pub with: BusyWith,
}

/// What somebody is busy with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BusyWith {
    /// One colleague teaches another.
    Exchange(ExchangeId),
    /// A session that they hold, or at which they have a seat.
    Session(SessionId),
}

impl Busy {
    /// True when it takes some of the time from `starts` to `ends`.
    pub fn overlaps(&self, starts: Timestamp, ends: Timestamp) -> bool {
        self.starts < ends && starts < self.ends
    }
}

/// What `person` has agreed, been asked to at a time, holds, or has a seat at, that is not over at `from` and begins
/// before `until`; the earliest first.
pub fn busy(org: &Org, person: &PersonId, (from, until): (Timestamp, Timestamp), clocks: &Clocks) -> Vec<Busy> {
    // Once both agreed it is a session.
    let asked = org.exchanges().filter(|one| one.session.is_none() && one.is_open());
    let exchanges = asked.filter(|one| one.side_of(person).is_ok());
    let exchanges = exchanges.filter_map(|one| {
        let (starts, ends) = one.starts_at.zip(one.ends_at())?;
        Some(Busy { starts, ends, with: BusyWith::Exchange(one.id.clone()) })
    });
    let held = org.sessions_of(person).filter(|session| session.is_host(person));
    let held = held.flat_map(|session| dates(session, (from, until), clocks));
    let seats = org.dates_of(person).filter(|(_, date)| has_seat(date, person));
    let seats = seats.filter_map(|(session, occurrence)| {
        let date = session.timing()?.date(occurrence.on, clocks)?;
        let takes_place = date.takes_place && session.called_off.is_none() && !session.is_host(person);
        takes_place.then(|| Busy { starts: date.starts, ends: date.ends, with: BusyWith::Session(session.id.clone()) })
    });
    let mut all: Vec<Busy> = exchanges.chain(held).chain(seats).filter(|busy| busy.overlaps(from, until)).collect();
    all.sort_by_key(|busy| (busy.starts, busy.ends));
    all
}

/// True when a meeting that starts at `at` starts within `window` of a workday on the clock of `person`.
pub fn starts_within(person: &Person, (first, last): (u16, u16), at: Timestamp, clocks: &Clocks) -> bool {
    let wall = clocks.wall(&person.zone, at);
    wall.day.is_workday() && (first..=last).contains(&wall.minute)
}

/// The moment so many minutes after `at`.
pub fn ends(at: Timestamp, length: Minutes) -> Timestamp {
    at.after(Span::minutes(i64::from(length.0)))
}

/// The dates of a session that take place within a time.
pub(crate) fn dates<'a>(
    session: &'a Session,
    (from, until): (Timestamp, Timestamp),
    clocks: &'a Clocks<'a>,
) -> impl Iterator<Item = Busy> + 'a {
    let timing = session.timing().filter(|_| session.called_off.is_none());
    let dates = timing.into_iter().flat_map(|timing| timing.dates(clocks)).filter(|date| date.takes_place);
    let busy =
        dates.map(|date| Busy { starts: date.starts, ends: date.ends, with: BusyWith::Session(session.id.clone()) });
    busy.filter(move |busy| busy.overlaps(from, until))
}

fn has_seat(date: &Occurrence, person: &PersonId) -> bool {
    date.answer_of(person).is_some_and(|answer| matches!(answer.seat, Seat::Seat | Seat::Held { .. }))
}
