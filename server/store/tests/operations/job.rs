//! Jobs: taken by one, done once, tried again, and what becomes of reminders when a meeting moves.

use crate::fernhill::{NOW, acting, fernhill};
use domain::actor::Actor;
use domain::clocks::Day;
use domain::event::{Happening, Seq};
use domain::exchange::{Ask, Move};
use domain::id::ExchangeId;
use domain::job::{Job, LEASE, Task, again_after};
use domain::mail::{Delivery, MailSetup, MailState};
use domain::notices::NoticesForm;
use domain::session::Change;
use domain::text::Prose;
use domain::time::{Minutes, Span, Timestamp};
use store::{Clock, Error, Fault, Store};

const SOMEBODY: &Actor = &Actor::Console;

/// Amara and Jonas agree to meet at `starts_at`.
async fn agreed(store: &Store, starts_at: Timestamp) -> ExchangeId {
    let ask = Ask {
        teacher: "jonas".parse().unwrap(),
        skill: "sql-for-reports".parse().unwrap(),
        message: Prose::parse("message", "Joins?").unwrap(),
        minutes: Minutes(45),
        starts_at: Some(starts_at),
    };
    let id = store.ask_exchange(&acting("amara"), &ask).await.unwrap();
    store.move_exchange(&acting("jonas"), &id, &Move::Accept).await.unwrap();
    id
}

/// Amara moves what was agreed to another time, on the page of the hour that it is.
async fn move_to(store: &Store, id: &ExchangeId, starts_at: Timestamp) {
    let hour = store.read(SOMEBODY, |org| Ok(org.exchange(id).unwrap().session.clone().unwrap())).unwrap();
    let timing = store.read(SOMEBODY, |org| Ok(org.session(&hour).unwrap().timing().unwrap().clone())).unwrap();
    // Clocks in Berlin are an hour ahead of UTC.
    let wall = starts_at.after(Span::hours(1));
    let minute = u16::try_from((wall.0 - Day::utc(wall).begins().0) / 60_000).unwrap();
    let change = Change::Moved { day: Day::utc(wall), minute, length: timing.length, place: None };
    store.change_date(&acting("amara"), &hour, timing.first, Some(&change), &Prose::default()).await.unwrap();
}

/// The jobs that are due, taken.
async fn claimed(store: &Store) -> Vec<Job> {
    store.claim_jobs(SOMEBODY, 100).await.unwrap()
}

/// Does every reminder that is due; how many were.
async fn remind(store: &Store) -> usize {
    let jobs = claimed(store).await;
    for job in &jobs {
        store.remind(SOMEBODY, job).await.unwrap();
    }
    jobs.len()
}

/// Who was reminded so far.
async fn reminded(store: &Store) -> Vec<String> {
    let events = store.events_after(Seq(0), 1_000).await.unwrap();
    let who = |what: Happening| match what {
        Happening::Reminded { person } => Some(person.to_string()),
        _ => None,
    };
    events.into_iter().filter_map(|logged| who(logged.event.what)).collect()
}

fn at(clock: &Clock, starts_at: Timestamp, hours_before: i64) {
    clock.set(starts_at.before(Span::hours(hours_before)));
}

