//! A way through equal exchanges, searched for from both its ends, so that neither has to see everything.

use super::canonical::{Equals, Step};
use super::pool::{NOBODY, at, number};

/// What the two searches write on.
#[derive(Default)]
pub(super) struct Way {
    /// By node, the step by which the way from the start comes to it.
    ahead: Side,
    /// By node, the step by which the way to the end goes on from it.
    back: Side,
    /// By node, whether a search to the same end came there and found none.
    dead: Side,
    steps: Vec<Step>,
}

#[derive(Default)]
struct Side {
    /// By node, the search that saw it, and the step.
    seen: Vec<(u32, Step)>,
    search: u32,
    queue: Vec<u32>,
    next: usize,
    /// The outside leads everywhere, so it is gone on from last.
    outside_waits: bool,
}

const NO_STEP: Step = Step { node: NOBODY, mentee: NOBODY };

impl Side {
    fn new(nodes: usize) -> Self {
        Self { seen: vec![(0, NO_STEP); nodes], ..Self::default() }
    }

    fn begin(&mut self) {
        self.search += 1;
        self.queue.clear();
        self.next = 0;
        self.outside_waits = false;
    }

    fn outside(&self) -> usize {
        self.seen.len().saturating_sub(1)
    }

    fn has_seen(&self, node: u32) -> bool {
        self.seen[at(node)].0 == self.search
    }

    fn see(&mut self, node: u32, step: Step) {
        self.seen[at(node)] = (self.search, step);
        if at(node) == self.outside() {
            self.outside_waits = true;
        } else {
            self.queue.push(node);
        }
    }

    fn step(&self, node: u32) -> Step {
        self.seen[at(node)].1
    }

    /// How much there is to look at before anything new is found, roughly.
    fn waiting(&self) -> usize {
        let queued = self.queue.len() - self.next;
        if queued == 0 && self.outside_waits { self.outside() } else { queued }
    }

    fn next(&mut self) -> Option<u32> {
        if let Some(node) = self.queue.get(self.next).copied() {
            self.next += 1;
            return Some(node);
        }
        std::mem::take(&mut self.outside_waits).then(|| number(self.outside()))
    }

    /// The nodes seen, but for the outside.
    fn all_seen(&self) -> &[u32] {
        &self.queue
    }
}

impl Way {
    pub(super) fn new(nodes: usize) -> Self {
        Self { ahead: Side::new(nodes), back: Side::new(nodes), dead: Side::new(nodes), steps: Vec::new() }
    }

    /// From here on ways to this node are looked for, and what is found out is kept.
    pub(super) fn begin(&mut self, end: u32) {
        self.back.begin();
        self.dead.begin();
        self.back.see(end, NO_STEP);
    }

    /// The steps of a way from `start` to the end; `None` when there is none.
    pub(super) fn find(&mut self, equals: &mut Equals, start: u32) -> Option<Vec<Step>> {
        if self.back.has_seen(start) {
            self.ahead.begin();
            self.ahead.see(start, NO_STEP);
            return Some(self.through(start));
        }
        if self.dead.has_seen(start) {
            return None;
        }
        self.ahead.begin();
        self.ahead.see(start, NO_STEP);
        loop {
            let is_ahead = self.ahead.waiting() <= self.back.waiting();
            let here = if is_ahead { &mut self.ahead } else { &mut self.back };
            let Some(node) = here.next() else { break };
            self.steps.clear();
            if is_ahead {
                equals.steps_from(node, &mut self.steps);
            } else {
                equals.steps_to(node, &mut self.steps);
            }
            if let Some(middle) = self.note_steps(equals, node, is_ahead) {
                return Some(self.through(middle));
            }
        }
        for node in self.ahead.all_seen() {
            self.dead.seen[at(*node)].0 = self.dead.search;
        }
        None
    }

    /// Notes the steps from or to a node; the node where the two searches met.
    fn note_steps(&mut self, equals: &Equals, node: u32, is_ahead: bool) -> Option<u32> {
        let (here, there) = if is_ahead { (&mut self.ahead, &self.back) } else { (&mut self.back, &self.ahead) };
        let mut met = None;
        for step in self.steps.iter().filter(|step| equals.are_together(step.node, node)) {
            if here.has_seen(step.node) || (is_ahead && self.dead.has_seen(step.node)) {
                continue;
            }
            here.see(step.node, Step { node, mentee: step.mentee });
            if met.is_none() && there.has_seen(step.node) {
                met = Some(step.node);
            }
        }
        met
    }

    /// The way through a node that both searches saw.
    fn through(&self, middle: u32) -> Vec<Step> {
        let mut way = Vec::new();
        let mut node = middle;
        while self.ahead.step(node).node != NOBODY {
            let came = self.ahead.step(node);
            way.push(Step { node, mentee: came.mentee });
            node = came.node;
        }
        way.reverse();
        node = middle;
        while self.back.step(node).node != NOBODY {
            let goes = self.back.step(node);
            way.push(goes);
            node = goes.node;
        }
        way
    }
}
