//! One date as a line: in the calendar, on the page of a skill, of a program, and on Home.

use super::mine::Mine;
use super::words::{first_names, full_names};
use super::{dates_between, seats, seen};
use crate::exchange::{Exchange, Side, Stage};
use crate::exchanges::Tone;
use crate::id::{PersonId, ProgramId, SkillId};
use crate::reader::Reader;
use crate::session::{Date, Session, SessionKind};
use crate::tag::SkillTag;
use crate::time::{Face, Span, Timestamp};
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};

/// How far ahead other pages look.
const AHEAD: Span = Span::days(60);
/// How many dates they list.
const FEW: usize = 4;

/// One date as a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// Its page.
    pub href: String,
    /// "Allergens in plain words".
    pub title: String,
    /// When it starts; its words are the day and the time.
    pub starts: Face,
    /// "12:30", on the reader's clock.
    pub time: String,
    /// "45 min".
    pub length: String,
    /// "Lunch-and-learn · Ottoline Marsh · Kitchen, long table".
    pub about: String,
    /// What is taught, the main thing first.
    pub skill: Option<SkillTag>,
    /// True when the reader teaches it.
    pub teaches: bool,
    /// "2 of 20 seats left"; empty when they are not counted or it is over.
    pub seats: String,
    /// What the reader has of it; empty for nothing.
    pub label: String,
    /// What that means for them.
    pub tone: Tone,
    /// True when it stands in the reader's own calendar.
    pub is_mine: bool,
    /// False when it was called off.
    pub takes_place: bool,
    /// It is over.
    pub is_past: bool,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// A date of a session.
    Session,
    /// A meeting that one colleague asked another for.
    Exchange,
}

/// An entry with the moment by which it is sorted.
pub(super) type Placed = (Timestamp, Entry);

/// The date of a session, as the reader sees it.
pub(crate) fn session_entry(reader: &Reader, session: &Session, date: &Date) -> Entry {
    let occurrence = reader.org.occurrence(&session.id, date.on);
    let mine = Mine::of(session, occurrence, &reader.me.id);
    let is_past = date.ends <= reader.now();
    let takes_place = date.takes_place && session.called_off.is_none();
    let about = [
        session.kind.label().to_owned(),
        full_names(reader, &session.hosts),
        date.place(&session.place).room.to_string(),
    ];
    let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
    let label = if takes_place { mine.label() } else { "called off".to_owned() };
    Entry {
        kind: EntryKind::Session,
        href: format!("/sessions/{}/{}", session.id, date.on.iso()),
        title: session.title.to_string(),
        starts: reader.clocks.face(&reader.me.zone, date.starts),
        time: reader.clocks.time(&reader.me.zone, date.starts),
        length: length(date),
        about: about.join(" · "),
        skill: session.skills.first().map(|skill| SkillTag::of(reader.org, skill)),
        teaches: mine == Mine::Host,
        seats: if is_past || !takes_place { String::new() } else { seats::in_short(session, occurrence) },
        label,
        tone: if takes_place { mine.tone() } else { Tone::Over },
        is_mine: mine.is_coming(),
        takes_place,
        is_past,
    }
}

/// "45 min".
fn length(date: &Date) -> String {
    format!("{} min", date.ends.since(date.starts).0 / 60_000)
}

/// The dates of sessions that begin in `span`, with their moments.
pub(super) fn session_entries(reader: &Reader, span: (Timestamp, Timestamp)) -> Vec<Placed> {
    let of = |session: &Session| -> Vec<Placed> {
        let dates = dates_between(session, span, reader.clocks);
        dates.iter().map(|date| (date.starts, session_entry(reader, session, date))).collect()
    };
    // What two agreed on stands there in their words.
    seen(reader).filter(|session| session.exchange.is_none()).flat_map(of).collect()
}

/// The agreed requests of the reader that begin in `span`.
pub(super) fn exchange_entries(reader: &Reader, (from, until): (Timestamp, Timestamp)) -> Vec<Placed> {
    let agreed =
        reader.exchanges().filter(|(exchange, _)| matches!(exchange.stage, Stage::Agreed | Stage::Done { .. }));
    let inside = agreed.filter_map(|(exchange, side)| {
        let starts = exchange.starts_at.filter(|starts| from <= *starts && *starts < until)?;
        Some((starts, exchange_entry(reader, (exchange, side), starts)))
    });
    inside.collect()
}

fn exchange_entry(reader: &Reader, (exchange, side): (&Exchange, Side), starts: Timestamp) -> Entry {
    let other = reader.other(exchange, side);
    let is_done = matches!(exchange.stage, Stage::Done { .. });
    let title = match side {
        Side::Learner => format!("{} teaches you", other.first_name),
        Side::Teacher => format!("You teach {}", other.first_name),
    };
    Entry {
        kind: EntryKind::Exchange,
        href: exchange.meeting_href(),
        title,
        starts: reader.clocks.face(&reader.me.zone, starts),
        time: reader.clocks.time(&reader.me.zone, starts),
        length: format!("{} min", exchange.minutes.0),
        about: format!("{} · {}", SessionKind::OneToOne.label(), other.name),
        skill: Some(SkillTag::of(reader.org, &exchange.skill)),
        teaches: side == Side::Teacher,
        seats: String::new(),
        label: if is_done { "met" } else { "agreed" }.to_owned(),
        tone: if is_done { Tone::Done } else { Tone::Agreed },
        is_mine: true,
        takes_place: true,
        is_past: exchange.ends_at().is_some_and(|ends| ends <= reader.now()),
    }
}

/// The next dates of sessions on a skill, for whoever looks at its page.
pub(crate) fn coming_for(viewer: &Viewer, skill: &SkillId) -> Vec<Entry> {
    let reader = viewer.me().and_then(|me| Reader::of(viewer.org, me, viewer.clocks).ok());
    reader.map(|reader| coming_on_skill(&reader, skill)).unwrap_or_default()
}

/// The next dates of sessions on a skill.
pub(super) fn coming_on_skill(reader: &Reader, skill: &SkillId) -> Vec<Entry> {
    coming(reader, |session| session.skills.contains(skill))
}

/// The next dates of sessions of a program.
pub(crate) fn coming_of_program(reader: &Reader, program: &ProgramId) -> Vec<Entry> {
    coming(reader, |session| session.program.as_ref() == Some(program))
}

fn coming(reader: &Reader, fits: impl Fn(&Session) -> bool) -> Vec<Entry> {
    let span = (reader.now(), reader.now().after(AHEAD));
    let of = |session: &Session| -> Vec<Placed> {
        let dates = dates_between(session, span, reader.clocks);
        let dates = dates.iter().filter(|date| date.takes_place);
        dates.map(|date| (date.starts, session_entry(reader, session, date))).collect()
    };
    let fitting = seen(reader).filter(|session| session.called_off.is_none() && fits(session));
    let mut found: Vec<Placed> = fitting.flat_map(of).collect();
    sort(&mut found);
    found.into_iter().take(FEW).map(|(_, entry)| entry).collect()
}

/// The earliest first.
pub(super) fn sort(entries: &mut [Placed]) {
    entries.sort_by(|(a, first), (b, second)| (a, &first.href).cmp(&(b, &second.href)));
}

/// Who holds it, by first names: "Ottoline and Rosalind".
pub(super) fn hosts(reader: &Reader, hosts: &[PersonId]) -> String {
    first_names(reader, hosts)
}
