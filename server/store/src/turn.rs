//! Turns: in one process, whoever changes a thing waits for the one before, instead of running again and again because
//! the other was faster. Between processes the database decides.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{Mutex as Turn, OwnedMutexGuard};

/// A turn for each thing that was ever changed here.
#[derive(Debug)]
pub(crate) struct Turns<K>(Mutex<BTreeMap<K, Arc<Turn<()>>>>);

impl<K> Default for Turns<K> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Ord + Clone> Turns<K> {
    /// Waits until nobody else in this process changes `thing`.
    pub(crate) async fn of(&self, thing: &K) -> OwnedMutexGuard<()> {
        let turn = {
            let mut turns = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(turns.entry(thing.clone()).or_default())
        };
        turn.lock_owned().await
    }
}
