//! Skills that hang on one person together. Everybody sees the skills; the name stands only for whom [`Sight`] lets see
//! it.

use super::{Sight, Standing};
use crate::id::PersonId;
use crate::org::Org;
use crate::search::fold;
use crate::tag::{PersonTag, SkillTag};
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Two skills or more that one person alone covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concentration {
    /// "Three skills hang on one person".
    pub words: String,
    /// Which, the most critical first.
    pub skills: Vec<SkillTag>,
    /// Who, where the reader may see it.
    pub person: Option<PersonTag>,
    /// The address that shows what falls without them, where the reader may see it.
    pub what_if: Option<String>,
}

/// Of the skills in `standings` those that hang on one person together, the weightiest first.
pub(super) fn concentrations(org: &Org, sight: &Sight, standings: &[Standing<'_>]) -> Vec<Concentration> {
    let mut hanging: BTreeMap<&PersonId, Vec<&Standing<'_>>> = BTreeMap::new();
    for standing in standings.iter().filter(|standing| standing.cover.have == 1 && standing.cover.target > 0) {
        if let Some(person) = super::holders(org, standing.skill).next() {
            hanging.entry(person).or_default().push(standing);
        }
    }
    let mut found: Vec<(&PersonId, Vec<&Standing<'_>>)> =
        hanging.into_iter().filter(|(_, skills)| skills.len() > 1).collect();
    let weight =
        |skills: &[&Standing<'_>]| skills.iter().map(|standing| standing.skill.criticality.weight()).sum::<u32>();
    found.sort_by_cached_key(|(person, skills)| (Reverse(weight(skills)), Reverse(skills.len()), *person));
    found.into_iter().map(|(person, skills)| concentration(org, sight, person, skills)).collect()
}

fn concentration(org: &Org, sight: &Sight, person: &PersonId, mut skills: Vec<&Standing<'_>>) -> Concentration {
    skills.sort_by_cached_key(|standing| (Reverse(standing.skill.criticality), fold(standing.skill.name.as_str())));
    let is_seen = sight.includes_id(org, person);
    Concentration {
        words: format!("{} hang on one person", sentence(&counted(skills.len(), "skill", "skills"))),
        skills: skills.into_iter().map(|standing| SkillTag::of(org, &standing.skill.id)).collect(),
        person: is_seen.then(|| PersonTag::of(org, person)),
        what_if: is_seen.then(|| format!("/continuity/what-if?person={person}")),
    }
}
