//! Changes of the clocks over two years in three zones: what files say of them, what we count by, and what the tables of
//! zones hold are the same.

use crate::read::{Line, read};
use crate::world::{clocks, entries, lunch, timing, zone};
use domain::clocks::{Day, Wall};
use domain::session::{Repeats, Until};
use domain::time::{Span, Timestamp};
use jiff::tz::TimeZone;
use server::calendar::{File, Method};

const ZONES: [&str; 3] = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"];
/// Two years.
const YEARS: std::ops::Range<i64> = 20_454..20_454 + 730;

/// From when a file says that clocks are how far ahead of UTC, in seconds.
fn said(lines: &[Line]) -> Vec<(i64, i64)> {
    let offset = |text: &str| {
        let number = |at| text.get(at..at + 2).unwrap().parse::<i64>().unwrap();
        let seconds = number(1) * 3_600 + number(3) * 60;
        if text.starts_with('-') { -seconds } else { seconds }
    };
    let mut said = Vec::new();
    for change in lines.iter().filter(|line| line.component.starts_with("VTIMEZONE/")).collect::<Vec<_>>().chunks(4) {
        let value = |name: &str| change.iter().find(|line| line.name == name).unwrap().value.as_str();
        let shown: jiff::civil::DateTime = value("DTSTART").parse().unwrap();
        let shown = shown.to_zoned(TimeZone::UTC).unwrap().timestamp().as_second();
        said.push((shown - offset(value("TZOFFSETFROM")), offset(value("TZOFFSETTO"))));
    }
    said
}

/// The file of a series through both years.
fn through_both(name: &str) -> Vec<Line> {
    let mut session = lunch("2026-01-01");
    let own = timing(&mut session);
    own.zone = zone(name);
    let until = Until::Day { day: Day(YEARS.end - 1) };
    own.repeats = Some(Repeats { rule: "FREQ=WEEKLY;BYDAY=TH".to_owned(), until });
    read(&File { method: Method::Publish, feed: None, events: &entries(&session) }.bytes())
}

#[test]
fn files_say_where_clocks_stand_from_the_year_before_to_two_years_after() {
    for name in ZONES {
        let said = said(&through_both(name));
        assert!(said.is_sorted() && said.len() >= 10, "two changes in each of five years: {said:?}");
        let table = TimeZone::get(name).unwrap();
        for hour in (YEARS.start - 365) * 24..(YEARS.end + 730) * 24 {
            let at = hour * 3_600;
            let ahead = table.to_offset(jiff::Timestamp::from_second(at).unwrap()).seconds();
            let (_, says) = said.iter().rfind(|(from, _)| *from <= at).unwrap();
            assert_eq!(*says, i64::from(ahead), "{name} at {at}");
        }
    }
}

#[test]
fn every_wall_time_is_the_moment_that_the_tables_give_it() {
    let clocks = clocks();
    for name in ZONES {
        let (own, table) = (zone(name), TimeZone::get(name).unwrap());
        for day in YEARS.map(Day) {
            for minute in (0..1_440).step_by(30) {
                let moment = clocks.moment(&own, Wall { day, minute });
                let utc =
                    jiff::Timestamp::from_millisecond(day.begins().after(Span::minutes(minute.into())).0).unwrap();
                // A skipped time moves forward, of a repeated one the first counts: so do those tables.
                let expected = utc.to_zoned(TimeZone::UTC).datetime().to_zoned(table.clone()).unwrap();
                assert_eq!(moment, Timestamp(expected.timestamp().as_millisecond()), "{name} {} {minute}", day.iso());
            }
        }
    }
}

#[test]
fn lunch_is_at_noon_before_and_after_the_clocks_change() {
    for name in ZONES {
        let mut session = lunch("2026-01-01");
        let own = timing(&mut session);
        (own.zone, own.minute) = (zone(name), 12 * 60);
        let until = Until::Day { day: Day(YEARS.end - 1) };
        own.repeats = Some(Repeats { rule: "FREQ=WEEKLY;BYDAY=TH".to_owned(), until });
        let table = TimeZone::get(name).unwrap();
        let dates: Vec<_> = own.dates(&clocks()).collect();
        assert_eq!(dates.len(), 105);
        for date in dates {
            let shown = jiff::Timestamp::from_millisecond(date.starts.0).unwrap().to_zoned(table.clone());
            assert_eq!((shown.hour(), shown.minute()), (12, 0), "{name} {}", date.on.iso());
            assert_eq!(date.ends.since(date.starts), Span::minutes(60));
        }
    }
}
