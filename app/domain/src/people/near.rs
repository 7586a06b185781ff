//! People just beside a question: who knows the skill a little less well, or one of the same area.

use super::query::{Interest, PeopleQuery};
use super::sieve::Typed;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::search::fold;
use crate::tag::{PersonTag, SkillTag};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Somebody who nearly fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NearMatch {
    /// Who.
    pub person: PersonTag,
    /// Their job.
    pub title: String,
    /// What they know.
    pub skill: SkillTag,
    /// Why they are near: "Infusion pumps, with help".
    pub reason: String,
}

const MOST: usize = 5;

/// Up to five people who were not `found` and come nearest to the skills that the query or its text asks for; none
/// when it asks for no skill, or for people who want to learn.
pub(super) fn near(
    org: &Org,
    query: &PeopleQuery,
    typed: Option<&Typed>,
    found: &BTreeSet<&PersonId>,
) -> Vec<NearMatch> {
    if matches!(query.interest, Some(Interest::Wants | Interest::WantsMine)) {
        return Vec::new();
    }
    let asked = asked_for(query, typed);
    let mut best: BTreeMap<&PersonId, (bool, Reverse<Level>, &SkillId)> = BTreeMap::new();
    for skill in asked.iter().filter_map(|id| org.skill(id)) {
        let related = org.skills().filter(|other| other.area == skill.area);
        for other in related {
            let same = other.id == skill.id;
            let least = if same { Level::WITH_HELP } else { Level::ALONE };
            for (person, link) in org.graph().people_of(&other.id) {
                if link.level >= least && !found.contains(person) {
                    let place = (!same, Reverse(link.level), &other.id);
                    let kept = best.entry(person).or_insert(place);
                    *kept = place.min(*kept);
                }
            }
        }
    }
    let mut best: Vec<_> =
        best.into_iter().map(|(person, (other, level, skill))| (other, level, person, skill)).collect();
    best.sort_by_cached_key(|(other, level, person, _)| (*other, *level, fold(org.name_of(person)), (*person).clone()));
    best.into_iter().take(MOST).map(|(other, level, person, skill)| row(org, person, skill, level.0, other)).collect()
}

fn row(org: &Org, person: &PersonId, skill: &SkillId, level: Level, other: bool) -> NearMatch {
    let skill = SkillTag::of(org, skill);
    let related = if other { ", in the same area" } else { "" };
    NearMatch {
        person: PersonTag::of(org, person),
        title: org.person(person).map_or_else(String::new, |person| person.title.to_string()),
        reason: format!("{}, {}{related}", skill.name, level.title()),
        skill,
    }
}

/// The skills that the query names, or that its text led to.
fn asked_for(query: &PeopleQuery, typed: Option<&Typed>) -> BTreeSet<SkillId> {
    let by_text = typed.into_iter().flat_map(|typed| typed.skills.iter().cloned());
    query.skill.iter().cloned().chain(by_text).collect()
}
