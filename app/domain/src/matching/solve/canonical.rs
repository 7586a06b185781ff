//! The choice among equally good matchings: the first mentee by id gets the first mentor by id that any of them gives
//! them, then the second, and so on; being without a mentor comes last.
//!
//! At exact prices all best matchings use the same pairs of no reduced cost. Two of them differ by cycles of exchanges
//! along such pairs, through places that may as well be free and mentees who may as well go without, so only what lies
//! on a cycle can vary, and only where something changed since the last choice. Whether a mentee can have a better mentor
//! is a search for a way back, from both its ends.

use super::components::Components;
use super::pool::{NOBODY, at, number};
use super::state::State;
use super::way::Way;

impl State {
    /// Takes the first of all best matchings. The state has to be exact, and stays so.
    pub(in crate::matching) fn choose_among_equals(&mut self) {
        let outside = number(self.pool.mentors.len());
        let roots = self.touched.take(outside);
        let mut equals = Equals::new(self);
        let mut components = Components::new(outside + 1);
        roots.iter().for_each(|root| components.look_from(*root, &mut |node, out| equals.steps_from(node, out)));
        let mut order: Vec<u32> = Vec::new();
        components.on_cycles().for_each(|node| equals.held(node, &mut order));
        equals.component = components.of_nodes();
        order.retain(|mentee| equals.options(*mentee).is_free());
        let ids = &equals.state.pool.ids;
        order.sort_unstable_by(|a, b| ids[at(*a)].cmp(&ids[at(*b)]));
        let mut way = Way::new(at(outside) + 1);
        order.into_iter().for_each(|mentee| equals.improve(mentee, &mut way));
        // What moved here was chosen here.
        self.touched.take(outside);
    }
}

/// A step of an exchange.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// Where it leads, or where it comes from: a mentor, or the outside.
    pub(super) node: u32,
    /// Who makes it; nobody where a place is taken or given back.
    pub(super) mentee: u32,
}

/// The mentors that cost a mentee the same: a stretch of a list.
#[derive(Clone, Copy)]
struct Options {
    from: u32,
    to: u32,
    /// They may as well go without.
    is_optional: bool,
}

const UNKNOWN: Options = Options { from: NOBODY, to: NOBODY, is_optional: false };

impl Options {
    /// True when there is something to choose.
    const fn is_free(self) -> bool {
        self.to > self.from + 1 || (self.is_optional && self.to > self.from)
    }
}

/// What may vary. Nodes are mentors, and after them the outside, where free places and unserved mentees are.
pub(super) struct Equals<'a> {
    state: &'a mut State,
    options: Vec<Options>,
    listed: Vec<u32>,
    is_fixed: Vec<bool>,
    unserved: Vec<u32>,
    component: Vec<u32>,
}

impl<'a> Equals<'a> {
    fn new(state: &'a mut State) -> Self {
        let mentees = 0..number(state.pool.rows.len());
        let is_unserved =
            |mentee: &u32| state.mentor_of(*mentee).is_none() && !state.pool.rows[at(*mentee)].open.is_empty();
        Self {
            options: vec![UNKNOWN; state.pool.rows.len()],
            listed: Vec::new(),
            is_fixed: vec![false; state.pool.rows.len()],
            unserved: mentees.filter(is_unserved).collect(),
            component: Vec::new(),
            state,
        }
    }

    /// What a mentee could have instead; looked for once.
    fn options(&mut self, mentee: u32) -> Options {
        let known = self.options[at(mentee)];
        if known.from != NOBODY {
            return known;
        }
        let state = &*self.state;
        let worth = state.worth(mentee);
        let row = &state.pool.rows[at(mentee)];
        let from = number(self.listed.len());
        let tight = row.open.iter().filter(|arc| state.full_cost(**arc) == worth);
        self.listed.extend(tight.map(|arc| arc.to));
        let places = &state.pool.places;
        self.listed[at(from)..].sort_unstable_by_key(|mentor| places[at(*mentor)]);
        let options = Options { from, to: number(self.listed.len()), is_optional: worth == row.penalty };
        self.options[at(mentee)] = options;
        options
    }

    /// The node that stands for free places and for going without.
    fn outside(&self) -> u32 {
        number(self.state.pool.mentors.len())
    }

    fn node_of(&self, mentee: u32) -> u32 {
        self.state.mentor_of(mentee).unwrap_or_else(|| self.outside())
    }

