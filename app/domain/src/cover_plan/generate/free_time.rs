//! Hours that people have until a date, and hours of the day that two of them share.

use crate::clocks::{Clocks, Day};
use crate::cover_plan::instance::{Colleague, Lesson};
use crate::exchange::Stage;
use crate::id::PersonId;
use crate::org::Org;
use crate::person::Person;
use crate::slots::Meeting;
use crate::time::{Minutes, Zone};
use std::collections::BTreeMap;

/// Free time of everybody who was asked about.
pub(super) struct FreeTime<'a> {
    org: &'a Org,
    today: Day,
    dates: Vec<Day>,
    /// Minutes that are promised in agreed meetings to come: to learn, to teach.
    promised: BTreeMap<&'a PersonId, (i64, i64)>,
    known: BTreeMap<&'a PersonId, (Vec<i64>, Vec<i64>)>,
}

/// Quarter hours of the two people of a lesson.
#[derive(Clone, Copy, Debug)]
pub(super) struct Both {
    pub(super) learner: i64,
    pub(super) teacher: i64,
}

/// The free time of the two people of a lesson.
pub(super) struct OfLesson {
    dates: Vec<Day>,
    learner: Vec<i64>,
    teacher: Vec<i64>,
}

impl OfLesson {
    pub(super) fn until(&self, due: Day) -> Both {
        let at = self.dates.partition_point(|date| *date < due);
        let until = |hours: &[i64]| hours.get(at).copied().unwrap_or(0);
        Both { learner: until(&self.learner), teacher: until(&self.teacher) }
    }
}

impl<'a> FreeTime<'a> {
    pub(super) fn new(org: &'a Org, today: Day, dates: Vec<Day>, clocks: &Clocks) -> Self {
        let mut promised: BTreeMap<&PersonId, (i64, i64)> = BTreeMap::new();
        for exchange in org.exchanges() {
            let is_to_come = exchange.starts_at.is_none_or(|at| at >= clocks.now);
            if matches!(exchange.stage, Stage::Agreed) && is_to_come {
                promised.entry(&exchange.learner).or_default().0 += i64::from(exchange.minutes.0);
                promised.entry(&exchange.teacher).or_default().1 += i64::from(exchange.minutes.0);
            }
        }
        Self { org, today, dates, promised, known: BTreeMap::new() }
    }

    /// Counts free time until these dates from now on.
    pub(super) fn count_until(&mut self, dates: &[Day]) {
        if self.dates != dates {
            self.dates = dates.to_vec();
            self.known.clear();
        }
    }

    /// Somebody's row in an instance.
    pub(super) fn colleague(&mut self, person: &'a Person) -> Option<Colleague> {
        let (learning, teaching) = self.hours(person);
        Some(Colleague { id: person.id.clone(), learning, teaching, mentees: None })
    }

    /// The free time of the two people of a lesson.
    pub(super) fn of(&mut self, lesson: &Lesson) -> OfLesson {
        let org = self.org;
        let learner = org.person(&lesson.learner).map(|person| self.hours(person).0).unwrap_or_default();
        let teacher = lesson.teacher.as_ref().and_then(|id| org.person(id));
        let teacher = teacher.map(|person| self.hours(person).1).unwrap_or_default();
        OfLesson { dates: self.dates.clone(), learner, teacher }
    }

    fn hours(&mut self, person: &'a Person) -> (Vec<i64>, Vec<i64>) {
        if let Some(known) = self.known.get(&person.id) {
            return known.clone();
        }
        let promised = self.promised.get(&person.id).copied().unwrap_or_default();
        let workdays = self.workdays(person);
        let hours = |minutes: Minutes, promised: i64| {
            let until = |days: &i64| ((month_part(minutes, *days) - promised) / 15).max(0);
            workdays.iter().map(until).collect::<Vec<i64>>()
        };
        let hours = (hours(person.learning, promised.0), hours(person.teaching, promised.1));
        self.known.insert(&person.id, hours.clone());
        hours
    }

    /// How many days somebody works from tomorrow until each date.
    fn workdays(&self, person: &Person) -> Vec<i64> {
        let is_here = |day: Day| {
            day.is_workday()
                && person.leaves_on.is_none_or(|last| day <= last)
                && !person.away.iter().any(|away| (away.from..=away.until).contains(&day))
        };
        let (mut day, mut days) = (self.today, 0);
        let count = |date: &Day| {
            while day < *date {
                day = day.plus(1);
                days += i64::from(is_here(day));
            }
            days
        };
        self.dates.iter().map(count).collect()
    }
}

/// Minutes in so many workdays; a month has 65 thirds of a workday.
fn month_part(month: Minutes, workdays: i64) -> i64 {
    i64::from(month.0) * workdays * 3 / 65
}

/// How much of a day suits two people, worked out once for each two kinds of hours.
pub(super) struct Overlaps<'a> {
    clocks: &'a Clocks<'a>,
    known: BTreeMap<(&'a Zone, &'a Zone), i64>,
}

impl<'a> Overlaps<'a> {
    pub(super) fn new(clocks: &'a Clocks<'a>) -> Self {
        Self { clocks, known: BTreeMap::new() }
    }

    /// Quarter hours of a working day in which both could meet; when they like to is a wish and no wall.
    pub(super) fn quarters(&mut self, you: &'a Person, them: &'a Person) -> i64 {
        let clocks = self.clocks;
        let shared = || Meeting { you, them, minutes: Minutes(60) }.shared_working_minutes(clocks) / 15;
        *self.known.entry((&you.zone, &them.zone)).or_insert_with(shared)
    }
}
