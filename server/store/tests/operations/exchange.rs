//! Asking, agreeing, meeting and thanking, in the database.

use crate::fernhill::{NOW, acting, fernhill};
use domain::actor::Actor;
use domain::event::{Audience, Happening};
use domain::evidence::{Level, Source};
use domain::exchange::{ANSWER_WITHIN, Ask, Exchange, Move, Outcome, Stage};
use domain::id::ExchangeId;
use domain::notifications::NotificationsQuery;
use domain::rejection::{Noun, Rejection};
use domain::text::Prose;
use domain::time::{Minutes, Span, Timestamp};
use store::{Error, Store};

fn prose(text: &str) -> Prose {
    Prose::parse("words", text).unwrap()
}

/// Jonas is asked for 45 minutes of SQL tomorrow.
fn ask() -> Ask {
    Ask {
        teacher: "jonas".parse().unwrap(),
        skill: "sql-for-reports".parse().unwrap(),
        message: prose("Could you show me joins?"),
        minutes: Minutes(45),
        starts_at: Some(NOW.after(Span::days(1))),
    }
}

async fn asked(store: &Store) -> ExchangeId {
    store.ask_exchange(&acting("amara"), &ask()).await.unwrap()
}

fn exchange(store: &Store, id: &ExchangeId) -> Exchange {
    store.read(&Actor::Console, |org| Ok(org.exchange(id).cloned().unwrap())).unwrap()
}

fn met(words: &str) -> Move {
    Move::Confirm { outcome: Outcome::Met, words: prose(words) }
}

async fn happened(store: &Store) -> Vec<Happening> {
    let last = store.last_event().await.unwrap().unwrap().event.seq;
    let events = store.events_after(domain::event::Seq(0), last.0).await.unwrap();
    events.into_iter().map(|logged| logged.event.what).collect()
}

