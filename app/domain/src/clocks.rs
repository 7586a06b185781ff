//! What the clocks on people's walls show: days, times and the words for them, in everybody's own zone.
//!
//! The rules of zones are not here; whoever calls passes how far a zone is ahead of UTC at a moment. Neither is the
//! present: `now` is a parameter too.

#[cfg(test)]
pub(crate) mod tests;

use crate::time::{Face, Span, Timestamp, Zone};
use crate::wording::sentence;
use serde::{Deserialize, Serialize};

/// A day of the calendar: days since 1970-01-01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(pub i64);

/// What a clock on a wall shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wall {
    /// The day.
    pub day: Day,
    /// The minute of that day.
    pub minute: u16,
}

/// The present, and where each zone's clocks stand.
#[derive(Clone, Copy)]
pub struct Clocks<'a> {
    /// The present.
    pub now: Timestamp,
    /// How far a zone is ahead of UTC at a moment.
    pub ahead: &'a (dyn Fn(&Zone, Timestamp) -> Span + Sync),
}

const DAY: i64 = 86_400_000;
const MINUTE: i64 = 60_000;
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Day {
    /// The day it is in UTC.
    pub const fn utc(at: Timestamp) -> Self {
        Self(at.0.div_euclid(DAY))
    }

    /// The moment at which it begins in UTC.
    pub const fn begins(self) -> Timestamp {
        Timestamp(self.0 * DAY)
    }

    /// So many days later.
    pub const fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// The weekday's name.
    pub fn weekday(self) -> &'static str {
        self.weekday_index().map_or("", |index| WEEKDAYS[index])
    }

    /// True from Monday to Friday.
    pub fn is_workday(self) -> bool {
        self.weekday_index().is_some_and(|index| index < 5)
    }

    /// Year, month from 1 and day of the month, in the Gregorian calendar.
    ///
    /// The arithmetic is Howard Hinnant's `civil_from_days`, <https://howardhinnant.github.io/date_algorithms.html>.
    pub const fn date(self) -> (i64, i64, i64) {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
        (year, month, day)
    }

    /// "Wednesday 18 November".
    pub fn in_full(self) -> String {
        let (_, month, day) = self.date();
        let month = usize::try_from(month - 1).ok().and_then(|index| MONTHS.get(index)).unwrap_or(&"");
        format!("{} {day} {month}", self.weekday())
    }

    /// "18 November 2026".
    pub fn with_year(self) -> String {
        let (year, month, day) = self.date();
        let month = usize::try_from(month - 1).ok().and_then(|index| MONTHS.get(index)).unwrap_or(&"");
        format!("{day} {month} {year}")
    }

    /// "18 Nov".
    pub fn short(self) -> String {
        let (_, month, day) = self.date();
        let month = usize::try_from(month - 1).ok().and_then(|index| MONTHS.get(index)).unwrap_or(&"");
        format!("{day} {}", month.chars().take(3).collect::<String>())
    }

    /// "Wed 18 Nov".
    pub fn in_short(self) -> String {
        format!("{} {}", self.weekday().chars().take(3).collect::<String>(), self.short())
    }

    fn weekday_index(self) -> Option<usize> {
        // 1970-01-01 was a Thursday.
        usize::try_from((self.0 + 3).rem_euclid(7)).ok()
    }
}

impl Clocks<'_> {
    /// What clocks in `zone` show at `at`.
    pub fn wall(&self, zone: &Zone, at: Timestamp) -> Wall {
        let local = at.after((self.ahead)(zone, at)).0;
        let minute = u16::try_from(local.rem_euclid(DAY) / MINUTE).unwrap_or(0);
        Wall { day: Day(local.div_euclid(DAY)), minute }
    }

    /// The day it is in `zone`.
    pub fn today(&self, zone: &Zone) -> Day {
        self.wall(zone, self.now).day
    }

    /// The moment at which clocks in `zone` show `wall`. In the hour that a clock skips in spring, the moment that the
    /// old offset gives; of an hour that it shows twice in autumn, the first.
    pub fn moment(&self, zone: &Zone, wall: Wall) -> Timestamp {
        let local = Timestamp(wall.day.0 * DAY + i64::from(wall.minute) * MINUTE);
        // No zone is further than fourteen hours from UTC, so that a day away is before or after any change nearby.
        let old = (self.ahead)(zone, local.before(Span::days(1)));
        let new = (self.ahead)(zone, local.after(Span::days(1)));
        let by = |ahead: Span| Some(local.before(ahead)).filter(|at| (self.ahead)(zone, *at) == ahead);
        match old == new {
            true => local.before(old),
            false => by(old).or_else(|| by(new)).unwrap_or(local.before(old)),
        }
    }

    /// "12:30".
    pub fn time(&self, zone: &Zone, at: Timestamp) -> String {
        let minute = self.wall(zone, at).minute;
        format!("{:02}:{:02}", minute / 60, minute % 60)
    }

    /// "today", "tomorrow", "yesterday", "Thursday" in the six days to come, else "Thursday 26 November".
    pub fn day(&self, zone: &Zone, at: Timestamp) -> String {
        let day = self.wall(zone, at).day;
        match day.0 - self.today(zone).0 {
            0 => "today".into(),
            1 => "tomorrow".into(),
            -1 => "yesterday".into(),
            2..=6 => day.weekday().into(),
            _ => day.in_full(),
        }
    }

    /// "Thursday 12:30", with the day as in [`Clocks::day`].
    pub fn when(&self, zone: &Zone, at: Timestamp) -> String {
        format!("{} {}", self.day(zone, at), self.time(zone, at))
    }

    /// The same for a list: "Tomorrow 12:30", "Thursday 12:30", "Tue 10 Nov 12:30".
    pub fn when_short(&self, zone: &Zone, at: Timestamp) -> String {
        let day = self.wall(zone, at).day;
        let near = (-1..=6).contains(&(day.0 - self.today(zone).0));
        if near { self.when_capital(zone, at) } else { format!("{} {}", day.in_short(), self.time(zone, at)) }
    }

    /// The same for the start of a sentence: "Tomorrow 12:30".
    pub fn when_capital(&self, zone: &Zone, at: Timestamp) -> String {
        sentence(&self.when(zone, at))
    }

    /// The moment as a person in `zone` reads it, and as a machine does.
    pub fn face(&self, zone: &Zone, at: Timestamp) -> Face {
        let (year, month, day) = Day(at.0.div_euclid(DAY)).date();
        let seconds = at.0.rem_euclid(DAY) / 1_000;
        let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        let iso = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z");
        Face { iso, text: self.when_short(zone, at) }
    }

    /// "Good morning", "Good afternoon" or "Good evening".
    pub fn greeting(&self, zone: &Zone) -> &'static str {
        match self.wall(zone, self.now).minute / 60 {
            4..12 => "Good morning",
            12..18 => "Good afternoon",
            _ => "Good evening",
        }
    }

    /// A moment for two people: "Thursday 12:30 your time · 11:30 for Amara", or once when their clocks agree.
    pub fn for_both(&self, yours: &Zone, theirs: &Zone, name: &str, at: Timestamp) -> String {
        let when = self.when_capital(yours, at);
        let (here, there) = (self.wall(yours, at), self.wall(theirs, at));
        if here == there {
            format!("{when} for both of you")
        } else if here.day == there.day {
            format!("{when} your time · {} for {name}", self.time(theirs, at))
        } else {
            format!("{when} your time · {} {} for {name}", there.day.weekday(), self.time(theirs, at))
        }
    }
}
