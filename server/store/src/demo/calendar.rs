//! Moments of the demo company, counted from `now` and placed in working hours at Fernhill, so that nobody met at
//! four in the morning because the demo was started then. Zones of single people are not looked at.

use domain::clocks::Day;
use domain::time::{Span, Timestamp};
use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};

/// Where Fernhill's clocks hang.
pub(super) const HOME: &str = "Europe/Berlin";

/// Hours at which meetings start, in minutes of the day.
const STARTS: [i64; 6] = [9 * 60, 10 * 60 + 30, 12 * 60 + 30, 14 * 60, 15 * 60 + 30, 17 * 60];

/// The wall calendar of Fernhill at one moment.
pub(super) struct Calendar {
    now: Zoned,
}

impl Calendar {
    pub(super) fn new(now: Timestamp) -> Self {
        let zone = TimeZone::get(HOME).expect("the zone is in the bundled database");
        let now = jiff::Timestamp::from_millisecond(now.0).expect("the demo is loaded within the years a clock knows");
        Self { now: now.to_zoned(zone) }
    }

    pub(super) fn now(&self) -> Timestamp {
        Timestamp(self.now.timestamp().as_millisecond())
    }

    /// `days` days ago at `minute` of that day.
    pub(super) fn ago(&self, days: u32, minute: i64) -> Timestamp {
        self.on_day(-i64::from(days), minute)
    }

    /// As [`Self::ago`], on the Friday before when that day was a weekend.
    pub(super) fn workday_ago(&self, days: u32, minute: i64) -> Timestamp {
        let days = i64::from(days);
        let back = match self.day(-days).weekday() {
            Weekday::Saturday => 1,
            Weekday::Sunday => 2,
            Weekday::Monday | Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday | Weekday::Friday => 0,
        };
        self.on_day(-days - back, minute)
    }

    /// The first lunchtime of a workday, 12:30, that is at least 36 hours away.
    pub(super) fn coming_lunch(&self) -> Timestamp {
        let earliest = self.now().after(Span::hours(36));
        (1..=5)
            .map(|days| self.workday_ahead(days, 12 * 60 + 30))
            .find(|lunch| *lunch >= earliest)
            .expect("five days hold a lunchtime that is two nights away")
    }

    /// A workday `days` from now or the Monday after, at `minute` of that day.
    pub(super) fn workday_ahead(&self, days: u32, minute: i64) -> Timestamp {
        let days = i64::from(days);
        let on = match self.day(days).weekday() {
            Weekday::Saturday => 2,
            Weekday::Sunday => 1,
            Weekday::Monday | Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday | Weekday::Friday => 0,
        };
        self.on_day(days + on, minute)
    }

    /// The last usual start of a meeting within the next 23 hours: soon, and for as long as the demo may run.
    pub(super) fn soon(&self) -> Timestamp {
        let latest = self.now().after(Span::hours(23));
        self.starts(0..=1).filter(|start| *start <= latest).max().expect("23 hours hold a start")
    }

    /// The newest usual start from which a meeting of `minutes` is over.
    pub(super) fn just_over(&self, minutes: i64) -> Timestamp {
        let latest = self.now().before(Span::minutes(minutes + 5));
        self.starts(-2..=0).filter(|start| *start <= latest).max().expect("two days hold a start")
    }

    /// The day it is at Fernhill at `at`.
    pub(super) fn day_of(&self, at: Timestamp) -> Day {
        let at = jiff::Timestamp::from_millisecond(at.0).expect("the demo stays within the years a clock knows");
        counted(at.to_zoned(self.now.time_zone().clone()).date())
    }

    /// A workday `days` from today or the Monday after.
    pub(super) fn day_ahead(&self, days: u32) -> Day {
        self.day_of(self.workday_ahead(days, 12 * 60))
    }

    /// `minute` of `day` at Fernhill.
    pub(super) fn moment_on(&self, day: Day, minute: i64) -> Timestamp {
        self.on_day(day.0 - counted(self.now.date()).0, minute)
    }

    fn starts(&self, days: std::ops::RangeInclusive<i64>) -> impl Iterator<Item = Timestamp> {
        days.flat_map(move |day| STARTS.map(|minute| self.on_day(day, minute)))
    }

    fn day(&self, days: i64) -> jiff::civil::Date {
        self.now.date().checked_add(days.days()).expect("the demo stays within the years a clock knows")
    }

    fn on_day(&self, days: i64, minute: i64) -> Timestamp {
        let at = self.day(days).to_datetime(Time::midnight()) + minute.minutes();
        let at = at.to_zoned(self.now.time_zone().clone()).expect("the demo stays within the years a clock knows");
        Timestamp(at.timestamp().as_millisecond())
    }
}

/// Days since 1970-01-01.
fn counted(date: jiff::civil::Date) -> Day {
    let (year, month, day) = (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()));
    Day::from_date(year, month, day).expect("the demo stays within the years a calendar knows")
}

/// The last 03:00 UTC at or before `now`: from then on the demo is loaded anew.
pub(super) const fn last_reset(now: Timestamp) -> Timestamp {
    let (three, day) = (Span::hours(3).0, Span::days(1).0);
    Timestamp((now.0 - three).div_euclid(day) * day + three)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_is_loaded_anew_at_three() {
        let three = Timestamp(1_795_057_200_000);
        assert_eq!(last_reset(three), three);
        assert_eq!(last_reset(three.before(Span::minutes(1))), three.before(Span::days(1)));
        assert_eq!(last_reset(three.after(Span::hours(23))), three);
    }

    /// Every quarter of an hour of two weeks around the end of summer time.
    fn moments() -> impl Iterator<Item = Calendar> {
        (0..14 * 96).map(|quarter| Calendar::new(Timestamp(1_792_000_000_000).after(Span::minutes(15 * quarter))))
    }

    #[test]
    fn whenever_the_demo_starts_the_next_meeting_is_within_a_day_and_the_last_one_is_over() {
        for calendar in moments() {
            let now = calendar.now();
            assert!(calendar.soon() > now && calendar.soon() <= now.after(Span::hours(24)));
            assert!(calendar.just_over(45).after(Span::minutes(45)) <= now);
            assert!(calendar.just_over(45) >= now.before(Span::hours(24)));
            let lunch = calendar.coming_lunch();
            assert!(lunch >= now.after(Span::hours(36)) && lunch <= now.after(Span::days(5)));
        }
    }

    #[test]
    fn a_workday_is_never_a_weekend_and_never_on_the_wrong_side_of_now() {
        for calendar in moments() {
            for days in 1..9 {
                assert!(calendar.workday_ago(days, 17 * 60) < calendar.now());
                assert!(calendar.workday_ahead(days, 9 * 60) > calendar.now());
            }
        }
    }
}
