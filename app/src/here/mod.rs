//! What a request brings with it on the server: the store, who asks, and how the page is dressed.
//! Not in the browser.

pub mod feeds;
pub mod import;
pub mod members;
pub mod session;
mod shell;
mod trail;

pub use shell::shell;
pub use trail::trail;

use crate::AppError;
use domain::actor::Actor;
use domain::rejection::Rejection;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use std::collections::HashMap;
use std::sync::Arc;
use store::{SessionToken, SignedIn, Store};

/// The cookie that holds a session's token.
pub const SESSION_COOKIE: &str = "__Host-kith";
/// The cookie that holds `light` or `dark`.
pub const THEME_COOKIE: &str = "kith-theme";

/// One request, as pages and server functions see it. The server provides it for both.
#[derive(Clone, Debug)]
pub struct Here {
    /// The organisation.
    pub store: Store,
    /// Who asks, if somebody is signed in.
    pub who: Option<SignedIn>,
    /// Their session, to end it.
    pub token: Option<SessionToken>,
    /// `light` or `dark`, when chosen.
    pub theme: Option<&'static str>,
    /// What this server serves.
    pub site: Arc<Site>,
}

/// What a server serves, the same for every request.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Names the build; a page and a server of different builds do not fit.
    pub build: String,
    /// Address of the style sheet.
    pub css: String,
    /// Address of the script that loads the app.
    pub loader: String,
    /// Address of the app's script.
    pub js: String,
    /// Address of the app's WebAssembly.
    pub wasm: String,
    /// The folder of the app's scripts and modules.
    pub program: String,
    /// Name of the script that fetches the modules that only some pages need.
    pub split: String,
    /// The packs of those modules, by the function that needs them.
    pub prefetch: HashMap<String, Vec<String>>,
    /// Where people find it, as its setting says: `https://kith.example`. `None` when nobody set it.
    pub origin: Option<String>,
    /// What the organisation is called.
    pub company: String,
    /// True for the demo company, which anybody may try as any persona.
    pub is_demo: bool,
}

impl Site {
    /// Where whoever sent a request with these headers finds our pages: the setting, or the host that they asked.
    pub fn origin_of(&self, headers: &HeaderMap) -> String {
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
        let is_host = |host: &&str| host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.:[]".contains(&b));
        let host = host.filter(is_host).unwrap_or("localhost");
        // The session's cookie travels on secure connections and to this machine alone.
        let is_here = ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| host.starts_with(name));
        let asked = || format!("{}://{host}", if is_here { "http" } else { "https" });
        self.origin.clone().unwrap_or_else(asked)
    }
}

impl Here {
    /// This request.
    pub fn now() -> Result<Self, AppError> {
        use_context().ok_or(AppError::Outdated)
    }

    /// As whom the request acts.
    pub fn actor(&self) -> Actor {
        self.who.as_ref().map_or(Actor::Stranger, |who| who.actor.clone())
    }

    /// The store's answer as the browser may see it, with its status.
    pub fn answer<T>(&self, outcome: store::Result<T>) -> Result<T, AppError> {
        outcome.map_err(|error| {
            let error = match error {
                store::Error::Rejected(rejection) => AppError::Rejected(rejection),
                store::Error::Broken(fault) => AppError::Broken { reference: fault.reference },
            };
            answer_with(status_of(&error));
            error
        })
    }

    /// What was read from a form or a link, with its status when it could not be.
    pub fn parsed<T>(&self, outcome: Result<T, Rejection>) -> Result<T, AppError> {
        self.answer(outcome.map_err(Into::into))
    }

    /// Leads to `path` once this server function has answered, with and without JavaScript.
    pub fn go(&self, path: &str) {
        leptos_axum::redirect(path);
    }

    /// Where whoever asks finds our pages, such as `https://kith.example`; empty where it is not known.
    pub fn origin(&self) -> String {
        use_context::<http::request::Parts>().map_or_else(String::new, |parts| self.site.origin_of(&parts.headers))
    }

    /// Keeps a cookie for this origin. `attributes` end with how long.
    pub fn keep_cookie(&self, name: &str, value: &str, attributes: &str) {
        let Some(response) = use_context::<ResponseOptions>() else { return };
        let cookie = format!("{name}={value}; Path=/; Secure; SameSite=Lax{attributes}");
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.append_header(header::SET_COOKIE, cookie);
        }
    }

    /// Adds a header to the answer.
    pub fn header(&self, name: HeaderName, value: &'static str) {
        if let Some(response) = use_context::<ResponseOptions>() {
            response.insert_header(name, HeaderValue::from_static(value));
        }
    }
}

/// The status for a script's request. A form without JavaScript is answered by a redirect, which a status would undo.
fn answer_with(status: StatusCode) {
    let wants_page = use_context::<http::request::Parts>().is_some_and(|parts| {
        let accept = parts.headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
        accept.is_some_and(|accept| accept.contains("text/html")) && parts.method == http::Method::POST
    });
    if let (false, Some(response)) = (wants_page, use_context::<ResponseOptions>()) {
        response.set_status(status);
    }
}

fn status_of(error: &AppError) -> StatusCode {
    match error {
        AppError::Rejected(rejection) => match rejection {
            Rejection::NotFound(_) => StatusCode::NOT_FOUND,
            Rejection::Forbidden(_) => StatusCode::FORBIDDEN,
            Rejection::SignedOut => StatusCode::UNAUTHORIZED,
            Rejection::Invalid { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Rejection::Stale(_) | Rejection::Conflict(_) => StatusCode::CONFLICT,
            Rejection::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
        },
        AppError::Broken { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        AppError::Unreachable | AppError::Outdated => StatusCode::BAD_REQUEST,
    }
}
