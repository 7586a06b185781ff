//! The calendar as a table: the weeks of a month, or the parts of the day in a week.

use super::calendar::Shown;
use super::entry::{Entry, Placed};
use crate::clocks::Day;
use crate::reader::Reader;
use serde::{Deserialize, Serialize};

/// The parts of a day that a week shows, each with its name and the minute before which it lies.
const PARTS: [(&str, u16); 4] =
    [("Morning", 12 * 60), ("Midday", 14 * 60), ("Afternoon", 17 * 60), ("Evening", 24 * 60)];

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarRow {
    /// "Morning" in a week; empty in a month.
    pub title: String,
    /// From Monday to Sunday.
    pub cells: Vec<CalendarCell>,
}

/// A day, or a part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarCell {
    /// "2026-11-18".
    pub on: String,
    /// "18"; with the month on its first day: "1 Dec".
    pub number: String,
    /// "Wednesday 18 November".
    pub name: String,
    /// True when it lies in the month that is meant.
    pub is_inside: bool,
    /// It is today.
    pub is_today: bool,
    /// What is on, the earliest first.
    pub entries: Vec<Entry>,
}

/// The weeks of a month.
pub(super) fn month_rows(reader: &Reader, shown: Shown, entries: &[Placed]) -> Vec<CalendarRow> {
    let weeks = (0..).map(|week| shown.from.plus(7 * week)).take_while(|monday| *monday < shown.until);
    let row = |monday: Day| CalendarRow {
        title: String::new(),
        cells: (0..7).map(|ahead| cell(reader, shown, monday.plus(ahead), entries, |_| true)).collect(),
    };
    weeks.map(row).collect()
}

/// The parts of the days of a week; in the evening only when something is on.
pub(super) fn week_rows(reader: &Reader, shown: Shown, entries: &[Placed]) -> Vec<CalendarRow> {
    let mut from = 0;
    let mut rows = Vec::new();
    for (title, until) in PARTS {
        let part = from..until;
        let cells =
            (0..7).map(|ahead| cell(reader, shown, shown.from.plus(ahead), entries, |minute| part.contains(&minute)));
        let cells: Vec<CalendarCell> = cells.collect();
        if title != "Evening" || cells.iter().any(|cell| !cell.entries.is_empty()) {
            rows.push(CalendarRow { title: title.to_owned(), cells });
        }
        from = until;
    }
    rows
}

fn cell(reader: &Reader, shown: Shown, day: Day, entries: &[Placed], is_in: impl Fn(u16) -> bool) -> CalendarCell {
    let zone = &reader.me.zone;
    let (year, month, number) = day.date();
    let on = entries.iter().filter(|(starts, _)| {
        let wall = reader.clocks.wall(zone, *starts);
        wall.day == day && is_in(wall.minute)
    });
    CalendarCell {
        on: day.iso(),
        number: if number == 1 { day.short() } else { number.to_string() },
        name: day.in_full(),
        is_inside: (year, month) == shown.month,
        is_today: day == reader.clocks.today(zone),
        entries: on.map(|(_, entry)| entry.clone()).collect(),
    }
}
