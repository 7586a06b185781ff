//! Whether a plan holds and its bound is true, by code that shares nothing with the search.
//!
//! Everything is recomputed from the instance and the certificate: that the plan breaks no rule, what it costs, that the
//! branches of each part together cover every plan, and what each branch costs at least at its prices.

mod bound;
#[cfg(test)]
mod tests;

use super::instance::{Colleague, Instance, Lesson, Need, Pick};
use super::plan::{Empty, Plan};
use crate::clocks::Day;
use crate::id::{PersonId, SkillId};
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with a plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// A lesson that the instance does not offer so, that is forbidden, that takes more weeks than there are, or whose
    /// people share too little of the day.
    #[error("The plan holds the lesson {0}, which cannot be chosen.")]
    Lesson(Pick),
    /// A pin that is not kept.
    #[error("The plan lacks the pinned lesson {0}.")]
    Pin(Pick),
    /// Two lessons in one skill, or more lessons than one takes.
    #[error("`{0}` takes too many lessons, or two in one skill.")]
    Learner(PersonId),
    /// More lessons than one gives.
    #[error("`{0}` gives too many lessons.")]
    Teacher(PersonId),
    /// Too few hours.
    #[error("`{0}` has too few hours until day {day}.", day = .1.0)]
    Hours(PersonId, Day),
    /// What a lesson builds on is missing.
    #[error("The lesson {0} comes before what it builds on.")]
    Before(Pick),
    /// Empty seats that were counted wrongly.
    #[error("The empty seats are counted wrongly.")]
    Empty,
    /// A cost that was added up wrongly.
    #[error("The plan costs {0}, not what it says.")]
    Cost(i128),
    /// A certificate that leaves something out, or names what there is not.
    #[error("The certificate does not cover every plan: {0}.")]
    Certificate(String),
    /// A bound for pairs that were left out above what the certificate proves.
    #[error("The certificate does not prove what the plan says of pairs that were left out.")]
    Wide,
    /// A bound above what the certificate proves.
    #[error("The certificate proves a bound of {0}, not what the plan says.")]
    Bound(i128),
}

/// Refuses a plan that breaks a rule of `instance`, is added up wrongly, or claims a bound that it does not prove.
pub fn check(instance: &Instance, plan: &Plan) -> Result<(), Flaw> {
    let facts = Facts::new(instance);
    facts.rules(plan)?;
    facts.sums(plan)?;
    let proven = bound::proven(&facts, plan)?;
    if proven < i128::from(plan.bound) || (plan.is_proven && plan.bound < plan.cost) || plan.bound > plan.cost {
        return Err(Flaw::Bound(proven));
    }
    let is_cut = instance.skills.iter().any(|need| need.cut > 0);
    let widely = if is_cut { bound::proven_widely(&facts, plan)? } else { proven };
    if widely < i128::from(plan.wide_bound) {
        return Err(Flaw::Wide);
    }
    Ok(())
}

/// An instance, ready to be looked things up in.
pub(super) struct Facts<'a> {
    instance: &'a Instance,
    /// Lessons by skill, learner and teacher: their numbers in a certificate.
    lessons: Vec<&'a Lesson>,
    /// Skills by id: theirs.
    skills: Vec<&'a Need>,
    people: BTreeMap<&'a PersonId, &'a Colleague>,
    due: BTreeMap<&'a SkillId, Day>,
    pins: BTreeSet<&'a Pick>,
    forbids: BTreeSet<&'a Pick>,
}

impl<'a> Facts<'a> {
    fn new(instance: &'a Instance) -> Self {
        let mut lessons: Vec<&Lesson> = instance.lessons.iter().collect();
        lessons.sort();
        let mut skills: Vec<_> = instance.skills.iter().collect();
        skills.sort_by_key(|need| &need.id);
        Self {
            instance,
            lessons,
            skills,
            people: instance.people.iter().map(|row| (&row.id, row)).collect(),
            due: instance.skills.iter().map(|need| (&need.id, need.due)).collect(),
            pins: instance.pins.iter().collect(),
            forbids: instance.forbids.iter().collect(),
        }
    }

    fn due(&self, lesson: &Lesson) -> Day {
        self.due.get(&lesson.skill).copied().unwrap_or(Day(i64::MAX))
    }

    fn mentees(&self, person: &PersonId) -> usize {
        let most = self.people.get(person).and_then(|row| row.mentees).unwrap_or(self.instance.terms.mentees);
        usize::try_from(most).unwrap_or(usize::MAX)
    }

