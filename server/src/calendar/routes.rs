//! `/calendar/<secret>.ics` for calendars that ask again and again, and files of a session to take along.
//!
//! Whoever holds a secret link is answered without a cookie; a link that works no more reads like one that never did.

use super::{Describing, File, Method};
use crate::state::AppState;
use ::app::here::Here;
use axum::Router;
use axum::extract::{Extension, Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::clocks::{Clocks, Day};
use domain::feed::{Window, shown};
use domain::id::SessionId;
use domain::rejection::{Noun, Rejection};
use domain::session::Session;
use domain::time::{Span, Timestamp, Zone};
use sha2::{Digest, Sha256};
use store::clock::offset_minutes;
use store::{Error, Store, Token};

/// Calendars ask four times an hour at most.
const KEPT: &str = "private, max-age=900";

/// Secret links.
pub(crate) fn router() -> Router<AppState> {
    Router::new().route("/calendar/{file}", get(feed))
}

/// Files of a session; these need [`Here`].
pub(crate) fn files() -> Router<AppState> {
    Router::new()
        .route("/sessions/{id}/calendar.ics", get(session_file))
        .route("/sessions/{id}/{day}/calendar.ics", get(date_file))
}

async fn feed(State(state): State<AppState>, Path(file): Path<String>, headers: HeaderMap) -> Response {
    let origin = state.site.origin_of(&headers);
    match feed_of(state.store, &file, origin).await {
        Ok(bytes) => unless_known(&headers, bytes),
        Err(error) => refused(error),
    }
}

/// The bytes of the feed whose secret stands in the name of the file that was asked for.
async fn feed_of(store: Store, file: &str, origin: String) -> Result<Vec<u8>, Error> {
    let secret = file.strip_suffix(".ics").ok_or(Rejection::NotFound(Noun::Feed))?;
    let token = Token::parse(secret).map_err(|_| Rejection::NotFound(Noun::Feed))?;
    let subscribed = store.feed(&token).await?;
    // A large one takes a while, in which others are answered.
    let written = tokio::task::spawn_blocking(move || written(&store, &subscribed, &origin));
    written.await.map_err(|cause| Error::Broken(store::Fault::new("writing a calendar", &cause)))?
}

/// A feed as it is now.
fn written(store: &Store, subscribed: &store::Subscribed, origin: &str) -> Result<Vec<u8>, Error> {
    let (feed, now) = (&subscribed.feed, store.clock().now());
    let clocks = Clocks { now, ahead: &ahead };
    let events = store.read(&subscribed.actor, |org| {
        let me = org.person(&feed.person).ok_or(Rejection::NotFound(Noun::Feed))?;
        let by = Describing { org, origin, address: None, hides_titles: feed.hides_titles };
        Ok(by.feed(feed, &shown(org, me, feed.scope, Window::around(now), &clocks)))
    })?;
    Ok(File { method: Method::Publish, feed: Some(feed.scope.title()), events: &events }.bytes())
}

async fn session_file(
    State(state): State<AppState>,
    Extension(here): Extension<Here>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let origin = state.site.origin_of(&headers);
    let events = of_session(&here, &origin, &id, |by, session| Ok(by.session(session)));
    attached(&format!("{id}.ics"), events)
}

async fn date_file(
    State(state): State<AppState>,
    Extension(here): Extension<Here>,
    Path((id, day)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let origin = state.site.origin_of(&headers);
    let events = of_session(&here, &origin, &id, |by, session| {
        let on = Day::parse("day", &day).map_err(|_| Rejection::NotFound(Noun::Session))?;
        Ok(by.date(session, on).into_iter().collect())
    });
    attached(&format!("{id}-{day}.ics"), events)
}

/// What stands in the file of a session that whoever asks may see.
fn of_session(
    here: &Here,
    origin: &str,
    id: &str,
    events: impl FnOnce(&Describing, &Session) -> Result<Vec<super::event::Event>, Rejection>,
) -> Result<Vec<super::event::Event>, Error> {
    let (actor, id) = (here.actor(), SessionId::parse(id));
    here.store.read(&actor, |org| {
        let session = org.session(&id?).filter(|session| session.is_seen_by(&actor));
        let by = Describing { org, origin, address: None, hides_titles: false };
        let events = events(&by, session.ok_or(Rejection::NotFound(Noun::Session))?)?;
        if events.is_empty() { Err(Rejection::NotFound(Noun::Session)) } else { Ok(events) }
    })
}

/// A file to take along.
fn attached(name: &str, events: Result<Vec<super::event::Event>, Error>) -> Response {
    match events {
        Ok(events) => {
            let file = File { method: Method::Publish, feed: None, events: &events }.bytes();
            let disposition = format!("attachment; filename=\"{name}\"");
            let headers = [
                (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
                (header::CONTENT_DISPOSITION, disposition.as_str()),
                (header::CACHE_CONTROL, "no-store"),
            ];
            (headers, file).into_response()
        }
        Err(Error::Rejected(Rejection::SignedOut)) => Redirect::to("/welcome").into_response(),
        Err(error) => refused(error),
    }
}

/// The file, or that it is the one that the calendar has.
fn unless_known(headers: &HeaderMap, file: Vec<u8>) -> Response {
    let hash = Sha256::digest(&file);
    let tag = format!("\"{}\"", hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect::<String>());
    let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut known = known.flat_map(|value| value.split(',')).map(str::trim);
    let is_known = known.any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag);
    let mut answer = if is_known { StatusCode::NOT_MODIFIED.into_response() } else { file.into_response() };
    let own = answer.headers_mut();
    own.insert(header::CACHE_CONTROL, HeaderValue::from_static(KEPT));
    own.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        own.insert(header::ETAG, tag);
    }
    answer
}

fn refused(error: Error) -> Response {
    match error {
        Error::Rejected(rejection) => (StatusCode::NOT_FOUND, rejection.to_string()).into_response(),
        Error::Broken(fault) => (StatusCode::SERVICE_UNAVAILABLE, fault.to_string()).into_response(),
    }
}

/// How far clocks in `zone` are ahead of UTC.
fn ahead(zone: &Zone, at: Timestamp) -> Span {
    Span::minutes(i64::from(offset_minutes(at, zone)))
}
