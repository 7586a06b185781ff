//! What the clocks on people's walls show: days, times and the words for them, in everybody's own zone.
//!
//! The rules of zones are not here; whoever calls passes how far a zone is ahead of UTC at a moment. Neither is the
//! present: `now` is a parameter too.

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
    pub ahead: &'a dyn Fn(&Zone, Timestamp) -> Span,
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

    /// The moment at which clocks in `zone` show `wall`. In the hour that a clock skips in spring, the moment that
    /// the old offset gives.
    pub fn moment(&self, zone: &Zone, wall: Wall) -> Timestamp {
        let local = Timestamp(wall.day.0 * DAY + i64::from(wall.minute) * MINUTE);
        let near = local.before((self.ahead)(zone, local));
        local.before((self.ahead)(zone, near))
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

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Wednesday 18 November 2026, 08:12 UTC.
    const NOW: Timestamp = Timestamp(1_794_989_520_000);

    /// Where clocks stand in winter.
    pub fn ahead(zone: &Zone, _: Timestamp) -> Span {
        match zone.as_str() {
            "Europe/Berlin" => Span::hours(1),
            "America/Lima" => Span::hours(-5),
            "Asia/Kolkata" => Span::minutes(330),
            _ => Span::hours(0),
        }
    }

    fn clocks() -> Clocks<'static> {
        Clocks { now: NOW, ahead: &ahead }
    }

    fn zone(name: &str) -> Zone {
        Zone::parse(name).unwrap()
    }

    #[test]
    fn days_have_the_dates_of_the_calendar() {
        let rows = [
            (0, (1970, 1, 1), "Thursday 1 January"),
            (-1, (1969, 12, 31), "Wednesday 31 December"),
            (11_016, (2000, 2, 29), "Tuesday 29 February"),
            (20_775, (2026, 11, 18), "Wednesday 18 November"),
        ];
        for (day, date, words) in rows {
            assert_eq!((Day(day).date(), Day(day).in_full().as_str()), (date, words));
        }
    }

    #[test]
    fn a_moment_reads_as_people_say_it() {
        let rows = [
            (0, "today 09:12"),
            (24, "tomorrow 09:12"),
            (-24, "yesterday 09:12"),
            (48, "Friday 09:12"),
            (24 * 6, "Tuesday 09:12"),
            (24 * 7, "Wednesday 25 November 09:12"),
            (-48, "Monday 16 November 09:12"),
        ];
        for (hours, words) in rows {
            assert_eq!(clocks().when(&zone("Europe/Berlin"), NOW.after(Span::hours(hours))), words);
        }
    }

    #[test]
    fn two_people_read_one_moment_on_their_own_clocks() {
        let rows = [
            ("Europe/Berlin", 0, "Today 09:12 for both of you"),
            ("UTC", 0, "Today 09:12 your time · 08:12 for Amara"),
            ("America/Lima", -5, "Today 04:12 your time · Tuesday 22:12 for Amara"),
            ("Asia/Kolkata", 24, "Tomorrow 09:12 your time · 13:42 for Amara"),
        ];
        for (theirs, hours, words) in rows {
            let at = NOW.after(Span::hours(hours));
            assert_eq!(clocks().for_both(&zone("Europe/Berlin"), &zone(theirs), "Amara", at), words);
        }
    }

    #[test]
    fn a_wall_time_leads_back_to_its_moment() {
        for name in ["Europe/Berlin", "America/Lima", "Asia/Kolkata", "UTC"] {
            let wall = clocks().wall(&zone(name), NOW);
            assert_eq!(clocks().moment(&zone(name), wall), NOW, "{name}");
        }
        assert_eq!(clocks().face(&zone("America/Lima"), NOW).iso, "2026-11-18T08:12:00Z");
        assert_eq!(clocks().face(&zone("Europe/Berlin"), NOW.before(Span::days(8))).text, "Tue 10 Nov 09:12");
    }

    #[test]
    fn a_greeting_follows_the_readers_own_clock() {
        assert_eq!(clocks().greeting(&zone("Europe/Berlin")), "Good morning");
        assert_eq!(clocks().greeting(&zone("Asia/Kolkata")), "Good afternoon");
        assert_eq!(clocks().greeting(&zone("America/Lima")), "Good evening");
    }
}
