//! One part from the first plan to the last branch.

use super::ascent::{Climb, Priced, climb};
use super::branch::{Branch, Root, Tree};
use super::chance::Chance;
use super::draft::Draft;
use super::greedy::{cheapest_first, most_regret};
use super::improve::{Search, improve};
use super::part::Part;
use super::relaxed::{FINE, Fixing, Relaxed};
use super::start::start;
use super::wide::wide_bound;
use super::{Go, Limits, Progress};
use crate::cover_plan::plan::{self, Decision, Leaf};

/// What a part came to.
#[derive(Debug)]
pub(super) struct Answer {
    /// The numbers of its lessons.
    pub(super) chosen: Vec<usize>,
    pub(super) cost: i64,
    pub(super) bound: i64,
    /// The same with pairs that were left out.
    pub(super) wide_bound: i64,
    pub(super) certificate: plan::Part,
    pub(super) nodes: u32,
    pub(super) rounds: u32,
    pub(super) work: u64,
}

/// The work that is left, and who watches.
pub(super) struct Budget<'a> {
    most: u64,
    spent: u64,
    /// The weight of the parts still to come.
    waiting: u64,
    /// What the best plan of all parts costs, and what is known to be the least.
    cost: i64,
    bound: i64,
    empty: i64,
    is_stopped: bool,
    watch: &'a mut dyn FnMut(&Progress) -> Go,
}

impl<'a> Budget<'a> {
    /// Before the first part is looked into: the first plan of each is known.
    pub(super) fn new(limits: Limits, firsts: &[Draft], watch: &'a mut dyn FnMut(&Progress) -> Go) -> Self {
        Self {
            most: limits.work,
            spent: 0,
            waiting: firsts.iter().map(|first| weight(first.part)).sum(),
            cost: firsts.iter().map(|first| first.cost).sum(),
            bound: 0,
            empty: firsts.iter().map(Draft::empty_seats).sum(),
            is_stopped: false,
            watch,
        }
    }

    /// Skills without any lesson count as they are.
    pub(super) fn add_hopeless(&mut self, cost: i64, seats: i64) {
        self.cost += cost;
        self.bound += cost;
        self.empty += seats;
    }

    pub(super) const fn is_stopped(&self) -> bool {
        self.is_stopped
    }

    /// What a part may spend: its share of what is left.
    fn share(&self, part: &Part) -> u64 {
        let left = u128::from(self.most.saturating_sub(self.spent));
        let share = left * u128::from(weight(part)) / u128::from(self.waiting.max(1));
        u64::try_from(share).unwrap_or(u64::MAX)
    }

    /// Tells how far the part is: its best plan instead of its first one.
    fn tell(&mut self, first: &Draft, best: &Draft, (work, bound): (u64, i64)) {
        let progress = Progress {
            cost: self.cost - first.cost + best.cost,
            bound: self.bound + bound.max(0),
            empty: u32::try_from(self.empty - first.empty_seats() + best.empty_seats()).unwrap_or(0),
            work: (self.spent + work).min(self.most),
            most: self.most,
        };
        self.is_stopped |= (self.watch)(&progress) == Go::Stop;
    }

    /// The part is done.
    fn settle(&mut self, first: &Draft, tree: &Tree, work: u64) {
        self.spent += work;
        self.waiting -= weight(first.part);
        self.cost += tree.draft.cost - first.cost;
        self.empty += tree.draft.empty_seats() - first.empty_seats();
        self.bound += tree.bound();
    }
}

fn weight(part: &Part) -> u64 {
    let size = u64::try_from(part.lessons.len()).unwrap_or(1);
    size * 8 + size * size.min(4_000) / 8
}

