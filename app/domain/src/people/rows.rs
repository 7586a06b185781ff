//! One line of the directory.

use super::for_you::{ForYou, Reader};
use super::sieve::Typed;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::person::Person;
use crate::search::fold;
use crate::tag::{PersonTag, SkillTag, TeamTag};
use serde::{Deserialize, Serialize};

/// Somebody in the directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRow {
    /// Who.
    pub person: PersonTag,
    /// Their job.
    pub title: String,
    /// Their team.
    pub team: Option<TeamTag>,
    /// What they offer to teach, then what they can teach.
    pub teaches: Tags,
    /// What they want to learn.
    pub wants: Tags,
    /// What they could be to the reader.
    pub for_you: Option<ForYou>,
    /// Why they answer to what was typed, when it was not by their name: "Infusion pumps, can teach".
    pub why: Option<String>,
    /// True when the reader can ask them to teach something.
    pub may_ask: bool,
}

/// A few skills, and how many more there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tags {
    /// The first of them.
    pub shown: Vec<SkillTag>,
    /// How many more.
    pub more: u32,
}

impl Tags {
    const SHOWN: usize = 2;

    fn of(org: &Org, skills: &[&SkillId]) -> Self {
        Self {
            shown: skills.iter().take(Self::SHOWN).map(|skill| SkillTag::of(org, skill)).collect(),
            more: u32::try_from(skills.len().saturating_sub(Self::SHOWN)).unwrap_or(u32::MAX),
        }
    }
}

/// The row of `person` as `reader` sees it.
pub(super) fn row(org: &Org, reader: &Reader<'_>, typed: Option<&Typed>, person: &Person) -> PersonRow {
    let teaches = teaches(org, &person.id);
    let wants: Vec<&SkillId> = by_name(org, org.wants_of(&person.id).map(|(skill, _)| skill));
    let why = typed.and_then(|typed| typed.hits.get(&person.id)?.skill.as_ref()).map(|skill| {
        let level = org.known(&person.id, &skill.id).map(|known| known.estimate.level).unwrap_or_default();
        format!("{}, {}", skill.name, level.title())
    });
    PersonRow {
        person: PersonTag::of(org, &person.id),
        title: person.title.to_string(),
        team: person.team.as_ref().map(|team| TeamTag::of(org, team)),
        may_ask: reader.may_ask(&person.id) && !teaches.is_empty(),
        teaches: Tags::of(org, &teaches),
        wants: Tags::of(org, &wants),
        for_you: reader.sees(org, &person.id),
        why,
    }
}

/// What somebody offers, then what they can teach without offering it; each by name.
pub(super) fn teaches<'a>(org: &'a Org, person: &'a PersonId) -> Vec<&'a SkillId> {
    let mut skills = by_name(org, org.offers_of(person).map(|(skill, _)| skill));
    let able = org
        .known_by(person)
        .filter(|(skill, known)| known.estimate.level == Level::CAN_TEACH && org.offer(person, skill).is_none());
    skills.extend(by_name(org, able.map(|(skill, _)| skill)));
    skills
}

pub(super) fn by_name<'a>(org: &Org, skills: impl Iterator<Item = &'a SkillId>) -> Vec<&'a SkillId> {
    let mut skills: Vec<&SkillId> = skills.collect();
    skills.sort_by_cached_key(|skill| org.skill(skill).map(|skill| fold(skill.name.as_str())));
    skills
}
