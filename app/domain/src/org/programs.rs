//! Programs, their versions, and who is in them.

use super::Org;
use crate::actor::Role;
use crate::evidence::Level;
use crate::id::{PersonId, ProgramId, SkillId, TeamId};
use crate::person::Person;
use crate::program::{Candidate, History, Participant, Program, Version, Who};
use crate::search::Entry;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A program with its versions and its people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    program: Program,
    versions: Vec<Version>,
    participants: BTreeMap<PersonId, Participant>,
}

impl Kept {
    pub(super) const fn id(&self) -> &ProgramId {
        &self.program.id
    }
}

impl Org {
    /// Every program, by id; drafts and closed ones too.
    pub fn programs(&self) -> impl Iterator<Item = &Program> {
        self.programs.values().map(|kept| &kept.program)
    }

    /// One program.
    pub fn program(&self, id: &ProgramId) -> Option<&Program> {
        self.programs.get(id).map(|kept| &kept.program)
    }

    /// True for those who are to look after a program: its keepers, and all program admins where none of these works here
    /// any more, so that there is always somebody.
    pub fn looks_after(&self, program: &Program, person: &PersonId) -> bool {
        let is_here = |id: &PersonId| self.person(id).is_some_and(Person::is_active);
        let keepers = program.keepers();
        if keepers.iter().any(is_here) {
            return keepers.contains(person);
        }
        self.person(person).is_some_and(|person| person.is_active() && person.role >= Role::ProgramAdmin)
    }

    /// One program with its versions.
    pub fn history(&self, id: &ProgramId) -> Option<History<'_>> {
        self.programs.get(id).map(|kept| History { program: &kept.program, versions: &kept.versions })
    }

    /// Everybody who is, was or is asked to be in a program, by id.
    pub fn participants(&self, id: &ProgramId) -> impl Iterator<Item = &Participant> {
        self.programs.get(id).into_iter().flat_map(|kept| kept.participants.values())
    }

    /// Somebody in a program.
    pub fn participant(&self, id: &ProgramId, person: &PersonId) -> Option<&Participant> {
        self.programs.get(id)?.participants.get(person)
    }

    /// Somebody in a program, with the teams that they joined it from; where those were not kept, with those of today.
    pub fn who<'a>(&'a self, participant: &'a Participant) -> Who<'a> {
        let person = &participant.person;
        let today = || Cow::Owned(self.teams_above(person));
        let teams = participant.teams.as_deref().map_or_else(today, Cow::Borrowed);
        Who { participant, role: self.role_of(person), teams, skills: self.known_or_wanted(person).collect() }
    }

    /// Somebody who may want into a program, with their teams and the skills that they know at all or want.
    pub fn candidate(&self, person: &PersonId) -> Candidate {
        let (role, skills) = (self.role_of(person), self.known_or_wanted(person).cloned().collect());
        Candidate { person: person.clone(), role, teams: self.teams_above(person), skills }
    }

    fn role_of(&self, person: &PersonId) -> Role {
        self.person(person).map(|person| person.role).unwrap_or_default()
    }

    fn known_or_wanted(&self, person: &PersonId) -> impl Iterator<Item = &SkillId> {
        let known = self.known_by(person).filter(|(_, known)| known.estimate.level > Level::default());
        known.map(|(skill, _)| skill).chain(self.wants_of(person).map(|(skill, _)| skill))
    }

    /// Somebody's team and the teams above it, the nearest first.
    pub fn teams_above(&self, person: &PersonId) -> Vec<TeamId> {
        let mut found: Vec<TeamId> = Vec::new();
        let mut next = self.person(person).and_then(|person| person.team.clone());
        while let Some(team) = next.filter(|team| !found.contains(team)) {
            next = self.team(&team).and_then(|team| team.parent.clone());
            found.push(team);
        }
        found
    }
}

/// Changes, made by the store alone.
impl Org {
    /// Puts or replaces a program with all its versions; who is in it stays.
    pub fn put_program(&mut self, program: Program, versions: Vec<Version>) {
        let id = program.id.clone();
        match self.programs.get_mut(&id) {
            Some(kept) => (kept.program, kept.versions) = (program, versions),
            None => {
                self.programs.insert(id.clone(), Kept { program, versions, participants: BTreeMap::new() });
            }
        }
        self.reword(&Entry::Program(id));
    }

    /// Puts or replaces somebody in a program that is there.
    pub fn put_participant(&mut self, participant: Participant) {
        if let Some(kept) = self.programs.get_mut(&participant.program) {
            kept.participants.insert(participant.person.clone(), participant);
        }
    }
}
