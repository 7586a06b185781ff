//! Signing in, and what lets somebody in or out: passwords, links, sessions, roles.

use domain::actor::{Actor, Member, Role};
use domain::event::{Happening, Seq};
use domain::id::PersonId;
use domain::rejection::Rejection;
use domain::text::{EmailAddress, Name};
use domain::time::{Span, Timestamp};
use store::{Clock, Error, Invitation, SessionToken, Store};

/// Twelve minutes into a quarter of an hour.
const NOW: Timestamp = Timestamp(1_795_079_520_000);
const PASSWORD: &str = "three words long";

async fn kith() -> (Store, Clock) {
    let clock = Clock::standing_at(NOW);
    (Store::in_memory(clock.clone()).await.unwrap(), clock)
}

async fn invite(store: &Store, name: &str, role: Role) -> Result<Invitation, Error> {
    let address = EmailAddress::parse(&format!("{}@fernhill.example", name.to_lowercase())).unwrap();
    store.invite(&Actor::Console, &Name::parse("name", name).unwrap(), &address, role).await
}

async fn hire(store: &Store, name: &str, role: Role) -> PersonId {
    invite(store, name, role).await.unwrap().person
}

fn acting(person: &PersonId, role: Role) -> Actor {
    Actor::Person(Member { id: person.clone(), role, team: None })
}

async fn is_in(store: &Store, session: &SessionToken) -> bool {
    store.signed_in(session).await.unwrap().is_some()
}

