//! What a store shares with its clones, for its own modules: where it is served, when it was read, who hears of it.

use crate::Store;
use crate::log::Logged;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

impl Store {
    pub(crate) fn address(&self) -> Option<IpAddr> {
        self.address
    }

    pub(crate) fn read_at(&self) -> &AtomicI64 {
        &self.shared.read_at
    }

    pub(crate) fn announce(&self, logged: Arc<Logged>) {
        // Nobody listening is fine.
        drop(self.shared.happenings.send(logged));
    }

    pub(crate) fn hashing(&self) -> &tokio::sync::Semaphore {
        &self.shared.hashing
    }
}