    /// Free quarter hours until each date, to learn or to teach.
    fn free(&self, person: &PersonId, teaches: bool) -> &'a [i64] {
        self.people.get(person).map_or(&[], |row| if teaches { &row.teaching } else { &row.learning })
    }

    /// True when these lessons fit into somebody's hours until every date.
    fn hours_fit(&self, free: &[i64], spent: &[(Day, i64)]) -> Result<(), Day> {
        for (date, free) in self.instance.dates.iter().zip(free) {
            let until: i64 = spent.iter().filter(|(due, _)| due <= date).map(|(_, quarters)| quarters).sum();
            if until > *free {
                return Err(*date);
            }
        }
        Ok(())
    }

    /// True when the lesson may be chosen as far as it alone is concerned, hours apart.
    fn is_allowed(&self, lesson: &Lesson) -> bool {
        let pick = lesson.pick();
        let shares_enough = lesson.overlap.is_none_or(|overlap| overlap >= self.instance.terms.least_overlap);
        let is_in_time = lesson.earliest.is_none_or(|earliest| earliest <= self.due(lesson));
        !self.forbids.contains(&pick) && is_in_time && (shares_enough || self.pins.contains(&pick))
    }

    fn rules(&self, plan: &Plan) -> Result<(), Flaw> {
        for lesson in &plan.lessons {
            if self.lessons.binary_search(&lesson).is_err() || !self.is_allowed(lesson) {
                return Err(Flaw::Lesson(lesson.pick()));
            }
        }
        let chosen: BTreeSet<Pick> = plan.lessons.iter().map(Lesson::pick).collect();
        if let Some(pin) = self.pins.iter().find(|pin| !chosen.contains(**pin)) {
            return Err(Flaw::Pin((*pin).clone()));
        }
        let (mut learned, mut taught) = (BTreeMap::<_, Vec<&Lesson>>::new(), BTreeMap::<_, Vec<&Lesson>>::new());
        for lesson in &plan.lessons {
            learned.entry(&lesson.learner).or_default().push(lesson);
            if let Some(teacher) = &lesson.teacher {
                taught.entry(teacher).or_default().push(lesson);
            }
        }
        for (person, lessons) in learned {
            let skills: BTreeSet<&SkillId> = lessons.iter().map(|lesson| &lesson.skill).collect();
            let most = usize::try_from(self.instance.terms.lessons_each).unwrap_or(usize::MAX);
            if skills.len() < lessons.len() || lessons.len() > most {
                return Err(Flaw::Learner(person.clone()));
            }
            let spent: Vec<(Day, i64)> = lessons.iter().map(|lesson| (self.due(lesson), lesson.learning)).collect();
            self.hours_fit(self.free(person, false), &spent).map_err(|day| Flaw::Hours(person.clone(), day))?;
            for lesson in &lessons {
                let comes_first = |other: &&Lesson| {
                    Some(&other.skill) == lesson.after.as_ref() && self.due(other) <= self.due(lesson)
                };
                if lesson.after.is_some() && !lessons.iter().any(comes_first) {
                    return Err(Flaw::Before(lesson.pick()));
                }
            }
        }
        for (person, lessons) in taught {
            if lessons.len() > self.mentees(person) {
                return Err(Flaw::Teacher(person.clone()));
            }
            let spent: Vec<(Day, i64)> = lessons.iter().map(|lesson| (self.due(lesson), lesson.teaching)).collect();
            self.hours_fit(self.free(person, true), &spent).map_err(|day| Flaw::Hours(person.clone(), day))?;
        }
        Ok(())
    }

    fn sums(&self, plan: &Plan) -> Result<(), Flaw> {
        let mut cost: i128 = plan.lessons.iter().map(|lesson| i128::from(lesson.cost)).sum();
        let mut empty = Vec::new();
        for need in &self.skills {
            let filled = plan.lessons.iter().filter(|lesson| lesson.skill == need.id).count();
            let seats = need.seats.saturating_sub(u32::try_from(filled).unwrap_or(u32::MAX));
            cost += i128::from(seats) * i128::from(self.price(need));
            if seats > 0 {
                empty.push(Empty { skill: need.id.clone(), seats });
            }
        }
        if empty != plan.empty {
            return Err(Flaw::Empty);
        }
        if cost != i128::from(plan.cost) {
            return Err(Flaw::Cost(cost));
        }
        Ok(())
    }

    fn price(&self, need: &Need) -> i64 {
        self.instance.terms.empty_seat.of(need.criticality)
    }
}
