//! The relaxation over few columns: those that pay at its prices join until none is left.

use super::fixed::{Hold, above};
use super::simplex::{Ended, Simplex};
use std::cmp::Reverse;

/// So many columns join at once for each limit.
const EACH: usize = 4;
/// So many pivots are made at most before the prices are taken as they are, for each limit.
const PIVOTS: usize = 60;

/// Solves the relaxation under these decisions, or stops when it falls below `low`.
pub(super) fn relax(simplex: &mut Simplex, holds: &[Hold], low: f64) -> Ended {
    simplex.decide(holds);
    let most = u32::try_from(PIVOTS * simplex.packing.capacities.len().max(4)).unwrap_or(u32::MAX);
    loop {
        let ended = simplex.run(low, most);
        if ended == Ended::Void || ended == Ended::Spent || !join(simplex, holds) {
            return ended;
        }
        simplex.decide(holds);
    }
}

/// Lets columns that pay most take part; false when none pays.
fn join(simplex: &mut Simplex, holds: &[Hold]) -> bool {
    let packing = simplex.packing;
    simplex.work += u64::try_from(packing.len()).unwrap_or(0);
    let mut paying: Vec<(Reverse<u64>, usize)> = Vec::new();
    for (column, hold) in holds.iter().enumerate() {
        if !simplex.takes_part[column] && *hold != Hold::Out {
            let pays = simplex.pays(column);
            if pays > 1e-6 || *hold == Hold::In {
                paying.push((Reverse(above(pays).to_bits()), column));
            }
        }
    }
    paying.sort_unstable();
    let mut joined = vec![0; packing.capacities.len()];
    let mut any = false;
    for (_, column) in paying {
        let limits = packing.limits.get(column);
        if holds[column] == Hold::In || limits.iter().all(|limit| joined[*limit] < EACH) {
            limits.iter().for_each(|limit| joined[*limit] += 1);
            simplex.add(column);
            any = true;
        }
    }
    any
}
