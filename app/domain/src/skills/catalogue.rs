//! Changing the catalogue: areas, skills, what their levels mean, how critical they are, how many should know them.

use super::prerequisites::checked;
use crate::actor::{Actor, Role};
use crate::evidence::Level;
use crate::id::{AreaId, SkillId};
use crate::org::Org;
use crate::rejection::{Noun, Rejection};
use crate::search::fold;
use crate::skill::{Area, Criticality, Skill, Target};
use crate::tag::{AreaTag, SkillTag};
use crate::text::{Line, Name, Prose};
use serde::{Deserialize, Serialize};

/// The most people that a target may ask for.
pub const MOST_PEOPLE: u8 = 99;

/// An area as a form sends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaDraft {
    /// Which; `None` for a new one.
    pub id: Option<AreaId>,
    /// What it is called.
    pub name: Name,
}

/// A skill as a form sends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillDraft {
    /// Which; `None` for a new one.
    pub id: Option<SkillId>,
    /// What it is called.
    pub name: Name,
    /// The area it belongs to.
    pub area: AreaId,
    /// What it is.
    pub description: Prose,
    /// What each level from 1 to 4 looks like here; empty lines mean the general words.
    pub levels: Vec<Line>,
    /// How critical it is.
    pub criticality: Criticality,
    /// How many people should know it, how well, and by when.
    pub target: Target,
    /// What somebody should be able to do with help before they learn it.
    pub after: Vec<SkillId>,
}

/// What the form of one skill is filled with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogueForm {
    /// The skill; `None` for a new one.
    pub skill: Option<Skill>,
    /// Areas to choose from, by name.
    pub areas: Vec<AreaTag>,
    /// What may come before it: every other skill, by name.
    pub others: Vec<SkillTag>,
    /// How many people work here: no target beyond that is ever reached.
    pub here: u32,
}

/// The form for `skill`, or for a new one. Open to program admins.
pub fn catalogue_form(org: &Org, actor: &Actor, skill: Option<&SkillId>) -> Result<CatalogueForm, Rejection> {
    actor.at_least(Role::ProgramAdmin)?;
    let skill = match skill {
        None => None,
        Some(id) => Some(org.skill(id).ok_or(Rejection::NotFound(Noun::Skill))?.clone()),
    };
    let mut areas: Vec<AreaTag> = org.areas().map(|area| AreaTag::of(org, &area.id)).collect();
    areas.sort_by_cached_key(|area| fold(&area.name));
    let own = skill.as_ref().map(|skill| &skill.id);
    let others = org.skills().filter(|other| Some(&other.id) != own);
    let mut others: Vec<SkillTag> = others.map(|other| SkillTag::of(org, &other.id)).collect();
    others.sort_by_cached_key(|other| fold(&other.name));
    Ok(CatalogueForm { skill, areas, others, here: crate::coverage::working_here(org) })
}

impl AreaDraft {
    /// The area that the draft asks for. Refuses a second area of the same name and one that is not there.
    pub fn area(self, org: &Org, actor: &Actor) -> Result<Area, Rejection> {
        actor.at_least(Role::ProgramAdmin)?;
        let taken = org.areas().any(|area| Some(&area.id) != self.id.as_ref() && same(&area.name, &self.name));
        if taken {
            return Err(Rejection::invalid("name", "There is an area of that name already. Choose another name."));
        }
        match self.id {
            Some(id) => {
                let area = org.area(&id).ok_or(Rejection::NotFound(Noun::Area))?;
                Ok(Area { name: self.name, ..area.clone() })
            }
            None => {
                let free = |id: &AreaId| org.area(id).is_none();
                let id = unused(self.name.as_str(), |slug| AreaId::parse(slug).ok().filter(free))?;
                Ok(Area { id, name: self.name, import: None })
            }
        }
    }
}

impl SkillDraft {
    /// The skill that the draft asks for. Refuses a second skill of the same name, an area that is not there, a target
    /// nobody could reach, and a skill that would come before itself.
    pub fn skill(self, org: &Org, actor: &Actor) -> Result<Skill, Rejection> {
        actor.at_least(Role::ProgramAdmin)?;
        org.area(&self.area).ok_or_else(|| Rejection::invalid("area", "Choose an area from the list."))?;
        if org.skills().any(|skill| Some(&skill.id) != self.id.as_ref() && same(&skill.name, &self.name)) {
            return Err(Rejection::invalid("name", "There is a skill of that name already. Choose another name."));
        }
        if self.target.people > MOST_PEOPLE {
            return Err(Rejection::invalid("people", "Write a number of people from 0 to 99."));
        }
        if self.target.level == Level::NONE {
            return Err(Rejection::invalid("level", "Choose a level from 1 (aware) to 4 (can teach)."));
        }
        let (id, import) = match self.id {
            Some(id) => {
                let before = org.skill(&id).ok_or(Rejection::NotFound(Noun::Skill))?;
                (id, before.import.clone())
            }
            None => {
                let free = |id: &SkillId| org.skill(id).is_none();
                (unused(self.name.as_str(), |slug| SkillId::parse(slug).ok().filter(free))?, None)
            }
        };
        let after = checked(org, &id, self.after)?;
        // The line for level 0 stands first and is never asked for.
        let levels = if self.levels.iter().all(Line::is_empty) {
            Vec::new()
        } else {
            std::iter::once(Line::default()).chain(self.levels).take(5).collect()
        };
        Ok(Skill {
            id,
            name: self.name,
            area: self.area,
            description: self.description,
            levels,
            criticality: self.criticality,
            target: self.target,
            after,
            import,
        })
    }
}

