//! Whether an instance makes sense, row by row.

use crate::id::PersonId;
use crate::rings::fault::Fault;
use crate::rings::instance::Instance;
use std::collections::BTreeSet;

/// The most places of a person.
const PLACES: u32 = 8;
/// The heaviest lesson.
const WEIGHT: i64 = 1_000_000;
/// The most people.
const PEOPLE: u32 = 4_000;
/// The most lessons.
const LESSONS: u32 = 200_000;

/// Everything in an instance that contradicts itself; empty when it can be cleared.
pub(in crate::rings) fn faults(instance: &Instance) -> Vec<Fault> {
    let over = |count: usize, most: u32| u32::try_from(count).map_or(true, |count| count > most);
    for (count, most, what) in [
        (instance.people.len(), PEOPLE, "people"),
        (instance.lessons.len(), LESSONS, "lessons"),
        (instance.apart.len(), LESSONS, "rows of `apart`"),
    ] {
        if over(count, most) {
            return vec![Fault::TooMany(most, what.to_owned())];
        }
    }
    let mut faults = in_the_terms(instance);
    faults.extend(in_the_rows(instance));
    faults
}

fn in_the_terms(instance: &Instance) -> Vec<Fault> {
    let terms = &instance.terms;
    let rules = [
        ((2..=4).contains(&terms.longest), "2, 3 or 4 as `longest`"),
        ((1..=1_000).contains(&terms.accept), "from 1 to 1,000 as `accept`"),
    ];
    rules.into_iter().filter(|(holds, _)| !holds).map(|(_, rule)| Fault::Terms(rule.to_owned())).collect()
}

fn in_the_rows(instance: &Instance) -> Vec<Fault> {
    let (mut faults, mut people) = (Vec::new(), BTreeSet::new());
    for member in &instance.people {
        if !people.insert(&member.id) {
            faults.push(Fault::PersonTwice(member.id.clone()));
        }
        if member.places > PLACES {
            faults.push(Fault::Places(member.id.clone()));
        }
    }
    let unknown = |person: &PersonId| (!people.contains(person)).then(|| Fault::Unknown(person.clone()));
    let mut pairs = BTreeSet::new();
    for lesson in &instance.lessons {
        faults.extend([&lesson.teacher, &lesson.learner].into_iter().filter_map(unknown));
        if lesson.teacher == lesson.learner {
            faults.push(Fault::Alone(lesson.teacher.clone(), lesson.skill.clone()));
        }
        if !pairs.insert((&lesson.teacher, &lesson.learner)) {
            faults.push(Fault::LessonTwice(lesson.teacher.clone(), lesson.learner.clone()));
        }
        if !(1..=WEIGHT).contains(&lesson.weight) {
            faults.push(Fault::Weight(lesson.teacher.clone(), lesson.learner.clone()));
        }
    }
    let mut offers = BTreeSet::new();
    for seats in &instance.seats {
        faults.extend(unknown(&seats.teacher));
        if !offers.insert((&seats.teacher, &seats.skill)) {
            faults.push(Fault::SeatsTwice(seats.teacher.clone(), seats.skill.clone()));
        }
    }
    for apart in &instance.apart {
        faults.extend([&apart.one, &apart.other].into_iter().filter_map(unknown));
        if apart.one == apart.other {
            faults.push(Fault::ApartFromThemself(apart.one.clone()));
        }
    }
    faults
}
