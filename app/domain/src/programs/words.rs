//! Days, lengths and places of programs in words.

use crate::clocks::Day;
use crate::time::Zone;
use crate::wording::{brief_day, number};

/// "7 Sep to 18 Dec", "from 7 Sep", "until 18 Dec"; empty when neither day is set.
pub(super) fn dates(starts: Option<Day>, ends: Option<Day>) -> String {
    match (starts, ends) {
        (Some(starts), Some(ends)) => format!("{} to {}", brief_day(starts), brief_day(ends)),
        (Some(starts), None) => format!("from {}", brief_day(starts)),
        (None, Some(ends)) => format!("until {}", brief_day(ends)),
        (None, None) => String::new(),
    }
}

/// "today", "tomorrow", "on Thursday" in the six days to come, else "by 12 December": for what is to be done by then.
pub(crate) fn due(day: Day, today: Day) -> String {
    match day.0 - today.0 {
        0 => "today".to_owned(),
        1 => "by tomorrow".to_owned(),
        2..=6 => format!("by {}", day.weekday()),
        _ => format!("by {}", date(day)),
    }
}

/// "12 December".
pub(crate) fn date(day: Day) -> String {
    let full = day.in_full();
    full.split_once(' ').map_or(full.clone(), |(_, date)| date.to_owned())
}

/// "two weeks", "10 days", "one day".
pub(super) fn length(days: i64) -> String {
    let (n, one, many) = if days >= 14 && days % 7 == 0 { (days / 7, "week", "weeks") } else { (days, "day", "days") };
    let count = usize::try_from(n).unwrap_or(0);
    format!("{} {}", number(count), if n == 1 { one } else { many })
}

/// "Lisbon" of Europe/Lisbon.
pub(super) fn place(zone: &Zone) -> String {
    let name = zone.as_str();
    name.rsplit('/').next().unwrap_or(name).replace('_', " ")
}

/// "first", "second", "third", then "4th".
pub(super) fn ordinal(n: u32) -> String {
    match n {
        1 => "first".to_owned(),
        2 => "second".to_owned(),
        3 => "third".to_owned(),
        n => {
            let end = match (n % 10, n % 100) {
                (_, 11..=13) => "th",
                (1, _) => "st",
                (2, _) => "nd",
                (3, _) => "rd",
                _ => "th",
            };
            format!("{n}{end}")
        }
    }
}

/// "45 min".
pub(super) fn minutes(minutes: i64) -> String {
    format!("{minutes} min")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_places_read_as_people_say_them() {
        let today = Day(20_775);
        let rows = [(0, "today"), (1, "by tomorrow"), (2, "by Friday"), (7, "by 25 November"), (-1, "by 17 November")];
        for (later, words) in rows {
            assert_eq!(due(today.plus(later), today), words);
        }
        assert_eq!(dates(Some(today), Some(today.plus(30))), "18 Nov to 18 Dec");
        assert_eq!((dates(Some(today), None), dates(None, Some(today))), ("from 18 Nov".into(), "until 18 Nov".into()));
        assert_eq!([length(1), length(10), length(14), length(7)], ["one day", "10 days", "two weeks", "seven days"]);
        assert_eq!(place(&Zone::parse("America/Sao_Paulo").unwrap()), "Sao Paulo");
        assert_eq!([1, 4, 11, 22, 103].map(ordinal), ["first", "4th", "11th", "22nd", "103rd"]);
    }
}
