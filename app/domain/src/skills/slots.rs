//! The places that a skill's target gives: filled by who covers it, promised by who is on the way, open.

use crate::coverage::holders;
use crate::id::PersonId;
use crate::org::Org;
use crate::search::fold;
use crate::skill::Skill;
use crate::tag::PersonTag;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// One place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverSlot {
    /// Whether it is filled.
    pub state: SlotState,
    /// By whom.
    pub person: Option<PersonTag>,
    /// What to know about it.
    pub note: String,
}

/// Whether a place is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlotState {
    /// Somebody covers it.
    Filled,
    /// Somebody wants to learn as much as it takes.
    Planned,
    /// Nobody.
    Empty,
}

/// The most places shown.
const MOST: usize = 6;

/// The places of `skill`, at most six, and how many people cover it beyond those shown.
pub(super) fn slots(org: &Org, skill: &Skill) -> (Vec<CoverSlot>, u32) {
    let target = usize::from(skill.target.people).min(MOST);
    let filled = filled(org, skill);
    let beyond = u32::try_from(filled.len().saturating_sub(target.max(1))).unwrap_or(u32::MAX);
    let mut slots: Vec<CoverSlot> = filled.into_iter().take(target.max(1)).collect();
    let open = target.saturating_sub(slots.len());
    slots.extend(planned(org, skill).into_iter().take(open));
    while slots.len() < target {
        let note = "Nobody is on the way yet".to_owned();
        slots.push(CoverSlot { state: SlotState::Empty, person: None, note });
    }
    (slots, beyond)
}

/// Who covers it: those who offer to teach it first, then the better they know it.
fn filled(org: &Org, skill: &Skill) -> Vec<CoverSlot> {
    let level = |person: &PersonId| org.known(person, &skill.id).map(|known| known.estimate.level).unwrap_or_default();
    let mut people: Vec<&PersonId> = holders(org, skill).collect();
    people.sort_by_cached_key(|person| {
        let offers = org.offer(person, &skill.id).is_some();
        (Reverse(offers), Reverse(level(person)), fold(org.name_of(person)))
    });
    let slot = |person: &PersonId| {
        let offers = if org.offer(person, &skill.id).is_some() { " · offers to teach" } else { "" };
        let note = format!("{}{offers}", level(person).title());
        CoverSlot { state: SlotState::Filled, person: Some(PersonTag::of(org, person)), note }
    };
    people.into_iter().map(slot).collect()
}

/// Who is below the target and wants to reach it, the nearest first.
fn planned(org: &Org, skill: &Skill) -> Vec<CoverSlot> {
    let level = |person: &PersonId| org.known(person, &skill.id).map(|known| known.estimate.level).unwrap_or_default();
    let mut people: Vec<&PersonId> = org
        .wanters_of(&skill.id)
        .filter(|(person, want)| want.target >= skill.target.level && level(person) < skill.target.level)
        .map(|(person, _)| person)
        .filter(|person| crate::coverage::works_here(org, person))
        .collect();
    people.sort_by_cached_key(|person| (Reverse(level(person)), fold(org.name_of(person))));
    let slot = |person: &PersonId| CoverSlot {
        state: SlotState::Planned,
        person: Some(PersonTag::of(org, person)),
        note: format!("{} now · wants “{}”", level(person).title(), skill.target.level.title()),
    };
    people.into_iter().map(slot).collect()
}
