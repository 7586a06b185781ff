//! Solving: columns, relaxation, a good set, branches. Parts that share no limit do not know of each other.

mod binding;
mod branch;
pub(super) mod columns;
pub(super) mod dense;
mod dive;
mod draft;
pub(super) mod faults;
mod fixed;
mod improve;
mod inverse;
mod lists;
mod model;
pub(super) mod packing;
pub(super) mod part;
mod proof;
mod pseudocosts;
mod relax;
mod simplex;
mod split;

pub use model::{Column, Model, model};

use super::clearing::{Clearing, Stats};
use super::fault::Fault;
use super::instance::Instance;
use dense::Dense;
use packing::Packing;
use part::Answer;

/// The version of the engine: which of equally good sets it gives may change with it.
const VERSION: u32 = 2;

/// How much work a set may take, in steps that are the same on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Steps; a million take a few milliseconds in an optimised build.
    pub work: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { work: 2_000_000_000 }
    }
}

/// The best set of rings and chains that the limits allow, with its bound. Refuses an instance that contradicts itself.
pub fn solve(instance: &Instance, limits: &Limits) -> Result<Clearing, Vec<Fault>> {
    let faults = faults::faults(instance);
    if !faults.is_empty() {
        return Err(faults);
    }
    let dense = Dense::new(instance);
    let packing = columns::columns(&dense).map_err(|fault| vec![fault])?;
    let answers = answers(&packing, limits);
    Ok(clearing(&dense, &packing, answers))
}

/// What each part of a packing comes to, the work shared by their sizes.
pub(super) fn answers(packing: &Packing, limits: &Limits) -> Vec<Answer> {
    let size = |part: &Packing| u64::try_from(part.len()).unwrap_or(1);
    let all: Vec<usize> = (0..packing.len()).collect();
    let parts = packing.parts(&all);
    let (mut left, mut waiting) = (limits.work, parts.iter().map(size).sum::<u64>());
    let mut answers = Vec::new();
    for part in &parts {
        let share = u128::from(left) * u128::from(size(part)) / u128::from(waiting.max(1));
        waiting -= size(part);
        let answer = part::solve(part, u64::try_from(share).unwrap_or(u64::MAX));
        left = left.saturating_sub(answer.work());
        answers.push(answer);
    }
    answers
}

fn clearing(dense: &Dense, packing: &Packing, answers: Vec<Answer>) -> Clearing {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut stats =
        Stats { engine: VERSION, columns: count(packing.len()), parts: count(answers.len()), ..Stats::default() };
    let mut clearing = Clearing::default();
    for answer in answers {
        clearing.weight += answer.weight;
        clearing.bound += answer.bound;
        clearing.rings.extend(answer.chosen.iter().map(|column| dense.ring(packing.lessons_of(*column))));
        answer.count(&mut stats);
        clearing.certificate.parts.push(answer.certificate);
    }
    clearing.rings.sort();
    Clearing { is_proven: clearing.bound <= clearing.weight, stats, ..clearing }
}
