//! The words beside the organisation that they stand in: gathered when they are first asked for, and current from then
//! on. Until then an edit costs nothing, so filling a new organisation is as quick as without them.

use super::Org;
use crate::id::{AreaId, SkillId};
use crate::search::{Concordance, Entry};
use std::sync::OnceLock;

/// The words, or nothing yet. They follow from the rest, so they tell no two organisations apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Worded(OnceLock<Box<Concordance>>);

impl PartialEq for Worded {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Worded {}

impl Org {
    /// Every word and where it stands. The first question gathers them, which takes as long as [`Concordance::of`].
    pub fn words(&self) -> &Concordance {
        self.words.0.get_or_init(|| Box::new(Concordance::of(self)))
    }

    /// Brings the words of one thing up to date, where words were gathered.
    pub(super) fn reword(&mut self, entry: &Entry) {
        if let Some(mut words) = self.words.0.take() {
            words.put(entry, entry.standing(self));
            self.words.0 = OnceLock::from(words);
        }
    }

    /// The same of a skill, and of what is about it when it is called otherwise now.
    pub(super) fn reword_skill(&mut self, id: &SkillId, is_renamed: bool) {
        self.reword(&Entry::Skill(id.clone()));
        if !is_renamed || self.words.0.get().is_none() {
            return;
        }
        let notes = self.notes().filter(|note| note.skills.contains(id)).map(|note| Entry::Note(note.id.clone()));
        let threads = self.threads().filter(|of| of.skill == *id).map(|of| Entry::Question(of.id.clone()));
        let sessions = self.sessions().filter(|of| of.skills.contains(id)).map(|of| Entry::Session(of.id.clone()));
        let about: Vec<Entry> = notes.chain(threads).chain(sessions).collect();
        about.iter().for_each(|entry| self.reword(entry));
    }

    /// The same of every skill in an area, beside which its name stands.
    pub(super) fn reword_area(&mut self, id: &AreaId) {
        if self.words.0.get().is_none() {
            return;
        }
        let skills = self.skills().filter(|skill| skill.area == *id).map(|skill| Entry::Skill(skill.id.clone()));
        let skills: Vec<Entry> = skills.collect();
        skills.iter().for_each(|entry| self.reword(entry));
    }
}
