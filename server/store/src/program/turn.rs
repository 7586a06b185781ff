//! One turn a program.

use crate::Store;
use crate::error::Result;
use domain::actor::Actor;
use domain::id::ProgramId;
use domain::rejection::{Noun, Rejection};
use tokio::sync::OwnedMutexGuard;

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
        Ok(self.turns().of(program).await)
    }
}
