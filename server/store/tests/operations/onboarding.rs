//! The three questions: each answer is one change, and says all of it.

use crate::fernhill::{NOW, acting, fernhill};
use domain::actor::Actor;
use domain::event::{Happening, Seq};
use domain::evidence::{Level, Source};
use domain::id::SkillId;
use domain::onboarding::{Answer, FIRST_OFFER, Question};
use domain::person::Availability;
use domain::rejection::{Noun, Rejection};
use domain::time::Zone;
use store::{Error, Store};

fn skills(ids: &[&str]) -> Vec<SkillId> {
    ids.iter().map(|id| id.parse().unwrap()).collect()
}

fn offers(store: &Store, person: &str) -> Vec<String> {
    let person = person.parse().unwrap();
    store.read(&Actor::Console, |org| Ok(org.offers_of(&person).map(|(id, _)| id.to_string()).collect())).unwrap()
}

fn wants(store: &Store, person: &str) -> Vec<(String, Level)> {
    let person = person.parse().unwrap();
    let wants =
        |org: &domain::org::Org| org.wants_of(&person).map(|(id, want)| (id.to_string(), want.target)).collect();
    store.read(&Actor::Console, |org| Ok(wants(org))).unwrap()
}

async fn since(store: &Store, seq: Seq) -> Vec<Happening> {
    store.events_after(seq, 50).await.unwrap().into_iter().map(|logged| logged.event.what).collect()
}

async fn last(store: &Store) -> Seq {
    store.last_event().await.unwrap().unwrap().event.seq
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_ticked_is_offered_and_what_is_not_is_withdrawn() {
    let (store, _) = fernhill().await;
    let before = last(&store).await;
    let answer = Answer::Teach { skills: skills(&["wound-care", "backup-restore"]) };
    store.answer_onboarding(&acting("jonas"), &answer).await.unwrap();
    assert_eq!(offers(&store, "jonas"), ["backup-restore", "wound-care"]);
    let (jonas, wound_care) = ("jonas".parse().unwrap(), "wound-care".parse().unwrap());
    let known = store.read(&Actor::Console, |org| Ok(org.known(&jonas, &wound_care).cloned())).unwrap().unwrap();
    // Nobody else says so yet, and people place themselves high.
    assert_eq!((known.estimate.level, known.source), (Level::ALONE, Source::Own));
    let offer = store.read(&Actor::Console, |org| Ok(org.offer(&jonas, &wound_care).cloned())).unwrap().unwrap();
    assert_eq!(offer.minutes, FIRST_OFFER);
    let told = since(&store, before).await;
    assert_eq!(told.iter().filter(|what| matches!(what, Happening::OfferChanged { .. })).count(), 3);
    assert_eq!(told.iter().filter(|what| matches!(what, Happening::EvidenceGiven { .. })).count(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_speaks_for_a_level_already_is_left_alone() {
    let (store, _) = fernhill().await;
    let before = last(&store).await;
    store.answer_onboarding(&acting("noor"), &Answer::Teach { skills: skills(&["backup-restore"]) }).await.unwrap();
    let told = since(&store, before).await;
    assert!(told.iter().all(|what| matches!(what, Happening::OfferChanged { .. })), "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_want_aims_at_doing_it_alone_and_from_there_at_teaching_it() {
    let (store, _) = fernhill().await;
    let answer = Answer::Learn { skills: skills(&["backup-restore", "wound-care"]) };
    store.answer_onboarding(&acting("noor"), &answer).await.unwrap();
    let expected = [("backup-restore".to_owned(), Level::CAN_TEACH), ("wound-care".to_owned(), Level::ALONE)];
    assert_eq!(wants(&store, "noor"), expected);
    store.answer_onboarding(&acting("noor"), &Answer::Learn { skills: Vec::new() }).await.unwrap();
    assert_eq!(wants(&store, "noor"), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_answer_makes_one_welcome_once() {
    let (store, clock) = fernhill().await;
    let answer = |zone: &str| Answer::When { availability: Availability::Lunchtimes, zone: Zone::parse(zone).unwrap() };
    store.answer_onboarding(&acting("amara"), &answer("Asia/Kolkata")).await.unwrap();
    clock.set(NOW.after(domain::time::Span::days(1)));
    store.answer_onboarding(&acting("amara"), &answer("Europe/Porto")).await.unwrap_err();
    store.answer_onboarding(&acting("amara"), &answer("Europe/Berlin")).await.unwrap();
    let amara = "amara".parse().unwrap();
    let amara = store.read(&Actor::Console, |org| Ok(org.person(&amara).cloned())).unwrap().unwrap();
    assert_eq!((amara.welcomed_at, amara.zone.as_str()), (Some(NOW), "Europe/Berlin"));
    assert_eq!(amara.availability, Availability::Lunchtimes);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_whole_or_nothing() {
    let (store, _) = fernhill().await;
    let before = last(&store).await;
    let answer = Answer::Teach { skills: skills(&["wound-care", "juggling"]) };
    let refused = store.answer_onboarding(&acting("amara"), &answer).await.unwrap_err();
    assert!(matches!(refused, Error::Rejected(Rejection::NotFound(Noun::Skill))));
    let stranger = store.answer_onboarding(&Actor::Stranger, &Answer::Teach { skills: Vec::new() }).await.unwrap_err();
    assert!(matches!(stranger, Error::Rejected(Rejection::SignedOut)));
    assert_eq!((offers(&store, "amara").len(), last(&store).await), (0, before));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_questions_end_with_named_people() {
    let (store, _) = fernhill().await;
    let page = store.start_page(&acting("amara"), Question::Learn).unwrap();
    assert!(page.picks.iter().any(|pick| pick.chosen && pick.skill.id.as_str() == "sql-for-reports"));
    let people = store.three_people_page(&acting("amara")).unwrap().people;
    assert_eq!(people[0].person.first_name, "Jonas");
    assert!(people[0].reasons[0].lead.starts_with("Can teach you SQL for reports"));
}
