//! Branching: the branch with the least bound is split on a lesson, until every bound reaches the plan or the work is
//! spent.

use super::ascent::{Climb, climb};
use super::draft::Draft;
use super::part::Part;
use super::relaxed::{FINE, Fixing, Relaxed, alike};
use std::collections::BTreeMap;

/// Prices of all leaves together that a certificate may hold.
const LARGEST: usize = 600_000;
/// How often prices are moved in a branch.
const ROUNDS: u32 = 60;

/// A decision within a part.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) lesson: usize,
    pub(super) any_teacher: bool,
    pub(super) is_taken: bool,
}

/// A branch.
#[derive(Clone, Debug)]
pub(super) struct Branch {
    pub(super) choices: Vec<Choice>,
    pub(super) prices: Vec<i64>,
    /// Its bound in fine units; `None` when there is no plan in it.
    pub(super) value: Option<i64>,
    split: Option<Choice>,
}

/// What is known before the first branch.
#[derive(Debug)]
pub(super) struct Root<'a> {
    pub(super) prices: Vec<i64>,
    pub(super) value: i64,
    /// How often each lesson was chosen lately.
    pub(super) often: &'a [i64],
}

/// The branches of a part, and the best plan met in them.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    part: &'a Part,
    pub(super) draft: Draft<'a>,
    pinned: Draft<'a>,
    open: BTreeMap<(i64, u32), Branch>,
    closed: Vec<Branch>,
    pub(super) nodes: u32,
    pub(super) rounds: u32,
    pub(super) work: u64,
}

impl<'a> Tree<'a> {
    /// The tree that is its root.
    pub(super) fn new(draft: Draft<'a>, pinned: Draft<'a>, root: Root) -> Self {
        let part = draft.part;
        let split = split(part, &Fixing::new(part), root.often);
        let value = root.value;
        let root = Branch { choices: Vec::new(), prices: root.prices, value: Some(value), split };
        let open = BTreeMap::from([((value, 0), root)]);
        Self { part, draft, pinned, open, closed: Vec::new(), nodes: 1, rounds: 0, work: 0 }
    }

    /// No plan of the part costs less.
    pub(super) fn bound(&self) -> i64 {
        let least = self.open.keys().map(|(value, _)| whole(self.part, *value)).next();
        let closed = self.closed.iter().filter_map(|branch| branch.value).map(|value| whole(self.part, value)).min();
        least.into_iter().chain(closed).min().unwrap_or(self.draft.cost).min(self.draft.cost)
    }

    /// True when no plan costs less than the best.
    pub(super) fn is_proven(&self) -> bool {
        self.bound() >= self.draft.cost
    }

    /// True when another branch would make the certificate too large.
    pub(super) fn is_full(&self) -> bool {
        let leaves = self.open.len() + self.closed.len() + 2;
        leaves * (self.part.lessons.len() + self.part.skills.len()) > LARGEST
    }

    /// Splits the branch with the least bound; false when none is left that could hold a better plan.
    pub(super) fn grow(&mut self) -> bool {
        let Some(((value, _), branch)) = self.open.pop_first() else { return false };
        if whole(self.part, value) >= self.draft.cost {
            self.closed.push(branch);
            return !self.open.is_empty();
        }
        let Some(split) = branch.split else {
            self.closed.push(branch);
            return !self.open.is_empty();
        };
        for is_taken in [true, false] {
            let mut choices = branch.choices.clone();
            choices.push(Choice { is_taken, ..split });
            self.look_into(choices, &branch.prices, value);
        }
        true
    }

    /// Every branch that covers plans.
    pub(super) fn leaves(self) -> Vec<Branch> {
        self.closed.into_iter().chain(self.open.into_values()).collect()
    }

