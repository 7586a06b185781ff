//! Who looks for a mentor, and who mentors how many, by program and person.

use super::Org;
use crate::id::{PersonId, ProgramId};
use crate::mentoring::{Mentor, Seeking};
use std::collections::BTreeMap;

/// All of them, by program and then by person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Mentoring {
    seekings: BTreeMap<ProgramId, BTreeMap<PersonId, Seeking>>,
    mentors: BTreeMap<ProgramId, BTreeMap<PersonId, Mentor>>,
}

impl Org {
    /// Every search for a mentor, by program and person; those that are over too.
    pub fn seekings(&self) -> impl Iterator<Item = &Seeking> {
        self.mentoring.seekings.values().flat_map(BTreeMap::values)
    }

    /// Every search in a program, by person; those that are over too.
    pub fn seekings_in(&self, program: &ProgramId) -> impl Iterator<Item = &Seeking> {
        self.mentoring.seekings.get(program).into_iter().flat_map(BTreeMap::values)
    }

    /// Somebody's search in a program; `None` while they have ranked nobody.
    pub fn seeking(&self, program: &ProgramId, person: &PersonId) -> Option<&Seeking> {
        self.mentoring.seekings.get(program)?.get(person)
    }

    /// What every mentor said of their places, by program and person.
    pub fn mentors(&self) -> impl Iterator<Item = &Mentor> {
        self.mentoring.mentors.values().flat_map(BTreeMap::values)
    }

    /// What somebody said of their places as a mentor in a program; `None` while they have said nothing.
    pub fn mentor(&self, program: &ProgramId, person: &PersonId) -> Option<&Mentor> {
        self.mentoring.mentors.get(program)?.get(person)
    }
}

/// Changes, made by the store alone.
impl Org {
    /// Puts or replaces a search.
    pub fn put_seeking(&mut self, seeking: Seeking) {
        let of = self.mentoring.seekings.entry(seeking.program.clone()).or_default();
        of.insert(seeking.person.clone(), seeking);
    }

    /// Puts or replaces what a mentor said of their places.
    pub fn put_mentor(&mut self, mentor: Mentor) {
        let of = self.mentoring.mentors.entry(mentor.program.clone()).or_default();
        of.insert(mentor.person.clone(), mentor);
    }
}
