//! A session that is ready: proposed once, opened to those who asked, or declined for sixty days.

use super::super::door::world::{acting, beside, lunch, lunching, put, refusal};
use crate::{Clock, Store};
use domain::actor::Actor;
use domain::evidence::Level;
use domain::id::SkillId;
use domain::org::Org;
use domain::rejection::{Noun, Rejection};
use domain::session::{CalledOff, HostProposal, HostProposalStage, News, OpenTo, Session};
use domain::skills::WantEdit;
use domain::text::Prose;
use domain::time::{Span, Timestamp};
use domain::want::Priority;

fn skill() -> SkillId {
    "sql-for-reports".parse().unwrap()
}

/// Three want what Jonas can show, and no session is on it any more.
async fn wanted() -> (Store, Clock) {
    let (store, clock) = lunching().await;
    let off = CalledOff { by: "jonas".parse().unwrap(), at: clock.now(), reason: Prose::default() };
    put(&store, &Session { called_off: Some(off), ..lunch() }).await;
    for person in ["amara", "leila", "noor"] {
        let want = WantEdit { skill: skill(), target: Level::ALONE, priority: Priority::Soon };
        store.set_want(&acting(person), &want).await.unwrap();
    }
    (store, clock)
}

fn proposal(store: &Store, host: &str) -> Option<HostProposal> {
    let host = host.parse().unwrap();
    store.read(&Actor::Console, |org: &Org| Ok(org.host_proposal(&skill(), &host).cloned())).unwrap()
}

async fn seen(store: &Store) -> Timestamp {
    assert_eq!(store.propose_sessions(&Actor::Console).await.unwrap(), 1);
    store.host_proposal_page(&acting("jonas"), &skill()).unwrap().seen
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_proposed_once_however_many_processes_look() {
    let (store, _) = wanted().await;
    let other = beside(&store).await;
    let (one, two) = tokio::join!(store.propose_sessions(&Actor::Console), other.propose_sessions(&Actor::Console));
    assert_eq!(one.unwrap() + two.unwrap(), 1);
    assert_eq!(store.propose_sessions(&Actor::Console).await.unwrap(), 0);
    assert!(refusal(store.propose_sessions(&acting("jonas")).await) != Rejection::SignedOut);
    store.catch_up().await.unwrap();
    let proposal = proposal(&store, "jonas").unwrap();
    assert_eq!((proposal.people.len(), proposal.is_waiting()), (3, true));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_tap_opens_it_to_those_who_asked_and_tells_them_why() {
    let (store, _) = wanted().await;
    let seen = seen(&store).await;
    let jonas = acting("jonas");
    assert_eq!(
        refusal(store.open_proposal(&acting("amara"), &skill(), seen).await),
        Rejection::NotFound(Noun::Session)
    );
    let id = store.open_proposal(&jonas, &skill(), seen).await.unwrap();
    assert!(matches!(refusal(store.open_proposal(&jonas, &skill(), seen).await), Rejection::Stale(_)), "once");
    let session = store.read(&Actor::Console, |org| Ok(org.session(&id).cloned())).unwrap().unwrap();
    let OpenTo::Invited { people } = &session.open_to else { panic!("for those who asked") };
    assert_eq!(people.len(), 3);
    let because = |told: &domain::session::Told| told.news == News::BecauseYouAsked { skill: skill() };
    assert_eq!((session.told.len(), session.told.iter().filter(|told| because(told)).count()), (3, 3));
    assert_eq!(store.propose_sessions(&Actor::Console).await.unwrap(), 0, "they were asked");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_says_no_is_asked_again_after_sixty_days_and_not_before() {
    let (store, clock) = wanted().await;
    seen(&store).await;
    store.decline_proposal(&acting("jonas"), &skill()).await.unwrap();
    assert!(matches!(proposal(&store, "jonas").unwrap().stage, HostProposalStage::Declined { .. }));
    assert_eq!(store.propose_sessions(&Actor::Console).await.unwrap(), 0, "nobody else could show it");
    clock.set(clock.now().after(Span::days(59)));
    assert_eq!(store.propose_sessions(&Actor::Console).await.unwrap(), 0);
    clock.set(clock.now().after(Span::days(2)));
    assert_eq!(store.propose_sessions(&Actor::Console).await.unwrap(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_whose_date_comes_near_is_over() {
    let (store, clock) = wanted().await;
    seen(&store).await;
    let before = proposal(&store, "jonas").unwrap();
    clock.set(before.starts.before(Span::days(1)));
    assert_eq!(store.propose_sessions(&Actor::Console).await.unwrap(), 1, "a later date takes its place");
    let after = proposal(&store, "jonas").unwrap();
    assert!(after.is_waiting() && after.starts > before.starts);
}
