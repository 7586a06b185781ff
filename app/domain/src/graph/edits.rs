//! How a graph is built, edited and put in order again.

use super::counters::{Count, Counters, Edge};
use super::names::Names;
use super::rows::Rows;
use super::text::Line;
use super::{Ends, Graph, Link, Nodes, PersonNode, SkillNode, at};
use crate::clocks::Day;
use crate::id::{PersonId, SkillId, TeamId};
use crate::org::Org;
use crate::person::Person;
use crate::skill::Skill;
use std::collections::{BTreeSet, HashMap};

/// Everything is put in order when more than one edge in so many has changed since.
const ONE_IN: usize = 20;
/// With fewer changes than this nothing is won by it.
const FEW: usize = 512;

impl Graph {
    /// The graph of an organisation. O(edges × log skills).
    pub fn of(org: &Org) -> Self {
        let people: BTreeSet<&PersonId> =
            org.all_people().map(|person| &person.id).chain(org.linked_people()).collect();
        let skills: BTreeSet<&SkillId> = org.skills().map(|skill| &skill.id).chain(org.linked_skills()).collect();
        let teams: BTreeSet<&TeamId> = org.all_people().filter_map(|person| person.team.as_ref()).collect();
        let mut made = Self {
            people: Names::settled(people.into_iter().cloned().collect()),
            skills: Names::settled(skills.iter().copied().cloned().collect()),
            teams: Names::settled(teams.into_iter().cloned().collect()),
            ..Self::default()
        };
        let mut line = Line::default();
        for id in &skills {
            let node = org.skill(id).map(SkillNode::of).unwrap_or_default();
            made.nodes.skills.push(node);
            made.digest = made.digest.plus(line.skill(id, node));
        }
        let slots: HashMap<&SkillId, u32> = skills.into_iter().zip(0..).collect();
        let mut edges = Vec::new();
        for slot in made.people.in_order() {
            let id = made.people.id(slot);
            let person = org.person(id);
            let team = person.and_then(|person| person.team.as_ref());
            let team_slot = team.and_then(|team| made.teams.slot(team));
            let node = person.map(|person| PersonNode::of(person, team_slot, org.weighing().day)).unwrap_or_default();
            made.nodes.people.push(node);
            made.digest = made.digest.plus(line.person(id, node, team));
            for ties in org.ties_of(id) {
                let Some(skill) = slots.get(ties.skill).copied() else { continue };
                let target = Some(made.skill_node(skill)).filter(|node| node.is_known).map(|node| node.level);
                let Some(link) = Link::of(&ties, Ends::of(person, target)) else { continue };
                made.digest = made.digest.plus(line.edge(id, ties.skill, link));
                edges.push((slot, skill, link));
            }
        }
        made.settle(edges);
        made
    }

    /// Writes rows and counters from edges that stand in the order of (person, skill), all numbers being in order.
    fn settle(&mut self, edges: Vec<(u32, u32, Link)>) {
        self.counters = Counters::of(&self.nodes, &edges);
        self.counters.make_room(&self.nodes, self.teams.len());
        self.by_person = Rows::settled(&edges, self.people.len());
        self.by_skill = Rows::turned(&edges, self.skills.len());
    }

    /// Puts or replaces a person as they are `today`, or takes out who is not there any more. Their edges are not touched.
    pub(crate) fn put_person(&mut self, id: &PersonId, person: Option<&Person>, today: Day) {
        let slot = self.person_slot(id);
        let team = person.and_then(|person| person.team.as_ref()).map(|team| self.teams.slot_or_new(team));
        let node = person.map(|person| PersonNode::of(person, team, today)).unwrap_or_default();
        let before = self.nodes.people.get(at(slot)).copied().unwrap_or_default();
        if node == before {
            return;
        }
        self.counters.make_room(&self.nodes, self.teams.len());
        let edges: Vec<Edge> =
            self.by_person.row(slot).map(|(skill, link)| Edge { person: slot, skill, link }).collect();
        edges.iter().for_each(|edge| self.counters.tally(&self.nodes, *edge, Count::Out));
        self.nodes.people[at(slot)] = node;
        edges.iter().for_each(|edge| self.counters.tally(&self.nodes, *edge, Count::In));
        let digest = |node: PersonNode| Line::default().person(id, node, node.team.map(|team| self.teams.id(team)));
        self.digest = self.digest.minus(digest(before)).plus(digest(node));
        self.settle_when_due();
    }

