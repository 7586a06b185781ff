//! The event log and the rule that every change is one transaction.
#![expect(clippy::unwrap_used, reason = "clippy knows tests, but not the functions that set them up")]

use domain::actor::{Actor, Member, Role};
use domain::event::{Happening, Seq};
use domain::id::PersonId;
use domain::rejection::Rejection;
use domain::text::{EmailAddress, Name};
use domain::time::{Span, Timestamp};
use store::{Clock, Error, Store, chain};

const NOW: Timestamp = Timestamp(1_795_000_000_000);

async fn kith() -> Store {
    Store::in_memory(Clock::standing_at(NOW)).await.unwrap()
}

async fn hire(store: &Store, name: &str, role: Role) -> PersonId {
    let address = EmailAddress::parse(&format!("{}@fernhill.example", name.to_lowercase())).unwrap();
    store.invite(&Actor::Console, &Name::parse("name", name).unwrap(), &address, role).await.unwrap().person
}

fn acting(person: &PersonId, role: Role) -> Actor {
    Actor::Person(Member { id: person.clone(), role, team: None })
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_is_dense_and_chained() {
    let store = kith().await;
    for name in ["Amara", "Jonas", "Priya"] {
        hire(&store, name, Role::Member).await;
    }
    let events = store.events_after(Seq(0), 100).await.unwrap();
    assert_eq!(events.iter().map(|logged| logged.event.seq.0).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
    let mut link = String::new();
    for logged in &events {
        link = chain(&link, &logged.event).unwrap();
        assert_eq!(logged.chain, link);
    }
    let mut altered = events[0].event.clone();
    altered.at = Timestamp(0);
    assert_ne!(chain("", &altered).unwrap(), events[0].chain);
}

#[tokio::test(flavor = "multi_thread")]
async fn writers_at_the_same_time_lose_no_event() {
    let store = kith().await;
    let writers: Vec<_> = (0..16)
        .map(|number| {
            let store = store.clone();
            tokio::spawn(async move { hire(&store, &format!("Person{number}"), Role::Member).await })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    let events = store.events_after(Seq(0), 100).await.unwrap();
    assert_eq!(events.len(), 32);
    assert!(events.iter().zip(1..).all(|(logged, seq)| logged.event.seq == Seq(seq)));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_change_made_is_visible_when_it_returns() {
    let store = kith().await;
    let mut happenings = store.happenings();
    let amara = hire(&store, "Amara", Role::Member).await;
    let name = store.read(&Actor::Console, |org| Ok(org.name_of(&amara).to_owned())).unwrap();
    assert_eq!(name, "Amara");
    assert_eq!(happenings.try_recv().unwrap().event.what, Happening::PersonChanged { person: amara.clone() });
    assert_eq!(happenings.try_recv().unwrap().event.what, Happening::PersonInvited { person: amara });
}

#[tokio::test(flavor = "multi_thread")]
async fn only_organisation_admins_invite_and_a_refusal_writes_nothing() {
    let store = kith().await;
    let sol = hire(&store, "Sol", Role::OrgAdmin).await;
    let amara = hire(&store, "Amara", Role::Member).await;
    let before = store.last_event().await.unwrap();
    let name = Name::parse("name", "Theo").unwrap();
    let address = EmailAddress::parse("theo@fernhill.example").unwrap();
    let refused = store.invite(&acting(&amara, Role::Member), &name, &address, Role::Member).await;
    assert!(matches!(refused, Err(Error::Rejected(Rejection::Forbidden(_)))));
    assert_eq!(store.last_event().await.unwrap(), before);
    assert!(store.invite(&acting(&sol, Role::OrgAdmin), &name, &address, Role::Member).await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_was_taken_away_no_longer_acts() {
    let store = kith().await;
    let (sol, priya) = (hire(&store, "Sol", Role::OrgAdmin).await, hire(&store, "Priya", Role::OrgAdmin).await);
    store.set_role(&acting(&sol, Role::OrgAdmin), &priya, Role::Manager).await.unwrap();
    let late = store.set_role(&acting(&priya, Role::OrgAdmin), &sol, Role::Member).await;
    assert!(matches!(late, Err(Error::Rejected(Rejection::SignedOut))));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_admin_stays_one() {
    let store = kith().await;
    let sol = hire(&store, "Sol", Role::OrgAdmin).await;
    let alone = store.set_role(&Actor::Console, &sol, Role::Member).await;
    assert!(matches!(alone, Err(Error::Rejected(Rejection::Conflict(_)))));
    let priya = hire(&store, "Priya", Role::OrgAdmin).await;
    store.set_role(&Actor::Console, &sol, Role::Member).await.unwrap();
    assert!(store.set_role(&Actor::Console, &priya, Role::Member).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_works_once_and_for_fourteen_days() {
    let clock = Clock::standing_at(NOW);
    let store = Store::in_memory(clock.clone()).await.unwrap();
    let name = Name::parse("name", "Amara Okafor").unwrap();
    let address = EmailAddress::parse("amara@fernhill.example").unwrap();
    let invitation = store.invite(&Actor::Console, &name, &address, Role::Member).await.unwrap();
    assert_eq!(store.invited(&invitation.token).await.unwrap(), invitation.person);

    assert!(store.accept_invitation(&invitation.token, "short").await.is_err(), "a short password is refused");
    let session = store.accept_invitation(&invitation.token, "long enough for anyone").await.unwrap();
    assert_eq!(store.signed_in(&session).await.unwrap().unwrap().person.id, invitation.person);
    assert!(store.accept_invitation(&invitation.token, "long enough for anyone").await.is_err(), "used");

    let again = store.invite(&Actor::Console, &name, &address, Role::Member).await.unwrap();
    clock.set(NOW.after(Span::days(14)));
    assert!(store.invited(&again.token).await.is_err(), "ended");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_signs_in_and_a_new_one_ends_every_session() {
    let store = kith().await;
    let amara = hire(&store, "Amara", Role::Member).await;
    store.set_password(&Actor::Console, &amara, "the first password").await.unwrap();
    let session = store.sign_in("Amara@fernhill.example", "the first password").await.unwrap();
    assert!(store.signed_in(&session).await.unwrap().is_some());

    store.set_password(&Actor::Console, &amara, "the second password").await.unwrap();
    assert!(store.signed_in(&session).await.unwrap().is_none());
    assert!(store.sign_in("amara@fernhill.example", "the first password").await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_address_reads_like_a_wrong_password_and_both_are_slowed_down() {
    let store = kith().await;
    let amara = hire(&store, "Amara", Role::Member).await;
    store.set_password(&Actor::Console, &amara, "the first password").await.unwrap();
    let wrong = store.sign_in("amara@fernhill.example", "not the password").await.unwrap_err().to_string();
    let unknown = store.sign_in("nobody@fernhill.example", "not the password").await.unwrap_err().to_string();
    assert_eq!(wrong, unknown);
    for _ in 0..9 {
        assert!(store.sign_in("amara@fernhill.example", "not the password").await.is_err());
    }
    let waiting = store.sign_in("amara@fernhill.example", "the first password").await;
    assert!(matches!(waiting, Err(Error::Rejected(Rejection::TooMany { .. }))));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_after_a_fortnight_without_a_visit() {
    let clock = Clock::standing_at(NOW);
    let store = Store::in_memory(clock.clone()).await.unwrap();
    let amara = hire(&store, "Amara", Role::Member).await;
    let session = store.sign_in_as(&amara).await.unwrap();
    clock.set(NOW.after(Span::days(13)));
    assert!(store.signed_in(&session).await.unwrap().is_some(), "the visit on day 13 counts");
    clock.set(NOW.after(Span::days(26)));
    assert!(store.signed_in(&session).await.unwrap().is_some());
    clock.set(NOW.after(Span::days(41)));
    assert!(store.signed_in(&session).await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_is_for_admins_to_hand_over_and_replaces_the_link_before() {
    let store = kith().await;
    let amara = hire(&store, "Amara", Role::Member).await;
    assert!(store.offer_reset(&acting(&amara, Role::Member), &amara).await.is_err(), "a member");
    let first = store.offer_reset(&Actor::Console, &amara).await.unwrap();
    let second = store.offer_reset(&Actor::Console, &amara).await.unwrap();
    assert!(store.invited(&first.token).await.is_err(), "replaced");
    assert!(store.accept_invitation(&second.token, "a new password").await.is_ok());
}
