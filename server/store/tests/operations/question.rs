//! Two questions a week, in the database: answered, skipped, taken back, and not wanted at all.

use crate::care::{NOW, acting, care, level, log_end, refused, since};
use domain::actor::Actor;
use domain::event::Happening;
use domain::evidence::{Level, Source};
use domain::question::{Cell, QuestionCard};
use domain::rejection::{Noun, Rejection};
use domain::time::Span;
use store::{Clock, Store};

/// Leïla of Care East and Priya above her have each said something about themselves; Amara works beside Leïla.
async fn ward() -> (Store, Clock) {
    let (store, clock) = care().await;
    clock.set(NOW.before(Span::days(200)));
    for who in ["leila-haddou", "amara-okafor"] {
        store.set_level(&acting(who), &level(who, 4)).await.unwrap();
    }
    clock.set(NOW);
    (store, clock)
}

async fn card(store: &Store, who: &str) -> Option<QuestionCard> {
    store.home_page(&acting(who)).await.unwrap().questions.card
}

fn cell(subject: &str) -> Cell {
    Cell { subject: subject.parse().unwrap(), skill: "wound-care".parse().unwrap() }
}

fn known(store: &Store) -> (Source, u16) {
    let (person, skill) = ("leila-haddou".parse().unwrap(), "wound-care".parse().unwrap());
    let known = store.read(&Actor::Console, |org| Ok(org.known(&person, &skill).cloned())).unwrap().unwrap();
    (known.source, known.estimate.pieces)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_answered_in_one_step_and_is_evidence_at_once() {
    let (store, _) = ward().await;
    let question = card(&store, "amara-okafor").await.unwrap();
    assert_eq!(question.title, "How well does Leïla know Wound care?");
    let before = log_end(&store).await;
    store.answer_question(&acting("amara-okafor"), &cell("leila-haddou"), Level::ALONE).await.unwrap();
    assert_eq!(known(&store), (Source::Peer, 2));
    let told: Vec<Happening> = since(&store, before).await.into_iter().map(|(_, what)| what).collect();
    let skill = "wound-care".parse().unwrap();
    assert_eq!(
        told,
        [
            Happening::QuestionSettled { person: "amara-okafor".parse().unwrap() },
            Happening::EvidenceGiven { person: "leila-haddou".parse().unwrap(), skill },
        ]
    );
    let page = store.home_page(&acting("amara-okafor")).await.unwrap().questions;
    assert_eq!(page.said.unwrap().text, "You see Leïla at “alone” in Wound care.");
    assert!(page.card.is_none_or(|card| card.title != question.title));
    store.answer_question(&acting("amara-okafor"), &cell("leila-haddou"), Level::ALONE).await.unwrap();
    assert_eq!(known(&store), (Source::Peer, 2), "a second tap says nothing new");
    let other = store.answer_question(&acting("amara-okafor"), &cell("leila-haddou"), Level::NONE).await;
    assert!(matches!(refused(other), Rejection::Stale(_)));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_taken_back_and_the_question_comes_again() {
    let (store, clock) = ward().await;
    store.answer_question(&acting("amara-okafor"), &cell("leila-haddou"), Level::AWARE).await.unwrap();
    clock.set(NOW.after(Span::minutes(5)));
    store.reopen_question(&acting("amara-okafor"), &cell("leila-haddou")).await.unwrap();
    assert_eq!(known(&store), (Source::Own, 1));
    let page = store.home_page(&acting("amara-okafor")).await.unwrap().questions;
    assert_eq!((page.said, page.card.is_some()), (None, true));
    let again = store.reopen_question(&acting("amara-okafor"), &cell("leila-haddou")).await;
    assert_eq!(refused(again), Rejection::NotFound(Noun::Question));

    store.answer_question(&acting("amara-okafor"), &cell("leila-haddou"), Level::ALONE).await.unwrap();
    let (person, skill, at) = ("leila-haddou".parse().unwrap(), "wound-care".parse().unwrap(), store.clock().now());
    store.take_back_level(&acting("amara-okafor"), &person, &skill, at).await.unwrap();
    store.reopen_question(&acting("amara-okafor"), &cell("leila-haddou")).await.unwrap();
    assert_eq!(known(&store), (Source::Own, 1), "it was taken back on her page before");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_skipped_is_never_asked_again_until_its_person_says_so() {
    let (store, clock) = ward().await;
    let before = log_end(&store).await;
    store.skip_question(&acting("amara-okafor"), &cell("leila-haddou")).await.unwrap();
    store.skip_question(&acting("amara-okafor"), &cell("leila-haddou")).await.unwrap();
    let told = since(&store, before).await;
    assert_eq!(told.len(), 1, "the second changes nothing");
    let audience = store.last_event().await.unwrap().unwrap().event.audience;
    assert!(!audience.includes(&acting("leila-haddou")), "nobody hears who does not want to say");
    clock.set(NOW.after(Span::days(400)));
    assert_eq!(card(&store, "amara-okafor").await, None);
    store.reopen_question(&acting("amara-okafor"), &cell("leila-haddou")).await.unwrap();
    assert!(card(&store, "amara-okafor").await.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_wants_no_questions_gets_none_until_they_want_them_again() {
    let (store, _) = ward().await;
    let amara = acting("amara-okafor");
    for wanted in [false, false, true] {
        let before = log_end(&store).await;
        let was = store.is_asked_questions(&amara).await.unwrap();
        store.want_questions(&amara, wanted).await.unwrap();
        assert_eq!(store.is_asked_questions(&amara).await.unwrap(), wanted);
        assert_eq!(card(&store, "amara-okafor").await.is_some(), wanted);
        assert_eq!(since(&store, before).await.len(), usize::from(was != wanted));
    }
    assert!(card(&store, "leila-haddou").await.is_some(), "others are asked all the same");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_third_answer_in_a_week_is_refused_and_the_next_week_brings_more() {
    let (store, clock) = ward().await;
    let amara = acting("amara-okafor");
    for subject in ["leila-haddou", "priya-raman"] {
        store.answer_question(&amara, &cell(subject), Level::ALONE).await.unwrap();
    }
    let third = store.answer_question(&amara, &cell("jonas-weidner"), Level::ALONE).await;
    assert!(matches!(refused(third), Rejection::Conflict(_)));
    assert_eq!(card(&store, "amara-okafor").await, None);
    clock.set(NOW.after(Span::days(4)));
    store.answer_question(&amara, &cell("jonas-weidner"), Level::ALONE).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn two_answers_at_once_count_once() {
    let (store, _) = ward().await;
    let amara = acting("amara-okafor");
    let leila = cell("leila-haddou");
    let (one, other) = tokio::join!(
        store.answer_question(&amara, &leila, Level::ALONE),
        store.answer_question(&amara, &leila, Level::ALONE)
    );
    one.unwrap();
    other.unwrap();
    assert_eq!(known(&store), (Source::Peer, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_asked_about_themself_and_strangers_are_not_asked() {
    let (store, _) = ward().await;
    let own = store.answer_question(&acting("amara-okafor"), &cell("amara-okafor"), Level::ALONE).await;
    assert_eq!(refused(own), Rejection::NotFound(Noun::Person));
    for actor in [Actor::Stranger, Actor::Console] {
        let answers = [
            store.answer_question(&actor, &cell("leila-haddou"), Level::ALONE).await,
            store.skip_question(&actor, &cell("leila-haddou")).await,
            store.reopen_question(&actor, &cell("leila-haddou")).await,
            store.want_questions(&actor, false).await,
            store.is_asked_questions(&actor).await.map(drop),
        ];
        for answer in answers {
            assert_eq!(refused(answer), Rejection::SignedOut, "{actor:?}");
        }
    }
}
