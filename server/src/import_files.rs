//! Files in and out of an import: the upload, the templates, the rows that stayed out. The pages are in `app::admin`.

use crate::state::AppState;
use ::app::here::Here;
use ::app::here::import::{REFUSED_UPLOAD_COOKIE, to_hex};
use axum::Router;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, Extension, Multipart, Path};
use axum::http::{StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::actor::Role;
use domain::id::{ImportId, slug};
use domain::import::Kind;
use domain::import::table::LARGEST;
use domain::rejection::Rejection;
use store::{Error, Upload};

/// The most bytes that are read of one upload, so that a page can still say that it was too much.
const MOST_READ: usize = 256 * 1024 * 1024;
/// The most bytes of all files that are kept in memory at once.
const MOST_KEPT: usize = 2 * LARGEST;
/// The most letters of a refusal that a cookie takes.
const LONGEST_REFUSAL: usize = 1_200;

/// The routes; they need [`Here`].
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .route("/admin/import/upload", post(upload).layer(DefaultBodyLimit::max(MOST_READ)))
        .route("/admin/import/templates/{file}", get(template))
        .route("/admin/import/{import}/rejected/{place}", get(rejected))
}

/// Stages the files of a form and leads to their columns; back to the form, which says why, when they are not taken.
async fn upload(Extension(here): Extension<Here>, form: Multipart) -> Response {
    // Before anything of a stranger's request is read.
    if let Err(rejection) = here.actor().at_least(Role::OrgAdmin) {
        return refused(&Error::Rejected(rejection));
    }
    let staged = match files(form).await {
        Ok(uploads) => here.store.stage_import(&here.actor(), uploads).await,
        Err(_) => Err(Rejection::invalid("files", "These files did not arrive whole. Upload them again.").into()),
    };
    match staged {
        Ok(import) => Redirect::to(&format!("/admin/import/{import}")).into_response(),
        Err(error) => refused(&error),
    }
}

async fn files(mut form: Multipart) -> Result<Vec<Upload>, MultipartError> {
    let mut uploads: Vec<Upload> = Vec::new();
    while let Some(field) = form.next_field().await? {
        if field.name() == Some("files") {
            let kept: usize = uploads.iter().map(|upload| upload.bytes.len()).sum();
            let name = field.file_name().unwrap_or_default().to_owned();
            uploads.push(Upload { name, bytes: bytes(field, MOST_KEPT.saturating_sub(kept)).await? });
        }
    }
    Ok(uploads)
}

/// The bytes of a file. One that is too large is read to its end and kept only so far that it is known to be.
async fn bytes(mut field: Field<'_>, room: usize) -> Result<Vec<u8>, MultipartError> {
    let mut bytes = Vec::new();
    let mut is_whole = true;
    while let Some(chunk) = field.chunk().await? {
        is_whole &= bytes.len() + chunk.len() <= room.min(LARGEST);
        if is_whole {
            bytes.extend_from_slice(&chunk);
        }
    }
    if !is_whole {
        bytes.resize(LARGEST + 1, b' ');
    }
    Ok(bytes)
}

fn refused(error: &Error) -> Response {
    if let Error::Rejected(Rejection::SignedOut) = error {
        return Redirect::to("/welcome").into_response();
    }
    let text: String = error.to_string().chars().take(LONGEST_REFUSAL).collect();
    let attributes = "Path=/admin/import; Max-Age=30; HttpOnly; Secure; SameSite=Lax";
    let cookie = format!("{REFUSED_UPLOAD_COOKIE}={}; {attributes}", to_hex(&text));
    (AppendHeaders([(header::SET_COOKIE, cookie)]), Redirect::to("/admin/import")).into_response()
}

/// A file of one kind to start from.
async fn template(Path(file): Path<String>) -> Response {
    match file.strip_suffix(".csv").map(Kind::parse) {
        Some(Ok(kind)) => csv(&file, kind.template()),
        Some(Err(_)) | None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The rows of one file that stayed out.
async fn rejected(Extension(here): Extension<Here>, Path((import, place)): Path<(String, u16)>) -> Response {
    let Ok(import) = ImportId::parse(&import) else { return StatusCode::NOT_FOUND.into_response() };
    match here.store.rejected_rows(&here.actor(), &import, place).await {
        Ok(rejected) => {
            let stem = rejected.file.rsplit_once('.').map_or(rejected.file.as_str(), |(stem, _)| stem);
            csv(&format!("{}-left-out.csv", slug(stem)), &rejected.csv)
        }
        Err(Error::Rejected(rejection)) => (status(&rejection), rejection.to_string()).into_response(),
        Err(Error::Broken(fault)) => (StatusCode::INTERNAL_SERVER_ERROR, fault.to_string()).into_response(),
    }
}

fn status(rejection: &Rejection) -> StatusCode {
    match rejection {
        Rejection::SignedOut => StatusCode::UNAUTHORIZED,
        Rejection::Forbidden(_) => StatusCode::FORBIDDEN,
        Rejection::NotFound(_)
        | Rejection::Invalid { .. }
        | Rejection::Stale(_)
        | Rejection::Conflict(_)
        | Rejection::TooMany { .. } => StatusCode::NOT_FOUND,
    }
}

fn csv(name: &str, text: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, text.to_owned()).into_response()
}
