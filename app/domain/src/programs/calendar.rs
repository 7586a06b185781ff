//! When a program meets: its rhythm in words, the next dates on the reader's clock and on the program's own, and the coming
//! weeks as a strip.

use super::sight::Sight;
use super::words::{minutes, place};
use crate::clocks::{Day, Wall};
use crate::program::Phase;
use crate::time::{Face, Span, Timestamp};
use crate::wording::{brief_day, sentence};
use serde::{Deserialize, Serialize};

/// How many of the next dates are named.
const NEXT: usize = 3;
/// How many weeks the strip has.
const WEEKS: i64 = 8;
/// No program of eight weeks meets more often than that.
const MOST: usize = 60;

/// When a program meets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rhythm {
    /// "Every 2 weeks on Thursday, 12:30 for 45 minutes"; empty when no rhythm is set.
    pub words: String,
    /// "On the clock of Lisbon"; empty when the reader's shows the same.
    pub clock: String,
    /// The next three dates; none while it is paused or closed.
    pub next: Vec<Meeting>,
    /// The coming weeks, this one first; none when there is no next date.
    pub weeks: Vec<Week>,
}

/// One date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// When it begins; its words are "Thursday 26 November, 12:30 to 13:15".
    pub starts: Face,
    /// "12:30", on the reader's clock.
    pub time: String,
    /// "tomorrow", "Thursday"; on the reader's calendar.
    pub day: String,
    /// True when that is today.
    pub is_today: bool,
    /// "45 min".
    pub length: String,
    /// "11:30 in Lisbon"; empty when the clocks agree.
    pub theirs: String,
}

/// A week of the strip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week {
    /// Its Monday: "23 Nov".
    pub monday: String,
    /// True for the week that it is now.
    pub is_now: bool,
    /// On which of its days people meet.
    pub days: Vec<MeetingDay>,
}

/// A day of the strip on which people meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingDay {
    /// As machines read it.
    pub iso: String,
    /// "Thu 26".
    pub label: String,
    /// "Thursday 26 November".
    pub full: String,
}

/// The starts of the meetings to come, the one under way first; none unless the program is open or goes on.
pub(crate) fn coming(sight: &Sight) -> Vec<Timestamp> {
    let (Some(cadence), Phase::Open | Phase::Running) = (sight.terms.cadence(), sight.program.phase) else {
        return Vec::new();
    };
    let (clocks, zone, minute) = (sight.reader.clocks, sight.terms.zone(), sight.terms.minute());
    let now = sight.reader.now();
    let length = Span::minutes(sight.terms.number("minutes").unwrap_or(0));
    let today = clocks.today(&zone);
    let anchor = sight.terms.day("starts_on").unwrap_or(Day::utc(sight.program.created_at));
    let ends = sight.terms.day("ends_on");
    let days = cadence.days(anchor, anchor.max(today.plus(-1)));
    let until = anchor.max(today).plus(WEEKS * 7 + 366);
    days.take_while(|day| *day <= until && ends.is_none_or(|ends| *day <= ends))
        .take(MOST)
        .map(|day| clocks.moment(&zone, Wall { day, minute }))
        .filter(|at| at.after(length) > now)
        .collect()
}

/// All of it for a page.
pub(super) fn rhythm(sight: &Sight) -> Rhythm {
    let starts = coming(sight);
    Rhythm {
        words: in_words(sight),
        clock: clock(sight),
        next: starts.iter().take(NEXT).map(|at| Meeting::of(sight, *at)).collect(),
        weeks: weeks(sight, &starts),
    }
}

/// "Every 2 weeks on Thursday, 12:30 for 45 minutes".
pub(super) fn in_words(sight: &Sight) -> String {
    let Some(cadence) = sight.terms.cadence() else { return String::new() };
    let minute = sight.terms.minute();
    let length = match sight.terms.number("minutes") {
        Some(60) => " for an hour".to_owned(),
        Some(minutes) => format!(" for {minutes} minutes"),
        None => String::new(),
    };
    format!("{}, {:02}:{:02}{length}", sentence(&cadence.words()), minute / 60, minute % 60)
}

/// Says whose clock the words are on, where the reader's shows something else.
fn clock(sight: &Sight) -> String {
    let (now, zone) = (sight.reader.now(), sight.terms.zone());
    let ahead = sight.reader.clocks.ahead;
    if sight.terms.cadence().is_none() || ahead(&zone, now) == ahead(&sight.reader.me.zone, now) {
        return String::new();
    }
    if zone.as_str() == "UTC" { "On the clock of UTC".to_owned() } else { format!("On the clock of {}", place(&zone)) }
}

impl Meeting {
    /// One date as the reader reads it.
    pub(crate) fn of(sight: &Sight, at: Timestamp) -> Self {
        let (clocks, mine, zone) = (sight.reader.clocks, &sight.reader.me.zone, sight.terms.zone());
        let length = sight.terms.number("minutes").unwrap_or(0);
        let (here, there) = (clocks.wall(mine, at), clocks.wall(&zone, at));
        let ends = clocks.time(mine, at.after(Span::minutes(length)));
        let theirs = if here == there {
            String::new()
        } else if here.day == there.day {
            format!("{} in {}", clocks.time(&zone, at), place(&zone))
        } else {
            format!("{} {} in {}", there.day.weekday(), clocks.time(&zone, at), place(&zone))
        };
        let text = format!("{}, {} to {ends}", here.day.in_full(), clocks.time(mine, at));
        Self {
            starts: Face { text, ..clocks.face(mine, at) },
            time: clocks.time(mine, at),
            day: clocks.day(mine, at),
            is_today: here.day == clocks.today(mine),
            length: minutes(length),
            theirs,
        }
    }
}

fn weeks(sight: &Sight, starts: &[Timestamp]) -> Vec<Week> {
    if starts.is_empty() {
        return Vec::new();
    }
    let today = sight.day(sight.reader.now());
    // 1970-01-01 was a Thursday.
    let monday = today.plus(-(today.0 + 3).rem_euclid(7));
    let days: Vec<Day> = starts.iter().map(|at| sight.day(*at)).collect();
    let week = |place: i64| {
        let from = monday.plus(place * 7);
        let inside = days.iter().filter(|day| (from.0..from.0 + 7).contains(&day.0));
        let day = |day: &Day| {
            let (_, _, date) = day.date();
            let weekday: String = day.weekday().chars().take(3).collect();
            MeetingDay { iso: day.iso(), label: format!("{weekday} {date}"), full: day.in_full() }
        };
        Week { monday: brief_day(from), is_now: place == 0, days: inside.map(day).collect() }
    };
    (0..WEEKS).map(week).collect()
}
