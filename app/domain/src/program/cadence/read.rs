//! Reading a cadence: the words that people write, and the rule that calendars write.

use super::{CODES, Cadence, LAST, ORDINALS, WEEKDAYS};

const EXAMPLE: &str = "Write it as “every 2 weeks on Thursday” or “every month on the first Tuesday”.";
const EVERY: &str = "Write a number from 1 to 12 between “every” and “weeks” or “months”.";
const NUMBERS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Reads "every 2 weeks on Thursday", and as people also say it: "weekly on Thursdays", "every other week on Thursday",
/// "every Thursday", "monthly on the 1st Tuesday". Else says what to write.
pub(super) fn words(text: &str) -> Result<Cadence, String> {
    let lower = text.to_lowercase().replace(',', " ");
    let words: Vec<&str> = lower.trim_end_matches('.').split_whitespace().filter(|word| !is_filler(word)).collect();
    match words.as_slice() {
        [] => Err(EXAMPLE.to_owned()),
        ["daily", ..] | ["every", "day", ..] => Err(format!("Not every day: people need time to practise. {EXAMPLE}")),
        ["fortnightly", rest @ ..] => on(2, Unit::Week, rest),
        ["weekly", rest @ ..] | ["every", "week", rest @ ..] => on(1, Unit::Week, rest),
        ["monthly", rest @ ..] | ["every", "month", rest @ ..] => on(1, Unit::Month, rest),
        ["every", "other", unit, rest @ ..] => on(2, unit_of(unit)?, rest),
        ["every", day] => on(1, Unit::Week, &[day]),
        ["every", count, unit, rest @ ..] => on(count_of(count)?, unit_of(unit)?, rest),
        _ => Err(EXAMPLE.to_owned()),
    }
}

/// Reads "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH". Else says what to write.
pub(super) fn rule(text: &str) -> Result<Cadence, String> {
    let upper = text.to_uppercase();
    let (mut freq, mut every, mut day) = (None, None, None);
    for part in upper.strip_prefix("RRULE:").unwrap_or(&upper).split(';').filter(|part| !part.trim().is_empty()) {
        let (key, value) = part.split_once('=').ok_or(EXAMPLE)?;
        let slot = match key.trim() {
            "FREQ" => &mut freq,
            "INTERVAL" => &mut every,
            "BYDAY" => &mut day,
            other => return Err(format!("Leave out {other}: a program has its own first and last day. {EXAMPLE}")),
        };
        if slot.replace(value.trim().to_owned()).is_some() {
            return Err(format!("{} stands there twice. {EXAMPLE}", key.trim()));
        }
    }
    let every = every.map_or(Ok(1), |count| count_of(&count))?;
    let day = day.ok_or(format!("Say on which weekday, with BYDAY. {EXAMPLE}"))?;
    let (nth, weekday) = by_day(&day)?;
    match (freq.as_deref(), nth) {
        (Some("WEEKLY"), None) => Ok(Cadence::Weekly { every, weekday }),
        (Some("WEEKLY"), Some(_)) => {
            Err(format!("A week has each weekday once: write BYDAY={}. {EXAMPLE}", code(weekday)))
        }
        (Some("MONTHLY"), Some(nth)) => Ok(Cadence::Monthly { every, nth, weekday }),
        (Some("MONTHLY"), None) => Err(format!("Say which of the month: write BYDAY=1{}. {EXAMPLE}", code(weekday))),
        _ => Err(format!("FREQ is WEEKLY or MONTHLY. {EXAMPLE}")),
    }
}

#[derive(Clone, Copy)]
enum Unit {
    Week,
    Month,
}

/// The weekday, or the nth weekday, that ends the sentence.
fn on(every: u8, unit: Unit, rest: &[&str]) -> Result<Cadence, String> {
    match (unit, rest) {
        (Unit::Week, [day]) => Ok(Cadence::Weekly { every, weekday: weekday(day)? }),
        (Unit::Week, []) => Err(format!("Say on which weekday. {EXAMPLE}")),
        (Unit::Month, [nth, day]) => Ok(Cadence::Monthly { every, nth: nth_of(nth)?, weekday: weekday(day)? }),
        (Unit::Month, [_] | []) => Err(format!("Say on which weekday of the month. {EXAMPLE}")),
        _ => Err(format!("One weekday is enough. {EXAMPLE}")),
    }
}

fn is_filler(word: &str) -> bool {
    matches!(word, "on" | "the" | "of" | "a")
}

fn unit_of(word: &str) -> Result<Unit, String> {
    match word {
        "week" | "weeks" => Ok(Unit::Week),
        "month" | "months" => Ok(Unit::Month),
        _ => Err(format!("People meet every so many weeks or months. {EXAMPLE}")),
    }
}

fn count_of(word: &str) -> Result<u8, String> {
    let named = NUMBERS.iter().zip(1..).find(|(name, _)| **name == word).map(|(_, count)| count);
    let count = named.or_else(|| word.trim().parse::<u8>().ok()).filter(|count| (1..=12).contains(count));
    count.ok_or_else(|| EVERY.to_owned())
}

fn nth_of(word: &str) -> Result<u8, String> {
    const SHORT: [&str; 4] = ["1st", "2nd", "3rd", "4th"];
    let long = ORDINALS.iter().zip(1..).find(|(name, _)| **name == word);
    let short = SHORT.iter().zip(1..).find(|(name, _)| **name == word);
    match long.or(short) {
        Some((_, nth)) => Ok(nth),
        None if word == "fifth" || word == "5th" => Err(no_fifth()),
        None => Err(format!("Write first, second, third, fourth or last before the weekday. {EXAMPLE}")),
    }
}

fn weekday(word: &str) -> Result<u8, String> {
    let is_meant = |name: &str| {
        let name = name.to_lowercase();
        word == name || word.strip_suffix('s') == Some(&name) || (word.len() == 3 && name.starts_with(word))
    };
    let found = WEEKDAYS.iter().zip(0..).find(|(name, _)| is_meant(name)).map(|(_, index)| index);
    found.ok_or_else(|| format!("“{word}” is no weekday. {EXAMPLE}"))
}

/// "TH", "1TU", "-1FR".
fn by_day(text: &str) -> Result<(Option<u8>, u8), String> {
    if text.contains(',') {
        return Err(format!("One weekday is enough. {EXAMPLE}"));
    }
    let split = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (nth, day) = text.split_at(split);
    let weekday = CODES.iter().zip(0..).find(|(code, _)| **code == day).map(|(_, index)| index);
    let weekday = weekday.ok_or_else(|| format!("BYDAY is one of MO, TU, WE, TH, FR, SA and SU. {EXAMPLE}"))?;
    let nth = match nth.trim_start_matches('+') {
        "" => None,
        "1" => Some(1),
        "2" => Some(2),
        "3" => Some(3),
        "4" => Some(4),
        "-1" => Some(LAST),
        "5" => return Err(no_fifth()),
        _ => return Err(format!("Before the weekday stands 1 to 4, or -1 for the last. {EXAMPLE}")),
    };
    Ok((nth, weekday))
}

fn no_fifth() -> String {
    "Not every month has a fifth one. Write “last”, as in “every month on the last Tuesday”.".to_owned()
}

fn code(weekday: u8) -> &'static str {
    CODES.get(usize::from(weekday)).copied().unwrap_or_default()
}
