//! What the calendars of people are told by mail: an entry for what they come to, again when that changes, and that it is
//! gone. What a calendar was told last is kept, so that each thing is told once, however often somebody looks.

use super::letter::{Letter, Part, Verb, shortened};
use crate::clocks::{Clocks, Day};
use crate::event::{Happening, Seq};
use crate::exchange::Stage;
use crate::feed;
use crate::id::{ExchangeId, PersonId, SessionId};
use crate::notices::{About, MailList};
use crate::org::Org;
use crate::reader::{Phrase, Reader};
use crate::session::{Date, Session};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Of what there are entries in calendars.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum EntryOf {
    /// Of an hour together.
    Session {
        /// Which.
        session: SessionId,
    },
    /// Of a meeting of two.
    Exchange {
        /// In which request.
        exchange: ExchangeId,
    },
}

/// One entry of somebody’s calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Which date of a session; `None` for all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// When it begins; the last date, for all of a session.
    pub starts_at: Timestamp,
    /// Another one whenever the entry says something else.
    pub mark: String,
}

/// What somebody’s calendar was told last of one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entered {
    /// Whose calendar.
    pub person: PersonId,
    /// Of what.
    pub subject: EntryOf,
    /// Up to which event what happened was read for it.
    pub seen: Seq,
    /// How many mails that took.
    #[serde(default)]
    pub mails: u32,
    /// The entries that it has.
    #[serde(default)]
    pub entries: Vec<Entry>,
}

/// What a mail brings to a calendar. The bytes are made when it goes out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarNews {
    /// Of what.
    pub subject: EntryOf,
    /// Which entries.
    pub entries: Vec<Entry>,
    /// Up to which event what happened was read for it: whoever sends it has to know as much.
    pub seen: Seq,
    /// They are gone; else they are as told from now on.
    pub are_gone: bool,
}

impl EntryOf {
    /// Of what an event may have changed entries.
    pub fn changed_by(what: &Happening) -> Option<Self> {
        match what {
            Happening::SessionChanged { session, .. } | Happening::OccurrenceMoved { session, .. } => {
                Some(Self::Session { session: session.clone() })
            }
            Happening::ExchangeMoved { exchange, .. } => Some(Self::Exchange { exchange: exchange.clone() }),
            _ => None,
        }
    }

    /// Its name in keys.
    pub fn slug(&self) -> String {
        match self {
            Self::Session { session } => format!("session:{session}"),
            Self::Exchange { exchange } => format!("exchange:{exchange}"),
        }
    }

    /// Everybody in whose calendar it is to stand.
    pub fn people(&self, org: &Org) -> BTreeSet<PersonId> {
        match self {
            Self::Session { session: id } => {
                let hosts = org.session(id).into_iter().flat_map(|session| session.hosts.iter());
                let answers = org.occurrences_of(id).flat_map(|date| date.concerned());
                hosts.chain(answers).cloned().collect()
            }
            Self::Exchange { exchange: id } => {
                let both = org.exchange(id).into_iter().flat_map(|meeting| [&meeting.learner, &meeting.teacher]);
                both.cloned().collect()
            }
        }
    }

    /// What the calendar of `person` is to hold of it, as far as it is still to come.
    pub fn entries(&self, org: &Org, person: &PersonId, clocks: &Clocks) -> Vec<Entry> {
        match self {
            Self::Session { session } => {
                org.session(session).map_or_else(Vec::new, |session| of_session(org, session, person, clocks))
            }
            Self::Exchange { exchange } => {
                // What is a session has the entry of that.
                let own = org.exchange(exchange).filter(|meeting| meeting.session.is_none());
                let agreed = own.filter(|meeting| meeting.stage == Stage::Agreed);
                let starts_at = agreed.and_then(|meeting| meeting.starts_at).filter(|at| *at > clocks.now);
                let entry = |starts_at: Timestamp| Entry { on: None, starts_at, mark: starts_at.0.to_string() };
                starts_at.map(entry).into_iter().collect()
            }
        }
    }

    fn title(&self, reader: &Reader) -> String {
        match self {
            Self::Session { session } => {
                reader.org.session(session).map_or_else(|| "A session".to_owned(), |session| session.title.to_string())
            }
            Self::Exchange { exchange } => {
                let other = reader.org.exchange(exchange).and_then(|meeting| {
                    let side = meeting.side_of(&reader.me.id).ok()?;
                    Some(reader.org.name_of(meeting.person(side.other())).to_owned())
                });
                other.map_or_else(|| "A meeting".to_owned(), |other| format!("Meeting with {other}"))
            }
        }
    }

