//! An instance, ready to be looked things up in.

use crate::id::{PersonId, SkillId};
use crate::rings::instance::{Instance, Lesson, Member};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Formatter};

/// What there is only so much of, in the order of its numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Limit<'a> {
    /// Places of a person.
    Person(&'a PersonId),
    /// A skill that somebody with more places than one learns once.
    Want(&'a PersonId, &'a SkillId),
    /// An offer.
    Offer(&'a PersonId, &'a SkillId),
    /// Chains.
    Chains,
}

impl Display for Limit<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Person(person) => write!(f, "the places of `{person}`"),
            Self::Want(person, skill) => write!(f, "what `{person}` learns of `{skill}`"),
            Self::Offer(person, skill) => write!(f, "the seats of `{person}` in `{skill}`"),
            Self::Chains => f.write_str("the chains"),
        }
    }
}

/// The facts of an instance.
pub(super) struct Facts<'a> {
    pub(super) instance: &'a Instance,
    /// Lessons by teacher and learner: their numbers in a certificate.
    pub(super) lessons: Vec<&'a Lesson>,
    /// How much there is of each limit, in the order of their numbers.
    pub(super) limits: Vec<(Limit<'a>, u32)>,
    /// The limits that each lesson takes beside its people's.
    beside: Vec<Vec<usize>>,
    people: BTreeMap<&'a PersonId, &'a Member>,
    /// The number of each person's limit.
    places: BTreeMap<&'a PersonId, usize>,
    apart: BTreeSet<(&'a PersonId, &'a PersonId)>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(instance: &'a Instance) -> Self {
        let people: BTreeMap<_, _> = instance.people.iter().map(|member| (&member.id, member)).collect();
        let mut lessons: Vec<&Lesson> = instance.lessons.iter().collect();
        lessons.sort();
        let mut limits: BTreeMap<Limit, u32> =
            people.iter().map(|(id, member)| (Limit::Person(id), member.places)).collect();
        for lesson in &lessons {
            if people.get(&lesson.learner).is_some_and(|member| member.places > 1) {
                limits.insert(Limit::Want(&lesson.learner, &lesson.skill), 1);
            }
        }
        limits.extend(instance.seats.iter().map(|row| (Limit::Offer(&row.teacher, &row.skill), row.seats)));
        limits.extend(instance.terms.most_chains.map(|most| (Limit::Chains, most)));
        let numbers: BTreeMap<&Limit, usize> = limits.keys().zip(0..).collect();
        let beside = |lesson: &&Lesson| {
            let both = [Limit::Want(&lesson.learner, &lesson.skill), Limit::Offer(&lesson.teacher, &lesson.skill)];
            both.iter().filter_map(|limit| numbers.get(limit).copied()).collect()
        };
        let beside = lessons.iter().map(beside).collect();
        let places = people.keys().copied().zip(0..).collect();
        let apart = instance.apart.iter().flat_map(|row| [(&row.one, &row.other), (&row.other, &row.one)]).collect();
        Self { instance, lessons, limits: limits.into_iter().collect(), beside, people, places, apart }
    }

    pub(super) fn are_apart(&self, one: &'a PersonId, other: &'a PersonId) -> bool {
        self.apart.contains(&(one, other))
    }

    pub(super) fn is_starter(&self, person: &PersonId) -> bool {
        self.people.get(person).is_some_and(|member| member.is_starter)
    }

    /// The limits that rings of these lessons take.
    pub(super) fn limits_of(&self, lessons: &[usize]) -> Vec<usize> {
        let place = |person: &PersonId| self.places.get(person).copied();
        let mut limits: Vec<usize> = lessons.iter().filter_map(|at| place(&self.lessons[*at].teacher)).collect();
        if self.is_chain(lessons) {
            limits.extend(lessons.last().and_then(|at| place(&self.lessons[*at].learner)));
            limits.extend(self.instance.terms.most_chains.map(|_| self.limits.len() - 1));
        }
        lessons.iter().for_each(|at| limits.extend_from_slice(&self.beside[*at]));
        limits
    }

    /// The limits of one that a lesson takes: whoever gives it has none of them left for another ring.
    pub(super) fn taken_up_by(&self, lesson: usize) -> Vec<usize> {
        let Lesson { teacher, learner, .. } = self.lessons[lesson];
        let people = [teacher, learner].into_iter().filter_map(|person| self.places.get(person));
        let all = people.chain(&self.beside[lesson]).copied();
        all.filter(|limit| self.limits[*limit].1 == 1).collect()
    }

    pub(super) fn worth(&self, lessons: &[usize]) -> i64 {
        let people = lessons.len() + usize::from(self.is_chain(lessons));
        let weight: i64 = lessons.iter().map(|at| self.lessons[*at].weight).sum();
        let thousandths = (0..people).map(|_| i128::from(self.instance.terms.accept)).product::<i128>();
        let all = (0..people).map(|_| 1_000_i128).product::<i128>();
        i64::try_from(i128::from(weight) * thousandths / all).unwrap_or(i64::MAX)
    }

    fn is_chain(&self, lessons: &[usize]) -> bool {
        let first = lessons.first().map(|at| &self.lessons[*at].teacher);
        first != lessons.last().map(|at| &self.lessons[*at].learner)
    }

    /// Every ring and chain that there could be, as lessons.
    pub(super) fn rings(&self) -> Vec<Vec<usize>> {
        let mut taught: BTreeMap<&PersonId, Vec<usize>> = BTreeMap::new();
        for (at, lesson) in self.lessons.iter().enumerate() {
            taught.entry(&lesson.teacher).or_default().push(at);
        }
        let mut rings = Vec::new();
        for person in self.people.keys() {
            let mut way = Way { facts: self, taught: &taught, people: vec![person], lessons: Vec::new() };
            way.go_on(&mut rings);
        }
        rings
    }
}

/// Lessons that follow each other.
struct Way<'a, 'b> {
    facts: &'b Facts<'a>,
    taught: &'b BTreeMap<&'a PersonId, Vec<usize>>,
    people: Vec<&'a PersonId>,
    lessons: Vec<usize>,
}

impl<'a> Way<'a, '_> {
    fn go_on(&mut self, rings: &mut Vec<Vec<usize>>) {
        let (Some(first), Some(from)) = (self.people.first().copied(), self.people.last().copied()) else { return };
        let begins_chains = self.facts.instance.terms.chains && self.facts.is_starter(first);
        for at in self.taught.get(from).into_iter().flatten() {
            let to: &'a PersonId = &self.facts.lessons[*at].learner;
            self.lessons.push(*at);
            if to == first {
                if self.people.iter().all(|person| *person >= first) {
                    rings.push(self.lessons.clone());
                }
            } else if self.may_join(to) {
                if begins_chains {
                    rings.push(self.lessons.clone());
                }
                self.people.push(to);
                self.go_on(rings);
                self.people.pop();
            }
            self.lessons.pop();
        }
    }

    fn may_join(&self, person: &'a PersonId) -> bool {
        self.people.len() < usize::from(self.facts.instance.terms.longest)
            && self.people.iter().all(|other| *other != person && !self.facts.are_apart(other, person))
            && (person > self.people[0] || self.facts.is_starter(self.people[0]))
    }
}
