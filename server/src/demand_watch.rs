//! Looks once an hour whether enough colleagues wait for a skill that somebody could show. Nothing hurries: it begins an
//! hour after the start, so that a server that is started often proposes nothing more often.

use domain::actor::Actor;
use std::time::Duration;
use store::Store;

const LOOK_EVERY: Duration = Duration::from_secs(3_600);

/// Looks for ever.
pub async fn watch_demand(store: Store) {
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        if let Err(error) = store.propose_sessions(&Actor::Console).await {
            tracing::warn!(%error, "sessions could not be proposed; trying again in an hour");
        }
    }
}
