//! Looks after swaps: ends rings whose time is over, offers repairs, and has rings looked for once a night.

use domain::actor::Actor;
use std::time::Duration;
use store::Store;

/// Whoever leaves a program leaves rings behind; half a minute later the others are told.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// Looks for ever.
pub async fn watch_swaps(store: Store) {
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        if let Err(error) = store.tend_swaps(&Actor::Console).await {
            tracing::warn!(%error, "swaps could not be looked after; trying again");
        }
    }
}
