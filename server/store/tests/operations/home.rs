//! The first page, what is put off there, and what was read.

use crate::fernhill::{NOW, acting, fernhill};
use domain::actor::Actor;
use domain::event::Happening;
use domain::exchange::Ask;
use domain::next_step::{NextStepKind, Pause, StepId};
use domain::notifications::NotificationsQuery;
use domain::rejection::Rejection;
use domain::text::Prose;
use domain::time::{Minutes, Span};
use store::{Error, Store};

/// Amara asks Jonas; the step on his page.
async fn asked(store: &Store) -> StepId {
    let ask = Ask {
        teacher: "jonas".parse().unwrap(),
        skill: "sql-for-reports".parse().unwrap(),
        message: Prose::default(),
        minutes: Minutes(45),
        starts_at: Some(NOW.after(Span::days(2))),
    };
    store.ask_exchange(&acting("amara"), &ask).await.unwrap();
    store.home_page(&acting("jonas")).await.unwrap().step.unwrap().id
}

async fn first_step(store: &Store) -> NextStepKind {
    store.home_page(&acting("jonas")).await.unwrap().step.unwrap().kind
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_the_next_step_of_the_teacher_at_once() {
    let (store, _) = fernhill().await;
    assert_ne!(first_step(&store).await, NextStepKind::Answer);
    asked(&store).await;
    let page = store.home_page(&acting("jonas")).await.unwrap();
    assert_eq!(page.step.unwrap().title, "Confirm Saturday 10:12 with Amara");
    assert_eq!((page.greeting.as_str(), page.today.as_str()), ("Good morning, Jonas", "Thursday 19 November"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_put_off_comes_back_in_its_time_or_when_called() {
    let (store, clock) = fernhill().await;
    let step = asked(&store).await;
    store.snooze_next_step(&acting("jonas"), &step, Pause::Day).await.unwrap();
    assert_ne!(first_step(&store).await, NextStepKind::Answer);
    let told = store.last_event().await.unwrap().unwrap().event;
    assert_eq!(told.what, Happening::StepSnoozed { person: "jonas".parse().unwrap() });
    assert!(!told.audience.includes(&acting("amara")), "what Jonas puts off is his");
    clock.set(NOW.after(Span::days(1)));
    assert_eq!(first_step(&store).await, NextStepKind::Answer);

    let never = store.snooze_next_step(&acting("jonas"), &step, Pause::Never).await;
    assert!(matches!(never, Err(Error::Rejected(Rejection::Conflict(_)))), "Amara would wait for ever");
    store.snooze_next_step(&acting("jonas"), &step, Pause::Week).await.unwrap();
    let page = store.home_page(&acting("jonas")).await.unwrap();
    assert_eq!((page.step.unwrap().kind == NextStepKind::Answer, page.put_off), (false, 1));
    assert!(page.lead.ends_with("One of them is waiting for you."), "{}", page.lead);
    store.wake_next_steps(&acting("jonas")).await.unwrap();
    assert_eq!(first_step(&store).await, NextStepKind::Answer);
    assert_eq!(store.home_page(&acting("jonas")).await.unwrap().put_off, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_just_asked_is_led_to_thank_somebody() {
    let (store, clock) = fernhill().await;
    asked(&store).await;
    let step = store.home_page(&acting("amara")).await.unwrap().step.unwrap();
    assert_eq!(step.title, "Jonas has your request. Meanwhile, thank someone");
    clock.set(NOW.after(Span::hours(20)));
    let step = store.home_page(&acting("amara")).await.unwrap().step;
    assert_ne!(step.map(|step| step.kind), Some(NextStepKind::Meanwhile), "it is another day");
}

#[tokio::test(flavor = "multi_thread")]
async fn notifications_are_new_until_they_are_read() {
    let (store, clock) = fernhill().await;
    asked(&store).await;
    assert_eq!(store.unread_notifications(&acting("jonas")).await.unwrap(), 1);
    assert_eq!(store.unread_notifications(&acting("noor")).await.unwrap(), 0);
    let newest =
        store.notifications_page(&acting("jonas"), NotificationsQuery::default()).await.unwrap().newest.unwrap();
    store.mark_notifications_read(&acting("jonas"), NotificationsQuery::default(), newest).await.unwrap();
    assert_eq!(store.unread_notifications(&acting("jonas")).await.unwrap(), 0);
    let told = store.last_event().await.unwrap().unwrap().event.what;
    assert_eq!(told, Happening::NotificationsRead { person: "jonas".parse().unwrap() });

    store
        .mark_notifications_read(&acting("jonas"), NotificationsQuery::default(), NOW.before(Span::days(9)))
        .await
        .unwrap();
    assert_eq!(store.unread_notifications(&acting("jonas")).await.unwrap(), 0, "read stays read");
    store
        .mark_notifications_read(&acting("jonas"), NotificationsQuery::default(), NOW.after(Span::days(900)))
        .await
        .unwrap();
    clock.set(NOW.after(Span::minutes(5)));
    let skill = "wound-care".parse().unwrap();
    let words = Prose::parse("words", "For your patience.").unwrap();
    store.give_thanks(&acting("noor"), &"jonas".parse().unwrap(), &skill, &words).await.unwrap();
    assert_eq!(store.unread_notifications(&acting("jonas")).await.unwrap(), 1, "nobody reads ahead");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_ones_own_needs_somebody_signed_in() {
    let (store, _) = fernhill().await;
    let step = StepId::parse("profile:welcome").unwrap();
    for actor in [Actor::Stranger, Actor::Console] {
        let refused = [
            store.home_page(&actor).await.map(drop),
            store.notifications_page(&actor, NotificationsQuery::default()).await.map(drop),
            store.snooze_next_step(&actor, &step, Pause::Day).await,
            store.wake_next_steps(&actor).await,
            store.mark_notifications_read(&actor, NotificationsQuery::default(), NOW).await,
        ];
        for answer in refused {
            assert!(matches!(answer, Err(Error::Rejected(Rejection::SignedOut))), "{actor:?}");
        }
    }
}
