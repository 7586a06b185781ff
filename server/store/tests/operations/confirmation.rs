//! Asking a colleague to confirm a skill, in the database: works, is refused, writes its event and its evidence in one.

use crate::care::{NOW, acting, care, level, log_end, refused, since};
use domain::actor::Actor;
use domain::confirmation::{ANSWER_WITHIN, Answer, ConfirmAsk, ConfirmForm, Confirmation, Stage};
use domain::event::{Happening, MovedConfirmation};
use domain::evidence::{Level, Source};
use domain::id::ConfirmationId;
use domain::notifications::NotificationsQuery;
use domain::question::Cell;
use domain::rejection::{Noun, Rejection};
use domain::skills::LevelEdit;
use domain::text::Prose;
use domain::time::Span;
use store::Store;

fn prose(text: &str) -> Prose {
    Prose::parse("words", text).unwrap()
}

/// Amara asks somebody to confirm wound care.
fn ask(colleague: &str) -> ConfirmAsk {
    ConfirmAsk {
        colleague: colleague.parse().unwrap(),
        skill: "wound-care".parse().unwrap(),
        level: Level::ALONE,
        words: prose("I dressed the burns on Tuesday."),
    }
}

async fn asked(store: &Store, colleague: &str) -> ConfirmationId {
    store.ask_confirmation(&acting("amara-okafor"), &ask(colleague)).await.unwrap()
}

fn request(store: &Store, id: &ConfirmationId) -> Confirmation {
    store.read(&Actor::Console, |org| Ok(org.confirmation(id).cloned().unwrap())).unwrap()
}

fn give(level: Level) -> Answer {
    Answer::Give { level, note: prose("I was there.") }
}

fn decline() -> Answer {
    Answer::Decline { reason: prose("I have not seen them do it.") }
}

/// Source, level and words of every piece for Amara.
async fn given(store: &Store) -> Vec<(Source, u8)> {
    let amara = "amara-okafor".parse().unwrap();
    let known = store.read(&Actor::Console, |org| Ok(org.known(&amara, &"wound-care".parse().unwrap()).cloned()));
    known.unwrap().map(|known| (known.source, known.estimate.level.number())).into_iter().collect()
}

