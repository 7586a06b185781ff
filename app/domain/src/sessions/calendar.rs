//! The calendar: a month, a week, or what comes next as a list; sessions and agreed requests, on the reader's clock.

use super::calendar_query::{CalendarQuery, CalendarView};
use super::cells::{CalendarRow, month_rows, week_rows};
use super::entry::{Entry, Placed, exchange_entries, session_entries, sort};
use super::when::{city, in_full};
use super::{entry, seen, sees};
use crate::clocks::{Day, Wall};
use crate::id::SkillId;
use crate::reader::Reader;
use crate::session::When;
use crate::tag::SkillTag;
use crate::time::Timestamp;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// How many days the list shows.
const LISTED: i64 = 28;
/// How many wanted skills an empty calendar names.
const WANTED: usize = 3;

/// The calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarPage {
    /// How it is drawn.
    pub view: CalendarView,
    /// "November 2026"; "16 to 22 November 2026".
    pub title: String,
    /// "Four sessions in this month; you are in two of them."
    pub lead: String,
    /// The address of what comes before.
    pub before: String,
    /// The address of what comes after.
    pub after: String,
    /// The address of today.
    pub today: String,
    /// The three ways to draw it, with their addresses.
    pub views: Vec<(CalendarView, String)>,
    /// The address with everything, and with one's own alone; the second is `None` while that is shown.
    pub everything: String,
    /// The address with one's own alone.
    pub own: String,
    /// Only what stands in the reader's own calendar.
    pub mine: bool,
    /// The rows of a month or a week; empty for a list.
    pub rows: Vec<CalendarRow>,
    /// The names of the columns of a week: "Mon 16 Nov", with the day for its address.
    pub days: Vec<(String, String)>,
    /// The same as a list, day by day.
    pub list: Vec<DayGroup>,
    /// "Times are yours, in Lisbon."
    pub zone: String,
    /// Sessions whose time is still voted on.
    pub voting: Vec<(String, String)>,
    /// What most people want to learn, for whoever might hold an hour.
    pub wanted: Vec<(SkillTag, String)>,
}

/// A day of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayGroup {
    /// "2026-11-18".
    pub on: String,
    /// "Today", "Thursday 19 November".
    pub title: String,
    /// What is on that day.
    pub entries: Vec<Entry>,
}

/// The days that are shown: from the first on, before the second.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown {
    pub from: Day,
    pub until: Day,
    /// The month that is meant, where a whole one is shown.
    pub month: (i64, i64),
}

/// The calendar that an address asks for.
pub fn calendar_page(reader: &Reader, query: CalendarQuery) -> CalendarPage {
    let today = reader.clocks.today(&reader.me.zone);
    let on = query.on.unwrap_or(today);
    let shown = shown(query.view, on);
    let mut entries = entries(reader, shown);
    entries.retain(|(_, entry)| !query.mine || entry.is_mine);
    let (rows, days) = match query.view {
        CalendarView::Month => (month_rows(reader, shown, &entries), Vec::new()),
        CalendarView::Week => (week_rows(reader, shown, &entries), week_days(shown)),
        CalendarView::Agenda => (Vec::new(), Vec::new()),
    };
    let at = |on: Option<Day>| CalendarQuery { on, ..query }.address();
    CalendarPage {
        view: query.view,
        title: title(query.view, shown),
        lead: lead(&entries, query),
        before: at(Some(stepped(query.view, on, -1))),
        after: at(Some(stepped(query.view, on, 1))),
        today: at(None),
        views: CalendarView::ALL.map(|view| (view, CalendarQuery { view, ..query }.address())).to_vec(),
        everything: CalendarQuery { mine: false, ..query }.address(),
        own: CalendarQuery { mine: true, ..query }.address(),
        mine: query.mine,
        rows,
        days,
        list: list(reader, query.view, shown, entries),
        zone: format!("Times are yours, in {}.", city(&reader.me.zone)),
        voting: voting(reader),
        wanted: wanted(reader),
    }
}

fn shown(view: CalendarView, on: Day) -> Shown {
    let (year, month, day) = on.date();
    let first = on.plus(1 - day);
    let next = Day::from_date(year + month / 12, month % 12 + 1, 1).unwrap_or(first.plus(31));
    match view {
        CalendarView::Month => {
            let until = monday(next.plus(6));
            Shown { from: monday(first), until, month: (year, month) }
        }
        CalendarView::Week => Shown { from: monday(on), until: monday(on).plus(7), month: (year, month) },
        CalendarView::Agenda => Shown { from: on, until: on.plus(LISTED), month: (year, month) },
    }
}

/// The Monday of the week in which `day` is.
fn monday(day: Day) -> Day {
    // 1970-01-01 was a Thursday.
    day.plus(-(day.0 + 3).rem_euclid(7))
}

