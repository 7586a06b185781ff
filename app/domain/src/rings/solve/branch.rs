//! Branching: down from one branch to the next, then on from the highest bound, until no bound is above the best set or
//! the work is spent.

use super::draft::Draft;
use super::fixed::{FINE, Hold, bound, steering, whole};
use super::improve::{Guide, improve};
use super::packing::Packing;
use super::pseudocosts::Pseudocosts;
use super::relax::relax;
use super::simplex::{Ended, Simplex};
use super::split::Stand;
use crate::rings::chance::Chance;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Prices of all leaves together that a certificate may hold.
const LARGEST: usize = 2_000_000;
/// How far below the next whole number a relaxation may be and still be searched: less than this cannot be a better set.
const NEARLY: f64 = 0.9;
/// Steps of improvement from the set that a branch suggests.
const STEPS: usize = 20;

/// A decision within a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// About a lesson.
    Lesson { number: usize, is_given: bool },
    /// About a column.
    Column { number: usize, is_chosen: bool },
}

impl Choice {
    fn turned(self, yes: bool) -> Self {
        match self {
            Self::Lesson { number, .. } => Self::Lesson { number, is_given: yes },
            Self::Column { number, .. } => Self::Column { number, is_chosen: yes },
        }
    }

    /// What it means for each column.
    pub(super) fn hold(self, packing: &Packing, holds: &mut [Hold]) {
        match self {
            Self::Lesson { number, is_given } => {
                let has = |column: usize| packing.lessons.get(column).contains(&number);
                if is_given {
                    let limits = packing.singles.get(&number).into_iter().flatten();
                    let rivals = limits.flat_map(|limit| packing.takers.get(*limit));
                    rivals.filter(|column| !has(**column)).for_each(|column| holds[*column] = Hold::Out);
                } else {
                    (0..packing.len()).filter(|column| has(*column)).for_each(|column| holds[column] = Hold::Out);
                }
            }
            Self::Column { number, is_chosen } => holds[number] = if is_chosen { Hold::In } else { Hold::Out },
        }
    }
}

/// A branch.
#[derive(Clone, Debug)]
pub(super) struct Branch {
    pub(super) choices: Vec<Choice>,
    pub(super) prices: Vec<i64>,
    split: Option<Choice>,
}

/// What is known of a piece before its first branch.
#[derive(Debug)]
pub(super) struct Root<'a> {
    /// The best set so far.
    pub(super) draft: Draft<'a>,
    /// What columns pay at the prices of the whole part.
    pub(super) guide: Guide,
    /// The bound of the whole part, in fine units, and what the best sets of its other pieces are worth.
    pub(super) bound: i128,
    pub(super) others: i64,
}

/// The branches of a piece, and the best set met in them.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    packing: &'a Packing,
    root: Root<'a>,
    simplex: Simplex<'a>,
    costs: Pseudocosts,
    chance: Chance,
    /// The branch that is split next, with its bound: the search goes down from it before it looks elsewhere.
    next: Option<(i128, Branch)>,
    open: BTreeMap<(Reverse<i128>, u32), Branch>,
    closed: Vec<Branch>,
    is_dropped: Vec<bool>,
    pub(super) nodes: u32,
    improving: u64,
}

impl<'a> Tree<'a> {
    /// The tree that is its root.
    pub(super) fn new(packing: &'a Packing, root: Root<'a>) -> Self {
        let mut simplex = Simplex::new(packing);
        root.guide.order.iter().take(packing.capacities.len() * 4).for_each(|column| simplex.add(*column));
        let mut tree = Self {
            packing,
            root,
            simplex,
            costs: Pseudocosts::default(),
            chance: Chance::new(2),
            next: None,
            open: BTreeMap::new(),
            closed: Vec::new(),
            is_dropped: vec![false; packing.len()],
            nodes: 0,
            improving: 0,
        };
        tree.next = tree.look_into(Vec::new());
        tree
    }

