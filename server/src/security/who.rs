//! Who sends a request: from the cookie to a person, once, for pages, server functions and streams alike.

use crate::state::AppState;
use ::app::here::{Here, SESSION_COOKIE, THEME_COOKIE};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use store::SessionToken;

/// Adds [`Here`] to the request. A cookie that is no session counts as none.
pub async fn recognise(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let token = cookie(request.headers(), SESSION_COOKIE).and_then(|text| SessionToken::parse(text).ok());
    let who = match &token {
        Some(token) => match state.store.signed_in(token).await {
            Ok(who) => who,
            Err(error) => return (StatusCode::SERVICE_UNAVAILABLE, error.to_string()).into_response(),
        },
        None => None,
    };
    let theme = match cookie(request.headers(), THEME_COOKIE) {
        Some("light") => Some("light"),
        Some("dark") => Some("dark"),
        Some(_) | None => None,
    };
    let here = Here { store: state.store.clone(), who, token, theme, site: Arc::clone(&state.site) };
    request.extensions_mut().insert(here);
    next.run(request).await
}

/// The value of a cookie, if the request has it.
fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}
