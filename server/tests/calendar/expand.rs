//! A library that knows nothing of us unrolls what files say, and finds the dates that sessions have.

use crate::dice::Dice;
use crate::read::{Line, events, value};
use crate::world::{any_session, clocks, entries, timing};
use domain::session::Change;
use rrule::RRuleSet;
use server::calendar::{File, Method};
use std::collections::BTreeSet;

/// Unrolls the lines `DTSTART`, `RRULE` and `EXDATE`, in seconds since 1970.
fn instants(text: &str) -> Vec<i64> {
    let set: RRuleSet = text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"));
    set.all(500).dates.iter().map(|date| date.timestamp()).collect()
}

/// A property as files write it.
fn written(line: &Line) -> String {
    let params: String = line.params.iter().map(|(name, value)| format!(";{name}={value}")).collect();
    format!("{}{params}:{}", line.name, line.value)
}

/// The starts of one entry.
fn starts(event: &[Line]) -> Vec<i64> {
    let is_time = |line: &&Line| ["DTSTART", "RRULE", "EXDATE"].contains(&line.name.as_str());
    let mut lines: Vec<String> = event.iter().filter(is_time).map(written).collect();
    if value(event, "RRULE").is_none() {
        lines.push("RRULE:FREQ=DAILY;COUNT=1".to_owned());
    }
    instants(&lines.join("\n"))
}

#[test]
fn a_calendar_finds_every_date_and_no_other() {
    let mut dice = Dice::new(3);
    let (mut unrolled, mut apart) = (0, 0);
    for _ in 0..300 {
        let mut session = any_session(&mut dice);
        let own = timing(&mut session).clone();
        let takes_place: Vec<i64> =
            own.dates(&clocks()).filter(|date| date.takes_place).map(|date| date.starts.0 / 1_000).collect();
        let file = File { method: Method::Publish, feed: None, events: &entries(&session) }.bytes();
        let found = events(&file);
        let Some((series, dates)) = found.split_first() else {
            assert!(takes_place.is_empty(), "an empty file is of a series that was called off date by date");
            continue;
        };
        // A date that is described apart takes the place of the one that the rule gives.
        let replaced: BTreeSet<i64> = dates
            .iter()
            .flat_map(|date| {
                let original = date.iter().find(|line| line.name == "RECURRENCE-ID").unwrap();
                starts(&[Line { name: "DTSTART".to_owned(), ..original.clone() }])
            })
            .collect();
        let mut all: Vec<i64> = starts(series).into_iter().filter(|start| !replaced.contains(start)).collect();
        all.extend(dates.iter().flat_map(|date| starts(date)));
        all.sort_unstable();
        let mut expected = takes_place.clone();
        expected.sort_unstable();
        assert_eq!(all, expected, "{own:?}\n{}", String::from_utf8(file).unwrap());
        unrolled += all.len();
        apart += own.exceptions.iter().filter(|exception| exception.change != Change::CalledOff).count();
    }
    assert!(unrolled > 2_000 && apart > 300, "enough was compared: {unrolled}, {apart}");
}
