//! `/healthz` and `/metrics`, which machines read.

use crate::support::spawn_app;

#[tokio::test(flavor = "multi_thread")]
async fn a_watcher_learns_what_runs_and_that_the_database_answers() {
    let kith = spawn_app().await;
    let answer = kith.stranger().get("/healthz").await;
    assert_eq!(answer.status, 200);
    let health: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
    let last = kith.store.last_event().await.unwrap().unwrap().event.seq.0;
    assert_eq!((&health["status"], &health["build"]), (&"ok".into(), &"test".into()));
    assert_eq!((&health["schema"], &health["events"]), (&store::SCHEMA_VERSION.into(), &last.into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_are_counted_by_route_and_nobody_is_named() {
    let kith = spawn_app().await;
    kith.signed_in("amara").await.get("/healthz").await;
    let metrics = kith.stranger().get("/metrics").await;
    assert_eq!(metrics.status, 200);
    assert!(
        metrics.text.contains(r#"kith_requests_total{method="GET",route="/healthz",status="200"}"#),
        "{}",
        metrics.text
    );
    assert!(!metrics.text.contains("amara"));
}
