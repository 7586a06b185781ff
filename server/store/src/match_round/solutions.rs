//! Pairings that were found, kept while nothing happens: many who ask at one moment, as after a round was published, wait
//! for one.

use crate::Store;
use crate::error::{Fault, Result};
use domain::actor::Actor;
use domain::event::Seq;
use domain::id::ProgramId;
use domain::match_rounds::{Posed, Solved};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Waits grow and people begin to work by the clock, with nothing in the log: for so many milliseconds a pairing is kept.
const HOLDS: i64 = 60_000;

/// The newest of each program.
#[derive(Debug, Default)]
pub(crate) struct Solutions {
    of: Mutex<BTreeMap<ProgramId, Arc<Turn>>>,
}

/// Held while a program is matched.
type Turn = tokio::sync::Mutex<Option<Kept>>;

#[derive(Debug)]
struct Kept {
    /// How far the log was, and which minute it was.
    at: (Seq, i64),
    solved: Arc<Solved>,
}

impl Store {
    /// The best pairing of a program as it is now. The organisation is not held while it is looked for.
    pub(super) async fn solved(&self, actor: &Actor, id: &ProgramId) -> Result<Arc<Solved>> {
        let turn = self.solutions().turn(id);
        let mut kept = turn.lock().await;
        // What is read afterwards is at least as new.
        let at = (self.applied().seq, self.clock().now().0.div_euclid(HOLDS));
        if let Some(kept) = kept.as_ref().filter(|kept| kept.at == at) {
            return Ok(Arc::clone(&kept.solved));
        }
        let posed = self.read_clocked(actor, |org, clocks| Posed::of(org, id, clocks))?;
        let found = tokio::task::spawn_blocking(move || posed.solved()).await;
        let solved = Arc::new(found.map_err(|cause| Fault::new("matching people", &cause))??);
        *kept = Some(Kept { at, solved: Arc::clone(&solved) });
        Ok(solved)
    }
}

impl Solutions {
    fn turn(&self, id: &ProgramId) -> Arc<Turn> {
        let mut of = self.of.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(of.entry(id.clone()).or_default())
    }
}
