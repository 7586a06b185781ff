//! What a link to somebody or something needs: an id and a name, for pages that mention it in passing.

use crate::id::{AreaId, PersonId, SkillId, TeamId};
use crate::org::Org;
use serde::{Deserialize, Serialize};

/// Somebody mentioned.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PersonTag {
    /// Who.
    pub id: PersonId,
    /// What people call them.
    pub name: String,
}

/// A skill mentioned.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SkillTag {
    /// Which.
    pub id: SkillId,
    /// What it is called.
    pub name: String,
}

/// A team mentioned.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TeamTag {
    /// Which.
    pub id: TeamId,
    /// What it is called.
    pub name: String,
}

/// An area mentioned.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AreaTag {
    /// Which.
    pub id: AreaId,
    /// What it is called.
    pub name: String,
}

impl PersonTag {
    /// The tag of `id`; named by the id when nobody is known by it.
    pub fn of(org: &Org, id: &PersonId) -> Self {
        Self { id: id.clone(), name: org.name_of(id).to_owned() }
    }

    /// The first word of the name.
    pub fn first_name(&self) -> &str {
        self.name.split_whitespace().next().unwrap_or(&self.name)
    }
}

impl SkillTag {
    /// The tag of `id`; named by the id when no skill is known by it.
    pub fn of(org: &Org, id: &SkillId) -> Self {
        let name = org.skill(id).map_or(id.as_str(), |skill| skill.name.as_str());
        Self { id: id.clone(), name: name.to_owned() }
    }
}

impl TeamTag {
    /// The tag of `id`; named by the id when no team is known by it.
    pub fn of(org: &Org, id: &TeamId) -> Self {
        let name = org.team(id).map_or(id.as_str(), |team| team.name.as_str());
        Self { id: id.clone(), name: name.to_owned() }
    }
}

impl AreaTag {
    /// The tag of `id`; named by the id when no area is known by it.
    pub fn of(org: &Org, id: &AreaId) -> Self {
        let name = org.area(id).map_or(id.as_str(), |area| area.name.as_str());
        Self { id: id.clone(), name: name.to_owned() }
    }
}
