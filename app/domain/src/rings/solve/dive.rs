//! A set found by following the relaxation: what it chooses nearly whole is chosen, over and over.

use super::draft::Draft;
use super::fixed::Hold;
use super::relax::relax;
use super::simplex::{Ended, Simplex};

/// What is chosen at least this much is chosen.
const NEARLY: f64 = 0.99;

/// The set that remains when, of what the relaxation leaves open, the column that it chooses most is always chosen next.
/// The simplex method is left where the search ended.
pub(super) fn dive<'a>(simplex: &mut Simplex<'a>) -> Draft<'a> {
    let packing = simplex.packing;
    let mut draft = Draft::new(packing);
    let mut holds = vec![Hold::Free; packing.len()];
    loop {
        let chosen = simplex.chosen();
        let mut open: Vec<usize> =
            (0..packing.len()).filter(|at| chosen[*at] > 1e-6 && holds[*at] == Hold::Free).collect();
        open.sort_by(|a, b| chosen[*b].total_cmp(&chosen[*a]).then(a.cmp(b)));
        let mut is_first = true;
        for column in open {
            if (is_first || chosen[column] >= NEARLY) && draft.fits(column) {
                draft.take(column);
                holds[column] = Hold::In;
                is_first = false;
            }
        }
        if is_first {
            return draft;
        }
        for (column, hold) in holds.iter_mut().enumerate() {
            if *hold == Hold::Free && !draft.fits(column) {
                *hold = Hold::Out;
            }
        }
        if relax(simplex, &holds, f64::NEG_INFINITY) == Ended::Void {
            return draft;
        }
    }
}
