//! `/healthz` and `/metrics`, which machines read.

use crate::support::{Answer, spawn_app};

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
async fn organisation_admins_have_the_graph_held_against_the_tables() {
    let kith = spawn_app().await;
    assert_eq!(kith.stranger().get("/healthz/graph").await.status, 401);
    for handle in ["amara", "priya", "ines"] {
        let answer = kith.signed_in(handle).await.get("/healthz/graph").await;
        assert!(answer.status == 403 && !answer.text.contains("digest"), "{}", answer.text);
    }
    let answer = kith.signed_in("sol").await.get("/healthz/graph").await;
    assert_eq!((answer.status.as_u16(), answer.header("cache-control")), (200, "no-store"));
    let graph: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
    assert_eq!((&graph["status"], &graph["people"], &graph["differing"]), (&"ok".into(), &5.into(), &0.into()));
    assert_eq!(graph["digest"], graph["rebuilt"]);
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

#[tokio::test(flavor = "multi_thread")]
async fn answers_are_timed_in_classes_and_by_the_function_that_answers() {
    let kith = spawn_app().await;
    let amara = kith.signed_in("amara").await;
    for function in ["trail", "no_such_function"] {
        amara.call(function, "path=/").await;
    }
    Answer::of(kith.stranger().request("BREW", "/healthz")).await;
    let metrics = kith.stranger().get("/metrics").await.text;
    for line in [
        r#"kith_requests_total{method="POST",route="/api/trail",status="200"}"#,
        r#"kith_requests_total{method="POST",route="/api/{*function}",status="#,
        r#"kith_requests_total{method="other",route="/healthz",status="403"}"#,
        r#"kith_request_seconds_bucket{route="/api/trail",le="0.001"}"#,
        r#"kith_request_seconds_bucket{route="/api/trail",le="+Inf"}"#,
        "kith_log_head ",
        "kith_log_applied ",
        "kith_streams ",
        "kith_people ",
        "process_resident_memory_bytes ",
        "kith_build_info{",
    ] {
        assert!(metrics.contains(line), "{line} is missing in\n{metrics}");
    }
    assert!(!metrics.contains("no_such_function") && !metrics.contains("BREW"), "{metrics}");
    let memory = metrics.lines().find_map(|line| line.strip_prefix("process_resident_memory_bytes ")).unwrap();
    assert!(memory.parse::<f64>().unwrap() > 1e6, "{memory}");
}
