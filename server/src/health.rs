//! `/healthz` for whoever watches the server, `/metrics` for Prometheus.

use crate::security::READS;
use crate::state::AppState;
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use domain::actor::Actor;
use http::Method;
use metrics::gauge;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::{LazyLock, PoisonError, RwLock};
use std::time::{Duration, Instant};

/// Upper ends of the classes that answers are counted in, in seconds.
const BUCKETS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];
/// How often measurements are put into their classes: until then each waits in memory.
const UPKEEP: Duration = Duration::from_secs(5);

static RECORDER: LazyLock<Option<PrometheusHandle>> =
    LazyLock::new(|| PrometheusBuilder::new().set_buckets(&BUCKETS).ok()?.install_recorder().ok());

/// The server functions there are, as far as they have shown it: anybody may call any name, and each label is kept for
/// ever.
static FUNCTIONS: LazyLock<RwLock<BTreeSet<String>>> =
    LazyLock::new(|| RwLock::new(READS.iter().map(|name| (*name).to_owned()).collect()));

pub(crate) fn router() -> Router<AppState> {
    Router::new().route("/healthz", get(healthz)).route("/metrics", get(metrics))
}

/// 200 when the database answers, with what is running; 503 when it does not.
async fn healthz(State(state): State<AppState>) -> Response {
    let place = state.store.place();
    let last = state.store.last_event().await;
    let status = if last.is_ok() { http::StatusCode::OK } else { http::StatusCode::SERVICE_UNAVAILABLE };
    let body = json!({
        "status": if last.is_ok() { "ok" } else { "the database does not answer" },
        "engine": place.engine(),
        "sync": place.sync(),
        "schema": store::SCHEMA_VERSION,
        "build": state.site.build,
        "version": env!("CARGO_PKG_VERSION"),
        "events": last.ok().flatten().map_or(0, |logged| logged.event.seq.0),
        "streams": state.hub.streams(),
    });
    (status, Json(body)).into_response()
}

async fn metrics(State(state): State<AppState>) -> Response {
    let head = state.store.last_event().await.ok().flatten().map_or(0, |logged| logged.event.seq.0);
    let people = state.store.read(&Actor::Console, |org| Ok(org.people().count())).unwrap_or_default();
    gauge!("kith_log_head").set(number(head));
    gauge!("kith_log_applied").set(number(state.store.applied().seq.0));
    gauge!("kith_streams").set(number(state.hub.streams()));
    gauge!("kith_people").set(number(people));
    gauge!("process_resident_memory_bytes").set(number(resident_kilobytes()) * 1024.0);
    let build = [("version", env!("CARGO_PKG_VERSION").to_owned()), ("build", state.site.build.clone())];
    gauge!("kith_build_info", &build).set(1.0);
    match RECORDER.as_ref() {
        Some(recorder) => recorder.render().into_response(),
        None => http::StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// As a gauge holds it, at most four thousand million.
fn number(count: impl TryInto<u32>) -> f64 {
    f64::from(count.try_into().unwrap_or(u32::MAX))
}

/// What this process takes of the machine's memory; 0 where the machine does not say.
fn resident_kilobytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// Keeps measurements from piling up, for ever.
pub(crate) async fn keep_metrics() {
    loop {
        tokio::time::sleep(UPKEEP).await;
        if let Some(recorder) = RECORDER.as_ref() {
            recorder.run_upkeep();
        }
    }
}

/// Counts and times every request by route, and logs the ones that fail.
pub(crate) async fn measure(request: Request, next: Next) -> Response {
    LazyLock::force(&RECORDER);
    let started = Instant::now();
    let method = known(request.method());
    let path = request.extensions().get::<MatchedPath>().map_or("(page or file)", MatchedPath::as_str).to_owned();
    let function = request.uri().path().strip_prefix("/api/").map(str::to_owned);
    let response = next.run(request).await;
    let status = response.status();
    let route =
        function.filter(|name| is_function(name, status.is_success())).map_or(path, |name| format!("/api/{name}"));
    let labels = [("method", method.to_owned()), ("route", route.clone()), ("status", status.as_u16().to_string())];
    metrics::counter!("kith_requests_total", &labels).increment(1);
    metrics::histogram!("kith_request_seconds", "route" => route.clone()).record(started.elapsed().as_secs_f64());
    if status.is_server_error() {
        tracing::error!(method, route, status = status.as_u16(), "a request failed");
    }
    response
}

/// A label for the method: there are as many methods as somebody cares to invent.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}

/// True when there is a server function of that name. Only one that exists succeeds.
fn is_function(name: &str, has_succeeded: bool) -> bool {
    let is_known = || FUNCTIONS.read().unwrap_or_else(PoisonError::into_inner).contains(name);
    if is_known() {
        return true;
    }
    if has_succeeded {
        FUNCTIONS.write().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned());
    }
    has_succeeded
}
