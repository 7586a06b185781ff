//! Applies changes of programs that wait for their day, and starts programs on their first day.

use domain::actor::Actor;
use std::time::Duration;
use store::Store;

/// A day begins in some zone every quarter of an hour; half a minute after that is soon enough.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// Looks for ever.
pub async fn watch_programs(store: Store) {
    loop {
        match store.apply_due_schedules(&Actor::Console).await {
            Ok(0) => {}
            Ok(done) => tracing::info!(done, "scheduled changes of programs came due"),
            Err(error) => tracing::warn!(%error, "scheduled changes could not be applied; trying again"),
        }
        match store.start_due_programs(&Actor::Console).await {
            Ok(0) => {}
            Ok(started) => tracing::info!(started, "programs began on their first day"),
            Err(error) => tracing::warn!(%error, "programs could not be started; trying again"),
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
