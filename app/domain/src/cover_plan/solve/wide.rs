//! The bound that also holds for pairs that were left out because enough others are cheaper.
//!
//! Only what the cheapest of them costs is known. While a seat is worth no more than that to whoever could fill it, no
//! learner gains from such a pair, and no teacher when it pays them nothing: so with prices of seats cut down to it, and
//! nobody held to a skill that they might learn in such a pair, the relaxation bounds every plan. Costs of pairs that are
//! not known come in no steps, so nothing is rounded but to whole costs.

use super::ascent::Priced;
use super::branch::{Branch, Choice};
use super::part::Part;
use super::relaxed::{FINE, Fixing, Relaxed};

/// What the part costs at least; `bound` where nothing was left out.
pub(super) fn wide_bound(part: &Part, leaves: &[Branch], (cost, bound): (i64, i64)) -> i64 {
    if part.skills.iter().all(|skill| skill.outside.is_none()) {
        return bound;
    }
    if part.lessons.iter().any(|lesson| lesson.after.is_some_and(|after| part.skills[after].outside.is_some())) {
        return plainly(part).min(bound);
    }
    let mut least = bound.min(cost);
    for leaf in leaves {
        let fixing = loosened(part, &leaf.choices);
        let mut prices = leaf.prices.clone();
        for (price, skill) in prices.iter_mut().zip(&part.skills) {
            *price = skill.outside.map_or(*price, |outside| (*price).min(outside * FINE));
        }
        let (seats, pairs) = prices.split_at_mut(part.skills.len());
        for (pair, lesson) in pairs.iter_mut().zip(&part.lessons) {
            // Who pays more than a lesson is worth to them does not take it, and the teacher would count on it.
            if part.skills[lesson.skill].outside.is_some() {
                *pair = (*pair).min((seats[lesson.skill] - lesson.cost * FINE).max((*pair).min(0)));
            }
        }
        let mut slope = vec![0; prices.len()];
        if let Some(value) = Relaxed::new(part, fixing).value(&prices, &mut slope) {
            least = least.min(value.div_euclid(FINE) + i64::from(value.rem_euclid(FINE) > 0));
        }
    }
    least.max(0)
}

/// What is decided in a branch, but that nobody has to learn a skill of which pairs were left out, unless it is decided
/// from whom.
fn loosened(part: &Part, choices: &[Choice]) -> Fixing {
    let mut fixing = Fixing::new(part);
    for choice in choices {
        if choice.is_taken {
            fixing.choose(part, choice.lesson, choice.any_teacher);
        } else {
            fixing.leave(part, choice.lesson, choice.any_teacher);
        }
    }
    for (learner, must) in fixing.must.iter_mut().enumerate() {
        let is_taken = |skill: usize| {
            let groups = part.learners[learner].groups.iter().filter(|group| group.skill == skill);
            groups.flat_map(|group| &group.lessons).any(|at| fixing.is_in[*at])
        };
        must.retain(|skill| part.skills[*skill].outside.is_none() || is_taken(*skill));
    }
    fixing
}

/// What the seats cost at least, whoever else is free: what could come before another may be among what was left out.
fn plainly(part: &Part) -> i64 {
    let cheapest = |skill: &super::part::Skill| {
        let costs = skill.lessons.iter().map(|at| part.lessons[*at].cost);
        costs.chain(skill.outside).fold(skill.price, i64::min)
    };
    part.skills.iter().map(|skill| skill.seats * cheapest(skill)).sum()
}