impl Criticality {
    /// The choice of the form field `criticality`.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        Self::ALL
            .into_iter()
            .find(|choice| choice.title().eq_ignore_ascii_case(text.trim()))
            .ok_or_else(|| Rejection::invalid("criticality", "Choose low, normal, high or critical."))
    }
}

fn same(one: &Name, other: &Name) -> bool {
    fold(one.as_str()) == fold(other.as_str())
}

/// The slug of `name`, or of `name` with the first number that is free.
pub(crate) fn unused<Id>(name: &str, free: impl Fn(&str) -> Option<Id>) -> Result<Id, Rejection> {
    let slug = crate::id::slug(name);
    if slug.is_empty() {
        return Err(Rejection::invalid("name", "Write a name with letters or digits in it."));
    }
    let short: String = slug.chars().take(crate::id::LONGEST - 5).collect();
    std::iter::once(slug)
        .chain((2..1_000).map(|n| format!("{short}-{n}")))
        .find_map(|slug| free(&slug))
        .ok_or_else(|| Rejection::invalid("name", "Choose another name."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{fernhill, signed_in};

    fn draft(id: Option<&str>, name: &str) -> SkillDraft {
        SkillDraft {
            id: id.map(|id| id.parse().unwrap()),
            name: Name::parse("name", name).unwrap(),
            area: "care".parse().unwrap(),
            description: Prose::default(),
            levels: Vec::new(),
            criticality: Criticality::Normal,
            target: Target::default(),
            after: Vec::new(),
        }
    }

    fn drafted(id: Option<&str>, name: &str) -> Result<Skill, Rejection> {
        draft(id, name).skill(&fernhill(), &signed_in("ines-carvalho"))
    }

    #[test]
    fn a_new_skill_gets_an_id_of_its_own_and_a_changed_one_keeps_its() {
        assert_eq!(drafted(None, "Cold chain").unwrap().id.as_str(), "cold-chain");
        // Another spelling that would make the same id.
        assert_eq!(drafted(None, "Wound: care").unwrap().id.as_str(), "wound-care-2");
        let renamed = drafted(Some("wound-care"), "Caring for wounds").unwrap();
        assert_eq!((renamed.id.as_str(), renamed.name.as_str()), ("wound-care", "Caring for wounds"));
    }

    #[test]
    fn a_second_skill_of_that_name_and_one_that_is_not_there_are_refused() {
        assert!(matches!(drafted(None, "WOUND CARE"), Err(Rejection::Invalid { field, .. }) if field == "name"));
        assert_eq!(drafted(Some("juggling"), "Juggling"), Err(Rejection::NotFound(Noun::Skill)));
        let unknown_area = SkillDraft { area: "moon".parse().unwrap(), ..draft(None, "Landing") };
        let refused = unknown_area.skill(&fernhill(), &signed_in("ines-carvalho"));
        assert!(matches!(refused, Err(Rejection::Invalid { field, .. }) if field == "area"));
    }

    #[test]
    fn members_do_not_change_the_catalogue() {
        let member = signed_in("amara-okafor");
        assert!(matches!(draft(None, "Juggling").skill(&fernhill(), &member), Err(Rejection::Forbidden(_))));
        assert!(matches!(catalogue_form(&fernhill(), &member, None), Err(Rejection::Forbidden(_))));
        let area = AreaDraft { id: None, name: Name::parse("name", "Care").unwrap() };
        assert!(matches!(area.clone().area(&fernhill(), &member), Err(Rejection::Forbidden(_))));
        assert!(matches!(area.area(&fernhill(), &Actor::Console), Err(Rejection::Invalid { .. })));
    }

    #[test]
    fn levels_stand_in_their_own_place() {
        let mut draft = draft(None, "Cold chain");
        draft.levels =
            ["", "", "Checks the fridge alone", ""].map(|line| Line::parse("levels", line).unwrap()).to_vec();
        let skill = draft.skill(&fernhill(), &Actor::Console).unwrap();
        assert_eq!(skill.level_text(Level::ALONE), "Checks the fridge alone");
        assert_eq!(skill.level_text(Level::AWARE), Level::AWARE.behaviour());
    }
}
