//! The one click that ends a list of mails (RFC 8058). The mail program posts here from wherever it is: no cookie is read
//! and no origin is asked for, since the link itself says whom it is for; nothing is redirected; twice is as good as once.
//! Looking at the address only asks, which is a page of the app.

use crate::pages;
use crate::state::AppState;
use ::app::here::Here;
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use std::sync::Arc;
use store::Error;

/// Where such links lead.
pub(crate) const PATH: &str = "/unsubscribe/";

/// The route, which reads no session.
pub(crate) fn router() -> Router<AppState> {
    Router::new().route("/unsubscribe/{token}", post(unsubscribe))
}

async fn unsubscribe(State(state): State<AppState>, Path(token): Path<String>, request: Request) -> Response {
    match state.store.unsubscribe(&token).await {
        // What is no link of ours is said by the page.
        Ok(_) | Err(Error::Rejected(_)) => {}
        Err(Error::Broken(fault)) => return (StatusCode::INTERNAL_SERVER_ERROR, fault.to_string()).into_response(),
    }
    let mut page = Request::new(Body::empty());
    *page.uri_mut() = request.uri().clone();
    *page.extensions_mut() = request.extensions().clone();
    let site = Arc::clone(&state.site);
    pages::render(Here { store: state.store, who: None, token: None, theme: None, site }, page).await
}
