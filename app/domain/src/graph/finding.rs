//! Finding people: who can teach somebody what they want, and who knows what they know.
//!
//! Both are walks over two rows of the graph: O(edges of the skills that are asked for). Ranking, reasons and what a
//! reader may see are elsewhere.

use super::{Graph, Link, at};
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use std::collections::BTreeSet;

/// Somebody who could teach a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Teacher<'a> {
    /// The skill.
    pub skill: &'a SkillId,
    /// Who.
    pub person: &'a PersonId,
    /// What they know of it.
    pub level: Level,
    /// Whether they offer it.
    pub offers: bool,
}

/// A colleague two steps away: somebody who knows something that one knows oneself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Peer<'a> {
    /// Who.
    pub person: &'a PersonId,
    /// How many skills both know.
    pub shared: u32,
}

impl Graph {
    /// Who works here and could teach `learner` something that they want, by skill and then by person: those who offer
    /// it, and those who are ahead of them and at least work with help.
    pub fn teachers_for(&self, learner: &PersonId) -> Vec<Teacher<'_>> {
        let Some(learner) = self.people.slot(learner) else { return Vec::new() };
        let mut wanted: Vec<(u32, Link)> = self.by_person.row(learner).filter(|(_, link)| link.wants()).collect();
        self.skills.order(&mut wanted, |(skill, _)| *skill);
        let mut found = Vec::new();
        for (skill, own) in wanted {
            self.teach(skill, own.level, &mut found);
        }
        found.retain(|teacher| *teacher.person != *self.people.id(learner));
        found
    }

    /// Who works here and could teach a skill to somebody who is at level `own`, by id; the learner may be among them.
    pub fn teachers_of(&self, skill: &SkillId, own: Level) -> Vec<Teacher<'_>> {
        let mut found = Vec::new();
        if let Some(skill) = self.skills.slot(skill) {
            self.teach(skill, own, &mut found);
        }
        found
    }

    fn teach<'a>(&'a self, skill: u32, own: Level, found: &mut Vec<Teacher<'a>>) {
        let from = found.len();
        let row = self.by_skill.row(skill).filter(|(person, link)| link.teaches(own) && self.works_here(*person));
        found.extend(row.map(|(person, link)| Teacher {
            skill: self.skills.id(skill),
            person: self.people.id(person),
            level: link.level,
            offers: link.offers(),
        }));
        if self.people.late() > 0 {
            found[from..].sort_by_key(|teacher| teacher.person);
        }
    }

    /// Everybody who works here and knows something that `person` knows, by id, with how many skills they share.
    pub fn peers_of(&self, person: &PersonId) -> Vec<Peer<'_>> {
        let Some(own) = self.people.slot(person) else { return Vec::new() };
        let mut shared = vec![0_u32; self.people.len()];
        for (skill, _) in self.by_person.row(own).filter(|(_, link)| link.knows()) {
            for (peer, _) in self.by_skill.row(skill).filter(|(_, link)| link.knows()) {
                shared[at(peer)] += 1;
            }
        }
        shared[at(own)] = 0;
        let peers = (0..).zip(shared).filter(|(peer, shared)| *shared > 0 && self.works_here(*peer));
        let mut peers: Vec<(u32, u32)> = peers.collect();
        self.people.order(&mut peers, |(peer, _)| *peer);
        peers.into_iter().map(|(peer, shared)| Peer { person: self.people.id(peer), shared }).collect()
    }

    /// Who works here and has something to do with a skill, by id.
    pub fn people_of(&self, skill: &SkillId) -> Vec<(&PersonId, Link)> {
        let Some(skill) = self.skills.slot(skill) else { return Vec::new() };
        let mut people: Vec<(u32, Link)> =
            self.by_skill.row(skill).filter(|(person, _)| self.works_here(*person)).collect();
        self.people.order(&mut people, |(person, _)| *person);
        people.into_iter().map(|(person, link)| (self.people.id(person), link)).collect()
    }

    /// Who works here and has a link that fits, to one skill or to any. O(edges of the skill), or of everybody.
    pub fn people_with(&self, skill: Option<&SkillId>, fits: impl Fn(Link) -> bool) -> BTreeSet<&PersonId> {
        if let Some(skill) = skill {
            let people = self.people_of(skill).into_iter().filter(|(_, link)| fits(*link));
            return people.map(|(person, _)| person).collect();
        }
        let has = |person: &u32| self.works_here(*person) && self.by_person.row(*person).any(|(_, link)| fits(link));
        self.people.in_order().into_iter().filter(has).map(|person| self.people.id(person)).collect()
    }

    /// How many work here and can teach a skill, `but` not counted.
    pub fn teachers_beside(&self, but: &PersonId, skill: &SkillId) -> u32 {
        let (Some(slot), person) = (self.skills.slot(skill), self.people.slot(but)) else { return 0 };
        let own = person.filter(|person| self.works_here(*person)).and_then(|person| self.by_person.get(person, slot));
        self.counters.teachers(slot) - u32::from(own.is_some_and(Link::can_teach))
    }
}
