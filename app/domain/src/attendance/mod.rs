//! The pages of who was there: the door with its code and its list, the sheet of paper, and the closing of a date. What
//! may be done and what follows from it is in `session`.

mod close_page;
mod door_page;
mod forms;
mod roster;
mod sheet;
#[cfg(test)]
mod tests;

pub use close_page::{CloseChoice, CloseChoices, ClosePage, Proposal, close_page};
pub use door_page::{DoorPage, DoorSide, GuestDoor, HostDoor, ShownCode, door_page};
pub use forms::{
    CheckIn, CheckInForm, CloseDate, CloseForm, Countersign, CountersignForm, TickForm, WalkUpForm, date_of,
};
pub use roster::{Came, RosterLine};
pub use sheet::{SheetLine, SheetPage, sheet_page};

use crate::clocks::Day;
use crate::id::SessionId;
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::session::{CloseStage, Date, Hour, Occurrence, Session};
use crate::time::{Minutes, Timestamp};
use serde::{Deserialize, Serialize};

/// What every one of these pages says first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// Which session.
    pub session: SessionId,
    /// The name of the date, as links have it: "2026-11-18".
    pub on: String,
    /// What it is called.
    pub title: String,
    /// "Wednesday 18 November, 12:30–13:30", on the reader’s clock.
    pub when: String,
    /// The room; empty for none.
    pub room: String,
}

impl Heading {
    /// The page of the date itself.
    pub fn href(&self) -> String {
        format!("/sessions/{}/{}", self.session, self.on)
    }

    /// The door of the date.
    pub fn door(&self) -> String {
        format!("{}/door", self.href())
    }

    /// The closing of the date.
    pub fn close(&self) -> String {
        format!("{}/close", self.href())
    }

    /// The sheet of paper.
    pub fn sheet(&self) -> String {
        format!("{}/sheet", self.href())
    }
}

/// One date of a session as somebody may see it.
pub(crate) struct Seen<'a> {
    pub reader: &'a Reader<'a>,
    pub session: &'a Session,
    pub date: Date,
    pub said: Occurrence,
}

impl<'a> Seen<'a> {
    /// That date; not found where there is none, and for those to whom the session is not open and who were not there.
    pub fn of(reader: &'a Reader<'a>, id: &SessionId, on: Day) -> Result<Self, Rejection> {
        let missing = Rejection::NotFound(Noun::Session);
        let session = reader.org.session(id).ok_or(missing.clone())?;
        let date = session.timing().and_then(|timing| timing.date(on, reader.clocks)).ok_or(missing.clone())?;
        let said = reader.org.occurrence(id, on).cloned().unwrap_or_else(|| Occurrence::new(id.clone(), on));
        let seen = Self { reader, session, date, said };
        let me = &reader.me.id;
        if session.is_open_to(me) || seen.said.was_there(me) { Ok(seen) } else { Err(missing) }
    }

    pub fn is_host(&self) -> bool {
        self.session.is_host(&self.reader.me.id)
    }

    pub fn hour(&self) -> Hour<'_> {
        Hour { session: self.session, date: &self.date, now: self.reader.now() }
    }

    pub fn stage(&self) -> CloseStage {
        self.hour().stage(&self.said)
    }

    pub fn takes_place(&self) -> bool {
        self.date.takes_place && self.session.called_off.is_none()
    }

    /// Refuses all but hosts.
    pub fn for_hosts(self) -> Result<Self, Rejection> {
        if self.is_host() {
            return Ok(self);
        }
        Err(Rejection::Forbidden("Only those who hold it see this.".into()))
    }

    pub fn time(&self, at: Timestamp) -> String {
        self.reader.clocks.time(&self.reader.me.zone, at)
    }

    pub fn heading(&self) -> Heading {
        let starts = self.reader.clocks.wall(&self.reader.me.zone, self.date.starts);
        let (from, to) = (self.time(self.date.starts), self.time(self.date.ends));
        Heading {
            session: self.session.id.clone(),
            on: self.date.on.iso(),
            title: self.session.title.as_str().to_owned(),
            when: format!("{}, {from}–{to}", starts.day.in_full()),
            room: self.date.place(&self.session.place).room.as_str().to_owned(),
        }
    }

    /// How long it was to take.
    pub fn length(&self) -> Minutes {
        let minutes = self.date.ends.since(self.date.starts).0 / 60_000;
        Minutes(u16::try_from(minutes).unwrap_or(u16::MAX))
    }
}
