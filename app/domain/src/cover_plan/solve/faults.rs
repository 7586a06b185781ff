//! Whether an instance makes sense, row by row.

use super::dense::Dense;
use crate::cover_plan::fault::Fault;
use crate::cover_plan::instance::{Colleague, Instance, Lesson, Pick};
use crate::id::{PersonId, SkillId};
use std::collections::BTreeSet;

/// The most quarter hours of a person or lesson.
const HOURS: i64 = 1_000_000;
/// The dearest lesson or seat.
const COST: i64 = 1_000_000_000;
/// The most that everything together may cost, so that no sum of fine prices overflows.
const ALL: i128 = 10_000_000_000_000;
/// The most lessons of an instance.
const LESSONS: u32 = 200_000;
/// The most people or skills.
const ROWS: u32 = 100_000;

/// Everything in an instance that contradicts itself; empty when it can be planned.
pub(in crate::cover_plan) fn faults(instance: &Instance) -> Vec<Fault> {
    let mut faults = in_the_rows(instance);
    faults.extend(in_the_terms(instance));
    if faults.is_empty() {
        faults = Dense::new(instance).contradictions();
    }
    faults
}

fn in_the_rows(instance: &Instance) -> Vec<Fault> {
    let over = |count: usize, most: u32| u32::try_from(count).is_ok_and(|count| count > most);
    for (count, most, what) in [
        (instance.lessons.len(), LESSONS, "lessons"),
        (instance.people.len(), ROWS, "people"),
        (instance.skills.len(), ROWS, "skills"),
        (instance.dates.len(), 1_000, "dates"),
    ] {
        if over(count, most) {
            return vec![Fault::TooMany(most, what.to_owned())];
        }
    }
    let mut faults = Vec::new();
    if !instance.dates.is_sorted_by(|a, b| a < b) {
        faults.push(Fault::Dates);
    }
    let mut people = BTreeSet::new();
    for person in &instance.people {
        if !people.insert(&person.id) {
            faults.push(Fault::PersonTwice(person.id.clone()));
        }
        if !hours_fit(person, instance.dates.len()) {
            faults.push(Fault::Hours(person.id.clone()));
        }
    }
    let mut skills = BTreeSet::new();
    for need in &instance.skills {
        if !skills.insert(&need.id) {
            faults.push(Fault::SkillTwice(need.id.clone()));
        }
        if !instance.dates.contains(&need.due) {
            faults.push(Fault::Due(need.id.clone(), need.due));
        }
        if need.seats > 1_000 {
            faults.push(Fault::Seats(need.id.clone()));
        }
    }
    let mut picks = BTreeSet::new();
    for lesson in &instance.lessons {
        let pick = lesson.pick();
        faults.extend(in_lesson(lesson, &people, &skills));
        if !picks.insert(pick.clone()) {
            faults.push(Fault::LessonTwice(pick));
        }
    }
    faults
}

fn hours_fit(person: &Colleague, dates: usize) -> bool {
    let fit = |hours: &[i64]| {
        hours.len() == dates && hours.is_sorted() && hours.iter().all(|hours| (0..=HOURS).contains(hours))
    };
    fit(&person.learning) && fit(&person.teaching)
}

fn in_lesson(lesson: &Lesson, people: &BTreeSet<&PersonId>, skills: &BTreeSet<&SkillId>) -> Option<Fault> {
    let pick: Pick = lesson.pick();
    let named = [Some(&lesson.learner), lesson.teacher.as_ref()];
    if let Some(person) = named.into_iter().flatten().find(|person| !people.contains(person)) {
        return Some(Fault::Unknown(pick, person.to_string()));
    }
    let named = [Some(&lesson.skill), lesson.after.as_ref()];
    if let Some(skill) = named.into_iter().flatten().find(|skill| !skills.contains(skill)) {
        return Some(Fault::Unknown(pick, skill.to_string()));
    }
    if lesson.teacher.as_ref() == Some(&lesson.learner) {
        return Some(Fault::Alone(pick));
    }
    let in_range = (0..=HOURS).contains(&lesson.learning)
        && (0..=HOURS).contains(&lesson.teaching)
        && (0..=COST).contains(&lesson.cost)
        && lesson.after.as_ref() != Some(&lesson.skill);
    (!in_range).then_some(Fault::Figures(pick))
}

fn in_the_terms(instance: &Instance) -> Vec<Fault> {
    let terms = &instance.terms;
    let seat = &terms.empty_seat;
    let rules = [
        ((1..=2).contains(&terms.lessons_each), "1 or 2 `lessons_each`"),
        ((1..=1_000).contains(&terms.mentees), "1 to 1,000 `mentees`"),
        (
            [seat.low, seat.normal, seat.high, seat.critical].iter().all(|price| (1..=COST).contains(price)),
            "prices of an `empty_seat` from 1 to 1,000,000,000",
        ),
        (terms.steps.iter().all(|step| (1..=HOURS).contains(step)), "four `steps` from 1 to 1,000,000 quarter hours"),
        (terms.weeks.iter().all(|weeks| (0..=1_000).contains(weeks)), "four `weeks` from 0 to 1,000"),
        ((1..=100).contains(&terms.teaching_part), "a `teaching_part` from 1 to 100"),
        ((1..=100).contains(&terms.wanted_percent), "a `wanted_percent` from 1 to 100"),
        (
            [terms.least_overlap, terms.good_overlap].iter().all(|hours| (0..=96).contains(hours)),
            "overlaps from 0 to 96 quarter hours a day",
        ),
        ((0..=COST / 100).contains(&terms.overlap_cost), "an `overlap_cost` from 0 to 10,000,000"),
        (
            most_of_all(instance) <= ALL,
            "smaller prices: all costs and empty seats add up to more than 10,000,000,000,000",
        ),
    ];
    rules.into_iter().filter(|(holds, _)| !holds).map(|(_, rule)| Fault::Terms(rule.to_owned())).collect()
}

/// What all lessons and all empty seats cost together.
fn most_of_all(instance: &Instance) -> i128 {
    let seat = |criticality| i128::from(instance.terms.empty_seat.of(criticality));
    let seats = instance.skills.iter().map(|need| i128::from(need.seats) * seat(need.criticality));
    seats.chain(instance.lessons.iter().map(|lesson| i128::from(lesson.cost))).sum()
}
