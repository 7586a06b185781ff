//! The dates of a series as a list.

use super::mine::{Mine, ordinal};
use super::{seats, when};
use crate::clocks::Day;
use crate::exchanges::Tone;
use crate::reader::Reader;
use crate::session::{Change, Date, Session, Timing, Until};
use crate::time::Face;
use crate::wording::sentence;
use serde::{Deserialize, Serialize};

/// How many dates are listed, the one that is shown among them.
const LISTED: usize = 12;

/// A date of a series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateLine {
    /// Its page.
    pub href: String,
    /// When it starts.
    pub starts: Face,
    /// "Thursday 3 December, 12:30".
    pub text: String,
    /// "2 of 20 seats left"; "moved, called off, over".
    pub note: String,
    /// What the reader has of it; empty for nothing.
    pub label: String,
    /// What that means for them.
    pub tone: Tone,
    /// The one that the page shows.
    pub is_here: bool,
}

/// Dates around the one that the page shows; none when there is but one.
pub(super) fn lines(reader: &Reader, session: &Session, here: Day) -> Vec<DateLine> {
    let Some(timing) = session.timing().filter(|timing| timing.repeats.is_some()) else { return Vec::new() };
    let days = timing.days();
    let place = days.iter().position(|day| *day == here).unwrap_or(0);
    let first = place.saturating_sub(2).min(days.len().saturating_sub(LISTED));
    let shown = days.iter().skip(first).take(LISTED);
    shown.map(|on| line(reader, session, &timing.date_on(*on, reader.clocks), here)).collect()
}

fn line(reader: &Reader, session: &Session, date: &Date, here: Day) -> DateLine {
    let occurrence = reader.org.occurrence(&session.id, date.on);
    let mine = Mine::of(session, occurrence, &reader.me.id);
    let (clocks, zone) = (reader.clocks, &reader.me.zone);
    let is_past = date.ends <= reader.now();
    let moved = session.timing().is_some_and(|timing| is_moved(timing, date.on));
    let note = match (date.takes_place, is_past, moved) {
        (false, ..) => "called off".to_owned(),
        (true, true, _) => "over".to_owned(),
        (true, false, true) => ["moved".to_owned(), seats::in_short(session, occurrence)]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        (true, false, false) => seats::in_short(session, occurrence),
    };
    DateLine {
        href: format!("/sessions/{}/{}", session.id, date.on.iso()),
        starts: clocks.face(zone, date.starts),
        text: format!("{}, {}", sentence(&when::day_words(clocks, zone, date.starts)), clocks.time(zone, date.starts)),
        note,
        label: if date.takes_place { mine.label() } else { String::new() },
        tone: if date.takes_place { mine.tone() } else { Tone::Over },
        is_here: date.on == here,
    }
}

fn is_moved(timing: &Timing, on: Day) -> bool {
    let change = timing.exceptions.iter().find(|exception| exception.on == on).map(|exception| &exception.change);
    matches!(change, Some(Change::Moved { .. }))
}

/// "3rd of 4"; empty when there is but one.
pub(super) fn place(session: &Session, on: Day) -> String {
    let Some(timing) = session.timing().filter(|timing| timing.repeats.is_some()) else { return String::new() };
    let days = timing.days();
    let place = days.iter().position(|day| *day == on).map_or(0, |place| place + 1);
    let place = u32::try_from(place).unwrap_or(u32::MAX);
    format!("{} of {}", ordinal(place), days.len())
}

/// "Every 2 weeks on Thursday, 12 times"; empty for once.
pub(super) fn rule(timing: &Timing) -> String {
    let Some(repeats) = &timing.repeats else { return String::new() };
    let Ok(cadence) = repeats.cadence() else { return String::new() };
    let end = match repeats.until {
        Until::Count { dates } => format!("{dates} times"),
        Until::Day { day } => format!("until {}", day.with_year()),
    };
    sentence(&format!("{}, {end}", cadence.words()))
}
