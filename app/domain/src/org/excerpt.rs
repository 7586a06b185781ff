//! A copy of what one plan or one matching reads, so that it can be looked for while the organisation changes.

use super::{Org, TwoWay};
use crate::exchange::Stage;
use crate::id::{PersonId, ProgramId, SkillId};
use std::collections::BTreeSet;

impl Org {
    /// Everybody, every skill, and what people know, want and arranged of `skills`; of other skills only what is agreed,
    /// since it takes time. The graph is the whole one.
    pub(crate) fn excerpt(&self, skills: &BTreeSet<SkillId>) -> Self {
        let takes_part = |exchange: &crate::exchange::Exchange| {
            skills.contains(&exchange.skill) || matches!(exchange.stage, Stage::Agreed)
        };
        let exchanges = self.exchanges.iter().filter(|(_, exchange)| takes_part(exchange));
        Self {
            people: self.people.clone(),
            skills: self.skills.clone(),
            known: self.known.of_skills(skills),
            wants: self.wants.of_skills(skills),
            exchanges: exchanges.map(|(id, exchange)| (id.clone(), exchange.clone())).collect(),
            rules: self.rules.clone(),
            leniency: self.leniency.clone(),
            day: self.day,
            graph: self.graph.clone(),
            ..Self::default()
        }
    }
}

impl Org {
    /// A program with everybody who is or was in it, and all that who could be paired with whom is read from; so that
    /// changes can be tried while the organisation goes on.
    pub fn excerpt_of_program(&self, id: &ProgramId) -> Self {
        let mut part = Self {
            teams: self.teams.clone(),
            skills: self.skills.clone(),
            rules: self.rules.clone(),
            leniency: self.leniency.clone(),
            day: self.day,
            ..Self::default()
        };
        let Some(history) = self.history(id) else { return part };
        part.put_program(history.program.clone(), history.versions.to_vec());
        for participant in self.participants(id) {
            let person = &participant.person;
            part.put_participant(participant.clone());
            part.people.extend(self.person(person).map(|found| (person.clone(), found.clone())));
            part.known.take(&self.known, person);
            part.wants.take(&self.wants, person);
            part.offers.take(&self.offers, person);
            self.pairs_of(person).cloned().for_each(|pair| part.put_pair(pair));
        }
        self.seekings_in(id).cloned().for_each(|seeking| part.put_seeking(seeking));
        self.mentors().filter(|mentor| mentor.program == *id).cloned().for_each(|mentor| part.put_mentor(mentor));
        self.match_rounds(id).cloned().for_each(|round| part.put_match_round(round));
        part
    }
}

impl<T: Clone> TwoWay<T> {
    fn take(&mut self, whole: &Self, person: &PersonId) {
        whole.of_person(person).for_each(|(skill, edge)| self.put(person, skill, Some(edge.clone())));
    }

    fn of_skills(&self, skills: &BTreeSet<SkillId>) -> Self {
        let mut part = Self::default();
        for skill in skills {
            for (person, edge) in self.of_skill(skill) {
                part.put(person, skill, Some(edge.clone()));
            }
        }
        part
    }
}
