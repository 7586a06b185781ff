//! Times at which two people could meet: workdays, inside what both said suits them, clear of what they have agreed.
//!
//! Nobody's calendar is read: what somebody does outside Kith is not known here.

use crate::clocks::{Clocks, Day, Wall};
use crate::free_time::{Busy, NOTICE, STEP, WORKING_HOURS, busy, starts_within};
use crate::org::Org;
use crate::person::Person;
use crate::time::{Minutes, Span, Timestamp};
use crate::wording::counted;
use serde::{Deserialize, Serialize};

/// How far ahead times are looked for.
const DAYS: i64 = 14;

/// A time to choose, as the reader and the other person see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// What the form sends.
    pub at: Timestamp,
    /// "Thursday 12:30", on the reader's clock.
    pub text: String,
    /// "11:30 for Amara", or "the same for Amara".
    pub theirs: String,
}

/// Two people who mean to meet.
#[derive(Clone, Copy, Debug)]
pub struct Meeting<'a> {
    /// Who reads.
    pub you: &'a Person,
    /// The other.
    pub them: &'a Person,
    /// How long.
    pub minutes: Minutes,
}

impl Meeting<'_> {
    /// Up to `most` times to meet, one a day, the soonest first: the middle of what suits both; where nothing does,
    /// the middle of working hours; where those do not meet either, none.
    pub fn slots(&self, org: &Org, most: usize, clocks: &Clocks) -> Vec<Slot> {
        let slot = |at| Slot { at, text: clocks.when_short(&self.you.zone, at), theirs: self.theirs(at, clocks) };
        self.free_times(org, most, clocks).into_iter().map(slot).collect()
    }

    /// What the other's clock shows beside the reader's: "Amara’s clock shows one hour less." With a word when that is
    /// not so all year.
    pub fn their_clock(&self, clocks: &Clocks) -> String {
        let minutes = |person: &Person, at| (clocks.ahead)(&person.zone, at).0 / 60_000;
        let difference = |at| minutes(self.them, at) - minutes(self.you, at);
        let now = difference(clocks.now);
        let changes = (1..=26).any(|fortnight| difference(clocks.now.after(Span::days(14 * fortnight))) != now);
        let season = if changes { " at this time of year" } else { "" };
        let shows = match now {
            0 => "the same".to_owned(),
            less if less < 0 => format!("{} less", hours(-less)),
            more => format!("{} more", hours(more)),
        };
        format!("{}’s clock shows {shows}{season}.", self.them.first_name())
    }

    /// How many minutes of a day suit both, by where their clocks stand now.
    pub fn shared_minutes(&self, clocks: &Clocks) -> i64 {
        self.shared(|person| person.availability.window(), clocks)
    }

    /// How many minutes of a working day both work, whenever they like to meet; by where their clocks stand now.
    pub fn shared_working_minutes(&self, clocks: &Clocks) -> i64 {
        self.shared(|_| WORKING_HOURS, clocks)
    }

    fn shared(&self, window: fn(&Person) -> (u16, u16), clocks: &Clocks) -> i64 {
        let utc = |person: &Person| {
            let (first, last) = window(person);
            let ahead = (clocks.ahead)(&person.zone, clocks.now).0 / 60_000;
            (i64::from(first) - ahead, i64::from(last) - ahead)
        };
        let ((from, to), (their_from, their_to)) = (utc(self.you), utc(self.them));
        let shared = |shift: i64| to.min(their_to + shift) - from.max(their_from + shift);
        [-1_440, 0, 1_440].into_iter().map(|shift| shared(shift).max(0)).sum()
    }

    fn free_times(&self, org: &Org, most: usize, clocks: &Clocks) -> Vec<Timestamp> {
        let taken = self.taken(org, clocks);
        let first = clocks.today(&self.you.zone);
        let suits = |window: fn(&Person) -> (u16, u16)| {
            let of_day = |ahead| {
                let fitting = self.fitting(first.plus(ahead), window, clocks);
                self.best(&fitting, &taken, clocks.now.after(NOTICE))
            };
            (0..=DAYS).filter_map(of_day).take(most).collect::<Vec<_>>()
        };
        let times = suits(|person| person.availability.window());
        if times.is_empty() { suits(|_| WORKING_HOURS) } else { times }
    }

    fn theirs(&self, at: Timestamp, clocks: &Clocks) -> String {
        let name = self.them.first_name();
        let (here, there) = (clocks.wall(&self.you.zone, at), clocks.wall(&self.them.zone, at));
        if here == there {
            format!("the same for {name}")
        } else if here.day == there.day {
            format!("{} for {name}", clocks.time(&self.them.zone, at))
        } else {
            format!("{} {} for {name}", there.day.weekday(), clocks.time(&self.them.zone, at))
        }
    }

    /// What either has agreed or been asked to.
    fn taken(&self, org: &Org, clocks: &Clocks) -> Vec<Busy> {
        let span = (clocks.now, clocks.now.after(Span::days(DAYS + 2)));
        [self.you, self.them].into_iter().flat_map(|person| busy(org, &person.id, span, clocks)).collect()
    }

    /// The half hours of `day` inside both windows; none on days off.
    fn fitting(&self, day: Day, window: fn(&Person) -> (u16, u16), clocks: &Clocks) -> Vec<Timestamp> {
        let inside = |person: &Person, at: Timestamp| starts_within(person, window(person), at, clocks);
        let (first, last) = window(self.you);
        (first.div_ceil(STEP)..=last / STEP)
            .map(|half_hour| clocks.moment(&self.you.zone, Wall { day, minute: half_hour * STEP }))
            .filter(|at| inside(self.you, *at) && inside(self.them, *at))
            .collect()
    }

    /// The free one that is nearest to the middle.
    fn best(&self, fitting: &[Timestamp], taken: &[Busy], soonest: Timestamp) -> Option<Timestamp> {
        let (earliest, latest) = (fitting.first()?.0, fitting.last()?.0);
        let from_middle = |at: &Timestamp| (2 * at.0 - earliest - latest).abs();
        let free = |at: &Timestamp| {
            let end = at.after(Span::minutes(i64::from(self.minutes.0)));
            *at >= soonest && !taken.iter().any(|busy| busy.overlaps(*at, end))
        };
        fitting.iter().copied().filter(free).min_by_key(|at| (from_middle(at), *at))
    }
}

