//! Instances for tests, seeded, and the best plan of a small one by trying all.

use super::instance::{Colleague, Instance, Lesson, Need, Pick};
use super::terms::{EmptySeat, Terms};
use crate::clocks::Day;
use crate::skill::Criticality;
use std::collections::BTreeSet;

/// Numbers without a pattern, from a fixed start.
pub struct Chance(u64);

impl Chance {
    pub fn new(start: u64) -> Self {
        Self(start.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(99))
    }

    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn number(&mut self, from: i64, to: i64) -> i64 {
        from + i64::try_from(self.below(usize::try_from(to - from + 1).unwrap())).unwrap()
    }
}

/// How large an instance is.
#[derive(Clone, Copy)]
pub struct Size {
    pub people: usize,
    pub skills: usize,
    pub lessons: usize,
}

/// An instance of a seed, with scarce hours, courses, prerequisites and, now and then, a pin and a forbid.
pub fn case(seed: u64, size: Size) -> Instance {
    let mut chance = Chance::new(seed);
    let dates = vec![Day(30), Day(60), Day(90)];
    let mut people = Vec::new();
    for person in 0..size.people {
        let mut rising = |most: i64| {
            let mut hours = [chance.number(0, most), chance.number(0, most), chance.number(0, most)];
            hours.sort_unstable();
            hours.to_vec()
        };
        let (learning, teaching) = (rising(12), rising(8));
        let mentees = (chance.below(3) == 0).then(|| u32::try_from(chance.below(3)).unwrap());
        people.push(Colleague { id: format!("p{person}").parse().unwrap(), learning, teaching, mentees });
    }
    let criticality = [Criticality::Low, Criticality::Normal, Criticality::Critical];
    let skills: Vec<Need> = (0..size.skills)
        .map(|skill| Need {
            id: format!("s{skill}").parse().unwrap(),
            seats: u32::try_from(chance.below(3)).unwrap(),
            due: dates[chance.below(3)],
            criticality: criticality[chance.below(3)],
            sieves: Vec::new(),
            cut: 0,
            cut_cost: 0,
        })
        .collect();
    let mut lessons: Vec<Lesson> = Vec::new();
    for _ in 0..size.lessons {
        let (learner, teacher, skill) =
            (chance.below(size.people), chance.below(size.people), chance.below(size.skills));
        let is_course = chance.below(8) == 0;
        if learner == teacher && !is_course {
            continue;
        }
        let lesson = Lesson {
            skill: skills[skill].id.clone(),
            learner: people[learner].id.clone(),
            teacher: (!is_course).then(|| people[teacher].id.clone()),
            learning: chance.number(1, 6),
            teaching: chance.number(1, 4),
            cost: chance.number(2, 20),
            overlap: (chance.below(3) == 0).then(|| chance.number(6, 12)),
            after: (chance.below(5) == 0)
                .then(|| skills[(skill + 1) % size.skills].id.clone())
                .filter(|after| *after != skills[skill].id),
            from: Default::default(),
            is_wanted: false,
            earliest: (chance.below(4) == 0).then(|| dates[chance.below(3)]),
            to: None,
        };
        if lessons.iter().all(|other| other.pick() != lesson.pick()) {
            lessons.push(lesson);
        }
    }
    let mut named = |often: usize| -> Vec<Pick> {
        let is_named = chance.below(often) == 0 && !lessons.is_empty();
        let at = chance.below(lessons.len().max(1));
        if is_named { vec![lessons[at].pick()] } else { Vec::new() }
    };
    let (pins, forbids) = (named(4), named(4));
    let lessons_each = u32::try_from(1 + chance.below(4).min(1)).unwrap();
    let empty_seat = EmptySeat { low: 15, normal: 40, high: 60, critical: 100 };
    let terms = Terms { lessons_each, mentees: 2, empty_seat, ..Terms::default() };
    Instance { dates, people, skills, lessons, pins, forbids, terms }
}

