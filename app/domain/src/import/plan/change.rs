//! One change of an import, with what stood before, so that it can be taken back.

use crate::evidence::{Evidence, Level};
use crate::id::{PersonId, SkillId};
use crate::person::Person;
use crate::skill::{Area, Skill};
use crate::team::Team;
use crate::want::Want;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// One change; `before` is `None` when the import brings it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// A team.
    Team {
        /// As it stood.
        before: Option<Box<Team>>,
        /// As it will stand.
        after: Box<Team>,
    },
    /// A person.
    Person {
        /// As they stood.
        before: Option<Box<Person>>,
        /// As they will stand.
        after: Box<Person>,
    },
    /// An area; imports only bring new ones.
    Area {
        /// As it will stand.
        after: Box<Area>,
    },
    /// A skill.
    Skill {
        /// As it stood.
        before: Option<Box<Skill>>,
        /// As it will stand.
        after: Box<Skill>,
    },
    /// A piece of evidence. It replaces nothing; an older imported level stands behind it.
    Evidence {
        /// What is given.
        given: Box<Evidence>,
    },
    /// A want.
    Want {
        /// As it stood.
        before: Option<Box<Want>>,
        /// As it will stand.
        after: Box<Want>,
    },
}

/// For each person and skill, the level that the newest standing imported evidence says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedLevels(HashMap<PersonId, HashMap<SkillId, Level>>);

impl ImportedLevels {
    /// Puts or replaces a level.
    pub fn put(&mut self, person: PersonId, skill: SkillId, level: Level) {
        self.0.entry(person).or_default().insert(skill, level);
    }

    /// The level of one person in one skill.
    pub fn get(&self, person: &PersonId, skill: &SkillId) -> Option<Level> {
        self.0.get(person)?.get(skill).copied()
    }
}
