//! The event log and the rule that every change is one transaction.

use domain::actor::{Actor, Member, Role};
use domain::event::{Happening, Seq};
use domain::id::PersonId;
use domain::rejection::Rejection;
use domain::text::{EmailAddress, Name};
use domain::time::Timestamp;
use store::demo::Happened;
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
async fn reading_everything_again_passes_nothing_over_and_tells_nothing_twice() {
    let store = kith().await;
    hire(&store, "Amara", Role::Member).await;
    let mut happenings = store.happenings();
    let before = store.applied();
    let writing = async {
        for number in 0..20 {
            hire(&store, &format!("Person{number}"), Role::Member).await;
        }
    };
    let reading = async {
        for _ in 0..20 {
            store.reload().await.unwrap();
        }
    };
    tokio::join!(writing, reading);
    let people = store.read(&Actor::Console, |org| Ok(org.people().count())).unwrap();
    assert_eq!(people, 21, "a reload does not undo what was applied while it read");
    let told = std::iter::from_fn(|| happenings.try_recv().ok()).map(|logged| logged.event.seq.0).collect::<Vec<_>>();
    let end = store.last_event().await.unwrap().unwrap();
    assert_eq!(told, (before.seq.0 + 1..=end.event.seq.0).collect::<Vec<_>>());
    assert_eq!(store.applied().cursor(), end.cursor());
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_lengthens_the_log_shows_readers_that_they_missed_something() {
    let store = kith().await;
    hire(&store, "Amara", Role::Member).await;
    let (Seq(before), mut happenings) = (store.applied().seq, store.happenings());
    let happened = (0..300).map(|_| Happened { at: NOW, by: None, what: Happening::EverythingReplaced });
    store.lengthen_log(&Actor::Console, happened).await.unwrap();
    assert_eq!(store.applied().seq, Seq(before + 300));
    assert_eq!(happenings.try_recv().unwrap().event.seq, Seq(before + 300), "the numbers before it are missing");
    assert!(happenings.try_recv().is_err());
}
