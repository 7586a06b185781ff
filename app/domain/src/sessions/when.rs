//! When a date is: on the reader's clock, with that of the event beside it.

use crate::clocks::{Clocks, Day};
use crate::reader::Reader;
use crate::session::Date;
use crate::time::{Face, Timestamp, Zone};
use crate::wording::sentence;
use serde::{Deserialize, Serialize};

/// When a date is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhenCard {
    /// When it starts.
    pub starts: Face,
    /// "Today, 12:30–13:15", on the reader's clock.
    pub text: String,
    /// "your time · 11:30 in Lisbon"; empty when the clocks agree.
    pub beside: String,
    /// "Today"; "Thursday 26 November".
    pub day: String,
    /// "12:30–13:15".
    pub time: String,
}

/// When `date` is, of an event in `zone`.
pub(super) fn when(reader: &Reader, zone: &Zone, date: &Date) -> WhenCard {
    let (clocks, mine) = (reader.clocks, &reader.me.zone);
    let day = sentence(&day_words(clocks, mine, date.starts));
    let time = format!("{}–{}", clocks.time(mine, date.starts), clocks.time(mine, date.ends));
    WhenCard {
        starts: clocks.face(mine, date.starts),
        text: format!("{day}, {time}"),
        beside: beside(clocks, (mine, zone), date.starts),
        day,
        time,
    }
}

/// "your time · 11:30 in Lisbon"; empty when the clocks agree.
pub(super) fn beside(clocks: &Clocks, (mine, zone): (&Zone, &Zone), at: Timestamp) -> String {
    let (here, there) = (clocks.wall(mine, at), clocks.wall(zone, at));
    let time = clocks.time(zone, at);
    match (here == there, here.day == there.day) {
        (true, _) => String::new(),
        (false, true) => format!("your time · {time} in {}", city(zone)),
        (false, false) => format!("your time · {} {time} in {}", there.day.weekday(), city(zone)),
    }
}

/// "today", "tomorrow", "Thursday 26 November", "Thursday 14 January 2027" in another year.
pub(super) fn day_words(clocks: &Clocks, zone: &Zone, at: Timestamp) -> String {
    let (day, today) = (clocks.wall(zone, at).day, clocks.today(zone));
    match day.0 - today.0 {
        -1..=1 => clocks.day(zone, at),
        _ => in_full(day, today),
    }
}

/// "Thursday 26 November", with the year when it is another one than today's.
pub(super) fn in_full(day: Day, today: Day) -> String {
    let year = day.date().0;
    if year == today.date().0 { day.in_full() } else { format!("{} {year}", day.in_full()) }
}

/// "Lisbon" of `Europe/Lisbon`.
pub(super) fn city(zone: &Zone) -> String {
    zone.as_str().rsplit('/').next().unwrap_or(zone.as_str()).replace('_', " ")
}
