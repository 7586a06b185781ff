//! Requests that change something, and streams, come from our own pages only. Server functions have no other defence
//! against forms on foreign sites.

use crate::mail::UNSUBSCRIBE;
use crate::state::AppState;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::SocketAddr;

/// The origins that are ours.
#[derive(Debug)]
pub struct Origins {
    own: Option<String>,
    port: u16,
}

impl Origins {
    /// `own` when a proxy stands before us; otherwise whatever host the request names, at our port.
    pub fn new(own: Option<String>, addr: SocketAddr) -> Self {
        Self { own, port: addr.port() }
    }

    /// True when the browser, or whoever sends it, says that the request comes from our own page.
    fn is_own(&self, headers: &HeaderMap) -> bool {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
            return site == "same-origin";
        }
        let Some(origin) = text(header::ORIGIN) else { return false };
        match &self.own {
            Some(own) => origin == own,
            None => text(header::HOST).is_some_and(|host| {
                let named = host.ends_with(&format!(":{}", self.port)) || self.port == 80;
                named && origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://")) == Some(host)
            }),
        }
    }
}

/// True for the one address at which a mail program posts from wherever it is: a link that says itself whom it is for.
fn is_unsubscribing(path: &str) -> bool {
    path.strip_prefix(UNSUBSCRIBE).is_some_and(|token| !token.is_empty() && !token.contains('/'))
}

/// Refuses what would change something from elsewhere. Reading is free: cookies are `SameSite=Lax`.
pub async fn refuse_foreign(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let is_safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let upgrades = request.headers().contains_key(header::UPGRADE);
    let is_one_click = *request.method() == Method::POST && !upgrades && is_unsubscribing(request.uri().path());
    if (!is_safe || upgrades) && !is_one_click && !state.origins.is_own(request.headers()) {
        let text = "This request did not come from a page of Kith, so nothing was changed.";
        return (StatusCode::FORBIDDEN, text).into_response();
    }
    next.run(request).await
}