fn refused<T: std::fmt::Debug>(outcome: Result<T, Error>) -> Rejection {
    match outcome {
        Err(Error::Rejected(rejection)) => rejection,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_works_once_and_for_fourteen_days() {
    let (store, clock) = kith().await;
    let first = invite(&store, "Amara", Role::Member).await.unwrap();
    assert_eq!(store.invited(&first.token).await.unwrap(), first.person);
    assert!(store.accept_invitation(&first.token, "short").await.is_err(), "a short password is refused");
    let session = store.accept_invitation(&first.token, PASSWORD).await.unwrap();
    assert_eq!(store.signed_in(&session).await.unwrap().unwrap().person.id, first.person);
    assert!(store.accept_invitation(&first.token, PASSWORD).await.is_err(), "used");

    let late = invite(&store, "Jonas", Role::Member).await.unwrap();
    clock.set(NOW.after(Span::days(14)));
    assert!(store.invited(&late.token).await.is_err(), "ended");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_known_but_was_never_here_gets_the_role_that_is_offered_now() {
    let (store, _) = kith().await;
    hire(&store, "Sol", Role::OrgAdmin).await;
    let first = invite(&store, "Amara", Role::Member).await.unwrap();
    let second = invite(&store, "Amara", Role::Manager).await.unwrap();
    assert_eq!(first.person, second.person);
    assert!(store.invited(&first.token).await.is_err(), "replaced");
    let session = store.accept_invitation(&second.token, PASSWORD).await.unwrap();
    assert_eq!(store.signed_in(&session).await.unwrap().unwrap().person.role, Role::Manager);

    let before = store.last_event().await.unwrap();
    let again = refused(invite(&store, "Amara", Role::OrgAdmin).await);
    assert!(matches!(&again, Rejection::Conflict(words) if words.starts_with("Amara is already here")), "{again:?}");
    assert_eq!(store.last_event().await.unwrap(), before);
    assert!(is_in(&store, &session).await, "and nothing else happens to them");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_signs_in_and_a_new_one_ends_every_session_and_link() {
    let (store, _) = kith().await;
    let amara = hire(&store, "Amara", Role::Member).await;
    store.set_password(&Actor::Console, &amara, PASSWORD).await.unwrap();
    let session = store.sign_in("Amara@fernhill.example", PASSWORD).await.unwrap();
    assert!(is_in(&store, &session).await);

    let reset = store.offer_reset(&Actor::Console, &amara).await.unwrap();
    store.set_password(&Actor::Console, &amara, "the second password").await.unwrap();
    assert!(!is_in(&store, &session).await);
    assert!(store.invited(&reset.token).await.is_err());
    assert!(store.sign_in("amara@fernhill.example", PASSWORD).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_is_for_admins_to_hand_over_lasts_half_an_hour_and_replaces_the_link_before() {
    let (store, clock) = kith().await;
    let amara = hire(&store, "Amara", Role::Member).await;
    assert!(store.offer_reset(&acting(&amara, Role::Member), &amara).await.is_err(), "a member");
    let first = store.offer_reset(&Actor::Console, &amara).await.unwrap();
    let second = store.offer_reset(&Actor::Console, &amara).await.unwrap();
    assert!(store.invited(&first.token).await.is_err(), "replaced");
    clock.set(NOW.after(Span::minutes(29)));
    assert!(store.invited(&second.token).await.is_ok());
    clock.set(NOW.after(Span::minutes(30)));
    assert!(store.accept_invitation(&second.token, PASSWORD).await.is_err(), "ended");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_role_ends_the_sessions_and_the_links_of_before() {
    let (store, _) = kith().await;
    let amara = hire(&store, "Amara", Role::Member).await;
    let session = store.sign_in_as(&amara).await.unwrap();
    let reset = store.offer_reset(&Actor::Console, &amara).await.unwrap();
    let before = store.last_event().await.unwrap().unwrap().event.seq;
    store.set_role(&Actor::Console, &amara, Role::Manager).await.unwrap();
    assert!(!is_in(&store, &session).await);
    assert!(store.accept_invitation(&reset.token, PASSWORD).await.is_err());
    let told: Vec<_> =
        store.events_after(before, 9).await.unwrap().into_iter().map(|logged| logged.event.what).collect();
    let person = amara;
    let given = Happening::RoleGiven { person: person.clone(), role: Role::Manager };
    assert_eq!(told, [given, Happening::SessionsEnded { person }]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_address_reads_like_a_wrong_password() {
    let (store, _) = kith().await;
    let amara = hire(&store, "Amara", Role::Member).await;
    store.set_password(&Actor::Console, &amara, PASSWORD).await.unwrap();
    let wrong = refused(store.sign_in("amara@fernhill.example", "not the password").await);
    for unknown in ["nobody@fernhill.example", "no address", ""] {
        assert_eq!(refused(store.sign_in(unknown, "not the password").await), wrong, "{unknown}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_guesses_at_once_are_all_counted_and_nobody_else_is_shut_out() {
    let (store, clock) = kith().await;
    let amara = hire(&store, "Amara", Role::Member).await;
    store.set_password(&Actor::Console, &amara, PASSWORD).await.unwrap();
    let (there, here) = ([203, 0, 113, 7].into(), [198, 51, 100, 1].into());
    let guessing = store.for_address(Some(there));
    let guesses = (0..16).map(|_| guessing.sign_in("amara@fernhill.example", "not the password"));
    let outcomes = futures::future::join_all(guesses).await;
    let looked_at = outcomes.into_iter().map(refused).filter(|why| matches!(why, Rejection::Invalid { .. })).count();
    assert!(looked_at <= 10, "{looked_at} guesses were compared");
    let late = refused(guessing.sign_in("amara@fernhill.example", PASSWORD).await);
    assert_eq!(late, Rejection::TooMany { seconds: 180 }, "what is left of the quarter of an hour");
    assert!(store.for_address(Some(here)).sign_in("amara@fernhill.example", PASSWORD).await.is_ok());
    clock.set(NOW.after(Span::minutes(3)));
    assert!(guessing.sign_in("amara@fernhill.example", PASSWORD).await.is_ok(), "the seconds were true");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_right_every_time_is_never_slowed_down() {
    let (store, _) = kith().await;
    let amara = hire(&store, "Amara", Role::Member).await;
    store.set_password(&Actor::Console, &amara, PASSWORD).await.unwrap();
    for _ in 0..12 {
        store.sign_in("amara@fernhill.example", PASSWORD).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn links_that_do_not_work_are_counted_where_they_are_tried() {
    let (store, _) = kith().await;
    let theo = invite(&store, "Theo", Role::Member).await.unwrap();
    let unknown = store::Token::parse(&"0".repeat(64)).unwrap();
    let trying = store.for_address(Some([203, 0, 113, 7].into()));
    for _ in 0..60 {
        assert!(matches!(refused(trying.invited(&unknown).await), Rejection::NotFound(_)));
    }
    assert!(matches!(refused(trying.invited(&unknown).await), Rejection::TooMany { seconds: 180 }));
    assert!(matches!(refused(trying.accept_invitation(&theo.token, PASSWORD).await), Rejection::TooMany { .. }));
    assert!(store.accept_invitation(&theo.token, PASSWORD).await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_after_a_fortnight_without_a_visit() {
    let (store, clock) = kith().await;
    let amara = hire(&store, "Amara", Role::Member).await;
    let session = store.sign_in_as(&amara).await.unwrap();
    clock.set(NOW.after(Span::days(13)));
    assert!(is_in(&store, &session).await, "the visit on day 13 counts");
    clock.set(NOW.after(Span::days(26)));
    assert!(is_in(&store, &session).await);
    clock.set(NOW.after(Span::days(41)));
    assert!(!is_in(&store, &session).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admins_session_ends_after_an_hour_without_a_visit_and_after_twelve_in_any_case() {
    let (store, clock) = kith().await;
    for (name, role) in [("Sol", Role::OrgAdmin), ("Ines", Role::ProgramAdmin)] {
        clock.set(NOW);
        let admin = hire(&store, name, role).await;
        let (idle, busy) = (store.sign_in_as(&admin).await.unwrap(), store.sign_in_as(&admin).await.unwrap());
        for minutes in (50..12 * 60).step_by(50) {
            clock.set(NOW.after(Span::minutes(minutes)));
            assert!(is_in(&store, &busy).await, "{name} after {minutes} minutes");
        }
        assert!(!is_in(&store, &idle).await, "{name} was away");
        clock.set(NOW.after(Span::hours(12)));
        assert!(!is_in(&store, &busy).await, "{name} after half a day");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_one_session_and_is_told_once() {
    let (store, _) = kith().await;
    let amara = hire(&store, "Amara", Role::Member).await;
    let (desk, phone) = (store.sign_in_as(&amara).await.unwrap(), store.sign_in_as(&amara).await.unwrap());
    let Seq(before) = store.applied().seq;
    store.sign_out(&desk).await.unwrap();
    assert!(!is_in(&store, &desk).await && is_in(&store, &phone).await);
    store.sign_out(&desk).await.unwrap();
    let told = store.events_after(Seq(before), 9).await.unwrap();
    let told: Vec<_> = told.into_iter().map(|logged| logged.event.what).collect();
    assert_eq!(told, [Happening::SignedOut { person: amara, session: desk.mark() }]);
    assert!(!desk.reveal().contains(&desk.mark().0), "the mark gives nothing of the token away");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_ended_is_deleted_and_what_lives_stays() {
    let (store, clock) = kith().await;
    let amara = hire(&store, "Amara", Role::Member).await;
    assert!(store.delete_expired(&acting(&amara, Role::Member)).await.is_err(), "a member");
    let session = store.sign_in_as(&amara).await.unwrap();
    let reset = store.offer_reset(&Actor::Console, &amara).await.unwrap();
    store.delete_expired(&Actor::Console).await.unwrap();
    assert!(is_in(&store, &session).await);
    assert!(store.invited(&reset.token).await.is_ok());

    clock.set(NOW.after(Span::days(15)));
    store.delete_expired(&Actor::Console).await.unwrap();
    clock.set(NOW);
    assert!(!is_in(&store, &session).await, "the row itself is gone");
    assert!(store.invited(&reset.token).await.is_err());
}
