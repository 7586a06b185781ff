//! Solving: greedy plans, improvement, bound, branches. The bound of a part does not depend on any other part.

mod ascent;
mod branch;
mod chance;
pub(super) mod dense;
mod draft;
pub(super) mod faults;
mod greedy;
mod improve;
mod load;
mod part;
pub(super) mod relaxed;
mod start;
mod whole_part;
mod wide;

use super::fault::Fault;
use super::instance::{Instance, Lesson};
use super::plan::{Certificate, Empty, Plan, Stats};
use dense::Dense;
use draft::Draft;
use part::Part;
use whole_part::{Answer, Budget};

/// The version of the engine: which of equally good plans it gives may change with it.
const VERSION: u32 = 1;

/// How much work a plan may take, in steps that are the same on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Steps; a million take 10 to 20 milliseconds in an optimised build.
    pub work: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { work: 80_000_000 }
    }
}

/// How far the search is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What the best plan so far costs.
    pub cost: i64,
    /// No plan costs less than this, as far as is known.
    pub bound: i64,
    /// Seats that stay empty in it.
    pub empty: u32,
    /// Steps done.
    pub work: u64,
    /// Steps allowed.
    pub most: u64,
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    /// Search on.
    On,
    /// Stop, with the best plan so far.
    Stop,
}

/// The best plan that the limits allow, with its bound. Refuses an instance that contradicts itself.
///
/// Where plans are equally good, the first one met is given, and the order of meeting is fixed.
pub fn solve(instance: &Instance, limits: &Limits, watch: &mut dyn FnMut(&Progress) -> Go) -> Result<Plan, Vec<Fault>> {
    let faults = faults::faults(instance);
    if !faults.is_empty() {
        return Err(faults);
    }
    let dense = Dense::new(instance);
    let parts = part::parts(&dense);
    let drafts: Vec<Draft> = parts.iter().filter_map(Draft::new).collect();
    if drafts.len() < parts.len() {
        return Err(vec![Fault::PinsBefore]);
    }
    let hopeless = hopeless(&dense, &parts);
    let firsts: Vec<Draft> = drafts.iter().map(whole_part::first_plan).collect();
    let mut budget = Budget::new(*limits, &firsts, watch);
    budget.add_hopeless(hopeless.cost, hopeless.seats);
    let both = drafts.iter().zip(&firsts);
    let answers: Vec<Answer> = both.map(|(pinned, first)| whole_part::solve(pinned, first, &mut budget)).collect();
    let is_stopped = budget.is_stopped();
    Ok(plan(&dense, answers, &hopeless, is_stopped))
}

/// Skills that have no lesson.
struct Hopeless {
    /// What their empty seats cost.
    cost: i64,
    /// What they cost at least when pairs that were left out may fill them.
    wide_bound: i64,
    /// How many seats they are.
    seats: i64,
}

fn hopeless(dense: &Dense, parts: &[Part]) -> Hopeless {
    let mut is_in_a_part = vec![false; dense.skills.len()];
    parts.iter().flat_map(|part| &part.skills).for_each(|skill| is_in_a_part[skill.number] = true);
    let mut all = Hopeless { cost: 0, wide_bound: 0, seats: 0 };
    for skill in (0..dense.skills.len()).filter(|skill| !is_in_a_part[*skill]) {
        let (seats, price) = (i64::from(dense.skills[skill].seats), dense.price(skill));
        all.cost += seats * price;
        all.wide_bound += seats * dense.outside[skill].map_or(price, |outside| outside.min(price));
        all.seats += seats;
    }
    all
}

fn plan(dense: &Dense, answers: Vec<Answer>, hopeless: &Hopeless, is_stopped: bool) -> Plan {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut numbers: Vec<usize> = answers.iter().flat_map(|answer| answer.chosen.iter().copied()).collect();
    numbers.sort_unstable();
    let mut filled = vec![0_u32; dense.skills.len()];
    numbers.iter().for_each(|at| filled[dense.rows[*at].skill] += 1);
    let empty = dense.skills.iter().zip(filled).filter_map(|(need, filled)| {
        let seats = need.seats.saturating_sub(filled);
        (seats > 0).then(|| Empty { skill: need.id.clone(), seats })
    });
    let mut stats = Stats {
        engine: VERSION,
        lessons: count(dense.dropped.iter().filter(|dropped| dropped.is_none()).count()),
        cut: dense.skills.iter().fold(0, |cut, need| cut.saturating_add(need.cut)),
        parts: count(answers.len()),
        ..Stats::default()
    };
    for answer in &answers {
        stats.nodes += answer.nodes;
        stats.rounds += answer.rounds;
        stats.work += answer.work;
    }
    let cost = hopeless.cost + answers.iter().map(|answer| answer.cost).sum::<i64>();
    let bound = hopeless.cost + answers.iter().map(|answer| answer.bound).sum::<i64>();
    let wide_bound = hopeless.wide_bound + answers.iter().map(|answer| answer.wide_bound).sum::<i64>();
    let lessons: Vec<Lesson> = numbers.iter().map(|at| dense.lessons[*at].clone()).collect();
    Plan {
        lessons,
        empty: empty.collect(),
        cost,
        bound,
        wide_bound,
        is_proven: bound >= cost,
        is_stopped,
        certificate: Certificate { parts: answers.into_iter().map(|answer| answer.certificate).collect() },
        stats,
    }
}

/// What the two simple plans cost: the cheapest lesson first, and the skill with the most to lose first.
#[cfg(test)]
pub(super) fn simple_costs(instance: &Instance) -> [i64; 2] {
    let dense = Dense::new(instance);
    let parts = part::parts(&dense);
    let mut costs = [hopeless(&dense, &parts).cost; 2];
    for part in &parts {
        let lessons: Vec<i64> = part.lessons.iter().map(|lesson| lesson.cost).collect();
        let Some(mut cheapest) = Draft::new(part) else { continue };
        let mut regret = cheapest.clone();
        greedy::cheapest_first(&mut cheapest, &lessons);
        greedy::most_regret(&mut regret, &lessons);
        costs[0] += cheapest.cost;
        costs[1] += regret.cost;
    }
    costs
}
