//! How fast somebody may change things, and how fast somebody may try to sign in.

use crate::config::Config;
use crate::state::AppState;
use ::app::AppError;
use ::app::here::Here;
use axum::Json;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::id::PersonId;
use domain::rejection::Rejection;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;

/// Server functions that strangers call to sign in.
const DOORS: [&str; 3] = ["/api/sign_in", "/api/sign_in_as", "/api/join"];

/// Token buckets of this process; failed sign-ins are also counted in the database.
#[derive(Debug)]
pub struct Limits {
    writes: DefaultKeyedRateLimiter<PersonId>,
    sign_ins: DefaultKeyedRateLimiter<IpAddr>,
}

impl Limits {
    /// Full buckets.
    pub fn new(config: &Config) -> Self {
        let quota = |per_minute: u32| Quota::per_minute(NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN));
        Self {
            writes: RateLimiter::keyed(quota(config.writes_per_minute)),
            sign_ins: RateLimiter::keyed(quota(config.sign_ins_per_minute)),
        }
    }

    /// Seconds until this request would be taken; `None` when it is taken now.
    fn wait(&self, request: &Request) -> Option<u32> {
        let seconds = |not_until: governor::NotUntil<_>| {
            let wait = not_until.wait_time_from(DefaultClock::default().now());
            u32::try_from(wait.as_secs()).unwrap_or(u32::MAX).saturating_add(1)
        };
        if DOORS.contains(&request.uri().path()) {
            let from = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(addr)| addr.ip())?;
            return self.sign_ins.check_key(&from).err().map(seconds);
        }
        let who = request.extensions().get::<Here>().and_then(|here| here.who.as_ref())?;
        self.writes.check_key(&who.person.id).err().map(seconds)
    }
}

/// Refuses changes that come too fast, with how long to wait.
pub async fn limit_writes(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    match (!reads).then(|| state.limits.wait(&request)).flatten() {
        None => next.run(request).await,
        Some(seconds) => {
            let error = AppError::Rejected(Rejection::TooMany { seconds });
            (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds.to_string())], Json(error)).into_response()
        }
    }
}