fn refusal<T: std::fmt::Debug>(answer: store::Result<T>) -> Rejection {
    match answer.unwrap_err() {
        Error::Rejected(rejection) => rejection,
        Error::Broken(fault) => panic!("{fault}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_waits_for_the_teacher_and_only_the_two_are_told() {
    let (store, _) = fernhill().await;
    let id = asked(&store).await;
    let waiting = exchange(&store, &id);
    assert_eq!(waiting.stage, Stage::Waiting { on: domain::exchange::Side::Teacher, until: NOW.after(ANSWER_WITHIN) });
    assert_eq!(waiting.message.as_str(), "Could you show me joins?");
    let told = store.last_event().await.unwrap().unwrap().event;
    assert!(matches!(told.what, Happening::ExchangeMoved { exchange, .. } if exchange == id));
    assert_eq!(told.audience, Audience::People { people: vec!["amara".parse().unwrap(), "jonas".parse().unwrap()] });
    assert_eq!(store.exchanges_page(&acting("jonas")).unwrap().yours.len(), 1);
    assert_eq!(store.exchanges_page(&acting("noor")).unwrap().yours.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_is_refused_for_oneself_strangers_unknown_skills_and_twice() {
    let (store, _) = fernhill().await;
    asked(&store).await;
    let before = store.last_event().await.unwrap();
    let rows = [
        ("amara", ask(), "still open"),
        ("jonas", ask(), "other than yourself"),
        ("amara", Ask { teacher: "nobody".parse().unwrap(), ..ask() }, "person does not exist"),
        ("amara", Ask { skill: "juggling".parse().unwrap(), ..ask() }, "skill does not exist"),
        ("noor", Ask { starts_at: Some(NOW), ..ask() }, "still to come"),
        ("ghost", ask(), "Sign in first"),
    ];
    for (who, ask, expected) in rows {
        let why = refusal(store.ask_exchange(&acting(who), &ask).await).to_string();
        assert!(why.contains(expected), "{who}: {why}");
    }
    assert_eq!(refusal(store.ask_exchange(&Actor::Stranger, &ask()).await), Rejection::SignedOut);
    assert_eq!(store.last_event().await.unwrap(), before, "a refusal writes nothing");
    store.ask_exchange(&acting("noor"), &ask()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_requests_at_once_one_is_opened() {
    let (store, _) = fernhill().await;
    let tries: Vec<_> = (0..6)
        .map(|_| {
            let store = store.clone();
            tokio::spawn(async move { store.ask_exchange(&acting("amara"), &ask()).await.is_ok() })
        })
        .collect();
    let mut opened = 0;
    for one in tries {
        opened += usize::from(one.await.unwrap());
    }
    assert_eq!(opened, 1);
    assert_eq!(store.read(&Actor::Console, |org| Ok(org.exchanges().count())).unwrap(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_yeses_at_once_one_counts() {
    let (store, _) = fernhill().await;
    let id = asked(&store).await;
    let say_yes = || {
        let (store, id) = (store.clone(), id.clone());
        tokio::spawn(async move { store.move_exchange(&acting("jonas"), &id, &Move::Accept).await.is_ok() })
    };
    let (first, second) = (say_yes(), say_yes());
    assert_eq!(usize::from(first.await.unwrap()) + usize::from(second.await.unwrap()), 1);
    assert_eq!((exchange(&store, &id).stage, exchange(&store, &id).history.len()), (Stage::Agreed, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_yes_is_to_the_time_that_was_read() {
    let (store, _) = fernhill().await;
    let id = asked(&store).await;
    let (first, second) = (NOW.after(Span::days(2)), NOW.after(Span::days(3)));
    for starts_at in [first, second] {
        store.move_exchange(&acting("jonas"), &id, &Move::Propose { starts_at }).await.unwrap();
    }
    let late = refusal(store.accept_exchange(&acting("amara"), &id, first).await);
    assert!(matches!(late, Rejection::Stale(why) if why.starts_with("Another time")));
    let not_hers = refusal(store.accept_exchange(&acting("noor"), &id, second).await);
    assert_eq!(not_hers, Rejection::NotFound(Noun::Exchange));
    store.accept_exchange(&acting("amara"), &id, second).await.unwrap();
    assert_eq!((exchange(&store, &id).stage, exchange(&store, &id).starts_at), (Stage::Agreed, Some(second)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_the_twos_alone() {
    let (store, _) = fernhill().await;
    let id = asked(&store).await;
    for who in ["noor", "sol"] {
        assert_eq!(refusal(store.exchange_page(&acting(who), &id)), Rejection::NotFound(Noun::Exchange), "{who}");
        let moved = store.move_exchange(&acting(who), &id, &Move::Accept).await;
        assert_eq!(refusal(moved), Rejection::NotFound(Noun::Exchange), "{who}");
    }
    let unknown = "nothing".parse().unwrap();
    let moved = store.move_exchange(&acting("jonas"), &unknown, &Move::Accept).await;
    assert_eq!(refusal(moved), Rejection::NotFound(Noun::Exchange));
    assert_eq!(exchange(&store, &id).history, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn when_both_say_they_met_it_counts_for_both_and_the_teacher_is_thanked() {
    let (store, clock) = fernhill().await;
    let id = asked(&store).await;
    store.move_exchange(&acting("jonas"), &id, &Move::Accept).await.unwrap();
    clock.set(NOW.after(Span::days(2)));
    store.move_exchange(&acting("jonas"), &id, &met("")).await.unwrap();
    assert_eq!(level(&store, "amara"), None, "one word is not enough");
    store.move_exchange(&acting("amara"), &id, &met("Now I read our rota.")).await.unwrap();

    assert_eq!(level(&store, "amara"), Some((Level::AWARE, Source::Attended)));
    assert_eq!(level(&store, "jonas"), Some((Level::CAN_TEACH, Source::Peer)));
    let thanks = store.read(&Actor::Console, |org| Ok(org.thanks().to_vec())).unwrap();
    assert_eq!(thanks.len(), 1);
    assert_eq!((thanks[0].words.as_str(), thanks[0].exchange.as_ref()), ("Now I read our rota.", Some(&id)));
    let told = happened(&store).await;
    let given = |what: &&Happening| matches!(what, Happening::EvidenceGiven { .. } | Happening::ThanksGiven { .. });
    assert_eq!(told.iter().filter(given).count(), 3);
    assert_eq!(told.iter().filter(|what| matches!(what, Happening::ExchangeMoved { .. })).count(), 4);

    let again = refusal(store.move_exchange(&acting("amara"), &id, &met("Once more.")).await);
    assert!(matches!(again, Rejection::Stale(_)));
    store.reload().await.unwrap();
    assert_eq!(store.read(&Actor::Console, |org| Ok(org.thanks().len())).unwrap(), 1, "nothing is counted twice");
    assert_eq!(level(&store, "amara"), Some((Level::AWARE, Source::Attended)));
}

fn level(store: &Store, person: &str) -> Option<(Level, Source)> {
    let (person, skill) = (person.parse().unwrap(), "sql-for-reports".parse().unwrap());
    let known = store.read(&Actor::Console, |org| Ok(org.known(&person, &skill).cloned())).unwrap();
    known.map(|known| (known.estimate.level, known.source))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_is_proposed_declined_and_asked_again() {
    let (store, _) = fernhill().await;
    let id = asked(&store).await;
    let starts_at = NOW.after(Span::days(3));
    store.move_exchange(&acting("jonas"), &id, &Move::Propose { starts_at }).await.unwrap();
    assert!(store.exchange_page(&acting("amara"), &id).unwrap().moves.accept);
    let silent = Move::Decline { reason: Prose::default() };
    assert!(matches!(refusal(store.move_exchange(&acting("amara"), &id, &silent).await), Rejection::Invalid { .. }));
    store.move_exchange(&acting("amara"), &id, &Move::Decline { reason: prose("I am away.") }).await.unwrap();
    let page = store.notifications_page(&acting("jonas"), NotificationsQuery::default()).await.unwrap();
    assert_eq!(page.items[0].words, "I am away.");
    let again = asked(&store).await;
    assert_ne!(again, id);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unanswered_request_expires_once_and_both_are_told() {
    let (store, clock) = fernhill().await;
    let id = asked(&store).await;
    assert_eq!(store.expire_exchanges(&Actor::Console).await.unwrap(), 0);
    clock.set(NOW.after(ANSWER_WITHIN));
    assert!(matches!(refusal(store.expire_exchanges(&acting("noor")).await), Rejection::Forbidden(_)));
    assert_eq!(store.expire_exchanges(&Actor::Console).await.unwrap(), 1);
    assert_eq!(store.expire_exchanges(&Actor::Console).await.unwrap(), 0);
    assert_eq!(exchange(&store, &id).stage, Stage::Expired);
    for who in ["amara", "jonas"] {
        let first =
            store.notifications_page(&acting(who), NotificationsQuery::default()).await.unwrap().items.remove(0);
        assert!(first.text[0].text.contains("expired without an answer"), "{who}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_again_need_not_wait_for_the_sweep() {
    let (store, clock) = fernhill().await;
    let id = asked(&store).await;
    clock.set(NOW.after(ANSWER_WITHIN));
    let later = Ask { starts_at: None, ..ask() };
    store.ask_exchange(&acting("amara"), &later).await.unwrap();
    assert_eq!(exchange(&store, &id).stage, Stage::Expired);
}

#[tokio::test(flavor = "multi_thread")]
async fn thanks_need_words_somebody_else_and_a_known_skill() {
    let (store, _) = fernhill().await;
    let skill = "wound-care".parse().unwrap();
    let thank = |who: &'static str, to: &'static str, words: &'static str| {
        let (store, skill) = (store.clone(), &skill);
        async move { store.give_thanks(&acting(who), &to.parse().unwrap(), skill, &prose(words)).await }
    };
    assert!(matches!(refusal(thank("amara", "amara", "Me!").await), Rejection::Invalid { .. }));
    assert!(matches!(refusal(thank("amara", "noor", "").await), Rejection::Invalid { .. }));
    assert_eq!(refusal(thank("amara", "nobody", "Hi").await), Rejection::NotFound(Noun::Person));
    thank("amara", "noor", "For the dressing.").await.unwrap();
    let page = store.notifications_page(&acting("noor"), NotificationsQuery::default()).await.unwrap();
    assert_eq!((page.items.len(), page.items[0].words.as_str()), (1, "For the dressing."));
    assert!(matches!(happened(&store).await.last(), Some(Happening::ThanksGiven { .. })));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_names_a_time_offered_or_one_on_the_askers_clock() {
    let (store, _) = fernhill().await;
    let chosen = |who, slot: &str, own: &str| store.chosen_time(&acting(who), slot, own);
    assert_eq!(chosen("jonas", "", "").unwrap(), None);
    assert_eq!(chosen("jonas", "1795100000000", "").unwrap(), Some(Timestamp(1_795_100_000_000)));
    let (jonas, amara) =
        (chosen("jonas", "", "2026-11-20T12:30").unwrap(), chosen("amara", "", "2026-11-20T12:30").unwrap());
    assert_eq!(amara.unwrap().since(jonas.unwrap()), Span::hours(1));
    assert!(chosen("jonas", "soon", "").is_err() && chosen("jonas", "", "noonish").is_err());
}
