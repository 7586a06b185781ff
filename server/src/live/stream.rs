//! `GET /live?after=<seq>-<chain>`: what happened since, then what happens, as server-sent events.
//!
//! The queue is opened first, then the log is read up to now, then the queue is drained without what was already sent:
//! nothing is lost or doubled in between. The session is asked for again once the queue is open, since its end is told to
//! open queues only. "Now" is what this process has applied: what is sent can be looked at. A cursor whose chain differs comes from a log that is no more (a restored
//! copy, or a write that a power cut undid), so its reader is told to look at everything again.

use super::hub::{Told, concerns, encoded};
use crate::state::AppState;
use ::app::here::Here;
use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::actor::Actor;
use domain::event::Seq;
use futures::StreamExt;
use futures::stream;
use serde::Deserialize;
use store::Store;
use tokio::sync::mpsc;

/// More than this many events behind, reading everything again is less work.
const TOO_FAR: u64 = 5_000;

/// Where a reader stands.
#[derive(Debug, Default, Deserialize)]
pub struct After {
    #[serde(default)]
    after: String,
}

/// Answers with a stream for whoever is signed in.
pub async fn stream(
    State(state): State<AppState>,
    Extension(here): Extension<Here>,
    Query(query): Query<After>,
    headers: HeaderMap,
) -> Response {
    let (Some(who), Some(token)) = (here.who, here.token) else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    let last_id = headers.get("last-event-id").and_then(|value| value.to_str().ok()).map(str::to_owned);
    let cursor = Cursor::parse(&last_id.unwrap_or(query.after));
    let queue = state.hub.listen(&who, &token);
    let missed = match state.store.signed_in(&token).await {
        Ok(Some(still)) => missed(&state.store, &still.actor, cursor).await,
        Ok(None) => return StatusCode::UNAUTHORIZED.into_response(),
        Err(error) => Err(error),
    };
    match missed {
        Ok((sent, first)) => {
            let opening = stream::iter([Bytes::from(greeting(&state, sent)), first]);
            let body = opening.chain(rest(queue, sent)).map(Ok::<_, std::convert::Infallible>);
            let headers = [
                (header::CONTENT_TYPE, "text/event-stream"),
                (header::CACHE_CONTROL, "no-store"),
                (header::HeaderName::from_static("x-accel-buffering"), "no"),
            ];
            (headers, Body::from_stream(body)).into_response()
        }
        Err(error) => (StatusCode::SERVICE_UNAVAILABLE, error.to_string()).into_response(),
    }
}

/// How soon to come back, spread over four seconds so that not all browsers come at once; and, while the program is
/// being worked on, which build this is, so that a page of another one reloads.
fn greeting(state: &AppState, sent: Seq) -> String {
    let retry = format!("retry: {}\n\n", 1_000 + sent.0 % 4_000);
    if state.reloads { format!("{retry}event: build\ndata: {}\n\n", state.site.build) } else { retry }
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Cursor {
    seq: Seq,
    chain: Option<String>,
}

impl Cursor {
    /// `12-0a1b2c3d`, or `12`; none when it is anything else, which means from now on.
    fn parse(text: &str) -> Option<Self> {
        let (seq, chain) = text.split_once('-').map_or((text, None), |(seq, chain)| (seq, Some(chain.to_owned())));
        Some(Self { seq: Seq(seq.parse().ok()?), chain })
    }
}

/// What the reader missed, encoded, and how far in the log that goes.
async fn missed(store: &Store, actor: &Actor, cursor: Option<Cursor>) -> store::Result<(Seq, Bytes)> {
    // A reader who comes from another process may be ahead of this one.
    if cursor.as_ref().is_some_and(|cursor| cursor.seq > store.applied().seq) {
        store.catch_up().await?;
    }
    let applied = store.applied();
    let Some(cursor) = cursor else { return Ok((applied.seq, Bytes::new())) };
    let is_far = |cursor: &Cursor| cursor.seq > applied.seq || applied.seq.0 - cursor.seq.0 > TOO_FAR;
    if is_far(&cursor) || !is_of_this_log(store, &cursor).await? {
        let resync = format!("id: {}\nevent: resync\ndata: \n\n", applied.cursor());
        return Ok((applied.seq, Bytes::from(resync)));
    }
    let mut bytes = Vec::new();
    let mut sent = cursor.seq;
    while sent < applied.seq {
        let events = store.events_after(sent, 256.min(applied.seq.0 - sent.0)).await?;
        let Some(reached) = events.last().map(|logged| logged.event.seq) else { break };
        for logged in events.iter().filter(|logged| concerns(&logged.event, actor)) {
            bytes.extend_from_slice(&encoded(logged));
        }
        sent = reached;
    }
    Ok((sent, Bytes::from(bytes)))
}

async fn is_of_this_log(store: &Store, cursor: &Cursor) -> store::Result<bool> {
    let Some(chain) = cursor.chain.as_ref().filter(|_| cursor.seq.0 > 0) else { return Ok(true) };
    let there = store.events_after(Seq(cursor.seq.0 - 1), 1).await?;
    Ok(there.first().is_some_and(|logged| logged.chain.starts_with(chain.as_str())))
}

/// The queue as bytes, without what was already sent. When the hub gave the reader up, the last word is to look at
/// everything again.
fn rest(queue: mpsc::Receiver<Told>, sent: Seq) -> impl futures::Stream<Item = Bytes> {
    stream::unfold(Some((queue, sent)), |state| async move {
        let (mut queue, sent) = state?;
        loop {
            return match queue.recv().await {
                Some(Told::Frame(seq, _)) if seq <= sent => continue,
                Some(Told::Frame(seq, bytes)) => Some((bytes, Some((queue, seq)))),
                Some(Told::Heartbeat(bytes)) => Some((bytes, Some((queue, sent)))),
                Some(Told::Resync) | None => Some((Bytes::from_static(b"event: resync\ndata: \n\n"), None)),
                Some(Told::Ended) => Some((Bytes::from_static(b"event: ended\ndata: \n\n"), None)),
                Some(Told::Close) => None,
            };
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_a_number_with_or_without_a_chain() {
        assert_eq!(Cursor::parse("12-0a1b"), Some(Cursor { seq: Seq(12), chain: Some("0a1b".into()) }));
        assert_eq!(Cursor::parse("12"), Some(Cursor { seq: Seq(12), chain: None }));
        assert_eq!(Cursor::parse(""), None);
        assert_eq!(Cursor::parse("soon"), None);
    }
}
