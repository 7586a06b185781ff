//! `/healthz` for whoever watches the server, `/metrics` for Prometheus.

use crate::state::AppState;
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use serde_json::json;
use std::sync::LazyLock;
use std::time::Instant;

static RECORDER: LazyLock<Option<PrometheusHandle>> =
    LazyLock::new(|| PrometheusBuilder::new().install_recorder().ok());

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
    let streams = u32::try_from(state.hub.streams()).unwrap_or(u32::MAX);
    metrics::gauge!("kith_streams").set(f64::from(streams));
    match RECORDER.as_ref() {
        Some(recorder) => recorder.render().into_response(),
        None => http::StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// Counts and times every request by route, and logs the ones that fail.
pub(crate) async fn measure(request: Request, next: Next) -> Response {
    LazyLock::force(&RECORDER);
    let started = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("(page or file)", MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    let status = response.status();
    let labels = [("method", method.to_string()), ("route", route.clone()), ("status", status.as_u16().to_string())];
    metrics::counter!("kith_requests_total", &labels).increment(1);
    metrics::histogram!("kith_request_seconds", "route" => route.clone()).record(started.elapsed().as_secs_f64());
    if status.is_server_error() {
        tracing::error!(%method, route, status = status.as_u16(), "a request failed");
    }
    response
}
