//! Whether a set of rings holds and its bound is true, by code that shares nothing with the search.
//!
//! Everything is recomputed from the instance and the certificate: that the rings break no rule, what they are worth, which
//! rings there could be, that the branches of each piece together cover every set, and what each is worth at most at its
//! prices.

mod bound;
mod facts;
#[cfg(test)]
mod tests;

use super::clearing::Clearing;
use super::instance::{Instance, Lesson, Ring};
use crate::id::PersonId;
use facts::Facts;

/// What is wrong with a set of rings.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// A ring that stands twice or out of order.
    #[error("The rings are not written in order, each once.")]
    Order,
    /// A lesson that the instance does not offer so.
    #[error("`{0}` does not teach `{1}` that in this pool.")]
    Lesson(PersonId, PersonId),
    /// Lessons that do not follow each other, a ring that is too long, a chain that may not be.
    #[error("The lessons that begin with `{0}` are no ring: {1}.")]
    Ring(PersonId, String),
    /// Two people who are kept apart.
    #[error("`{0}` and `{1}` are kept apart and stand in one ring.")]
    Apart(PersonId, PersonId),
    /// More of something than there is.
    #[error("There is too little of {0} for these rings.")]
    Limit(String),
    /// A weight that was added up wrongly.
    #[error("The rings are worth {0}, not what is said.")]
    Weight(i128),
    /// A certificate that leaves something out, or names what there is not.
    #[error("The certificate does not cover every set: {0}.")]
    Certificate(String),
    /// A bound below what the certificate proves.
    #[error("The certificate proves a bound of {0}, not what is said.")]
    Bound(i128),
}

/// Refuses a set of rings that breaks a rule of `instance`, is added up wrongly, or claims a bound that it does not prove.
pub fn check(instance: &Instance, clearing: &Clearing) -> Result<(), Flaw> {
    let facts = Facts::new(instance);
    if !clearing.rings.is_sorted_by(|a, b| a < b) {
        return Err(Flaw::Order);
    }
    let mut worth = 0;
    let mut taken = vec![0; facts.limits.len()];
    for ring in &clearing.rings {
        let lessons = in_ring(&facts, ring)?;
        worth += i128::from(facts.worth(&lessons));
        facts.limits_of(&lessons).into_iter().for_each(|limit| taken[limit] += 1);
    }
    let over = facts.limits.iter().zip(&taken).find(|((_, most), taken)| i64::from(*most) < **taken);
    if let Some(((limit, _), _)) = over {
        return Err(Flaw::Limit(limit.to_string()));
    }
    if worth != i128::from(clearing.weight) {
        return Err(Flaw::Weight(worth));
    }
    let proven = bound::proven(&facts, &clearing.certificate)?;
    let is_reached = clearing.bound == clearing.weight;
    if proven > i128::from(clearing.bound) || clearing.bound < clearing.weight || is_reached != clearing.is_proven {
        return Err(Flaw::Bound(proven));
    }
    Ok(())
}

/// The numbers of a ring's lessons.
fn in_ring(facts: &Facts, ring: &Ring) -> Result<Vec<usize>, Flaw> {
    let number = |lesson: &Lesson| {
        let found = facts.lessons.binary_search(&lesson).ok();
        found.ok_or_else(|| Flaw::Lesson(lesson.teacher.clone(), lesson.learner.clone()))
    };
    let lessons = ring.lessons.iter().map(number).collect::<Result<Vec<_>, Flaw>>()?;
    let Some(first) = ring.lessons.first() else {
        return Err(Flaw::Certificate("a ring is empty".to_owned()));
    };
    let no_ring = |why: &str| Err(Flaw::Ring(first.teacher.clone(), why.to_owned()));
    if ring.lessons.windows(2).any(|pair| pair[0].learner != pair[1].teacher) {
        return no_ring("one does not follow the other");
    }
    let people: Vec<&PersonId> = ring.people().collect();
    if people.len() > usize::from(facts.instance.terms.longest) || people.len() < 2 {
        return no_ring("they are too many people, or too few");
    }
    for (at, one) in people.iter().enumerate() {
        for other in &people[..at] {
            if one == other {
                return no_ring("somebody stands in it twice");
            }
            if facts.are_apart(one, other) {
                return Err(Flaw::Apart((*other).clone(), (*one).clone()));
            }
        }
    }
    let begins_rightly = if ring.is_chain() {
        facts.instance.terms.chains && facts.is_starter(&first.teacher)
    } else {
        people.iter().all(|person| *person >= people[0])
    };
    if !begins_rightly {
        return no_ring("it begins with the wrong person, or there are no chains");
    }
    Ok(lessons)
}
