//! How often people meet: a recurrence rule of RFC 5545, in words that people write.
//!
//! Of that standard only what people say is taken: every so many weeks on a weekday, and every so many months on the
//! first to fourth or last of a weekday. Everything else is refused with what to write instead.

mod read;
#[cfg(test)]
mod tests;

use crate::clocks::Day;
use crate::rejection::Rejection;

/// How often people meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cadence {
    /// Every so many weeks on a weekday; Monday is 0.
    Weekly {
        /// Every how many weeks: 1 to 12.
        every: u8,
        /// On which weekday, from Monday 0 to Sunday 6.
        weekday: u8,
    },
    /// Every so many months on a weekday of the month.
    Monthly {
        /// Every how many months: 1 to 12.
        every: u8,
        /// The first to the fourth, or the last as 5.
        nth: u8,
        /// On which weekday, from Monday 0 to Sunday 6.
        weekday: u8,
    },
}

/// The last of a month, where the others are 1 to 4.
const LAST: u8 = 5;
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const CODES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const ORDINALS: [&str; 5] = ["first", "second", "third", "fourth", "last"];

impl Cadence {
    /// The cadence of the form field `field`, as words ("every 2 weeks on Thursday", "every month on the first Tuesday")
    /// or as a rule ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"). Refuses what it cannot read, with an example.
    pub fn parse(field: &str, text: &str) -> Result<Self, Rejection> {
        let text = text.trim();
        let read = if text.contains('=') { read::rule(text) } else { read::words(text) };
        read.map_err(|message| Rejection::invalid(field, message))
    }

    /// The rule, as calendars read it.
    pub fn rule(self) -> String {
        let (freq, every, nth, weekday) = match self {
            Self::Weekly { every, weekday } => ("WEEKLY", every, String::new(), weekday),
            Self::Monthly { every, nth: LAST, weekday } => ("MONTHLY", every, "-1".to_owned(), weekday),
            Self::Monthly { every, nth, weekday } => ("MONTHLY", every, nth.to_string(), weekday),
        };
        let interval = if every == 1 { String::new() } else { format!(";INTERVAL={every}") };
        format!("FREQ={freq}{interval};BYDAY={nth}{}", named(&CODES, weekday))
    }

    /// How many times that is in 27,720 times four weeks: a whole number for every cadence, for whoever compares two. A
    /// month is a twelfth of 365.2425 days.
    pub(super) fn how_often(self) -> i64 {
        const SPANS: i64 = 27_720;
        match self {
            Self::Weekly { every, .. } => SPANS * 4 / i64::from(every.max(1)),
            Self::Monthly { every, .. } => SPANS * 3_360_000 / (3_652_425 * i64::from(every.max(1))),
        }
    }

    /// In words: "every 2 weeks on Thursday", "every month on the first Tuesday".
    pub fn words(self) -> String {
        let time =
            |every: u8, one: &str| if every == 1 { format!("every {one}") } else { format!("every {every} {one}s") };
        match self {
            Self::Weekly { every, weekday } => format!("{} on {}", time(every, "week"), named(&WEEKDAYS, weekday)),
            Self::Monthly { every, nth, weekday } => {
                let nth = named(&ORDINALS, nth.saturating_sub(1));
                format!("{} on the {nth} {}", time(every, "month"), named(&WEEKDAYS, weekday))
            }
        }
    }

    /// The days on which it falls, from the first that is not before `from`; counted from `anchor`, the first day of the
    /// program: the first time is the first such weekday on or after it, whatever its week.
    pub fn days(self, anchor: Day, from: Day) -> impl Iterator<Item = Day> {
        let (first, step) = match self {
            Self::Weekly { every, weekday } => (next(anchor, weekday), i64::from(every.max(1))),
            Self::Monthly { every, nth, weekday } => (first_of_months(anchor, nth, weekday), i64::from(every.max(1))),
        };
        let nth_time = move |times: i64| match self {
            Self::Weekly { .. } => Some(first.plus(7 * step * times)),
            Self::Monthly { nth, weekday, .. } => weekday_of_month(month_after(first, step * times), nth, weekday),
        };
        // Straight to near `from`: no more than one step before it, however long the program has been going on.
        let length = if matches!(self, Self::Weekly { .. }) { 7 * step } else { 31 * step };
        let skipped = ((from.0.saturating_sub(first.0)) / length).max(0);
        (skipped..).map_while(nth_time).take_while(is_in_calendar).filter(move |day| *day >= from)
    }
}

/// The first `weekday` that is not before `day`.
fn next(day: Day, weekday: u8) -> Day {
    // 1970-01-01 was a Thursday, so that a Monday has remainder 4.
    day.plus((i64::from(weekday) + 4 - day.0).rem_euclid(7))
}

/// The first day not before `anchor` that is the `nth` `weekday` of its month.
fn first_of_months(anchor: Day, nth: u8, weekday: u8) -> Day {
    let in_month = |months: i64| weekday_of_month(month_after(anchor, months), nth, weekday);
    (0..2).filter_map(in_month).find(|day| *day >= anchor).unwrap_or(anchor)
}

/// Year and month, so many months after the month of `day`.
fn month_after(day: Day, months: i64) -> (i64, i64) {
    let (year, month, _) = day.date();
    let count = year * 12 + month - 1 + months;
    (count.div_euclid(12), count.rem_euclid(12) + 1)
}

/// The first to fourth or last `weekday` of a month; `None` outside the years that calendars here have.
fn weekday_of_month((year, month): (i64, i64), nth: u8, weekday: u8) -> Option<Day> {
    let first = next(Day::from_date(year, month, 1)?, weekday);
    if nth < LAST {
        return Some(first.plus(7 * (i64::from(nth) - 1)));
    }
    let fifth = first.plus(28);
    Some(if fifth.date().1 == month { fifth } else { first.plus(21) })
}

/// Until the end of 2199, as far as days are read.
fn is_in_calendar(day: &Day) -> bool {
    day.date().0 < 2200
}

fn named(names: &'static [&'static str], index: u8) -> &'static str {
    names.get(usize::from(index)).copied().unwrap_or_default()
}
