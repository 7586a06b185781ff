//! The words of the organisation and what each leads to.

use super::fold::words;
use super::reading::{Closeness, Reading};
use crate::id::{PersonId, SkillId, TeamId};
use crate::org::Org;
use std::collections::{BTreeMap, BTreeSet};

/// Words that lead to things of one kind.
#[derive(Clone, Debug)]
pub struct Shelf<Id>(BTreeMap<String, BTreeSet<Id>>);

impl<Id> Default for Shelf<Id> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<Id: Ord + Clone> Shelf<Id> {
    /// Adds what `text` leads to.
    pub fn put(&mut self, text: &str, id: &Id) {
        for word in words(text) {
            self.0.entry(word).or_default().insert(id.clone());
        }
    }

    /// Its words, in order.
    pub fn words(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.keys().map(String::as_str)
    }

    /// What one typed word leads to, and how near.
    pub fn find(&self, reading: &Reading) -> BTreeMap<Id, Closeness> {
        let mut found = BTreeMap::new();
        for (word, closeness) in &reading.means {
            for id in self.0.get(word).into_iter().flatten() {
                let best = found.entry(id.clone()).or_insert(*closeness);
                *best = (*best).min(*closeness);
            }
        }
        found
    }

    /// What all typed words together lead to, with a rank; less is better.
    pub fn find_all(&self, readings: &[Reading]) -> BTreeMap<Id, u32> {
        let Some((first, rest)) = readings.split_first() else { return BTreeMap::new() };
        let mut ranks: BTreeMap<Id, u32> = self.find(first).into_iter().map(|(id, near)| (id, near.rank())).collect();
        for reading in rest {
            let found = self.find(reading);
            ranks.retain(|id, rank| found.get(id).map(|near| *rank += near.rank()).is_some());
        }
        ranks
    }
}

/// All shelves of an organisation: people who work here, skills, teams.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// By name.
    pub people: Shelf<PersonId>,
    /// By job title and place.
    pub jobs: Shelf<PersonId>,
    /// By name.
    pub skills: Shelf<SkillId>,
    /// By name.
    pub teams: Shelf<TeamId>,
}

impl Index {
    /// The words of `org` as it stands.
    pub fn of(org: &Org) -> Self {
        let mut index = Self::default();
        for person in org.people() {
            index.people.put(person.name.as_str(), &person.id);
            index.jobs.put(person.title.as_str(), &person.id);
            index.jobs.put(person.place.as_str(), &person.id);
        }
        for skill in org.skills() {
            index.skills.put(skill.name.as_str(), &skill.id);
        }
        for team in org.teams() {
            index.teams.put(team.name.as_str(), &team.id);
        }
        index
    }

    /// What each word of `text` is taken to mean; `more` are words that stand elsewhere.
    pub fn read<'a>(&'a self, text: &str, more: impl Iterator<Item = &'a str> + Clone) -> Vec<Reading> {
        let vocabulary = self
            .people
            .words()
            .chain(self.jobs.words())
            .chain(self.skills.words())
            .chain(self.teams.words())
            .chain(more);
        words(text).into_iter().take(8).map(|word| Reading::of(word, vocabulary.clone())).collect()
    }
}
