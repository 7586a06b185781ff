//! Turns: in one process, whoever saves or moves something in a program waits for the one before, instead of running
//! again and again because the other was faster. Between processes the database decides.

use crate::Store;
use crate::error::Result;
use domain::actor::Actor;
use domain::id::ProgramId;
use domain::rejection::{Noun, Rejection};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{Mutex as Turn, OwnedMutexGuard};

/// A turn for each program that was ever changed here.
#[derive(Debug, Default)]
pub(crate) struct Turns(Mutex<BTreeMap<ProgramId, Arc<Turn<()>>>>);

impl Turns {
    fn of(&self, program: &ProgramId) -> Arc<Turn<()>> {
        let mut turns = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(turns.entry(program.clone()).or_default())
    }
}

impl Store {
    /// Waits until nobody else in this process changes the program. Not found when there is none.
    pub(super) async fn turn(&self, actor: &Actor, program: &ProgramId) -> Result<OwnedMutexGuard<()>> {
        let is_known = || self.read(actor, |org| Ok(org.program(program).is_some()));
        if !is_known()? {
            // Another process may have made it a moment ago.
            self.catch_up().await?;
            if !is_known()? {
                return Err(Rejection::NotFound(Noun::Program).into());
            }
        }
        Ok(self.turns().of(program).lock_owned().await)
    }
}