    /// Adds the mentees at a node.
    fn held(&self, node: u32, out: &mut Vec<u32>) {
        out.extend(self.state.seated.get(at(node)).unwrap_or(&self.unserved));
    }

    /// True when a mentor may as well have one mentee more.
    fn can_take(&self, mentor: u32) -> bool {
        let state = &*self.state;
        state.has_room(mentor) && state.base(state.load(mentor) + 1) == state.price(mentor)
    }

    /// True when a mentor may as well have one mentee less.
    fn can_give(&self, mentor: u32) -> bool {
        let load = self.state.load(mentor);
        load > 0 && self.state.base(load) == self.state.price(mentor)
    }

    /// Every step that leads from a node.
    pub(super) fn steps_from(&mut self, node: u32, out: &mut Vec<Step>) {
        let outside = self.outside();
        let mut held = Vec::new();
        self.held(node, &mut held);
        for mentee in held.into_iter().filter(|mentee| !self.is_fixed[at(*mentee)]).collect::<Vec<u32>>() {
            let options = self.options(mentee);
            let listed = &self.listed[at(options.from)..at(options.to)];
            out.extend(listed.iter().filter(|mentor| **mentor != node).map(|mentor| Step { node: *mentor, mentee }));
            if options.is_optional && node != outside {
                out.push(Step { node: outside, mentee });
            }
        }
        if node == outside {
            let giving = (0..outside).filter(|mentor| self.can_give(*mentor));
            out.extend(giving.map(|node| Step { node, mentee: NOBODY }));
        } else if self.can_take(node) {
            out.push(Step { node: outside, mentee: NOBODY });
        }
    }

    /// Every step that leads to a node.
    pub(super) fn steps_to(&mut self, node: u32, out: &mut Vec<Step>) {
        if node == self.outside() {
            return self.steps_outside(out);
        }
        let state = &*self.state;
        for arc in &state.pool.mentors[at(node)].column {
            let from = self.node_of(arc.to);
            let cost = i64::from(arc.cost) + state.price(node);
            if from != node && !self.is_fixed[at(arc.to)] && cost == state.worth(arc.to) {
                out.push(Step { node: from, mentee: arc.to });
            }
        }
        if self.can_give(node) {
            out.push(Step { node: self.outside(), mentee: NOBODY });
        }
    }

    fn steps_outside(&self, out: &mut Vec<Step>) {
        let state = &*self.state;
        for node in 0..self.outside() {
            let is_optional = |mentee: &&u32| {
                !self.is_fixed[at(**mentee)] && state.worth(**mentee) == state.pool.rows[at(**mentee)].penalty
            };
            match state.seated[at(node)].iter().find(is_optional) {
                Some(mentee) => out.push(Step { node, mentee: *mentee }),
                None if self.can_take(node) => out.push(Step { node, mentee: NOBODY }),
                None => {}
            }
        }
    }

    /// True when a cycle of exchanges could lead through both nodes.
    pub(super) fn are_together(&self, a: u32, b: u32) -> bool {
        self.component[at(a)] == self.component[at(b)]
    }

    /// Gives a mentee the first mentor that they can have, and leaves them there for good.
    fn improve(&mut self, mentee: u32, way: &mut Way) {
        self.is_fixed[at(mentee)] = true;
        let (now, options) = (self.node_of(mentee), self.options(mentee));
        way.begin(now);
        for place in options.from..options.to {
            let option = self.listed[at(place)];
            if option == now {
                return;
            }
            if !self.are_together(option, now) {
                continue;
            }
            if let Some(steps) = way.find(self, option) {
                self.go(Step { node: option, mentee });
                steps.into_iter().for_each(|step| self.go(step));
                return;
            }
        }
    }

    /// Makes a step. Places that are taken or given back show in the loads alone.
    fn go(&mut self, step: Step) {
        if step.mentee == NOBODY {
            return;
        }
        if self.state.mentor_of(step.mentee).is_none() {
            self.unserved.retain(|mentee| *mentee != step.mentee);
        }
        if step.node == self.outside() {
            self.unserved.push(step.mentee);
            return self.state.unseat(step.mentee);
        }
        let arc = self.state.pool.rows[at(step.mentee)].open.iter().find(|arc| arc.to == step.node);
        let paid = arc.map_or(0, |arc| arc.cost);
        self.state.set_choice(step.mentee, step.node, paid);
    }
}