/// The best plan of a part within its share of the work, from nothing but its pins and from a first plan.
pub(super) fn solve(pinned: &Draft, first: &Draft, budget: &mut Budget) -> Answer {
    let part = pinned.part;
    let share = budget.share(part);
    let mut work = 0;
    let mut rounds = 0;
    let mut chance = Chance::new(1);
    let mut draft = first.clone();
    budget.tell(first, &draft, (work, 0));

    let costs: Vec<i64> = part.lessons.iter().map(|lesson| lesson.cost).collect();
    let dearest = costs.iter().copied().max().unwrap_or(0);
    let size = u64::try_from(part.lessons.len()).unwrap_or(1);
    let mut search = |draft: &mut Draft, guide: &[i64], steps: u64, work: &mut u64| {
        let (better, spent) = improve(draft, &Search { guide, steps, margin: dearest / 2 }, &mut chance);
        *work += spent;
        *draft = better;
    };
    search(&mut draft, &costs, (400 * size).min(share / 16), &mut work);
    budget.tell(first, &draft, (work, 0));

    let fixing = Fixing::new(part);
    let mut relaxed = Relaxed::new(part, fixing.clone());
    let step = relaxed.work();
    let allowed = |share: u64, rounds: u64| u32::try_from((share / step).min(rounds)).unwrap_or(1);
    let coarse = Climb { target: draft.cost * FINE, rounds: allowed(share / 8, 200), pace: 512 };
    let mut prices = match start(part, &fixing, &coarse) {
        Some((prices, count)) => {
            rounds += count;
            work += u64::from(count) * step / 2;
            prices
        }
        None => vec![0; part.skills.len() + part.lessons.len()],
    };
    let mut value = i64::MIN;
    for _ in 0..4 {
        let fine = Climb { target: draft.cost * FINE, rounds: allowed(share / 6, 600), pace: 256 };
        let summit = climb(&mut relaxed, prices.clone(), &fine, &mut |value| {
            budget.tell(first, &draft, (work, value / FINE));
            budget.is_stopped
        });
        let Some(summit) = summit else { break };
        rounds += summit.rounds;
        work += u64::from(summit.rounds) * step;
        (prices, value) = (summit.prices, summit.value);
        if super::branch::whole(part, value) >= draft.cost || budget.is_stopped {
            break;
        }
        let guide: Vec<i64> =
            costs.iter().zip(&prices[part.skills.len()..]).map(|(cost, price)| cost + price.max(&0) / FINE).collect();
        search(&mut draft, &guide, (800 * size).min(share / 16), &mut work);
        budget.tell(first, &draft, (work, value / FINE));
    }
    let mut tree = Tree::new(draft, pinned.clone(), Root { prices, value, often: &relaxed.often });
    while !tree.is_proven() && !tree.is_full() && work + tree.work < share && !budget.is_stopped && tree.grow() {
        budget.tell(first, &tree.draft, (work + tree.work, tree.bound()));
    }
    work += tree.work;
    budget.settle(first, &tree, work);
    answer(part, tree, work, rounds)
}

/// The better of the two simple plans.
pub(super) fn first_plan<'a>(pinned: &Draft<'a>) -> Draft<'a> {
    let costs: Vec<i64> = pinned.part.lessons.iter().map(|lesson| lesson.cost).collect();
    let (mut cheapest, mut regret) = (pinned.clone(), pinned.clone());
    cheapest_first(&mut cheapest, &costs);
    most_regret(&mut regret, &costs);
    let mut first = if regret.cost < cheapest.cost { regret } else { cheapest };
    first.keep();
    first
}

fn answer(part: &Part, tree: Tree, work: u64, rounds: u32) -> Answer {
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let (cost, bound) = (tree.draft.cost, tree.bound());
    let (nodes, rounds) = (tree.nodes, rounds + tree.rounds);
    let chosen = tree.draft.chosen().into_iter().map(|at| part.lessons[at].number).collect();
    let leaves = tree.leaves();
    let wide_bound = wide_bound(part, &leaves, (cost, bound));
    let leaf = |branch: Branch| {
        let mut seats = branch.prices;
        let pairs = seats.split_off(part.skills.len());
        let decision = |choice: &super::branch::Choice| Decision {
            lesson: number(part.lessons[choice.lesson].number),
            any_teacher: choice.any_teacher,
            is_taken: choice.is_taken,
        };
        Leaf { decisions: branch.choices.iter().map(decision).collect(), seats, pairs }
    };
    let certificate = plan::Part {
        skills: part.skills.iter().map(|skill| number(skill.number)).collect(),
        lessons: part.lessons.iter().map(|lesson| number(lesson.number)).collect(),
        leaves: leaves.into_iter().map(leaf).collect(),
    };
    Answer { chosen, cost, bound, wide_bound, certificate, nodes, rounds, work }
}
