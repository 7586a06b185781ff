//! Better sets: put a column in, take out what stands against it, fill up what became free.

use super::draft::Draft;
use super::lists::Lists;
use super::packing::Packing;
use crate::rings::chance::Chance;
use std::cmp::Reverse;

/// What a search goes by.
#[derive(Debug)]
pub(super) struct Guide {
    /// What each column pays at the prices, in fine units.
    pub(super) pays: Vec<i64>,
    /// The columns that are tried, those that pay most first.
    pub(super) order: Vec<usize>,
    /// Those that take each limit, in the same order.
    takers: Lists,
}

impl Guide {
    /// With the columns that pay at least `least`.
    pub(super) fn new(packing: &Packing, pays: Vec<i64>, least: i64) -> Self {
        let mut order: Vec<usize> = (0..packing.len()).filter(|column| pays[*column] >= least).collect();
        order.sort_by_key(|column| (Reverse(pays[*column]), Reverse(packing.weights[*column]), *column));
        let mut limits = Lists::default();
        order.iter().for_each(|column| limits.push(packing.limits.get(*column)));
        let takers = limits.turned(packing.capacities.len());
        Self { pays, order, takers }
    }
}

/// The best set met in so many steps from `draft`, and how much work it was. Sets that are worse by up to `margin` than
/// the best so far are gone through on the way.
pub(super) fn improve<'a>(
    draft: &Draft<'a>,
    guide: &Guide,
    (steps, margin): (usize, i64),
    chance: &mut Chance,
) -> (Draft<'a>, u64) {
    let (mut best, mut now, mut work) = (draft.clone(), draft.clone(), 0);
    for step in 0..steps {
        if guide.order.is_empty() {
            break;
        }
        // Columns that pay more are tried more often.
        let place = chance.below(guide.order.len()).min(chance.below(guide.order.len()));
        let column = guide.order[place];
        if now.is_chosen[column] {
            continue;
        }
        let before = now.weight;
        let mut undo = vec![(column, true)];
        let left = now.force(column);
        let freed: Vec<usize> = left.iter().flat_map(|at| now.packing.limits.get(*at).iter().copied()).collect();
        undo.extend(left.into_iter().map(|at| (at, false)));
        work += refill(&mut now, guide, &freed, &mut undo);
        let allowed = best.weight
            - chance.up_to(margin * i64::try_from(steps - step).unwrap_or(1) / i64::try_from(steps).unwrap_or(1));
        if now.weight > best.weight {
            best = now.clone();
        } else if now.weight < before.min(allowed) {
            for (at, was_taken) in undo.into_iter().rev() {
                if was_taken { now.leave(at) } else { now.take(at) }
            }
        }
    }
    (best, work)
}

/// Chooses, of what takes the limits that became free, what fits and pays most.
fn refill(now: &mut Draft, guide: &Guide, freed: &[usize], undo: &mut Vec<(usize, bool)>) -> u64 {
    let mut work = 1;
    loop {
        let mut best: Option<usize> = None;
        for limit in freed {
            for place in guide.takers.get(*limit) {
                work += 1;
                if best.is_some_and(|best| best <= *place) {
                    break;
                }
                if now.fits(guide.order[*place]) {
                    best = Some(*place);
                    break;
                }
            }
        }
        let Some(place) = best else { return work };
        now.take(guide.order[place]);
        undo.push((guide.order[place], true));
    }
}