/// "one hour", "5 hours and 30 minutes".
fn hours(minutes: i64) -> String {
    let many = |n: i64, one, more| counted(usize::try_from(n).unwrap_or(0), one, more);
    match (minutes / 60, minutes % 60) {
        (0, rest) => many(rest, "minute", "minutes"),
        (whole, 0) => many(whole, "hour", "hours"),
        (whole, rest) => format!("{} and {}", many(whole, "hour", "hours"), many(rest, "minute", "minutes")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clocks::tests::ahead;
    use crate::exchange::{Ask, Exchange, Move, Side};
    use crate::fernhill::{NOW, fernhill};
    use crate::person::Availability;
    use crate::time::Zone;

    const CLOCKS: Clocks<'static> = Clocks { now: NOW, ahead: &ahead };

    /// Jonas in Berlin and Amara in Lisbon, meeting for half an hour, as Jonas reads it.
    fn times(org: &Org, jonas: Availability, amara: Availability, amara_in: &str) -> Vec<(String, String)> {
        let mut you = org.person(&"jonas-weidner".parse().unwrap()).unwrap().clone();
        let mut them = org.person(&"amara-okafor".parse().unwrap()).unwrap().clone();
        (you.availability, them.availability) = (jonas, amara);
        them.zone = Zone::parse(amara_in).unwrap();
        let found = Meeting { you: &you, them: &them, minutes: Minutes(30) }.slots(org, 3, &CLOCKS);
        found.into_iter().map(|slot| (slot.text, slot.theirs)).collect()
    }

    fn agree(org: &mut Org, starts_at: Timestamp) {
        let ask = Ask {
            teacher: "amara-okafor".parse().unwrap(),
            skill: "wound-care".parse().unwrap(),
            message: Default::default(),
            minutes: Minutes(30),
            starts_at: Some(starts_at),
        };
        let asked = Exchange::open("e1".parse().unwrap(), "leila-haddou".parse().unwrap(), ask, NOW).unwrap();
        org.put_exchange(asked.moved(Side::Teacher, Move::Accept, NOW).unwrap());
    }

    #[test]
    fn times_lie_in_what_suits_both_on_workdays() {
        use Availability::{Lunchtimes, Mornings, Whenever};
        let rows = [
            (Lunchtimes, Lunchtimes, "Europe/Berlin", "Today 12:30", "the same for Amara"),
            (Lunchtimes, Whenever, "Europe/Lisbon", "Today 12:30", "11:30 for Amara"),
            (Mornings, Mornings, "Europe/Lisbon", "Tomorrow 10:30", "09:30 for Amara"),
            (Whenever, Whenever, "America/Lima", "Today 15:30", "09:30 for Amara"),
            (Mornings, Lunchtimes, "Europe/Berlin", "Today 13:00", "the same for Amara"),
        ];
        for (jonas, amara, zone, here, there) in rows {
            let found = times(&fernhill(), jonas, amara, zone);
            assert_eq!(found[0], (here.to_owned(), there.to_owned()), "{jonas:?} {amara:?} {zone}");
            assert!(found.iter().all(|(text, _)| !text.starts_with("Saturday") && !text.starts_with("Sunday")));
        }
    }

    #[test]
    fn nobody_is_asked_while_they_meet_somebody_else() {
        let mut org = fernhill();
        agree(&mut org, NOW.after(Span::minutes(138))); // 12:30 in Berlin
        let found = times(&org, Availability::Lunchtimes, Availability::Lunchtimes, "Europe/Berlin");
        assert_eq!(found[0].0, "Today 13:00");
    }

    #[test]
    fn two_clocks_are_compared_in_words() {
        let org = fernhill();
        let you = org.person(&"jonas-weidner".parse().unwrap()).unwrap();
        let mut them = org.person(&"amara-okafor".parse().unwrap()).unwrap().clone();
        let summer = |zone: &Zone, at: Timestamp| {
            let is_summer = zone.as_str() == "Europe/Berlin" && at > NOW.after(Span::days(130));
            ahead(zone, at).0 + if is_summer { Span::hours(1).0 } else { 0 }
        };
        let rows = [
            ("Europe/Berlin", "the same", ""),
            ("Europe/Lisbon", "one hour less", " at this time of year"),
            ("America/Lima", "six hours less", " at this time of year"),
            ("Asia/Kolkata", "four hours and 30 minutes more", " at this time of year"),
        ];
        for (zone, words, season) in rows {
            them.zone = Zone::parse(zone).unwrap();
            let meeting = Meeting { you, them: &them, minutes: Minutes(30) };
            assert_eq!(meeting.their_clock(&CLOCKS), format!("Amara’s clock shows {words}."));
            let moving = Clocks { now: NOW, ahead: &|zone, at| Span(summer(zone, at)) };
            assert_eq!(meeting.their_clock(&moving), format!("Amara’s clock shows {words}{season}."));
        }
    }

    #[test]
    fn shared_minutes_follow_the_clocks() {
        let org = fernhill();
        let mut you = org.person(&"jonas-weidner".parse().unwrap()).unwrap().clone();
        let them = org.person(&"noor-halabi".parse().unwrap()).unwrap().clone();
        let rows = [("Europe/Berlin", 510), ("Europe/Lisbon", 450), ("America/Lima", 150), ("Asia/Kolkata", 240)];
        for (zone, minutes) in rows {
            you.zone = Zone::parse(zone).unwrap();
            let meeting = Meeting { you: &you, them: &them, minutes: Minutes(30) };
            assert_eq!(meeting.shared_minutes(&CLOCKS), minutes, "{zone}");
        }
    }
}
