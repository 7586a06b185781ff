//! Which dates of a session lie where.

use crate::clocks::{Clocks, Day};
use crate::session::{Change, Date, Session, Timing};
use crate::time::Timestamp;

/// Clocks on the earth are at most so many days from UTC.
const AROUND: i64 = 2;

/// The dates that begin from `from` on and before `until`, the earliest first; those called off too.
pub(crate) fn dates_between(session: &Session, (from, until): (Timestamp, Timestamp), clocks: &Clocks) -> Vec<Date> {
    let Some(timing) = session.timing() else { return Vec::new() };
    let (first, last) = (Day::utc(from).plus(-AROUND), Day::utc(until).plus(AROUND));
    let days = timing.days().into_iter().filter(|on| {
        let day = day_of(timing, *on);
        first <= day && day <= last
    });
    let mut dates: Vec<Date> = days.map(|on| timing.date_on(on, clocks)).collect();
    dates.retain(|date| from <= date.starts && date.starts < until);
    dates.sort_by_key(|date| (date.starts, date.on));
    dates
}

/// The next date that takes place and is not over; the last one when there is none to come.
pub(crate) fn next_date(session: &Session, clocks: &Clocks) -> Option<Date> {
    let timing = session.timing()?;
    let today = Day::utc(clocks.now).plus(-AROUND);
    let days = timing.days();
    let coming = days.iter().filter(|on| day_of(timing, **on) >= today);
    let mut coming: Vec<Date> = coming.map(|on| timing.date_on(*on, clocks)).collect();
    coming.retain(|date| date.ends > clocks.now);
    coming.sort_by_key(|date| (!date.takes_place, date.starts));
    coming.into_iter().next().or_else(|| days.last().map(|on| timing.date_on(*on, clocks)))
}

/// The day on which the date named `on` really is, on clocks of the event.
fn day_of(timing: &Timing, on: Day) -> Day {
    let change = timing.exceptions.iter().find(|exception| exception.on == on).map(|exception| &exception.change);
    match change {
        Some(Change::Moved { day, .. }) => *day,
        Some(Change::CalledOff) | None => on,
    }
}
