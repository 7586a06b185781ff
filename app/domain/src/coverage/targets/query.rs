//! What the page shows, which skills are ticked, and what they should aim at, as it stands in the address.

use super::AimForm;
use crate::coverage::cover;
use crate::id::{AreaId, SkillId};
use crate::org::Org;
use crate::query_string::{Pairs, print};
use crate::skill::{Criticality, Skill};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the page shows and does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetsQuery {
    /// Only skills of this area.
    pub area: Option<AreaId>,
    /// Only skills as critical as this.
    pub criticality: Option<Criticality>,
    /// Only skills below their target.
    pub below: bool,
    /// The ticked skills.
    pub skills: BTreeSet<SkillId>,
    /// True when all are ticked that the filter shows.
    pub all: bool,
    /// What they should aim at.
    pub set: AimForm,
    /// True when a preview is asked for.
    pub is_asked: bool,
}

impl TargetsQuery {
    /// The address that asks for it.
    pub fn link(&self) -> String {
        crate::query_string::link("/continuity/targets", &self.to_string())
    }

    /// The query of an address; what cannot be read is left out, but for what skills should aim at.
    pub fn parse(text: &str) -> Self {
        let pairs = Pairs::parse(text);
        Self {
            area: pairs.get("area").and_then(|area| AreaId::parse(area).ok()),
            criticality: pairs.get("criticality").and_then(|text| Criticality::parse(text).ok()),
            below: pairs.get("below").is_some(),
            skills: pairs.all("skill").filter_map(|skill| SkillId::parse(skill).ok()).collect(),
            all: pairs.get("all").is_some(),
            set: AimForm::of(&pairs),
            is_asked: pairs.get("preview").is_some(),
        }
    }

    /// The same filter, with nothing ticked and nothing set.
    pub fn filter_alone(&self) -> Self {
        Self { area: self.area.clone(), criticality: self.criticality, below: self.below, ..Self::default() }
    }

    /// The skills that the filter shows, by id.
    pub(super) fn shown<'a>(&'a self, org: &'a Org) -> impl Iterator<Item = &'a Skill> {
        org.skills().filter(|skill| {
            self.area.as_ref().is_none_or(|area| skill.area == *area)
                && self.criticality.is_none_or(|criticality| skill.criticality == criticality)
                && (!self.below || cover(org, skill).missing() > 0)
        })
    }

    /// The skills that change, by id: all that the filter shows, or those that are ticked, shown or not.
    pub(super) fn chosen<'a>(&'a self, org: &'a Org) -> Box<dyn Iterator<Item = &'a Skill> + 'a> {
        if self.all {
            Box::new(self.shown(org))
        } else {
            Box::new(self.skills.iter().filter_map(|skill| org.skill(skill)))
        }
    }
}

impl std::fmt::Display for TargetsQuery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let flag = |is_on: bool| is_on.then_some("1");
        let filter = [
            ("area", self.area.as_ref().map(AreaId::as_str)),
            ("criticality", self.criticality.map(Criticality::key)),
            ("below", flag(self.below)),
        ];
        let skills = self.skills.iter().map(|skill| ("skill", Some(skill.as_str())));
        let rest = [("all", flag(self.all)), ("preview", flag(self.is_asked))];
        f.write_str(&print(filter.into_iter().chain(skills).chain(self.set.pairs()).chain(rest)))
    }
}