    /// Puts or replaces a skill. Its edges are not touched, though what counts follows from the level that it asks for.
    pub(crate) fn put_skill(&mut self, skill: &Skill) {
        let slot = self.skill_slot(&skill.id);
        let (before, node) = (self.skill_node(slot), SkillNode::of(skill));
        if node == before {
            return;
        }
        self.counters.weigh(slot, before, Count::Out);
        self.nodes.skills[at(slot)] = node;
        self.counters.weigh(slot, node, Count::In);
        let digest = |node: SkillNode| Line::default().skill(&skill.id, node);
        self.digest = self.digest.minus(digest(before)).plus(digest(node));
        self.settle_when_due();
    }

    /// Puts, replaces or drops what ties somebody to a skill.
    pub(crate) fn put_link(&mut self, person: &PersonId, skill: &SkillId, link: Option<Link>) {
        let before = self.link(person, skill);
        if link == before {
            return;
        }
        let (person_slot, skill_slot) = (self.person_slot(person), self.skill_slot(skill));
        let edge = |link: Link| Edge { person: person_slot, skill: skill_slot, link };
        let digest =
            |link: Option<Link>| link.map(|link| Line::default().edge(person, skill, link)).unwrap_or_default();
        if let Some(before) = before {
            self.counters.tally(&self.nodes, edge(before), Count::Out);
        }
        self.by_person.put(person_slot, skill_slot, link);
        self.by_skill.put(skill_slot, person_slot, link);
        if let Some(link) = link {
            self.counters.tally(&self.nodes, edge(link), Count::In);
        }
        self.digest = self.digest.minus(digest(before)).plus(digest(link));
        self.settle_when_due();
    }

    fn person_slot(&mut self, id: &PersonId) -> u32 {
        let slot = self.people.slot_or_new(id);
        self.nodes.people.resize(self.people.len(), PersonNode::default());
        self.counters.make_room(&self.nodes, self.teams.len());
        slot
    }

    fn skill_slot(&mut self, id: &SkillId) -> u32 {
        let slot = self.skills.slot_or_new(id);
        self.nodes.skills.resize(self.skills.len(), SkillNode::default());
        self.counters.make_room(&self.nodes, self.teams.len());
        slot
    }

    fn settle_when_due(&mut self) {
        let most = FEW.max(self.by_person.len() / ONE_IN);
        let late = self.people.late() + self.skills.late() + self.teams.late();
        if self.by_person.pending() > most || late > most {
            self.put_in_order();
        }
    }

    /// Numbers everything anew in the order of the ids, and writes rows and counters without anything beside them. The
    /// digest stays as it was carried. O(edges + ids × log ids).
    pub(crate) fn put_in_order(&mut self) {
        let (people, skills, teams) = (self.people.in_order(), self.skills.in_order(), self.teams.in_order());
        let (new_skills, new_teams) = (places(&skills), places(&teams));
        let mut edges = Vec::with_capacity(self.by_person.len());
        for (new, old) in (0..).zip(&people) {
            let from = edges.len();
            edges.extend(self.by_person.row(*old).map(|(skill, link)| (new, new_skills[at(skill)], link)));
            edges[from..].sort_by_key(|edge: &(u32, u32, Link)| edge.1);
        }
        let placed = |old: &u32| {
            let node = self.nodes.people.get(at(*old)).copied().unwrap_or_default();
            PersonNode { team: node.team.map(|team| new_teams[at(team)]), ..node }
        };
        self.nodes = Nodes {
            people: people.iter().map(placed).collect(),
            skills: skills.iter().map(|old| self.skill_node(*old)).collect(),
        };
        self.people = Names::settled(people.into_iter().map(|old| self.people.id(old).clone()).collect());
        self.skills = Names::settled(skills.into_iter().map(|old| self.skills.id(old).clone()).collect());
        self.teams = Names::settled(teams.into_iter().map(|old| self.teams.id(old).clone()).collect());
        self.settle(edges);
    }

    /// The digest of nothing but the rows, added up anew.
    #[cfg(test)]
    pub(super) fn digest_anew(&self) -> super::Digest {
        let mut line = Line::default();
        let mut digest = super::Digest::default();
        for (node, slot) in self.nodes.people.iter().zip(0..) {
            digest = digest.plus(line.person(self.people.id(slot), *node, node.team.map(|team| self.teams.id(team))));
            for (skill, link) in self.by_person.row(slot) {
                digest = digest.plus(line.edge(self.people.id(slot), self.skills.id(skill), link));
            }
        }
        let skills = self.nodes.skills.iter().zip(0..);
        skills.fold(digest, |digest, (node, slot)| digest.plus(line.skill(self.skills.id(slot), *node)))
    }
}

/// The place of each number in a list that holds every number once.
fn places(numbers: &[u32]) -> Vec<u32> {
    let mut places = vec![0; numbers.len()];
    for (place, number) in (0..).zip(numbers) {
        places[at(*number)] = place;
    }
    places
}
