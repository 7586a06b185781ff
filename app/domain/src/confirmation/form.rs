//! Asking somebody to confirm a skill: what the form offers and what it sends.

use super::ConfirmAsk;
use crate::chosen;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::question::worked_with;
use crate::reader::Reader;
use crate::rejection::Rejection;
use crate::search::fold;
use crate::tag::{PersonTag, SkillTag};
use crate::text::Prose;
use serde::{Deserialize, Serialize};

/// What the form offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmChoices {
    /// Colleagues with whom the asker has worked lately.
    pub near: Vec<PersonTag>,
    /// Everybody else.
    pub others: Vec<PersonTag>,
    /// The skills that the asker has a level in or offers, then all others.
    pub skills: Vec<SkillTag>,
    /// Whom the form names already.
    pub colleague: Option<PersonTag>,
    /// What it names already.
    pub skill: Option<SkillTag>,
    /// The level that stands for that skill.
    pub level: Level,
}

/// What the form sends: people and skills as chosen from a list, or as typed without JavaScript.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmForm {
    /// Who is asked, as chosen.
    #[serde(default)]
    pub colleague: String,
    /// Who is asked, as typed.
    #[serde(default)]
    pub colleague_text: String,
    /// Which skill, as chosen.
    #[serde(default)]
    pub skill: String,
    /// Which skill, as typed.
    #[serde(default)]
    pub skill_text: String,
    /// 1 to 4.
    #[serde(default)]
    pub level: String,
    /// What they did.
    #[serde(default)]
    pub words: String,
}

impl ConfirmForm {
    /// What it asks for; refuses the first field that cannot be taken.
    pub fn parsed(&self, org: &Org) -> Result<ConfirmAsk, Rejection> {
        Ok(ConfirmAsk {
            colleague: chosen::person(org, "colleague", &self.colleague, &self.colleague_text)?,
            skill: chosen::skill(org, "skill", &self.skill, &self.skill_text)?,
            level: Level::parse(&self.level)?,
            words: Prose::parse("words", &self.words)?,
        })
    }
}

/// What the form of the reader offers; it names `colleague` and `skill` when they came for them.
pub fn confirm_choices(reader: &Reader, colleague: Option<&PersonId>, skill: Option<&SkillId>) -> ConfirmChoices {
    let (org, me) = (reader.org, &reader.me.id);
    let worked = worked_with(org, reader.me, reader.now());
    let mut people: Vec<PersonTag> =
        org.people().filter(|person| person.id != *me).map(|person| PersonTag::of(org, &person.id)).collect();
    people.sort_by_cached_key(|tag| (fold(&tag.name), tag.id.clone()));
    let own = |skill: &SkillId| org.known(me, skill).is_some() || org.offer(me, skill).is_some();
    let mut skills: Vec<SkillTag> = org.skills().map(|skill| SkillTag::of(org, &skill.id)).collect();
    skills.sort_by_cached_key(|tag| (!own(&tag.id), fold(&tag.name), tag.id.clone()));
    let skill = skill.and_then(|skill| skills.iter().find(|tag| tag.id == *skill).cloned());
    let known = skill.as_ref().and_then(|skill| org.known(me, &skill.id));
    let named = colleague.and_then(|id| people.iter().find(|tag| tag.id == *id).cloned());
    let (near, others) = people.into_iter().partition(|tag| worked.contains(&tag.id));
    ConfirmChoices {
        near,
        others,
        skills,
        colleague: named,
        level: known.map(|known| known.estimate.level).unwrap_or_default(),
        skill,
    }
}
