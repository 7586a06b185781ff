//! Solving: a cold start, exact searches, and the choice among equals.

mod auction;
mod canonical;
mod components;
pub(super) mod faults;
mod finish;
pub(super) mod pool;
mod search;
pub(super) mod state;
mod tiers;
mod units;
mod way;

use pool::Pool;
use state::State;

/// The version of the engine: which of equally good matchings it gives may change with it.
const VERSION: u32 = 1;

impl State {
    /// The best matching of a pool, from nothing.
    pub(in crate::matching) fn solved(pool: Pool) -> Self {
        let mut state = Self::new(pool);
        state.stats.candidates = state.pool.candidates();
        state.serve_in_tiers();
        state.bid();
        state.finish();
        state.choose_among_equals();
        state
    }
}
