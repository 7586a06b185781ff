//! Who sends a request: from the cookie to a person, once, for pages, server functions and streams alike.

use super::address::address_of;
use crate::state::AppState;
use ::app::here::{Here, SESSION_COOKIE, THEME_COOKIE};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use store::{SessionToken, Store};

/// Adds [`Here`] to the request. A cookie that is no session counts as none. A browser that the answer gives another
/// session leaves the one that it held.
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
    let store = state.store.for_address(address_of(&request, state.proxies));
    let here = Here { store, who, token: token.clone(), theme, site: Arc::clone(&state.site) };
    request.extensions_mut().insert(here);
    let response = next.run(request).await;
    if let Some(token) = token {
        leave_replaced(&state.store, &token, response.headers()).await;
    }
    response
}

/// Ends the session of `held` when the answer hands out another one: nobody could sign out of it any more.
async fn leave_replaced(store: &Store, held: &SessionToken, answer: &HeaderMap) {
    let set = answer.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut given = set.filter_map(|set| set.strip_prefix(SESSION_COOKIE)?.strip_prefix('=')?.split(';').next());
    if given.any(|given| !given.is_empty() && given != held.reveal()) {
        // Whoever signed in is signed in; the session that stays ends by itself.
        if let Err(error) = store.sign_out(held).await {
            tracing::warn!(%error, "the session of before could not be ended");
        }
    }
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
