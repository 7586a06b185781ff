//! Which skills are offered to tick, in which order, and what is said beside them.

use super::Question;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::person::Person;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn teach_hint(me: &Person) -> String {
    if me.title.is_empty() {
        "Colleagues look for these. One is enough.".to_owned()
    } else {
        "People with your work often offer these. One is enough.".to_owned()
    }
}

/// What somebody knows well, then what colleagues of the same title and team offer or know, then what many want.
pub(super) fn could_teach(org: &Org, me: &Person) -> Vec<SkillId> {
    let mut points: BTreeMap<&SkillId, u32> = BTreeMap::new();
    let mut add = |skill, n| *points.entry(skill).or_default() += n;
    for (skill, known) in org.known_by(&me.id) {
        add(skill, u32::from(known.estimate.level.number()) * 1_000);
    }
    for other in org.people().filter(|other| other.id != me.id) {
        let near = u32::from(other.title == me.title && !me.title.is_empty()) * 30
            + u32::from(other.team == me.team && me.team.is_some()) * 10;
        org.offers_of(&other.id).for_each(|(skill, _)| add(skill, near));
        let known = org.known_by(&other.id).filter(|(_, known)| known.estimate.level >= Level::ALONE);
        known.for_each(|(skill, _)| add(skill, near / 2));
        org.wants_of(&other.id).for_each(|(skill, _)| add(skill, 2));
    }
    by_points(points)
}

/// What others offer and the person does not know yet, what is most offered near them first.
pub(super) fn could_learn(org: &Org, me: &Person) -> Vec<SkillId> {
    let mut points: BTreeMap<&SkillId, u32> = BTreeMap::new();
    for other in org.people().filter(|other| other.id != me.id) {
        let near = if other.title == me.title || other.team == me.team { 6 } else { 3 };
        for (skill, _) in org.offers_of(&other.id) {
            *points.entry(skill).or_default() += near;
        }
        for (skill, _) in org.wants_of(&other.id) {
            *points.entry(skill).or_default() += 1;
        }
    }
    points.retain(|skill, _| {
        let own = org.known(&me.id, skill).map_or(Level::NONE, |known| known.estimate.level);
        own < Level::ALONE && org.offerers_of(skill).any(|(id, _)| *id != me.id)
    });
    by_points(points)
}

fn by_points(points: BTreeMap<&SkillId, u32>) -> Vec<SkillId> {
    let mut ranked: Vec<_> = points.into_iter().filter(|(_, n)| *n > 0).collect();
    ranked.sort_by_key(|(skill, n)| (std::cmp::Reverse(*n), *skill));
    ranked.into_iter().map(|(skill, _)| skill.clone()).collect()
}

/// "7 people can teach this" when learning, "4 people want this" when teaching.
pub(super) fn note(org: &Org, me: &Person, skill: &SkillId, question: Question) -> String {
    let others = |id: &&PersonId| **id != me.id && org.person(id).is_some_and(Person::is_active);
    match question {
        Question::Teach => match org.wanters_of(skill).map(|(id, _)| id).filter(others).count() {
            0 => String::new(),
            1 => "1 person wants this".to_owned(),
            n => format!("{n} people want this"),
        },
        Question::Learn => match teachers(org, skill).iter().filter(|id| others(id)).count() {
            0 => "nobody teaches this yet".to_owned(),
            1 => "1 person can teach this".to_owned(),
            n => format!("{n} people can teach this"),
        },
        Question::When => String::new(),
    }
}

fn teachers<'a>(org: &'a Org, skill: &'a SkillId) -> BTreeSet<&'a PersonId> {
    let known = org.knowers_of(skill).filter(|(_, known)| known.estimate.level >= Level::CAN_TEACH);
    known.map(|(id, _)| id).chain(org.offerers_of(skill).map(|(id, _)| id)).collect()
}
