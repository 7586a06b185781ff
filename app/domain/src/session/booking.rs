//! Whether a room and hosts are free at the dates of a session. A taken room is refused; a host who has something else
//! only until whoever plans it says that it is so on purpose.

use super::{Date, Session};
use crate::clocks::Clocks;
use crate::free_time::{Busy, BusyWith, busy, dates};
use crate::id::{PersonId, slug};
use crate::org::Org;
use crate::rejection::Rejection;
use crate::time::{Timestamp, Zone};

/// A session that is to stand at some of its dates.
#[derive(Clone, Copy)]
pub struct Booking<'a> {
    /// What else there is.
    pub org: &'a Org,
    /// As it is to be.
    pub session: &'a Session,
    /// The dates that are new or other than before.
    pub dates: &'a [Date],
    /// Who plans it: they read only what they may see.
    pub by: &'a PersonId,
    /// What the clocks show.
    pub clocks: &'a Clocks<'a>,
}

/// The name of a room by which two bookings of it are told to be of the same one; empty for none.
pub fn room_key(room: &str) -> String {
    slug(room)
}

impl Booking<'_> {
    /// Refuses a room that is taken, with what stands there.
    pub fn room_is_free(&self) -> Result<(), Rejection> {
        let Some(span) = self.span() else { return Ok(()) };
        let others = self.org.sessions().filter(|other| other.id != self.session.id && other.called_off.is_none());
        for other in others {
            let taken: Vec<(Date, String)> = rooms(other, span, self.clocks);
            for date in self.upcoming() {
                let room = date.place(&self.session.place).room.as_str();
                let key = room_key(room);
                let clash = taken.iter().find(|(there, theirs)| {
                    !key.is_empty() && *theirs == key && there.starts < date.ends && date.starts < there.ends
                });
                if let Some((there, _)) = clash {
                    let what = self.title(other, (there.starts, there.ends));
                    let words = format!("{room} is taken then: {what}. Choose another room or another time.");
                    return Err(Rejection::invalid("room", words));
                }
            }
        }
        Ok(())
    }

    /// Refuses a host who has something else at one of the dates, with what that is.
    pub fn hosts_are_free(&self) -> Result<(), Rejection> {
        let Some(span) = self.span() else { return Ok(()) };
        for host in &self.session.hosts {
            let own = BusyWith::Session(self.session.id.clone());
            let taken: Vec<Busy> = busy(self.org, host, span, self.clocks);
            let clash = taken
                .iter()
                .filter(|busy| busy.with != own)
                .find(|busy| self.upcoming().any(|date| busy.overlaps(date.starts, date.ends)));
            if let Some(busy) = clash {
                let times = (busy.starts, busy.ends);
                let what = match &busy.with {
                    BusyWith::Exchange(_) => format!("a meeting, {}", self.when(times)),
                    BusyWith::Session(id) => match self.org.session(id) {
                        Some(other) => self.title(other, times),
                        None => self.when(times),
                    },
                };
                let name = self.org.name_of(host);
                let words = format!("{name} has something else then: {what}. Choose another time, or confirm it.");
                return Err(Rejection::invalid("despite_overlaps", words));
            }
        }
        Ok(())
    }

    fn upcoming(&self) -> impl Iterator<Item = &Date> {
        self.dates.iter().filter(|date| date.takes_place && date.ends > self.clocks.now)
    }

    /// From the start of the first date to the end of the last.
    fn span(&self) -> Option<(Timestamp, Timestamp)> {
        let starts = self.upcoming().map(|date| date.starts).min()?;
        Some((starts, self.upcoming().map(|date| date.ends).max()?))
    }

    /// "“Allergens in plain words”, Thursday 19 November 12:30 to 13:15"; without its name when it is not theirs to see.
    fn title(&self, other: &Session, times: (Timestamp, Timestamp)) -> String {
        let when = self.when(times);
        if other.is_open_to(self.by) { format!("“{}”, {when}", other.title) } else { format!("a session, {when}") }
    }

    fn when(&self, (starts, ends): (Timestamp, Timestamp)) -> String {
        let utc = Zone::utc();
        let zone = self.session.timing().map_or(&utc, |timing| &timing.zone);
        let day = self.clocks.wall(zone, starts).day.in_full();
        format!("{day} {} to {}", self.clocks.time(zone, starts), self.clocks.time(zone, ends))
    }
}

/// The dates of a session within a time, with the rooms in which they are.
fn rooms(session: &Session, span: (Timestamp, Timestamp), clocks: &Clocks) -> Vec<(Date, String)> {
    let has_rooms = !room_key(session.place.room.as_str()).is_empty()
        || session.timing().is_some_and(|timing| !timing.exceptions.is_empty());
    if !has_rooms || dates(session, span, clocks).next().is_none() {
        return Vec::new();
    }
    let timing = session.timing().into_iter();
    let all = timing.flat_map(|timing| timing.dates(clocks)).filter(|date| date.takes_place);
    all.map(|date| {
        let room = room_key(date.place(&session.place).room.as_str());
        (date, room)
    })
    .collect()
}
