//! How fast somebody may look and change things, and how fast somebody may try to sign in.

use super::address::address_of;
use crate::config::Config;
use crate::state::AppState;
use ::app::AppError;
use ::app::here::Here;
use axum::Json;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::id::PersonId;
use domain::rejection::Rejection;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::IpAddr;
use std::num::NonZeroU32;

/// Server functions that strangers call to sign in.
const DOORS: [&str; 3] = ["/api/sign_in", "/api/sign_in_as", "/api/join"];

/// Server functions that change nothing. They are posts too, and pages ask them again whenever something changes or a
/// letter is typed, so they are measured apart from changes. A function that is not here counts as a change.
pub const READS: &[&str] = &[
    "admin_audit",
    "admin_programs",
    "ask",
    "asked_questions",
    "be_present",
    "catalogue_form",
    "chosen_theme",
    "confirm_choices",
    "confirmation",
    "confirmations",
    "continuity",
    "cover_plan",
    "current_visitor",
    "drafted_files",
    "drill",
    "drills",
    "dry_run",
    "earlier_imports",
    "evidence_rules",
    "exchange",
    "exchanges",
    "feeds",
    "found",
    "front_door",
    "home",
    "host_proposal",
    "hours",
    "hours_book",
    "hours_proof",
    "import_result",
    "invited",
    "jump",
    "level_explained",
    "library",
    "mail",
    "mail_link",
    "match_console",
    "members",
    "mentor_match",
    "mentor_request",
    "mentoring",
    "my_skills",
    "new_drill",
    "notices",
    "new_question",
    "note",
    "note_form",
    "note_history",
    "notes_to_verify",
    "notifications",
    "pair_health",
    "pair_room",
    "pairs",
    "people",
    "people_to_invite",
    "people_to_meet",
    "people_to_name",
    "person",
    "plan_progress",
    "profile",
    "program",
    "program_editor",
    "program_history",
    "program_kinds",
    "program_people",
    "program_version",
    "programs",
    "question",
    "questions",
    "refused_upload",
    "reports",
    "session",
    "session_close",
    "session_dates",
    "session_door",
    "session_draft",
    "session_sheet",
    "session_times",
    "sessions",
    "skill",
    "skills",
    "skills_to_say",
    "start",
    "swap",
    "swaps",
    "targets",
    "team",
    "team_form",
    "teams",
    "thanks",
    "thanks_choices",
    "three_people",
    "trail",
    "unread_notifications",
    "what_if",
    "why_matched",
];

/// Questions a person may ask in a minute: more than any page or search box asks, few enough that a script shows.
const READS_PER_MINUTE: u32 = 6_000;

/// Token buckets of this process; tries to sign in are also counted in the database.
#[derive(Debug)]
pub struct Limits {
    reads: DefaultKeyedRateLimiter<PersonId>,
    writes: DefaultKeyedRateLimiter<PersonId>,
    sign_ins: DefaultKeyedRateLimiter<IpAddr>,
    proxies: u8,
}

impl Limits {
    /// Full buckets.
    pub fn new(config: &Config) -> Self {
        let quota = |per_minute: u32| Quota::per_minute(NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN));
        Self {
            reads: RateLimiter::keyed(quota(READS_PER_MINUTE)),
            writes: RateLimiter::keyed(quota(config.writes_per_minute)),
            sign_ins: RateLimiter::keyed(quota(config.sign_ins_per_minute)),
            proxies: config.trusted_proxies,
        }
    }

    /// Forgets whoever's bucket is full again.
    pub fn forget_full(&self) {
        self.reads.retain_recent();
        self.writes.retain_recent();
        self.sign_ins.retain_recent();
    }

    /// Seconds until this request would be taken; `None` when it is taken now.
    fn wait(&self, request: &Request) -> Option<u32> {
        let seconds = |not_until: governor::NotUntil<_>| {
            let wait = not_until.wait_time_from(DefaultClock::default().now());
            u32::try_from(wait.as_secs()).unwrap_or(u32::MAX).saturating_add(1)
        };
        let path = request.uri().path();
        if DOORS.contains(&path) {
            return self.sign_ins.check_key(&address_of(request, self.proxies)?).err().map(seconds);
        }
        let who = request.extensions().get::<Here>().and_then(|here| here.who.as_ref())?;
        let is_read = path.strip_prefix("/api/").is_some_and(|function| READS.contains(&function));
        let bucket = if is_read { &self.reads } else { &self.writes };
        bucket.check_key(&who.person.id).err().map(seconds)
    }
}

/// Refuses calls that come too fast, with how long to wait.
pub async fn limit_calls(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let is_page = matches!(*request.method(), Method::GET | Method::HEAD);
    match (!is_page).then(|| state.limits.wait(&request)).flatten() {
        None => next.run(request).await,
        Some(seconds) => {
            let error = AppError::Rejected(Rejection::TooMany { seconds });
            (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds.to_string())], Json(error)).into_response()
        }
    }
}