    /// The best set.
    pub(super) const fn draft(&self) -> &Draft<'a> {
        &self.root.draft
    }

    /// Steps of the simplex method.
    pub(super) const fn pivots(&self) -> u32 {
        self.simplex.pivots
    }

    /// Steps of work.
    pub(super) const fn work(&self) -> u64 {
        self.simplex.work + self.improving
    }

    /// No set of the piece is worth more.
    pub(super) fn bound(&self) -> i64 {
        let highest = self.open.keys().next().map_or(0, |(Reverse(value), _)| *value);
        whole(self.next.as_ref().map_or(highest, |(value, _)| highest.max(*value))).max(self.root.draft.weight)
    }

    /// True when no set is worth more than the best, or another branch would make the certificate too large.
    pub(super) fn is_done(&self) -> bool {
        let leaves = self.open.len() + self.closed.len() + 2;
        self.bound() <= self.root.draft.weight || leaves * self.packing.capacities.len() > LARGEST
    }

    /// Splits the branch that was looked into last, or that with the highest bound.
    pub(super) fn grow(&mut self) {
        let stands_here = self.next.is_some();
        let highest = |tree: &mut Self| tree.open.pop_first().map(|((Reverse(value), _), branch)| (value, branch));
        let Some((_, branch)) = self.next.take().or_else(|| highest(self)) else { return };
        let Some(split) = branch.split else { return self.closed.push(branch) };
        let child = |yes: bool| branch.choices.iter().copied().chain([split.turned(yes)]).collect();
        // Both sides are near the branch, and further from each other.
        let saved = stands_here.then(|| self.simplex.clone());
        let without = self.look_into(child(false));
        if let Some(saved) = saved {
            self.simplex.restore(&saved);
        }
        let with = self.look_into(child(true));
        self.next = match (with, without) {
            (Some(with), Some((value, other))) => {
                self.open.insert((Reverse(value), self.nodes), other);
                Some(with)
            }
            (with, without) => with.or(without),
        };
    }

    /// Every branch that covers sets.
    pub(super) fn leaves(self) -> impl Iterator<Item = Branch> {
        self.closed.into_iter().chain(self.open.into_values()).chain(self.next.map(|(_, branch)| branch))
    }

    fn look_into(&mut self, choices: Vec<Choice>) -> Option<(i128, Branch)> {
        self.nodes += 1;
        self.drop_hopeless();
        let Some(holds) = holds(self.packing, &choices, &self.is_dropped) else {
            let prices = vec![0; self.packing.capacities.len()];
            self.closed.push(Branch { choices, prices, split: None });
            return None;
        };
        let low = steering(self.root.draft.weight) + NEARLY;
        let ended = relax(&mut self.simplex, &holds, low);
        let is_settled = holds.iter().all(|hold| *hold != Hold::Free);
        let prices = if is_settled || ended == Ended::Void {
            vec![0; self.packing.capacities.len()]
        } else {
            self.simplex.prices()
        };
        let value = bound(self.packing, &prices, &holds);
        if whole(value) <= self.root.draft.weight {
            self.closed.push(Branch { choices, prices, split: None });
            return None;
        }
        let chosen = self.simplex.chosen();
        self.try_set(&chosen, &holds);
        if whole(value) <= self.root.draft.weight {
            self.closed.push(Branch { choices, prices, split: None });
            return None;
        }
        let stand = Stand { packing: self.packing, chosen: &chosen, holds: &holds, choices: &choices, low };
        let split = stand.split(&mut self.simplex, &mut self.costs);
        Some((value, Branch { choices, prices, split }))
    }

    /// Columns that can be in no better set of the part are left out from now on.
    fn drop_hopeless(&mut self) {
        let least = i128::from(self.root.others + self.root.draft.weight) * i128::from(FINE);
        for (is_dropped, pays) in self.is_dropped.iter_mut().zip(&self.root.guide.pays) {
            *is_dropped |= self.root.bound + i128::from(*pays.min(&0)) < least;
        }
    }

    /// The set that the relaxation suggests, as far as it fits, filled up and improved.
    fn try_set(&mut self, chosen: &[f64], holds: &[Hold]) {
        let mut order: Vec<usize> = (0..chosen.len()).filter(|column| chosen[*column] > 1e-6).collect();
        order.sort_by(|a, b| chosen[*b].total_cmp(&chosen[*a]).then(a.cmp(b)));
        let mut draft = Draft::new(self.packing);
        draft.fill((0..holds.len()).filter(|column| holds[*column] == Hold::In));
        draft.fill(order.into_iter());
        draft.fill(self.root.guide.order.iter().copied());
        let (draft, work) = improve(&draft, &self.root.guide, (STEPS, 20), &mut self.chance);
        self.improving += work + u64::try_from(self.packing.len()).unwrap_or(0);
        if draft.weight > self.root.draft.weight {
            self.root.draft = draft;
        }
    }
}

/// What these decisions mean for each column; `None` when they contradict each other.
fn holds(packing: &Packing, choices: &[Choice], is_dropped: &[bool]) -> Option<Vec<Hold>> {
    let mut holds: Vec<Hold> =
        is_dropped.iter().map(|is_dropped| if *is_dropped { Hold::Out } else { Hold::Free }).collect();
    let mut taken = vec![0; packing.capacities.len()];
    for choice in choices {
        if let Choice::Column { number, is_chosen: true } = choice {
            if holds[*number] == Hold::Out {
                return None;
            }
            packing.limits.get(*number).iter().for_each(|limit| taken[*limit] += 1);
        }
        choice.hold(packing, &mut holds);
    }
    let is_over = taken.iter().zip(&packing.capacities).any(|(taken, most)| taken > most);
    let is_contradicted = choices
        .iter()
        .any(|choice| matches!(choice, Choice::Column { number, is_chosen: true } if holds[*number] != Hold::In));
    (!is_over && !is_contradicted).then_some(holds)
}
