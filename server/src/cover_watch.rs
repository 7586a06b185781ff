//! Looks after cover: notices drops soon after anything happens and every minute, and keeps the board ready.

use domain::actor::Actor;
use domain::coverage::ContinuityQuery;
use std::time::Duration;
use store::Store;

/// How long changes are left to gather.
const GATHER: Duration = Duration::from_secs(1);
/// Evidence fades without anything happening.
const LOOK_EVERY: Duration = Duration::from_secs(60);

/// Looks for ever.
pub async fn watch_cover(store: Store) {
    let mut happenings = store.happenings();
    loop {
        if let Err(error) = store.notice_drops(&Actor::Console).await {
            tracing::warn!(%error, "cover could not be looked at; trying again");
        }
        // What the board needs of all evidence is worked out here, so that nobody has to wait for it.
        if let Err(error) = store.continuity_page(&Actor::Console, &ContinuityQuery::default()).await {
            tracing::warn!(%error, "the board could not be made ready; trying again");
        }
        // Whether something happened, was missed, or nothing did: it is time to look again.
        drop(tokio::time::timeout(LOOK_EVERY, happenings.recv()).await);
        tokio::time::sleep(GATHER).await;
        happenings = happenings.resubscribe();
    }
}