    fn href(&self, entries: &[Entry]) -> String {
        match (self, entries) {
            (Self::Session { session }, [Entry { on: Some(on), .. }]) => format!("/sessions/{session}/{}", on.iso()),
            (Self::Session { session }, _) => format!("/sessions/{session}"),
            (Self::Exchange { exchange }, _) => format!("/exchanges/{exchange}"),
        }
    }
}

/// One entry for all of it for a host, one for each date for whoever has a seat there.
fn of_session(org: &Org, session: &Session, person: &PersonId, clocks: &Clocks) -> Vec<Entry> {
    if session.called_off.is_some() {
        return Vec::new();
    }
    let ahead: Vec<Date> = session.ahead(clocks).into_iter().filter(|date| date.takes_place).collect();
    if session.is_host(person) {
        let last = ahead.iter().map(|date| date.starts).max();
        let mark = session.revision.sequence.to_string();
        return last.map(|starts_at| Entry { on: None, starts_at, mark }).into_iter().collect();
    }
    let comes = |date: &&Date| {
        let occurrence = org.occurrence(&session.id, date.on);
        occurrence.and_then(|occurrence| feed::Part::of(occurrence, person)) == Some(feed::Part::Comes)
    };
    let entry = |date: &Date| {
        let place = date.place(&session.place);
        let link = place.link.as_ref().map_or_else(String::new, ToString::to_string);
        let mark = format!("{}–{} {} {} {}", date.starts.0, date.ends.0, place.room, link, session.title);
        Entry { on: Some(date.on), starts_at: date.starts, mark }
    };
    ahead.iter().filter(comes).map(entry).collect()
}

impl Entered {
    /// That nothing was told yet.
    pub const fn nothing(person: PersonId, subject: EntryOf) -> Self {
        Self { person, subject, seen: Seq(0), mails: 0, entries: Vec::new() }
    }

    /// What a calendar that knows this is to be told so that it holds `entries`: first what is gone, of what had not begun
    /// by `now`, then what is new or otherwise.
    pub fn news(&self, entries: &[Entry], now: Timestamp) -> Vec<CalendarNews> {
        let is_left = |known: &&Entry| known.starts_at > now && entries.iter().all(|entry| entry.on != known.on);
        let is_new = |entry: &&Entry| {
            let known = self.entries.iter().find(|known| known.on == entry.on);
            known.is_none_or(|known| known.mark != entry.mark)
        };
        let gone: Vec<Entry> = self.entries.iter().filter(is_left).cloned().collect();
        let new: Vec<Entry> = entries.iter().filter(is_new).cloned().collect();
        let told = [(gone, true), (new, false)].into_iter().filter(|(entries, _)| !entries.is_empty());
        let news =
            |(entries, are_gone)| CalendarNews { subject: self.subject.clone(), entries, seen: self.seen, are_gone };
        told.map(news).collect()
    }
}

/// The mail that brings `news` to the reader’s calendar.
pub fn calendar_letter(reader: &Reader, news: CalendarNews) -> Letter {
    let title = news.subject.title(reader);
    let is_told = |entry: &&Entry| entry.on.is_some() || matches!(news.subject, EntryOf::Exchange { .. });
    let when = |entry: &Entry| reader.clocks.face(&reader.me.zone, entry.starts_at).text;
    let when: Vec<String> = news.entries.iter().filter(is_told).map(when).collect();
    let before = if news.are_gone { "Out of your calendar: " } else { "For your calendar: " };
    let href = news.subject.href(&news.entries);
    let text = vec![Phrase::plain(before), Phrase::strong(title.as_str())];
    Letter {
        subject: shortened(&match when.as_slice() {
            [when] => format!("{before}{title}, {when}"),
            _ => format!("{before}{title}"),
        }),
        lead: String::new(),
        parts: vec![Part { text, words: String::new(), when: when.join("; "), href: href.clone() }],
        verb: Some(Verb { label: "Open in Kith".to_owned(), href }),
        why: "Entries for your calendar come by mail, unless you choose otherwise.".to_owned(),
        list: Some(MailList::About(About::Calendar)),
        news: Some(news),
        calendar: None,
    }
}
