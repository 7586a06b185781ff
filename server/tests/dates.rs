//! The dates of series against an independent reading of the same rules.

#![expect(clippy::unwrap_used, reason = "clippy knows tests, but not the functions that set them up")]

use domain::clocks::Day;
use domain::session::{Repeats, Timing, Until};
use domain::time::{Minutes, Zone};
use rrule::RRuleSet;

/// The days on which `rule` puts dates from `first` on, as the library reads it.
fn by_the_library(first: Day, rule: &str, zone: &str) -> Vec<String> {
    let (year, month, day) = first.date();
    let text = format!("DTSTART;TZID={zone}:{year:04}{month:02}{day:02}T123000\nRRULE:{rule}");
    let set: RRuleSet = text.parse().unwrap();
    let found = set.all(500);
    assert!(!found.limited, "{rule}");
    found.dates.iter().map(|date| date.format("%Y-%m-%d").to_string()).collect()
}

fn timing(first: Day, rule: &str, zone: &str, until: Until) -> Timing {
    Timing {
        first,
        minute: 12 * 60 + 30,
        length: Minutes(45),
        zone: Zone::parse(zone).unwrap(),
        repeats: Some(Repeats { rule: rule.to_owned(), until }),
        exceptions: Vec::new(),
    }
}

fn iso(days: Vec<Day>) -> Vec<String> {
    days.into_iter().map(Day::iso).collect()
}

#[test]
fn a_series_falls_on_the_days_on_which_the_library_puts_it() {
    let rules = [
        "FREQ=WEEKLY;BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        "FREQ=WEEKLY;INTERVAL=5;BYDAY=SA",
        "FREQ=MONTHLY;BYDAY=1TU",
        "FREQ=MONTHLY;BYDAY=4FR",
        "FREQ=MONTHLY;BYDAY=-1SU",
        "FREQ=MONTHLY;INTERVAL=3;BYDAY=2WE",
    ];
    let begins = Day::from_date(2026, 1, 1).unwrap();
    for rule in rules {
        for zone in ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"] {
            for later in [0, 3, 17, 58] {
                // A series begins with its first date: what stands in its calendar entry is a date of the rule.
                let asked = timing(begins.plus(later), rule, zone, Until::Count { dates: 1 });
                let first = asked.days()[0];
                let counted = timing(first, rule, zone, Until::Count { dates: 60 });
                assert_eq!(iso(counted.days()), by_the_library(first, &format!("{rule};COUNT=60"), zone), "{rule}");
                let last = begins.plus(730);
                let until = format!("{rule};UNTIL={}T235959Z", last.iso().replace('-', ""));
                let dated = timing(first, rule, zone, Until::Day { day: last });
                assert_eq!(iso(dated.days()), by_the_library(first, &until, zone), "{rule}");
            }
        }
    }
}
