//! Edges between people and skills.

use crate::id::{PersonId, SkillId};
use std::collections::BTreeMap;

/// Edges between people and skills, found from either end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TwoWay<T> {
    pub(super) by_person: BTreeMap<PersonId, BTreeMap<SkillId, T>>,
    pub(super) by_skill: BTreeMap<SkillId, BTreeMap<PersonId, T>>,
}

impl<T> Default for TwoWay<T> {
    fn default() -> Self {
        Self { by_person: BTreeMap::new(), by_skill: BTreeMap::new() }
    }
}

impl<T: Clone> TwoWay<T> {
    pub(super) fn put(&mut self, person: &PersonId, skill: &SkillId, edge: Option<T>) {
        match edge {
            Some(edge) => {
                self.by_person.entry(person.clone()).or_default().insert(skill.clone(), edge.clone());
                self.by_skill.entry(skill.clone()).or_default().insert(person.clone(), edge);
            }
            None => {
                if let Some(edges) = self.by_person.get_mut(person) {
                    edges.remove(skill);
                }
                if let Some(edges) = self.by_skill.get_mut(skill) {
                    edges.remove(person);
                }
            }
        }
    }

    pub(super) fn get(&self, person: &PersonId, skill: &SkillId) -> Option<&T> {
        self.by_person.get(person)?.get(skill)
    }

    pub(super) fn of_person(&self, person: &PersonId) -> impl Iterator<Item = (&SkillId, &T)> {
        self.by_person.get(person).into_iter().flatten()
    }

    pub(super) fn of_skill(&self, skill: &SkillId) -> impl Iterator<Item = (&PersonId, &T)> {
        self.by_skill.get(skill).into_iter().flatten()
    }
}
