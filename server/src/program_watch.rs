//! Applies changes of programs that wait for their day.

use domain::actor::Actor;
use std::time::Duration;
use store::Store;

/// A day begins in some zone every quarter of an hour; half a minute after that is soon enough.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// Looks for ever.
pub async fn apply_scheduled_changes(store: Store) {
    loop {
        match store.apply_due_schedules(&Actor::Console).await {
            Ok(0) => {}
            Ok(done) => tracing::info!(done, "scheduled changes of programs came due"),
            Err(error) => tracing::warn!(%error, "scheduled changes could not be applied; trying again"),
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