/// What the best plan costs, by trying every set of lessons; `None` when the pins cannot be kept.
pub fn least_cost(instance: &Instance) -> Option<i64> {
    let mut trial = Trial { instance, chosen: Vec::new(), least: None };
    trial.go_on(0);
    trial.least
}

struct Trial<'a> {
    instance: &'a Instance,
    chosen: Vec<&'a Lesson>,
    least: Option<i64>,
}

impl<'a> Trial<'a> {
    fn go_on(&mut self, from: usize) {
        let Some(lesson) = self.instance.lessons.get(from) else {
            let cost = self.cost();
            if self.is_whole() && self.least.is_none_or(|least| cost < least) {
                self.least = Some(cost);
            }
            return;
        };
        self.go_on(from + 1);
        self.chosen.push(lesson);
        if self.fits(lesson) {
            self.go_on(from + 1);
        }
        self.chosen.pop();
    }

    fn due(&self, lesson: &Lesson) -> Day {
        self.instance.skills.iter().find(|need| need.id == lesson.skill).unwrap().due
    }

    /// Whether the rules hold that more lessons can only break.
    fn fits(&self, new: &Lesson) -> bool {
        let terms = &self.instance.terms;
        let pick = new.pick();
        if self.instance.forbids.contains(&pick)
            || new.earliest.is_some_and(|earliest| earliest > self.due(new))
            || (new.overlap.is_some_and(|overlap| overlap < terms.least_overlap) && !self.instance.pins.contains(&pick))
        {
            return false;
        }
        let learned: Vec<&&Lesson> = self.chosen.iter().filter(|lesson| lesson.learner == new.learner).collect();
        let skills: BTreeSet<_> = learned.iter().map(|lesson| &lesson.skill).collect();
        if skills.len() < learned.len() || learned.len() > usize::try_from(terms.lessons_each).unwrap() {
            return false;
        }
        let person = |id: &crate::id::PersonId| self.instance.people.iter().find(|person| person.id == *id).unwrap();
        let over = |free: &[i64], spent: &dyn Fn(Day) -> i64| {
            self.instance.dates.iter().zip(free).any(|(date, free)| spent(*date) > *free)
        };
        let until = |date: Day| {
            learned.iter().filter(|lesson| self.due(lesson) <= date).map(|lesson| lesson.learning).sum::<i64>()
        };
        if over(&person(&new.learner).learning, &until) {
            return false;
        }
        let Some(teacher) = &new.teacher else { return true };
        let taught: Vec<&&Lesson> =
            self.chosen.iter().filter(|lesson| lesson.teacher.as_ref() == Some(teacher)).collect();
        let most = person(teacher).mentees.unwrap_or(terms.mentees);
        let until = |date: Day| {
            taught.iter().filter(|lesson| self.due(lesson) <= date).map(|lesson| lesson.teaching).sum::<i64>()
        };
        taught.len() <= usize::try_from(most).unwrap() && !over(&person(teacher).teaching, &until)
    }

    /// Whether what lessons build on is there, and every pin.
    fn is_whole(&self) -> bool {
        let is_built = |lesson: &&Lesson| {
            lesson.after.as_ref().is_none_or(|after| {
                let first = |other: &&Lesson| {
                    other.learner == lesson.learner && other.skill == *after && self.due(other) <= self.due(lesson)
                };
                self.chosen.iter().any(first)
            })
        };
        let is_chosen = |pin: &Pick| self.chosen.iter().any(|lesson| lesson.pick() == *pin);
        self.chosen.iter().all(is_built) && self.instance.pins.iter().all(is_chosen)
    }

    fn cost(&self) -> i64 {
        let empty = self.instance.skills.iter().map(|need| {
            let filled = self.chosen.iter().filter(|lesson| lesson.skill == need.id).count();
            let seats = i64::from(need.seats) - i64::try_from(filled).unwrap();
            seats.max(0) * self.instance.terms.empty_seat.of(need.criticality)
        });
        self.chosen.iter().map(|lesson| lesson.cost).sum::<i64>() + empty.sum::<i64>()
    }
}
