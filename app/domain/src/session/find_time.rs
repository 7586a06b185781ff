//! Times that suit several people: those at which the fewest cannot come, then those that the fewest would rather not
//! have; with who that is, and why. The same people and days give the same times.

use crate::clocks::{Clocks, Day, Wall};
use crate::free_time::{Busy, NOTICE, STEP, WORKING_HOURS, busy, ends, starts_within};
use crate::id::PersonId;
use crate::org::Org;
use crate::person::Person;
use crate::time::{Minutes, Timestamp, Zone};

/// The most people for whom a time is looked for.
pub const MOST_PEOPLE: usize = 50;

/// The most days over which one is looked for.
pub const MOST_DAYS: i64 = 60;

/// What is looked for.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// Who is needed; the first [`MOST_PEOPLE`] count.
    pub people: &'a [PersonId],
    /// How long.
    pub length: Minutes,
    /// The first day.
    pub from: Day,
    /// The last day, at most [`MOST_DAYS`] later.
    pub until: Day,
    /// On whose clocks the days are, and the times on the half hour.
    pub zone: &'a Zone,
    /// How many times at most; one a day.
    pub most: usize,
}

/// A time, and whom it does not suit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// When it would start.
    pub starts: Timestamp,
    /// When it would end.
    pub ends: Timestamp,
    /// Who cannot come or would rather not, in the order in which they were asked for.
    pub unsuited: Vec<Unsuited>,
}

/// Somebody whom a time does not suit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsuited {
    /// Who.
    pub person: PersonId,
    /// Why.
    pub why: Why,
}

/// Why a time does not suit somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// They like to meet at other times of the day.
    Dislikes,
    /// They do not work at that hour.
    AfterHours,
    /// It is a day off where they are.
    DayOff,
    /// They have something else, as far as Kith knows.
    Busy,
    /// They are away, or work here no more then.
    Away,
}

impl Why {
    /// True when they cannot come, and do not only like another time better.
    pub const fn is_hard(self) -> bool {
        match self {
            Self::Dislikes => false,
            Self::AfterHours | Self::DayOff | Self::Busy | Self::Away => true,
        }
    }

    /// What stands behind their name: "is away".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Dislikes => "likes another time better",
            Self::AfterHours => "does not work at that hour",
            Self::DayOff => "has the day off",
            Self::Busy => "has something else",
            Self::Away => "is away",
        }
    }
}

/// The times that suit best, the best first; of those that are as good, the earliest. None in less than [`NOTICE`], and
/// none at which nobody could come.
pub fn find_time(org: &Org, wanted: &Wanted, clocks: &Clocks) -> Vec<Found> {
    let last = wanted.until.min(wanted.from.plus(MOST_DAYS));
    let span = (moment(wanted, wanted.from, 0, clocks), moment(wanted, last.plus(1), 0, clocks));
    let known = wanted.people.iter().take(MOST_PEOPLE).filter_map(|id| org.person(id));
    let people: Vec<(&Person, Vec<Busy>)> = known.map(|person| (person, busy(org, &person.id, span, clocks))).collect();
    let days = (wanted.from.0..=last.0).map(Day);
    let mut found: Vec<Found> = days.filter_map(|day| best_of_day(&people, wanted, day, clocks)).collect();
    found.sort_by_key(|found| (found.cost(), found.starts));
    found.truncate(wanted.most);
    found
}

/// Why the time from `starts` does not suit `person`; `None` when it does.
pub fn unsuited(
    person: &Person,
    busy: &[Busy],
    (starts, length): (Timestamp, Minutes),
    clocks: &Clocks,
) -> Option<Why> {
    let ends = ends(starts, length);
    let days = [starts, ends].map(|at| clocks.wall(&person.zone, at).day);
    if !days.iter().all(|day| person.is_here_on(*day)) {
        return Some(Why::Away);
    }
    if busy.iter().any(|busy| busy.overlaps(starts, ends)) {
        return Some(Why::Busy);
    }
    if !days[0].is_workday() {
        return Some(Why::DayOff);
    }
    if !starts_within(person, WORKING_HOURS, starts, clocks) {
        return Some(Why::AfterHours);
    }
    (!starts_within(person, person.availability.window(), starts, clocks)).then_some(Why::Dislikes)
}

impl Found {
    /// How many cannot come, then how many would rather not.
    fn cost(&self) -> (usize, usize) {
        let hard = self.unsuited.iter().filter(|one| one.why.is_hard()).count();
        (hard, self.unsuited.len() - hard)
    }
}