#[tokio::test(flavor = "multi_thread")]
async fn both_are_reminded_a_day_and_an_hour_before_and_once() {
    let (store, clock) = fernhill().await;
    let starts_at = NOW.after(Span::hours(30));
    agreed(&store, starts_at).await;
    assert_eq!(remind(&store).await, 0, "it is not near yet");
    at(&clock, starts_at, 24);
    assert_eq!((remind(&store).await, remind(&store).await), (1, 0));
    assert_eq!(reminded(&store).await, ["amara", "jonas"]);
    at(&clock, starts_at, 1);
    assert_eq!(remind(&store).await, 1);
    assert_eq!(reminded(&store).await.len(), 4);
    store.plan_reminders(SOMEBODY).await.unwrap();
    assert_eq!(claimed(&store).await, Vec::new(), "what was done is not put again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_that_is_moved_is_reminded_of_at_its_new_time_alone() {
    let (store, clock) = fernhill().await;
    let (before, after) = (NOW.after(Span::hours(30)), NOW.after(Span::hours(80)));
    let id = agreed(&store, before).await;
    move_to(&store, &id, after).await;
    at(&clock, before, 24);
    assert_eq!(remind(&store).await, 1, "the old reminder comes due");
    assert_eq!(reminded(&store).await, Vec::<String>::new(), "and tells nobody");
    at(&clock, after, 24);
    remind(&store).await;
    assert_eq!(reminded(&store).await, ["amara", "jonas"]);
    let reason = Prose::parse("reason", "I am ill.").unwrap();
    store.move_exchange(&acting("jonas"), &id, &Move::Decline { reason }).await.unwrap();
    at(&clock, after, 1);
    assert_eq!(remind(&store).await, 1);
    assert_eq!(reminded(&store).await.len(), 2, "what was called off is not reminded of");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_killed_leaves_the_job_to_others_and_its_effect_comes_once() {
    let (store, clock) = fernhill().await;
    let starts_at = NOW.after(Span::hours(30));
    agreed(&store, starts_at).await;
    at(&clock, starts_at, 24);
    let first = claimed(&store).await.remove(0);
    assert_eq!(claimed(&store).await, Vec::new(), "it is somebody’s for two minutes");
    clock.set(starts_at.before(Span::hours(24)).after(LEASE));
    let second = claimed(&store).await.remove(0);
    assert_eq!((second.tries, &second.key), (2, &first.key));
    // The first was only slow, and comes back.
    store.remind(SOMEBODY, &first).await.unwrap();
    assert_eq!(reminded(&store).await, Vec::<String>::new(), "it is no longer theirs");
    store.remind(SOMEBODY, &second).await.unwrap();
    store.remind(SOMEBODY, &second).await.unwrap();
    store.remind(SOMEBODY, &first).await.unwrap();
    assert_eq!(reminded(&store).await, ["amara", "jonas"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_does_not_work_is_tried_again_later_and_later_and_then_given_up() {
    let (store, clock) = fernhill().await;
    let starts_at = NOW.after(Span::hours(30));
    agreed(&store, starts_at).await;
    let mut now = starts_at.before(Span::hours(24));
    clock.set(now);
    let fault = Error::from(Fault::new("test", &"the line is cut"));
    let mut tries = 0;
    while let Some(job) = claimed(&store).await.into_iter().next() {
        tries += 1;
        assert_eq!(job.tries, tries);
        store.fail_job(SOMEBODY, &job, &fault).await.unwrap();
        assert!(claimed(&store).await.is_empty(), "not at once");
        now = now.after(again_after(tries).unwrap_or(Span::days(9)));
        clock.set(now);
        if tries == 3 {
            // Time enough for the other reminder too, which would stand in the way.
            break;
        }
    }
    assert_eq!(tries, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_the_server_takes_jobs() {
    let (store, _) = fernhill().await;
    let job = Job {
        key: domain::job::JobKey("mail/none".to_owned()),
        task: Task::Mail { mail: domain::mail::MailKey("none".to_owned()) },
        due_at: NOW,
        tries: 1,
        leased_by: String::new(),
    };
    for actor in [acting("amara"), Actor::Stranger] {
        let fault = Error::from(Fault::new("test", &"no"));
        let refused = [
            store.claim_jobs(&actor, 1).await.map(drop),
            store.fail_job(&actor, &job, &fault).await,
            store.remind(&actor, &job).await,
            store.plan_reminders(&actor).await,
            store.write_digest(&actor, &job).await,
            store.mail_to_send(&actor, &job).await.map(drop),
            store.tell_by_mail(&actor).await.map(drop),
            store.tell_of_open_steps(&actor, NOW).await,
            store.tell_of_near_sessions(&actor, NOW).await,
            store.begin_mail(&actor, setup()).await,
            store.mail_page(&actor).await.map(drop),
            store.send_test_mail(&actor).await.map(drop),
        ];
        for outcome in refused {
            assert!(matches!(outcome, Err(Error::Rejected(_))), "{actor:?}");
        }
    }
}

fn setup() -> MailSetup {
    MailSetup { server: "mail.example:587".into(), from: "kith@company.example".into(), origin: "https://k".into() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_by_mail_is_written_once_and_worth_nothing_once_the_meeting_began() {
    let (store, clock) = fernhill().await;
    store.begin_mail(SOMEBODY, setup()).await.unwrap();
    let form = NoticesForm { rhythm: "daily".to_owned(), ..NoticesForm::default() };
    store.choose_notices(&acting("jonas"), &form).await.unwrap();
    let starts_at = NOW.after(Span::hours(30));
    agreed(&store, starts_at).await;
    at(&clock, starts_at, 24);
    let jobs = claimed(&store).await;
    for job in jobs.iter().filter(|job| matches!(job.task, Task::Remind { .. })) {
        store.remind(SOMEBODY, job).await.unwrap();
    }
    // 15:12 in Lisbon, so it is nobody’s quiet time.
    let mails = claimed(&store).await;
    assert_eq!(mails.len(), 2, "{mails:?}");
    let sent = store.mail_to_send(SOMEBODY, &mails[0]).await.unwrap().unwrap();
    assert!(sent.letter.subject.contains("SQL for reports"), "{}", sent.letter.subject);
    store.note_delivery(SOMEBODY, &mails[0], &sent, &Delivery::Accepted).await.unwrap();
    assert!(matches!(store.mail(SOMEBODY, &sent.key).await.unwrap().unwrap().state, MailState::Sent { .. }));
    // The other waits until the meeting has begun.
    clock.set(starts_at.after(Span::minutes(1)));
    let late = claimed(&store).await;
    let late: Vec<&Job> = late.iter().filter(|job| job.key == mails[1].key).collect();
    assert_eq!(store.mail_to_send(SOMEBODY, late[0]).await.unwrap(), None);
}
