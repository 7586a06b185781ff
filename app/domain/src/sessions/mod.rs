//! Sessions on the page: the calendar, one date of a session, the form with which one is planned, and the lines that
//! stand on other pages.
//!
//! What may be done is asked of `session` itself, never decided here. Times stand on the reader's clock, with those of
//! the event beside them.

mod calendar;
mod calendar_query;
mod cells;
mod dates;
mod entry;
mod find;
mod form;
mod form_of;
mod form_page;
#[cfg(test)]
mod form_tests;
mod mine;
mod moves;
mod page;
mod parts;
mod poll;
mod preview;
mod questions;
mod said;
mod seats;
mod series;
#[cfg(test)]
mod tests;
mod tools;
mod when;
mod words;

pub use calendar::{CalendarPage, DayGroup, calendar_page};
pub use calendar_query::{CalendarQuery, CalendarView};
pub use cells::{CalendarCell, CalendarRow};
pub(crate) use dates::dates_between;
pub use entry::{Entry, EntryKind};
pub(crate) use entry::{coming_for, coming_of_program, session_entry};
pub use find::{FindQuery, FoundTime, found_times};
pub use form::{FormLists, SessionForm};
pub use form_page::{FormPage, FormQuery, form_page};
pub(crate) use mine::Mine;
pub use moves::SessionMoves;
pub use page::{HostLine, MaterialLine, MyPart, PlaceCard, SessionPage, session_page};
pub use poll::{ChoiceLine, PollCard};
pub use preview::{DatesPreview, PreviewLine};
pub use questions::QuestionLine;
pub use said::{date_named, parse_guests, parse_material, parse_says, parse_useful, parse_votes};
pub use seats::{SeatState, SeatsCard};
pub use series::DateLine;
pub use tools::{AnswerLine, DateForm, HostTools, SurveyLine};
pub use when::WhenCard;

use crate::id::SessionId;
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::session::Session;

/// True when the reader may see it: it is open to them, or they look after programs.
pub(crate) fn sees(reader: &Reader, session: &Session) -> bool {
    session.is_seen_by(&reader.actor())
}

/// The session; not found for those whom it does not concern.
pub(crate) fn found<'a>(reader: &Reader<'a>, id: &SessionId) -> Result<&'a Session, Rejection> {
    reader.org.session(id).filter(|session| sees(reader, session)).ok_or(Rejection::NotFound(Noun::Session))
}

/// Every session that the reader may see.
pub(crate) fn seen<'a>(reader: &Reader<'a>) -> impl Iterator<Item = &'a Session> {
    let actor = reader.actor();
    reader.org.sessions().filter(move |session| session.is_seen_by(&actor))
}