/// The best start of a day: of those that are as good, the one nearest to their middle.
fn best_of_day(people: &[(&Person, Vec<Busy>)], wanted: &Wanted, day: Day, clocks: &Clocks) -> Option<Found> {
    let soonest = clocks.now.after(NOTICE);
    let starts = (0..24 * 60 / STEP).map(|half_hour| moment(wanted, day, half_hour * STEP, clocks));
    let all: Vec<Found> =
        starts.filter(|at| *at >= soonest).map(|at| seen_by_all(people, wanted, at, clocks)).collect();
    let least = all.iter().map(Found::cost).min().filter(|(hard, _)| *hard < people.len().max(1))?;
    let good: Vec<Found> = all.into_iter().filter(|found| found.cost() == least).collect();
    let (earliest, latest) = (good.first()?.starts.0, good.last()?.starts.0);
    good.into_iter().min_by_key(|found| ((2 * found.starts.0 - earliest - latest).abs(), found.starts))
}

fn seen_by_all(people: &[(&Person, Vec<Busy>)], wanted: &Wanted, starts: Timestamp, clocks: &Clocks) -> Found {
    let of = |(person, busy): &(&Person, Vec<Busy>)| {
        let why = unsuited(person, busy, (starts, wanted.length), clocks)?;
        Some(Unsuited { person: person.id.clone(), why })
    };
    Found { starts, ends: ends(starts, wanted.length), unsuited: people.iter().filter_map(of).collect() }
}

fn moment(wanted: &Wanted, day: Day, minute: u16, clocks: &Clocks) -> Timestamp {
    clocks.moment(wanted.zone, Wall { day, minute })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Ask, Exchange, Move, Side};
    use crate::fernhill::{NOW, fernhill};
    use crate::person::Away;
    use crate::reader::tests::CLOCKS;
    use crate::time::Span;

    fn found(org: &Org, people: &[&str], days: i64) -> Vec<Found> {
        let people: Vec<PersonId> = people.iter().map(|id| id.parse().unwrap()).collect();
        let (zone, from) = (Zone::parse("Europe/Lisbon").unwrap(), Day::utc(NOW));
        let until = from.plus(days);
        find_time(org, &Wanted { people: &people, length: Minutes(60), from, until, zone: &zone, most: 3 }, &CLOCKS)
    }

    fn away(org: &mut Org, who: &str, from: i64, until: i64) {
        let mut person = org.person(&who.parse().unwrap()).unwrap().clone();
        let today = Day::utc(NOW);
        person.away = vec![Away { from: today.plus(from), until: today.plus(until) }];
        org.put_person(person);
    }

    #[test]
    fn times_that_suit_everybody_come_first_and_one_a_day() {
        let found = found(&fernhill(), &["amara-okafor", "jonas-weidner", "noor-halabi"], 10);
        assert_eq!(found.len(), 3);
        assert!(found.iter().all(|found| found.unsuited.is_empty()), "{found:?}");
        let days: Vec<Day> = found.iter().map(|found| Day::utc(found.starts)).collect();
        assert!(days.windows(2).all(|pair| pair[0] < pair[1]), "{days:?}");
        assert!(found[0].starts >= NOW.after(NOTICE));
    }

    #[test]
    fn who_is_away_or_busy_is_named_and_such_times_come_last() {
        let mut org = fernhill();
        away(&mut org, "amara-okafor", 0, 1);
        let two_days = found(&org, &["amara-okafor", "jonas-weidner"], 1);
        let amara = Unsuited { person: "amara-okafor".parse().unwrap(), why: Why::Away };
        assert!(two_days.iter().all(|found| found.unsuited.contains(&amara)), "{two_days:?}");
        let more = found(&org, &["amara-okafor", "jonas-weidner"], 6);
        assert!(more[0].unsuited.is_empty() && Day::utc(more[0].starts) > Day::utc(NOW).plus(1));
        away(&mut org, "jonas-weidner", 0, 60);
        assert_eq!(found(&org, &["jonas-weidner"], 5), [], "a time at which nobody can come is none");
    }

    #[test]
    fn a_time_is_not_offered_while_somebody_meets_somebody_else() {
        let mut org = fernhill();
        let before = found(&org, &["jonas-weidner"], 0)[0].starts;
        let ask = Ask {
            teacher: "jonas-weidner".parse().unwrap(),
            skill: "sql-for-reports".parse().unwrap(),
            message: Default::default(),
            minutes: Minutes(30),
            starts_at: Some(before),
        };
        let asked = Exchange::open("e1".parse().unwrap(), "amara-okafor".parse().unwrap(), ask, NOW).unwrap();
        org.put_exchange(asked.moved(Side::Teacher, Move::Accept, NOW).unwrap());
        let after = &found(&org, &["jonas-weidner"], 0)[0];
        assert!(after.unsuited.is_empty() && after.starts != before);
        let meets = after.starts < before.after(Span::minutes(30)) && before < after.ends;
        assert!(!meets, "{after:?}");
    }
}
