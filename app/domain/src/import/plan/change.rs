//! One change of an import, with what stood before, so that it can be taken back.

use crate::evidence::{Evidence, Level};
use crate::id::{PersonId, SkillId};
use crate::person::Person;
use crate::skill::{Area, Skill};
use crate::team::Team;
use crate::time::{Span, Timestamp};
use crate::want::Want;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// One change, made by an import or by taking one back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// To a team.
    Team(Swap<Team>),
    /// To a person.
    Person(Swap<Person>),
    /// To an area.
    Area(Swap<Area>),
    /// To a skill.
    Skill(Swap<Skill>),
    /// To a want.
    Want(Swap<Want>),
    /// A piece of evidence is given. It replaces nothing; an older imported level stands behind it.
    Evidence(Box<Evidence>),
    /// The evidence that the import gave for this person and skill is taken back.
    Reversal {
        /// Whose.
        person: PersonId,
        /// In what.
        skill: SkillId,
    },
}

/// What stood and what stands in its place. One of the two is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Swap<T> {
    /// As it stood; `None` when it is new.
    pub before: Option<Box<T>>,
    /// As it will stand; `None` when it goes.
    pub after: Option<Box<T>>,
}

impl<T> Swap<T> {
    /// `after` in the place of `before`.
    pub fn put(before: Option<T>, after: T) -> Self {
        Self { before: before.map(Box::new), after: Some(Box::new(after)) }
    }

    /// Nothing in the place of `before`.
    pub fn drop(before: T) -> Self {
        Self { before: Some(Box::new(before)), after: None }
    }

    /// What it is about, as it will stand or last stood.
    pub fn subject(&self) -> Option<&T> {
        self.after.as_deref().or(self.before.as_deref())
    }
}

/// For each person and skill, the level that the newest standing imported evidence says, and since when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedLevels(HashMap<PersonId, HashMap<SkillId, ImportedLevel>>);

/// A level that an import brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImportedLevel {
    /// Which.
    pub level: Level,
    /// When.
    pub at: Timestamp,
}

impl ImportedLevels {
    /// Puts or replaces a level.
    pub fn put(&mut self, person: PersonId, skill: SkillId, imported: ImportedLevel) {
        self.0.entry(person).or_default().insert(skill, imported);
    }

    /// The level of one person in one skill.
    pub fn get(&self, person: &PersonId, skill: &SkillId) -> Option<ImportedLevel> {
        self.0.get(person)?.get(skill).copied()
    }
}

impl ImportedLevel {
    /// For so long an import that says the same says nothing new; afterwards it is said once more, so that what is
    /// imported every month does not fade.
    const FRESH: Span = Span::days(28);

    /// True while saying it once more would add nothing.
    pub fn is_fresh(self, now: Timestamp) -> bool {
        self.at > now.before(Self::FRESH)
    }
}
