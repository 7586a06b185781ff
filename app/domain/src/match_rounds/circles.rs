//! Circles: one mentor and several learners of one skill. The engine matches pairs and asks mentors evenly; circles are
//! gathered around as few mentors as serve the same people, since a circle is worth having for the others in it.
//!
//! Closing one more mentor can only make it harder to close another, so that one look at each, the smallest circle first,
//! leaves none that could still be closed.

use super::posed::{Arranged, Fits};
use crate::id::{PersonId, SkillId};
use crate::matching::{Edit, Fault, Instance, Mentor, Objective, Pair, Standing};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How much a skill is asked of a mentor, what decides first before the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Asked {
    pinned: usize,
    learners: usize,
    score: u32,
}

/// The matching of `instance` in circles, each of one skill. Refuses an instance that contradicts itself.
pub(super) fn gathered(instance: &Instance, fits: &Fits) -> Result<Arranged, Vec<Fault>> {
    let (of_one_skill, dropped) = of_one_skill(instance, fits);
    let mut standing = Standing::new(&of_one_skill)?;
    let all = served(&standing.objective());
    let pinned: BTreeSet<&PersonId> = instance.pins.iter().map(|pair| &pair.mentor).collect();
    let mut open: Vec<(usize, PersonId)> = instance
        .mentors
        .iter()
        .filter(|mentor| mentor.capacity > 0 && !pinned.contains(&mentor.id))
        .map(|mentor| (learners_of(&standing, &mentor.id), mentor.id.clone()))
        .collect();
    open.sort();
    let mut closed = BTreeSet::new();
    for (_, mentor) in open {
        let mut without = standing.clone();
        let shut = Edit::Capacity(Mentor { id: mentor.clone(), capacity: 0 });
        if without.apply(&shut).is_ok() && served(&without.objective()) == all {
            standing = without;
            closed.insert(mentor);
        }
    }
    Ok(Arranged { standing, closed, dropped })
}

/// The same people, each mentor with candidates for one skill alone: the one that most of theirs would learn, and of those
/// the one that fits best. Somebody who is pinned to the mentor decides before all others; pins
/// that would be of another skill are dropped, and named.
fn of_one_skill(instance: &Instance, fits: &Fits) -> (Instance, Vec<Pair>) {
    let mut asked: BTreeMap<&PersonId, BTreeMap<&SkillId, Asked>> = BTreeMap::new();
    for ((mentee, mentor), fit) in fits {
        let is_pinned = instance.pins.iter().any(|pin| pin.mentee == *mentee && pin.mentor == *mentor);
        let of_skill = asked.entry(mentor).or_default().entry(&fit.skill).or_default();
        of_skill.pinned += usize::from(is_pinned);
        of_skill.learners += 1;
        of_skill.score += u32::from(fit.score);
    }
    let most = |skills: &BTreeMap<&SkillId, Asked>| {
        skills.iter().max_by_key(|(skill, asked)| (**asked, Reverse(**skill))).map(|(skill, _)| (*skill).clone())
    };
    let subject: BTreeMap<&PersonId, Option<SkillId>> =
        asked.iter().map(|(mentor, skills)| (*mentor, most(skills))).collect();
    let mut instance = instance.clone();
    for mentee in &mut instance.mentees {
        let of = |mentor: &PersonId| fits.get(&(mentee.id.clone(), mentor.clone())).map(|fit| fit.skill.clone());
        mentee.candidates.retain(|candidate| {
            subject.get(&candidate.mentor).is_some_and(|subject| *subject == of(&candidate.mentor))
        });
    }
    let can_stand = |instance: &Instance, mentee: &PersonId, mentor: &PersonId| {
        let found = instance.mentees.iter().find(|one| one.id == *mentee);
        found.is_some_and(|one| one.candidates.iter().any(|candidate| candidate.mentor == *mentor))
    };
    let (pins, previous) = (instance.pins.clone(), instance.previous.clone());
    let (pins, dropped) = pins.into_iter().partition(|pair| can_stand(&instance, &pair.mentee, &pair.mentor));
    instance.pins = pins;
    instance.previous = previous.into_iter().filter(|pair| can_stand(&instance, &pair.mentee, &pair.mentor)).collect();
    (instance, dropped)
}

/// How many are served, of each class of waiting.
fn served(objective: &Objective) -> (u32, Vec<u32>) {
    (objective.served, objective.waits.iter().map(|waited| waited.served).collect())
}

fn learners_of(standing: &Standing, mentor: &PersonId) -> usize {
    standing.answer().pairs.iter().filter(|pair| pair.mentor == *mentor).count()
}
