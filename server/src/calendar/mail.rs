//! The calendar parts of mails: one person is asked to one thing, and nobody else is named.
//!
//! A mail carries such a part twice, as `text/calendar; charset=UTF-8; method=…` and as a file; sending it is not here.

use super::describe::Describing;
use super::event::{Attendee, Event, Said, Standing};
use super::file::{File, Method};
use domain::clocks::Day;
use domain::exchange::Exchange;
use domain::feed::Part;
use domain::id::PersonId;
use domain::mail::{CalendarNews, CalendarPart, Entry, EntryOf};
use domain::session::{Says, Session};
use domain::time::Timestamp;

/// What a mail is about.
#[derive(Clone, Copy, Debug)]
pub enum About<'a> {
    /// All of a session: for its hosts, and for who is asked to all of it.
    Session(&'a Session),
    /// One date of it, named by the day on which the rule puts it.
    Date(&'a Session, Day),
    /// A start that a date of a series had before all of it was changed or split. Only to be cancelled.
    Start(&'a Session, Timestamp),
    /// A meeting that two agreed on.
    Exchange(&'a Exchange),
}

/// The bytes of a part with METHOD:REQUEST, by which `person` gets an entry or what changed in it. `None` when there is
/// nothing to be at: people still vote, or the date is none.
pub fn request(by: &Describing, about: About, person: &PersonId) -> Option<Vec<u8>> {
    part(by, &[about], person, Method::Request)
}

/// The same with METHOD:CANCEL: it was called off, or `person` does not come any more.
pub fn cancel(by: &Describing, about: About, person: &PersonId) -> Option<Vec<u8>> {
    part(by, &[about], person, Method::Cancel)
}

/// The part that brings `news` to the calendar of `person`.
pub fn part_of(by: &Describing, news: &CalendarNews, person: &PersonId) -> Option<CalendarPart> {
    let (method, word) = if news.are_gone { (Method::Cancel, "CANCEL") } else { (Method::Request, "REQUEST") };
    let abouts: Vec<About> = news.entries.iter().filter_map(|entry| about(by, &news.subject, entry)).collect();
    let body = String::from_utf8(part(by, &abouts, person, method)?).ok()?;
    Some(CalendarPart { method: word.to_owned(), file: "kith.ics".to_owned(), body })
}

fn about<'a>(by: &Describing<'a>, subject: &EntryOf, entry: &Entry) -> Option<About<'a>> {
    match subject {
        EntryOf::Exchange { exchange } => by.org.exchange(exchange).map(About::Exchange),
        EntryOf::Session { session } => {
            let session = by.org.session(session)?;
            Some(match entry.on {
                None => About::Session(session),
                Some(on) if by.date(session, on).is_some() => About::Date(session, on),
                Some(_) => About::Start(session, entry.starts_at),
            })
        }
    }
}

fn part(by: &Describing, abouts: &[About], person: &PersonId, method: Method) -> Option<Vec<u8>> {
    let events: Vec<Event> = abouts.iter().flat_map(|about| events(by, *about, person, method)).collect();
    (!events.is_empty()).then(|| File { method, feed: None, events: &events }.bytes())
}

/// The entries of one thing, with what `person` says of it.
fn events(by: &Describing, about: About, person: &PersonId, method: Method) -> Vec<Event> {
    let mut events = match about {
        About::Session(session) => by.session(session),
        About::Date(session, on) => by.date(session, on).into_iter().collect(),
        About::Start(session, starts) if method == Method::Cancel => by.start(session, starts).into_iter().collect(),
        About::Start(..) => Vec::new(),
        About::Exchange(exchange) => by.exchange(exchange, person).into_iter().collect(),
    };
    let Some(someone) = by.org.person(person) else { return Vec::new() };
    let (says, number) = said(by, about, person);
    let attendee = Attendee { name: someone.name.to_string(), address: someone.email.to_string(), says };
    for event in &mut events {
        event.version.sequence = event.version.sequence.saturating_add(turns(event, number, method));
        event.attendee = Some(attendee.clone());
        event.is_busy = says == Said::Yes;
    }
    events
}

/// What `person` said of it, and their number in the order of answers: a new one whenever they come back.
fn said(by: &Describing, about: About, person: &PersonId) -> (Said, u64) {
    let (session, on) = match about {
        About::Exchange(_) => return (Said::Yes, 0),
        About::Session(session) => (session, session.timing().map(|timing| timing.first)),
        About::Date(session, on) => (session, Some(on)),
        About::Start(session, starts) => (session, by.start(session, starts).map(|event| event.start.day)),
    };
    if session.is_host(person) {
        return (Said::Yes, 0);
    }
    let occurrence = on.and_then(|on| by.org.occurrence(&session.id, on));
    let Some((occurrence, answer)) = occurrence.and_then(|found| Some((found, found.answer_of(person)?))) else {
        return (Said::Nothing, 0);
    };
    let says = match (Part::of(occurrence, person), answer.says) {
        (Some(Part::Comes), _) => Said::Yes,
        (Some(Part::MayCome | Part::InLine), _) => Said::Maybe,
        (None, Says::NotGoing) => Said::No,
        (None, Says::Going | Says::Maybe) => Said::Nothing,
    };
    (says, answer.number)
}

/// By how much the sequence of a mail is ahead of the entry’s own. Who leaves and comes back gets two mails that the
/// entry does not know of, and each has to count as newer than the one before.
fn turns(event: &Event, number: u64, method: Method) -> u32 {
    let answers = u32::try_from(number).unwrap_or(u32::MAX).saturating_mul(2);
    // What was called off has a new number already.
    let leaves = method == Method::Cancel && event.standing == Standing::Confirmed;
    answers.saturating_add(u32::from(leaves))
}