/// A day in what comes before or after.
fn stepped(view: CalendarView, on: Day, by: i64) -> Day {
    match view {
        CalendarView::Week => on.plus(7 * by),
        CalendarView::Agenda => on.plus(LISTED * by),
        CalendarView::Month => {
            let (year, month, _) = on.date();
            let count = year * 12 + month - 1 + by;
            Day::from_date(count.div_euclid(12), count.rem_euclid(12) + 1, 1).unwrap_or(on)
        }
    }
}

fn entries(reader: &Reader, shown: Shown) -> Vec<Placed> {
    let span = (begins(reader, shown.from), begins(reader, shown.until));
    let mut all = session_entries(reader, span);
    all.extend(exchange_entries(reader, span));
    sort(&mut all);
    all
}

/// The moment at which a day begins on the reader's clock.
fn begins(reader: &Reader, day: Day) -> Timestamp {
    reader.clocks.moment(&reader.me.zone, Wall { day, minute: 0 })
}

fn title(view: CalendarView, shown: Shown) -> String {
    let (year, month) = shown.month;
    let last = shown.until.plus(-1);
    match view {
        CalendarView::Month => {
            let first = Day::from_date(year, month, 1).unwrap_or(shown.from).with_year();
            first.split_once(' ').map_or(String::new(), |(_, month)| month.to_owned())
        }
        CalendarView::Week | CalendarView::Agenda => {
            let first = if shown.from.date().0 == last.date().0 { shown.from.short() } else { shown.from.with_year() };
            format!("{first} to {}", last.with_year())
        }
    }
}

fn week_days(shown: Shown) -> Vec<(String, String)> {
    (0..7).map(|ahead| shown.from.plus(ahead)).map(|day| (day.in_short(), day.iso())).collect()
}

fn lead(entries: &[Placed], query: CalendarQuery) -> String {
    let all = entries.iter().filter(|(_, entry)| entry.takes_place).count();
    let mine = entries.iter().filter(|(_, entry)| entry.takes_place && entry.is_mine).count();
    let what = sentence(&counted(all, "hour together", "hours together"));
    match (query.mine, mine) {
        (true, _) => format!("{what} in your own calendar."),
        (false, 0) => format!("{what}. Everybody is welcome where it does not say otherwise."),
        (false, n) if n == all => format!("{what}, all of them yours."),
        (false, n) => format!("{what}, {} of them yours.", crate::wording::number(n)),
    }
}

/// Day by day; of a month, the days of that month alone.
fn list(reader: &Reader, view: CalendarView, shown: Shown, entries: Vec<Placed>) -> Vec<DayGroup> {
    let zone = &reader.me.zone;
    let today = reader.clocks.today(zone);
    let mut groups: Vec<DayGroup> = Vec::new();
    for (starts, entry) in entries {
        let day = reader.clocks.wall(zone, starts).day;
        let (year, month, _) = day.date();
        if view == CalendarView::Month && (year, month) != shown.month {
            continue;
        }
        let on = day.iso();
        match groups.last_mut().filter(|group| group.on == on) {
            Some(group) => group.entries.push(entry),
            None => groups.push(DayGroup { on, title: day_title(day, today), entries: vec![entry] }),
        }
    }
    groups
}

fn day_title(day: Day, today: Day) -> String {
    match day.0 - today.0 {
        0 => format!("Today, {}", day.in_full()),
        1 => format!("Tomorrow, {}", day.in_full()),
        _ => in_full(day, today),
    }
}

/// What is still voted on, with the page of each.
fn voting(reader: &Reader) -> Vec<(String, String)> {
    let open = seen(reader).filter(|session| session.called_off.is_none());
    let open = open.filter(|session| matches!(&session.when, When::Voting { poll } if poll.until > reader.now()));
    let open = open.filter(|session| sees(reader, session));
    open.map(|session| {
        let hosts = entry::hosts(reader, &session.hosts);
        (format!("/sessions/{}", session.id), format!("{} with {hosts}", session.title))
    })
    .collect()
}

/// What most people want to learn, with how many do.
fn wanted(reader: &Reader) -> Vec<(SkillTag, String)> {
    let org = reader.org;
    let wants = |skill: &SkillId| {
        let people = org.wanters_of(skill).filter(|(id, _)| org.person(id).is_some_and(|person| person.is_active()));
        people.count()
    };
    let mut found: Vec<(usize, &SkillId)> = org.skills().map(|skill| (wants(&skill.id), &skill.id)).collect();
    found.retain(|(people, _)| *people > 0);
    found.sort_by_key(|(people, id)| (Reverse(*people), *id));
    let line =
        |(people, id): (usize, &SkillId)| (SkillTag::of(org, id), counted(people, "person wants it", "people want it"));
    found.into_iter().take(WANTED).map(line).collect()
}
