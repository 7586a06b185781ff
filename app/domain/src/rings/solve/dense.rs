//! An instance with numbers for names, in the order of its names.

use crate::id::{PersonId, SkillId};
use crate::rings::instance::{Instance, Lesson, Ring};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A sorted instance.
#[derive(Debug)]
pub(in crate::rings) struct Dense<'a> {
    pub(in crate::rings) instance: &'a Instance,
    pub(in crate::rings) people: Vec<Person>,
    pub(in crate::rings) lessons: Vec<Row<'a>>,
    numbers: BTreeMap<&'a PersonId, usize>,
    apart: BTreeSet<(usize, usize)>,
    /// How much there is of each limit: people, skills of people with more places than one, offers, chains.
    pub(in crate::rings) capacities: Vec<i64>,
    /// The number of the limit of chains.
    pub(in crate::rings) chains: Option<usize>,
}

/// Somebody.
#[derive(Clone, Debug)]
pub(in crate::rings) struct Person {
    pub(in crate::rings) places: u32,
    pub(in crate::rings) is_starter: bool,
    /// The numbers of the lessons that they teach.
    pub(in crate::rings) teaches: Range<usize>,
}

/// A lesson.
#[derive(Clone, Debug)]
pub(in crate::rings) struct Row<'a> {
    pub(in crate::rings) lesson: &'a Lesson,
    pub(in crate::rings) teacher: usize,
    pub(in crate::rings) learner: usize,
    /// The limits that it takes beside those of its people.
    pub(in crate::rings) limits: Vec<usize>,
}

impl<'a> Dense<'a> {
    /// Of an instance without faults. Rows that name nobody known are passed over.
    pub(in crate::rings) fn new(instance: &'a Instance) -> Self {
        let mut members: Vec<_> = instance.people.iter().collect();
        members.sort_by_key(|member| &member.id);
        let numbers: BTreeMap<&PersonId, usize> = members.iter().map(|member| &member.id).zip(0..).collect();
        let person = |id| numbers.get(id).copied();
        let mut lessons: Vec<Row> = instance
            .lessons
            .iter()
            .filter_map(|lesson| {
                let (teacher, learner) = (person(&lesson.teacher)?, person(&lesson.learner)?);
                Some(Row { lesson, teacher, learner, limits: Vec::new() })
            })
            .collect();
        lessons.sort_by_key(|row| (row.teacher, row.learner));
        let mut people: Vec<Person> = members
            .iter()
            .map(|member| Person { places: member.places, is_starter: member.is_starter, teaches: 0..0 })
            .collect();
        for (at, row) in lessons.iter().enumerate() {
            let teaches = &mut people[row.teacher].teaches;
            *teaches = if teaches.start == teaches.end { at..at + 1 } else { teaches.start..at + 1 };
        }
        let both = instance.apart.iter().filter_map(|apart| Some((person(&apart.one)?, person(&apart.other)?)));
        let apart = both.flat_map(|(one, other)| [(one, other), (other, one)]).collect();
        let capacities = people.iter().map(|person| i64::from(person.places)).collect();
        let mut dense = Self { instance, people, lessons, numbers, apart, capacities, chains: None };
        dense.add_limits();
        dense
    }

    fn add_limits(&mut self) {
        let mut wants: BTreeMap<(usize, &SkillId), usize> = BTreeMap::new();
        for row in &self.lessons {
            if self.people[row.learner].places > 1 {
                wants.insert((row.learner, &row.lesson.skill), 0);
            }
        }
        for limit in wants.values_mut() {
            *limit = self.capacities.len();
            self.capacities.push(1);
        }
        let mut offers = BTreeMap::new();
        for seats in &self.instance.seats {
            if let Some(teacher) = self.numbers.get(&seats.teacher) {
                offers.insert((*teacher, &seats.skill), (i64::from(seats.seats), 0));
            }
        }
        for (seats, limit) in offers.values_mut() {
            *limit = self.capacities.len();
            self.capacities.push(*seats);
        }
        for row in &mut self.lessons {
            row.limits.extend(wants.get(&(row.learner, &row.lesson.skill)));
            row.limits.extend(offers.get(&(row.teacher, &row.lesson.skill)).map(|(_, limit)| *limit));
        }
        if let Some(most) = self.instance.terms.most_chains {
            self.chains = Some(self.capacities.len());
            self.capacities.push(i64::from(most));
        }
    }

    /// True when the two are in no ring together.
    pub(super) fn are_apart(&self, one: usize, other: usize) -> bool {
        !self.apart.is_empty() && self.apart.contains(&(one, other))
    }

    /// The number of a person.
    pub(in crate::rings) fn number(&self, person: &PersonId) -> Option<usize> {
        self.numbers.get(person).copied()
    }

    /// The ring of these lessons.
    pub(in crate::rings) fn ring(&self, lessons: &[usize]) -> Ring {
        Ring { lessons: lessons.iter().map(|at| self.lessons[*at].lesson.clone()).collect() }
    }

    /// The limits that a ring of these lessons takes.
    pub(in crate::rings) fn limits(&self, lessons: &[usize]) -> Vec<usize> {
        let rows = || lessons.iter().map(|at| &self.lessons[*at]);
        let mut limits: Vec<usize> = rows().map(|row| row.teacher).collect();
        let ends = [rows().next().map(|row| row.teacher), rows().next_back().map(|row| row.learner)];
        if ends[0] != ends[1] {
            limits.extend(ends[1]);
            limits.extend(self.chains);
        }
        limits.extend(rows().flat_map(|row| row.limits.iter().copied()));
        limits
    }

    /// What a ring of these lessons is worth.
    pub(in crate::rings) fn worth(&self, lessons: &[usize]) -> i64 {
        let weight: i64 = lessons.iter().map(|at| self.lessons[*at].lesson.weight).sum();
        let (mut worth, mut of) = (i128::from(weight), 1);
        let ends =
            [lessons.first().map(|at| self.lessons[*at].teacher), lessons.last().map(|at| self.lessons[*at].learner)];
        for _ in 0..lessons.len() + usize::from(ends[0] != ends[1]) {
            worth *= i128::from(self.instance.terms.accept);
            of *= 1_000;
        }
        i64::try_from(worth / of).unwrap_or(i64::MAX)
    }
}
