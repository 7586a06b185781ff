//! `/healthz/graph`: the graph in memory held against the tables, for organisation admins. Asking rebuilds it, which
//! reads every row of the database once; where the two differ, the rebuilt one is in use afterwards.

use crate::state::AppState;
use ::app::here::Here;
use axum::extract::Extension;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use domain::rejection::Rejection;
use serde_json::json;
use store::{Error, GraphCheck};

/// How many rows that differ are named.
const MOST_NAMED: usize = 100;

/// The route; it needs [`Here`].
pub(crate) fn router() -> Router<AppState> {
    Router::new().route("/healthz/graph", get(graph))
}

async fn graph(Extension(here): Extension<Here>) -> Response {
    match here.store.check_graph(&here.actor()).await {
        Ok(check) => ([(header::CACHE_CONTROL, "no-store")], Json(body(&check))).into_response(),
        Err(Error::Rejected(Rejection::SignedOut)) => StatusCode::UNAUTHORIZED.into_response(),
        Err(Error::Rejected(rejection)) => (StatusCode::FORBIDDEN, rejection.to_string()).into_response(),
        Err(Error::Broken(fault)) => (StatusCode::INTERNAL_SERVER_ERROR, fault.to_string()).into_response(),
    }
}

fn body(check: &GraphCheck) -> serde_json::Value {
    let size = check.found.size;
    let named: Vec<&str> = check.differing.iter().take(MOST_NAMED).map(|differing| differing.row.as_str()).collect();
    json!({
        "status": if check.is_equal() { "ok" } else { "it differed from the tables and was rebuilt" },
        "digest": check.found.digest.to_string(),
        "rebuilt": check.rebuilt.to_string(),
        "event": check.found.at.0,
        "people": size.people,
        "skills": size.skills,
        "edges": size.edges,
        "differing": check.differing.len(),
        "rows": named,
    })
}
