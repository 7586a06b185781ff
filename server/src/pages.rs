//! Pages and server functions: the app, rendered here, with what the request brings along as context.

use crate::app::BODY_LIMIT;
use crate::mail::UNSUBSCRIBE;
use crate::site;
use crate::state::AppState;
use crate::typed;
use ::app::here::{Here, Site, shell};
use ::app::{App, AppError};
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use domain::rejection::Rejection;
use leptos::WasmSplitManifest;
use leptos::nonce::Nonce;
use leptos::prelude::{ArcStoredValue, provide_context};
use leptos_axum::{generate_route_list, render_app_async_with_context};
use std::sync::LazyLock;

/// Pages that strangers may see.
const OPEN: [&str; 4] = ["/welcome", "/sign-in", "/join/", UNSUBSCRIBE];

/// The addresses of all pages. Worked out once: while the app is asked for them, nothing that a page of this process
/// waits for is loaded, also when another server in it shows that page.
static PAGES: LazyLock<Vec<String>> = LazyLock::new(|| {
    // All other addresses may also be files, so they stand in no route.
    let routes = generate_route_list(App);
    routes.iter().map(|route| route.path()).filter(|path| !path.contains('*')).map(axum_path).collect()
});

/// Every page of the app, its server functions, and the files for all other addresses.
pub(crate) fn router() -> Router<AppState> {
    let mut router = Router::new().route("/api/{*function}", post(function));
    for path in PAGES.iter() {
        router = router.route(path, get(page));
    }
    router.fallback(file_or_nothing)
}

/// The app's `:name` as axum's `{name}`.
fn axum_path(path: &str) -> String {
    path.split('/')
        .map(|part| match part.strip_prefix(':') {
            Some(name) => format!("{{{name}}}"),
            None => part.to_owned(),
        })
        .collect::<Vec<_>>()
        .join("/")
}

async fn page(request: Request) -> Response {
    let path = request.uri().path();
    let Some(here) = request.extensions().get::<Here>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let is_open = OPEN.iter().any(|open| path == *open || (open.ends_with('/') && path.starts_with(open)));
    if here.who.is_none() && !is_open {
        return Redirect::to("/welcome").into_response();
    }
    render(here, request).await
}

/// A page as `here` sees it.
pub(crate) async fn render(here: Here, request: Request) -> Response {
    let nonce = request.extensions().get::<Nonce>().cloned();
    let (typed, cookies) = (typed::kept(&request), typed::names(&request));
    let context = move || {
        if !here.site.split.is_empty() {
            provide_context(modules(&here.site));
        }
        provide_context(here.clone());
        if let Some(nonce) = nonce.clone() {
            provide_context(nonce);
        }
        if let Some(typed) = typed.clone() {
            provide_context(typed);
        }
    };
    let mut answer = render_app_async_with_context(context, shell)(request).await.into_response();
    typed::forget(&cookies, &mut answer);
    answer
}

/// Which modules a page names in its head, for the parts of it that come lazily.
fn modules(site: &Site) -> WasmSplitManifest {
    WasmSplitManifest(ArcStoredValue::new((site.program.clone(), site.prefetch.clone(), site.split.clone())))
}

/// A server function: always a POST, whatever it reads.
async fn function(request: Request) -> Response {
    let Some(here) = request.extensions().get::<Here>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, BODY_LIMIT).await else {
        let error =
            AppError::Rejected(Rejection::invalid("", "This is more than Kith takes at once. Make it shorter."));
        return (StatusCode::PAYLOAD_TOO_LARGE, Json(error)).into_response();
    };
    let sent = typed::sent_by_form(&parts.headers, &body);
    let request = Request::from_parts(parts, Body::from(body));
    let context = move || provide_context(here.clone());
    let mut answer = leptos_axum::handle_server_fns_with_context(context, request).await.into_response();
    typed::keep(sent, &mut answer).await;
    answer
}

/// A file of the site; for people who follow a wrong link, a page that says so.
async fn file_or_nothing(State(state): State<AppState>, request: Request) -> Response {
    let page = async |request: Request| {
        let is_page = *request.method() == Method::GET
            && request
                .headers()
                .get(header::ACCEPT)
                .and_then(|accept| accept.to_str().ok())
                .is_some_and(|accept| accept.contains("text/html"));
        match request.extensions().get::<Here>().cloned() {
            Some(here) if is_page => {
                let mut response = render(here, request).await;
                *response.status_mut() = StatusCode::NOT_FOUND;
                response
            }
            Some(_) | None => (StatusCode::NOT_FOUND, "Nothing stands at this address.").into_response(),
        }
    };
    site::file_or(&state, request, page).await
}
