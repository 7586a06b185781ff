//! Work that is due: taken, done, noted. Any number of processes may run this on one organisation; whoever is killed in
//! the middle leaves its jobs to the others.

use crate::mail::Post;
use domain::actor::Actor;
use domain::job::{Job, Task};
use domain::time::{Span, Timestamp};
use futures::future::join_all;
use std::sync::Arc;
use std::time::Duration;
use store::{Result, Store};

/// How many jobs are taken at once: all of them are done well within their lease.
const AT_ONCE: u32 = 8;
/// Jobs come due without anything happening.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How often it is looked for what comes by time alone.
const SWEEP_EVERY: Span = Span::minutes(15);
/// The same of sessions that soon begin.
const SESSIONS_EVERY: Span = Span::minutes(1);
/// How far the first such look reaches back.
const FIRST_SWEEP: Span = Span::days(1);

/// Works for ever. Without a way to a mail server no mail is written or taken.
pub async fn run_jobs(store: Store, post: Option<Arc<Post>>) {
    let mut happenings = store.happenings();
    let mut looked = Looked::default();
    loop {
        if let Err(error) = look(&store, post.as_deref(), &mut looked).await {
            tracing::warn!(%error, "work that is due could not be taken; trying again");
        }
        // Whether something happened, was missed, or nothing did: it is time to look again.
        drop(tokio::time::timeout(LOOK_EVERY, happenings.recv()).await);
        happenings = happenings.resubscribe();
    }
}

/// When it was last looked for what comes by time alone.
#[derive(Default)]
struct Looked {
    steps: Option<Timestamp>,
    sessions: Option<Timestamp>,
}

/// Looks once at everything there is to do, and does it.
async fn look(store: &Store, post: Option<&Post>, looked: &mut Looked) -> Result<()> {
    let (actor, now) = (&Actor::Console, store.clock().now());
    let is_due = |last: Option<Timestamp>, every: Span| last.is_none_or(|last| now.since(last).0 >= every.0);
    if is_due(looked.steps, SWEEP_EVERY) {
        store.plan_reminders(actor).await?;
        store.tell_of_open_steps(actor, looked.steps.unwrap_or(now.before(FIRST_SWEEP))).await?;
        looked.steps = Some(now);
    }
    if is_due(looked.sessions, SESSIONS_EVERY) {
        store.tell_of_near_sessions(actor, looked.sessions.unwrap_or(now.before(FIRST_SWEEP))).await?;
        looked.sessions = Some(now);
    }
    while store.tell_by_mail(actor).await? > 0 {}
    loop {
        let jobs = store.claim_jobs(actor, AT_ONCE).await?;
        if jobs.is_empty() {
            return Ok(());
        }
        join_all(jobs.iter().map(|job| work(store, post, job))).await;
    }
}

/// Does one job; whatever went wrong is noted with it.
async fn work(store: &Store, post: Option<&Post>, job: &Job) {
    let Err(error) = attempt(store, post, job).await else { return };
    tracing::warn!(%error, job = %job.key.0, "a job did not work; it is tried again");
    if let Err(error) = store.fail_job(&Actor::Console, job, &error).await {
        tracing::warn!(%error, job = %job.key.0, "and that could not be noted; its lease ends by itself");
    }
}

async fn attempt(store: &Store, post: Option<&Post>, job: &Job) -> Result<()> {
    let actor = &Actor::Console;
    match (&job.task, post) {
        (Task::Remind { .. }, _) => store.remind(actor, job).await,
        (Task::Digest { .. }, _) => store.write_digest(actor, job).await,
        (Task::Mail { .. }, None) => Ok(()),
        (Task::Mail { .. }, Some(post)) => {
            let Some(mut outgoing) = store.mail_to_send(actor, job).await? else { return Ok(()) };
            if let Some(news) = &outgoing.letter.news {
                outgoing.letter.calendar = post.calendar_part(store, news, &outgoing.person)?;
            }
            let delivery = post.deliver(&outgoing).await;
            store.note_delivery(actor, job, &outgoing, &delivery).await
        }
    }
}