    fn look_into(&mut self, choices: Vec<Choice>, prices: &[i64], parents: i64) {
        let part = self.part;
        let mut fixing = Fixing::new(part);
        for choice in &choices {
            if choice.is_taken {
                fixing.choose(part, choice.lesson, choice.any_teacher);
            } else {
                fixing.leave(part, choice.lesson, choice.any_teacher);
            }
        }
        self.nodes += 1;
        let mut relaxed = Relaxed::new(part, fixing);
        let is_settled = split(part, &relaxed.fixing, &[]).is_none();
        let (from, rounds) = if is_settled { (settled(part, &relaxed.fixing), 0) } else { (prices.to_vec(), ROUNDS) };
        // A bound just above what is needed ends the search in a branch.
        let target = (self.draft.cost - part.step) * FINE + 1;
        let search = Climb { target: target.max(parents + 1), rounds, pace: 512 };
        let summit = climb(&mut relaxed, from, &search, &mut |_| false);
        self.rounds += summit.as_ref().map_or(0, |summit| summit.rounds);
        self.work +=
            super::ascent::Priced::work(&relaxed) * u64::from(summit.as_ref().map_or(1, |summit| summit.rounds + 1));
        let Some(summit) = summit else {
            self.closed.push(Branch { choices, prices: prices.to_vec(), value: None, split: None });
            return;
        };
        self.try_plan(&relaxed);
        let split = split(part, &relaxed.fixing, &relaxed.often);
        let branch = Branch { choices, prices: summit.prices, value: Some(summit.value), split };
        self.open.insert((summit.value, self.nodes), branch);
    }

    /// The plan that learners chose, as far as it fits, filled up.
    fn try_plan(&mut self, relaxed: &Relaxed) {
        let mut draft = self.pinned.clone();
        let mut chosen = relaxed.learned.clone();
        chosen.sort_by_key(|at| (self.part.lessons[*at].after.is_some(), *at));
        for at in chosen {
            draft.take(at);
        }
        let mut order: Vec<usize> = (0..self.part.lessons.len()).filter(|at| relaxed.often[*at] > 0).collect();
        order.sort_by_key(|at| (std::cmp::Reverse(relaxed.often[*at]), *at));
        for at in order {
            super::greedy::take_if_better(&mut draft, at);
        }
        super::greedy::trim(&mut draft, None);
        if draft.cost < self.draft.cost {
            draft.keep();
            self.draft = draft;
        }
    }
}

/// A fine bound as a cost: rounded up to what a cost can be.
pub(super) fn whole(part: &Part, value: i64) -> i64 {
    let cost = value.div_euclid(FINE) + i64::from(value.rem_euclid(FINE) > 0);
    cost.div_euclid(part.step) * part.step + if cost.rem_euclid(part.step) > 0 { part.step } else { 0 }
}

/// What to decide next: the learner and skill that prices leave nearest to half, then the teacher. `None` when all is
/// decided.
fn split(part: &Part, fixing: &Fixing, often: &[i64]) -> Option<Choice> {
    const ONE: i64 = 1 << 16;
    let how_often = |at: usize| often.get(at).copied().unwrap_or(0);
    let is_free = |at: &usize| !fixing.is_out[*at] && !fixing.is_in[*at];
    let mut best: Option<(i64, Choice)> = None;
    for (at, lesson) in part.lessons.iter().enumerate().filter(|(at, _)| is_free(at)) {
        let any_teacher = !fixing.must[lesson.learner].contains(&lesson.skill);
        let share = if any_teacher { alike(part, at).filter(is_free).map(how_often).sum() } else { how_often(at) };
        let doubt = share.min(ONE - share).max(0) + if any_teacher { 1 } else { 0 };
        if best.is_none_or(|(most, _)| doubt > most) {
            best = Some((doubt, Choice { lesson: at, any_teacher, is_taken: true }));
        }
    }
    best.map(|(_, choice)| choice)
}

/// The prices that give a branch in which all is decided its exact cost.
fn settled(part: &Part, fixing: &Fixing) -> Vec<i64> {
    let mut filled = vec![0; part.skills.len()];
    for (lesson, is_in) in part.lessons.iter().zip(&fixing.is_in) {
        filled[lesson.skill] += i64::from(*is_in);
    }
    let prices = part.skills.iter().zip(filled);
    let mut prices: Vec<i64> =
        prices.map(|(skill, filled)| if filled < skill.seats { skill.price * FINE } else { 0 }).collect();
    prices.resize(part.skills.len() + part.lessons.len(), 0);
    prices
}
