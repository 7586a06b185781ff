//! The graph beside the organisation that it follows from: made when it is first asked for, and current from then on.
//!
//! Until then an edit costs nothing, so filling a new organisation is as quick as without a graph.

use super::{Org, TwoWay};
use crate::graph::{Ends, Graph, Link, Ties};
use crate::id::{PersonId, SkillId};
use std::collections::btree_map::Iter;
use std::iter::Peekable;
use std::sync::{Arc, OnceLock};

/// The graph, or nothing yet. It follows from the rest, so it tells no two organisations apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Graphed(OnceLock<Arc<Graph>>);

impl PartialEq for Graphed {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Graphed {}

impl Org {
    /// The graph of who knows, wants and offers what. The first question makes it, which takes as long as
    /// [`Graph::of`].
    pub fn graph(&self) -> &Graph {
        self.graph.0.get_or_init(|| Arc::new(Graph::of(self)))
    }

    /// The graph as it is now, to be read for as long as one likes while the organisation changes.
    pub fn graph_now(&self) -> Arc<Graph> {
        Arc::clone(self.graph.0.get_or_init(|| Arc::new(Graph::of(self))))
    }

    /// Everybody whom something ties to a skill, also those who are not in the organisation; some twice.
    pub(crate) fn linked_people(&self) -> impl Iterator<Item = &PersonId> {
        let (known, wants, offers) = (&self.known.by_person, &self.wants.by_person, &self.offers.by_person);
        known.keys().chain(wants.keys()).chain(offers.keys())
    }

    /// Every skill that something ties to somebody, also one that is not in the organisation; some twice.
    pub(crate) fn linked_skills(&self) -> impl Iterator<Item = &SkillId> {
        let (known, wants, offers) = (&self.known.by_skill, &self.wants.by_skill, &self.offers.by_skill);
        known.keys().chain(wants.keys()).chain(offers.keys())
    }

    /// What ties one person to skills, by skill.
    pub(crate) fn ties_of(&self, person: &PersonId) -> impl Iterator<Item = Ties<'_>> {
        let mut known = edges(&self.known, person);
        let mut wants = edges(&self.wants, person);
        let mut offers = edges(&self.offers, person);
        std::iter::from_fn(move || {
            let heads = [head(&mut known), head(&mut wants), head(&mut offers)];
            let skill = heads.into_iter().flatten().min()?;
            Some(Ties {
                skill,
                known: taken(&mut known, skill),
                is_wanted: taken(&mut wants, skill).is_some(),
                is_offered: taken(&mut offers, skill).is_some(),
            })
        })
    }

    fn link(&self, person: &PersonId, skill: &SkillId) -> Option<Link> {
        let (is_wanted, is_offered) = (self.want(person, skill).is_some(), self.offer(person, skill).is_some());
        let ties = Ties { skill, known: self.known(person, skill), is_wanted, is_offered };
        let target = self.skill(skill).map(|skill| skill.target.level);
        Link::of(&ties, Ends::of(self.person(person), target))
    }

    /// Brings a person into the graph, and what their last day changes when that is another one.
    pub(super) fn regraph_person(&mut self, id: &PersonId, leaves_otherwise: bool) {
        self.regraph(|org, graph| {
            graph.put_person(id, org.person(id), org.day);
            if leaves_otherwise {
                org.ties_of(id).for_each(|ties| graph.put_link(id, ties.skill, org.link(id, ties.skill)));
            }
        });
    }

    /// Brings a skill into the graph, and what the level that it asks for changes when that is another one.
    pub(super) fn regraph_skill(&mut self, id: &SkillId, asks_otherwise: bool) {
        self.regraph(|org, graph| {
            if let Some(skill) = org.skill(id) {
                graph.put_skill(skill);
            }
            if asks_otherwise {
                org.knowers_of(id).for_each(|(person, _)| graph.put_link(person, id, org.link(person, id)));
            }
        });
    }

    /// Brings what ties somebody to a skill into the graph.
    pub(super) fn regraph_link(&mut self, person: &PersonId, skill: &SkillId) {
        self.regraph(|org, graph| graph.put_link(person, skill, org.link(person, skill)));
    }

    /// Changes the graph where there is one; whoever reads an earlier one keeps it.
    fn regraph(&mut self, change: impl FnOnce(&Self, &mut Graph)) {
        if let Some(mut graph) = self.graph.0.take() {
            change(self, Arc::make_mut(&mut graph));
            self.graph.0 = OnceLock::from(graph);
        }
    }
}

type Edges<'a, T> = Option<Peekable<Iter<'a, SkillId, T>>>;

fn edges<'a, T>(all: &'a TwoWay<T>, person: &PersonId) -> Edges<'a, T> {
    all.by_person.get(person).map(|edges| edges.iter().peekable())
}

/// The skill of the next edge.
fn head<'a, T>(edges: &mut Edges<'a, T>) -> Option<&'a SkillId> {
    edges.as_mut()?.peek().map(|edge| edge.0)
}

/// The next edge when it is of `skill`.
fn taken<'a, T>(edges: &mut Edges<'a, T>, skill: &SkillId) -> Option<&'a T> {
    edges.as_mut()?.next_if(|edge| edge.0 == skill).map(|edge| edge.1)
}
