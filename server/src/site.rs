//! The files of the built site: hashed ones for good, the others for a while, each compressed ahead of time.

use crate::app::StartError;
use crate::state::AppState;
use ::app::here::Site;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use tower_http::services::ServeDir;

/// What `assets.json` of a built site says.
#[derive(Clone, Debug, Deserialize)]
struct Assets {
    build: String,
    css: String,
    js: String,
    wasm: String,
    loader: Option<String>,
    /// The folder of scripts and modules.
    #[serde(default)]
    program: String,
    /// The script that fetches the modules that only some pages need.
    #[serde(default)]
    split: String,
    /// The packs of those modules, by the function that needs them.
    #[serde(default)]
    prefetch: HashMap<String, Vec<String>>,
}

impl Assets {
    fn plain() -> Self {
        Self {
            build: "plain".to_owned(),
            css: "/pkg/kith.css".to_owned(),
            js: "/pkg/kith.js".to_owned(),
            wasm: "/pkg/kith.wasm".to_owned(),
            loader: Some("/loader.js".to_owned()),
            program: "/pkg".to_owned(),
            split: String::new(),
            prefetch: HashMap::new(),
        }
    }
}

/// A built site on disk.
#[derive(Clone, Debug)]
pub(crate) struct Files {
    folder: PathBuf,
    assets: Assets,
    worker: String,
}

impl Files {
    /// Reads what the site is made of; refuses a folder that holds none.
    pub(crate) fn read(folder: &Path) -> Result<Self, StartError> {
        let missing = |cause: &dyn std::fmt::Display| StartError::Site(folder.to_owned(), cause.to_string());
        let assets = match std::fs::read_to_string(folder.join("assets.json")) {
            Ok(text) => serde_json::from_str(&text).map_err(|cause| missing(&cause))?,
            // What `cargo leptos watch` leaves: plain names, and no list of them.
            Err(_) if folder.join("pkg/kith.js").is_file() => Assets::plain(),
            Err(cause) => return Err(missing(&cause)),
        };
        let worker = std::fs::read_to_string(folder.join("sw.js")).map_err(|cause| missing(&cause))?;
        Ok(Self { folder: folder.to_owned(), assets, worker })
    }

    /// What pages link to.
    pub(crate) fn site(&self, company: String, is_demo: bool) -> Site {
        let assets = self.assets.clone();
        Site {
            build: assets.build,
            css: assets.css,
            loader: assets.loader.unwrap_or_default(),
            js: assets.js,
            wasm: assets.wasm,
            program: assets.program,
            split: assets.split,
            prefetch: assets.prefetch,
            origin: None,
            company,
            is_demo,
        }
    }

    fn service(&self) -> ServeDir {
        ServeDir::new(&self.folder).precompressed_br().precompressed_gzip().append_index_html_on_directories(false)
    }
}

/// The service worker and, for every address that is no page, the files.
pub(crate) fn router() -> Router<AppState> {
    Router::new().route("/sw.js", get(worker)).route("/offline", get(offline))
}

/// A file of the site, or what `next` answers when there is none.
pub(crate) async fn file_or(
    state: &AppState,
    request: Request,
    page: impl AsyncFnOnce(Request) -> Response,
) -> Response {
    use tower::ServiceExt;
    let is_read = matches!(*request.method(), http::Method::GET | http::Method::HEAD);
    let path = request.uri().path().to_owned();
    let last = path.rsplit('/').next().unwrap_or_default();
    if !is_read || !last.contains('.') || last == "assets.json" || path.contains("..") {
        return page(request).await;
    }
    let mut file = Request::builder().uri(request.uri()).method(request.method());
    for name in [header::ACCEPT_ENCODING, header::IF_MODIFIED_SINCE, header::RANGE] {
        if let Some(value) = request.headers().get(&name) {
            file = file.header(name, value);
        }
    }
    let Ok(file) = file.body(axum::body::Body::empty()) else { return page(request).await };
    match state.files.service().oneshot(file).await {
        Ok(found) if found.status() != http::StatusCode::NOT_FOUND => {
            let kept =
                if path.starts_with("/pkg/") { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
            let mut response = found.into_response();
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
            response
        }
        Ok(_) | Err(_) => page(request).await,
    }
}

async fn worker(State(state): State<AppState>) -> Response {
    if state.files.worker.contains("%BUILD%") {
        // Only a build that knows its files can keep them.
        return http::StatusCode::NOT_FOUND.into_response();
    }
    let headers = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    (headers, state.files.worker.clone()).into_response()
}

async fn offline(State(state): State<AppState>) -> Response {
    let page = std::fs::read_to_string(state.files.folder.join("offline.html")).unwrap_or_default();
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "public, max-age=3600")], page)
        .into_response()
}
