//! Which nodes lie on common cycles: strongly connected components in one pass (Tarjan 1972), without recursion.

use super::canonical::Step;
use super::pool::{NOBODY, at};

/// A node that is being looked at, and where what is still to be looked at from there begins.
struct Visit {
    node: u32,
    steps: usize,
}

/// The components of the nodes that were looked from.
pub(super) struct Components {
    /// By node, when it was first seen.
    order: Vec<u32>,
    /// By node, the first seen node that it leads back to.
    lowest: Vec<u32>,
    component: Vec<u32>,
    /// Seen nodes that have no component yet.
    open: Vec<u32>,
    visits: Vec<Visit>,
    steps: Vec<Step>,
    on_cycles: Vec<u32>,
    next: u32,
    found: u32,
}

impl Components {
    pub(super) fn new(nodes: u32) -> Self {
        let unseen = || vec![NOBODY; at(nodes)];
        Self {
            order: unseen(),
            lowest: unseen(),
            component: unseen(),
            open: Vec::new(),
            visits: Vec::new(),
            steps: Vec::new(),
            on_cycles: Vec::new(),
            next: 0,
            found: 0,
        }
    }

    /// The nodes seen that lie on a cycle.
    pub(super) fn on_cycles(&self) -> impl Iterator<Item = u32> {
        self.on_cycles.iter().copied()
    }

    /// By node, the number of its component; those that were not seen are in none.
    pub(super) fn of_nodes(self) -> Vec<u32> {
        self.component
    }

    /// Looks at a node and all that it leads to.
    pub(super) fn look_from(&mut self, root: u32, steps: &mut impl FnMut(u32, &mut Vec<Step>)) {
        if self.order[at(root)] != NOBODY {
            return;
        }
        self.enter(root, steps);
        while let Some(visit) = self.visits.last() {
            let node = visit.node;
            if self.steps.len() == visit.steps {
                self.leave(node);
                continue;
            }
            let Some(step) = self.steps.pop() else { return };
            if self.order[at(step.node)] == NOBODY {
                self.enter(step.node, steps);
            } else if self.component[at(step.node)] == NOBODY {
                self.lowest[at(node)] = self.lowest[at(node)].min(self.order[at(step.node)]);
            }
        }
    }

    fn enter(&mut self, node: u32, steps: &mut impl FnMut(u32, &mut Vec<Step>)) {
        (self.order[at(node)], self.lowest[at(node)]) = (self.next, self.next);
        self.next += 1;
        self.open.push(node);
        self.visits.push(Visit { node, steps: self.steps.len() });
        steps(node, &mut self.steps);
    }

    fn leave(&mut self, node: u32) {
        self.visits.pop();
        if let Some(before) = self.visits.last() {
            let before = at(before.node);
            self.lowest[before] = self.lowest[before].min(self.lowest[at(node)]);
        }
        if self.lowest[at(node)] < self.order[at(node)] {
            return;
        }
        let is_alone = self.open.last() == Some(&node);
        while let Some(member) = self.open.pop() {
            self.component[at(member)] = self.found;
            if !is_alone {
                self.on_cycles.push(member);
            }
            if member == node {
                break;
            }
        }
        self.found += 1;
    }
}