fn moved(id: &ConfirmationId, colleague: &str) -> Happening {
    Happening::ConfirmationMoved(MovedConfirmation {
        confirmation: id.clone(),
        asker: "amara-okafor".parse().unwrap(),
        colleague: colleague.parse().unwrap(),
        skill: "wound-care".parse().unwrap(),
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_waits_for_the_colleague_and_only_the_two_are_told() {
    let (store, _) = care().await;
    let before = log_end(&store).await;
    let id = asked(&store, "leila-haddou").await;
    let told = since(&store, before).await;
    assert_eq!(told, [(Some("amara-okafor".parse().unwrap()), moved(&id, "leila-haddou"))]);
    let audience = store.last_event().await.unwrap().unwrap().event.audience;
    assert!(audience.includes(&acting("leila-haddou")) && !audience.includes(&acting("sol-lindqvist")));
    let step = store.home_page(&acting("leila-haddou")).await.unwrap().step.unwrap();
    assert_eq!(step.title, "Amara asks you to confirm Wound care");
    assert_eq!(store.unread_notifications(&acting("leila-haddou")).await.unwrap(), 1);
    assert_eq!(store.confirmations_page(&acting("amara-okafor")).await.unwrap().theirs.len(), 1);
    for outsider in ["sol-lindqvist", "jonas-weidner"] {
        assert_eq!(refused(store.confirmation_page(&acting(outsider), &id)), Rejection::NotFound(Noun::Confirmation));
        let answered = store.answer_confirmation(&acting(outsider), &id, &give(Level::ALONE)).await;
        assert_eq!(refused(answered), Rejection::NotFound(Noun::Confirmation));
        let taken = store.withdraw_confirmation(&acting(outsider), &id).await;
        assert_eq!(refused(taken), Rejection::NotFound(Noun::Confirmation));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_evidence_of_who_the_colleague_is_and_is_given_once() {
    for (colleague, source) in [("leila-haddou", Source::Peer), ("priya-raman", Source::Manager)] {
        let (store, _) = care().await;
        let id = asked(&store, colleague).await;
        let before = log_end(&store).await;
        let level = Level::ALONE;
        store.answer_confirmation(&acting(colleague), &id, &give(level)).await.unwrap();
        assert_eq!(request(&store, &id).stage, Stage::Given { level, note: prose("I was there.") });
        assert_eq!(given(&store).await.first().map(|(source, _)| *source), Some(source));
        let told = since(&store, before).await;
        assert_eq!(told.len(), 2, "the request and the evidence");
        assert!(matches!(told[1].1, Happening::EvidenceGiven { .. }));
        let again = store.answer_confirmation(&acting(colleague), &id, &give(level)).await;
        assert!(matches!(refused(again), Rejection::Stale(_)));
        assert_eq!(since(&store, before).await.len(), 2);
        let page = store.person_page(&acting("jonas-weidner"), &"amara-okafor".parse().unwrap()).await.unwrap();
        assert_eq!(page.lanes[0].sources[0].note, "I was there.");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reason_is_for_the_asker_alone_and_counts_for_nothing() {
    let (store, _) = care().await;
    let id = asked(&store, "leila-haddou").await;
    let before = log_end(&store).await;
    store.answer_confirmation(&acting("leila-haddou"), &id, &decline()).await.unwrap();
    assert_eq!(given(&store).await, []);
    let aside = Happening::QuestionSettled { person: "leila-haddou".parse().unwrap() };
    assert!(
        since(&store, before).await.iter().any(|(_, what)| *what == aside),
        "Kith does not ask her about it either"
    );
    let page = store.confirmation_page(&acting("amara-okafor"), &id).unwrap();
    assert_eq!(page.answer, "I have not seen them do it.");
    let told = store.notifications_page(&acting("amara-okafor"), NotificationsQuery::default()).await.unwrap();
    assert_eq!(told.items[0].words, "I have not seen them do it.");
    let seen = store.person_page(&acting("sol-lindqvist"), &"amara-okafor".parse().unwrap()).await.unwrap();
    assert!(!format!("{seen:?}").contains("not seen them"), "not even the admin reads it");
    let again = asked(&store, "leila-haddou").await;
    assert_ne!(again, id, "she may ask again");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_request_is_open_at_a_time_and_the_asker_takes_it_back() {
    let (store, _) = care().await;
    let id = asked(&store, "leila-haddou").await;
    let twice = store.ask_confirmation(&acting("amara-okafor"), &ask("leila-haddou")).await;
    assert!(matches!(refused(twice), Rejection::Conflict(_)));
    asked(&store, "priya-raman").await;
    let not_hers = store.withdraw_confirmation(&acting("leila-haddou"), &id).await;
    assert!(matches!(refused(not_hers), Rejection::Conflict(_)));
    store.withdraw_confirmation(&acting("amara-okafor"), &id).await.unwrap();
    let late = store.answer_confirmation(&acting("leila-haddou"), &id, &give(Level::ALONE)).await;
    assert!(matches!(refused(late), Rejection::Stale(_)));
    assert_eq!(given(&store).await, []);
    asked(&store, "leila-haddou").await;
    let oneself = store.ask_confirmation(&acting("amara-okafor"), &ask("amara-okafor")).await;
    assert!(matches!(refused(oneself), Rejection::Invalid { field, .. } if field == "colleague"));
    let nobody = store.ask_confirmation(&acting("amara-okafor"), &ask("nobody")).await;
    assert_eq!(refused(nobody), Rejection::NotFound(Noun::Person));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_answers_expires_once() {
    let (store, clock) = care().await;
    let id = asked(&store, "leila-haddou").await;
    assert!(matches!(refused(store.expire_confirmations(&acting("leila-haddou")).await), Rejection::Forbidden(_)));
    assert_eq!(store.expire_confirmations(&Actor::Console).await.unwrap(), 0);
    clock.set(NOW.after(ANSWER_WITHIN));
    assert_eq!(store.expire_confirmations(&Actor::Console).await.unwrap(), 1);
    assert_eq!(store.expire_confirmations(&Actor::Console).await.unwrap(), 0);
    assert_eq!(request(&store, &id).stage, Stage::Expired);
    let open = asked(&store, "leila-haddou").await;
    clock.set(NOW.after(Span(ANSWER_WITHIN.0 * 2)));
    asked(&store, "leila-haddou").await;
    assert_eq!(request(&store, &open).stage, Stage::Expired, "whoever asks again need not wait for the sweep");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_outlives_a_restart_and_is_asked_by_form() {
    let (store, _) = care().await;
    let form = ConfirmForm {
        colleague_text: "Leïla Haddou".to_owned(),
        skill: "wound-care".to_owned(),
        level: "3".to_owned(),
        words: "I dressed the burns.".to_owned(),
        ..ConfirmForm::default()
    };
    let id = store.ask_confirmation_by_form(&acting("amara-okafor"), &form).await.unwrap();
    let before = request(&store, &id);
    store.reload().await.unwrap();
    assert_eq!(request(&store, &id), before);
    let silent = ConfirmForm { words: String::new(), ..form };
    let refused_form = refused(store.ask_confirmation_by_form(&acting("amara-okafor"), &silent).await);
    assert!(matches!(refused_form, Rejection::Invalid { field, .. } if field == "words"));
    store.set_level(&acting("amara-okafor"), &level("amara-okafor", 3)).await.unwrap();
    let choices = store.confirm_choices(&acting("amara-okafor"), None, Some(&"wound-care".parse().unwrap())).unwrap();
    // One's own word counts for less than it says.
    assert_eq!((choices.near.len(), choices.level), (3, Level::WITH_HELP), "Leïla, and the two who lead her team");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_says_that_it_is_not_theirs_to_say_declines_what_waits_and_is_not_asked_again() {
    let (store, _) = care().await;
    let id = asked(&store, "leila-haddou").await;
    let cell = Cell { subject: "amara-okafor".parse().unwrap(), skill: "wound-care".parse().unwrap() };
    let reason = prose("We are on different wards.");
    store.decline_to_say(&acting("leila-haddou"), &cell, &reason).await.unwrap();
    assert_eq!(request(&store, &id).stage, Stage::Declined { reason });
    let aside = store.confirmations_page(&acting("leila-haddou")).await.unwrap().aside;
    assert_eq!(aside.len(), 1);
    assert_eq!(store.confirmations_page(&acting("amara-okafor")).await.unwrap().aside, [], "hers alone");
    let silent = store.decline_to_say(&acting("priya-raman"), &cell, &Prose::default()).await;
    assert!(matches!(refused(silent), Rejection::Invalid { field, .. } if field == "reason"));
    store.reopen_question(&acting("leila-haddou"), &cell).await.unwrap();
    assert_eq!(store.confirmations_page(&acting("leila-haddou")).await.unwrap().aside, []);
    let again = store.reopen_question(&acting("leila-haddou"), &cell).await;
    assert_eq!(refused(again), Rejection::NotFound(Noun::Question));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_level_said_elsewhere_answers_the_request_that_waits_for_that_word() {
    let (store, _) = care().await;
    let (id, other) = (asked(&store, "leila-haddou").await, asked(&store, "priya-raman").await);
    store.set_level(&acting("amara-okafor"), &level("amara-okafor", 4)).await.unwrap();
    assert!(request(&store, &id).is_open(), "one's own word answers nothing");
    let before = log_end(&store).await;
    let said = LevelEdit { note: prose("I was there."), ..level("amara-okafor", 2) };
    store.set_level(&acting("leila-haddou"), &said).await.unwrap();
    let told: Vec<Happening> = since(&store, before).await.into_iter().map(|(_, what)| what).collect();
    assert_eq!(told.first(), Some(&moved(&id, "leila-haddou")));
    assert!(matches!(&told[1..], [Happening::EvidenceGiven { .. }]), "{told:?}");
    assert_eq!(request(&store, &id).stage, Stage::Given { level: Level::WITH_HELP, note: prose("I was there.") });
    assert!(request(&store, &other).is_open(), "Priya has said nothing yet");
    store.set_level(&acting("leila-haddou"), &level("amara-okafor", 3)).await.unwrap();
    assert!(matches!(request(&store, &id).stage, Stage::Given { level: Level::WITH_HELP, .. }), "answered once");

    let cell = Cell { subject: "amara-okafor".parse().unwrap(), skill: "wound-care".parse().unwrap() };
    store.answer_question(&acting("priya-raman"), &cell, Level::ALONE).await.unwrap();
    assert!(matches!(request(&store, &other).stage, Stage::Given { level: Level::ALONE, .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_level_said_too_late_counts_and_answers_nothing() {
    let (store, clock) = care().await;
    let id = asked(&store, "leila-haddou").await;
    clock.set(NOW.after(ANSWER_WITHIN));
    store.set_level(&acting("leila-haddou"), &level("amara-okafor", 3)).await.unwrap();
    assert!(request(&store, &id).is_open(), "the sweep ends it");
    assert_eq!(given(&store).await.first().map(|(source, _)| *source), Some(Source::Peer));
    assert_eq!(store.expire_confirmations(&Actor::Console).await.unwrap(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_and_the_console_ask_and_answer_nothing() {
    let (store, _) = care().await;
    let id = asked(&store, "leila-haddou").await;
    for actor in [Actor::Stranger, Actor::Console] {
        let answers = [
            store.ask_confirmation(&actor, &ask("leila-haddou")).await.map(drop),
            store.answer_confirmation(&actor, &id, &give(Level::ALONE)).await,
            store.withdraw_confirmation(&actor, &id).await,
            store.confirmations_page(&actor).await.map(drop),
            store.confirmation_page(&actor, &id).map(drop),
        ];
        for answer in answers {
            assert_eq!(refused(answer), Rejection::SignedOut, "{actor:?}");
        }
    }
}
