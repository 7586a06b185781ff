//! What one learner and one teacher choose at the prices of a branch.

use super::{Decided, Priced};
use crate::clocks::Day;
use crate::cover_plan::check::Facts;
use crate::id::{PersonId, SkillId};
use std::collections::{BTreeMap, BTreeSet};

/// The cheapest set of at most two lessons that somebody can take.
pub(super) fn least_of_learner(
    facts: &Facts,
    decided: &Decided,
    (person, lessons, own): (&PersonId, &[Priced], &BTreeSet<&SkillId>),
) -> Option<i128> {
    let free = facts.free(person, false);
    let must: Vec<&SkillId> =
        decided.must.iter().filter(|(learner, _)| learner == person).map(|(_, skill)| skill).collect();
    let open: Vec<&Priced> = lessons.iter().filter(|priced| !decided.out.contains(&priced.number)).collect();
    let allowed = |set: &[&Priced]| {
        let spent: Vec<(Day, i64)> =
            set.iter().map(|priced| (facts.due(priced.lesson), priced.lesson.learning)).collect();
        let has = |skill: &SkillId| set.iter().any(|priced| priced.lesson.skill == *skill);
        let built = |priced: &&Priced| {
            let Some(after) = &priced.lesson.after else { return true };
            let first =
                |other: &&Priced| other.lesson.skill == *after && facts.due(other.lesson) <= facts.due(priced.lesson);
            !own.contains(after) || set.iter().any(first)
        };
        must.iter().all(|skill| has(skill)) && facts.hours_fit(free, &spent).is_ok() && set.iter().all(built)
    };
    let mut least = must.is_empty().then_some(0);
    let mut consider = |set: &[&Priced]| {
        let price: i128 = set.iter().map(|priced| priced.price).sum();
        if least.is_none_or(|least| price < least) && allowed(set) {
            least = Some(price);
        }
    };
    for (place, first) in open.iter().enumerate() {
        consider(&[first]);
        if facts.instance.terms.lessons_each > 1 {
            for second in &open[..place] {
                if second.lesson.skill != first.lesson.skill {
                    consider(&[first, second]);
                }
            }
        }
    }
    least
}

/// The most that a teacher can earn within their hours until each date and their number of mentees.
pub(super) fn most_of_teacher(
    facts: &Facts,
    decided: &Decided,
    (person, lessons): (&PersonId, &[Priced]),
) -> Option<i128> {
    let free = facts.free(person, true);
    let until =
        |due: Day| facts.instance.dates.iter().zip(free).find(|(date, _)| **date == due).map_or(0, |(_, free)| *free);
    let mut order: Vec<&Priced> = lessons.iter().filter(|priced| !decided.out.contains(&priced.number)).collect();
    order.sort_by_key(|priced| (facts.due(priced.lesson), priced.number));
    order.retain(|priced| priced.price > 0 || decided.taken.contains(&priced.number));
    // The best worth for each number of lessons and of quarter hours; what is due first is looked at first.
    let mut best = BTreeMap::from([((0_usize, 0_i64), 0_i128)]);
    for priced in order {
        let is_taken = decided.taken.contains(&priced.number);
        let mut next = if is_taken { BTreeMap::new() } else { best.clone() };
        for ((count, spent), worth) in best {
            let spent = spent + priced.lesson.teaching;
            if count < facts.mentees(person) && spent <= until(facts.due(priced.lesson)) {
                let place = next.entry((count + 1, spent)).or_insert(i128::MIN);
                *place = (*place).max(worth + priced.price);
            }
        }
        best = next;
    }
    best.into_values().max()
}
