//! The first organisation admin: invited again and again until somebody has joined.

use domain::actor::{Actor, Member, Role};
use domain::rejection::Rejection;
use domain::text::{EmailAddress, Name};
use domain::time::Timestamp;
use store::{Clock, Error, Invitation, Store};

const NOW: Timestamp = Timestamp(1_795_079_520_000);

async fn invited(store: &Store) -> Result<Option<Invitation>, Error> {
    let name = Name::parse("name", "Sol Lindqvist").unwrap();
    store.invite_first_admin(&Actor::Console, &name, &EmailAddress::parse("sol@fernhill.example").unwrap()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_admin_gets_a_link_at_every_start_until_somebody_has_joined() {
    let store = Store::in_memory(Clock::standing_at(NOW)).await.unwrap();
    let lost = invited(&store).await.unwrap().unwrap();
    let link = invited(&store).await.unwrap().unwrap();
    assert_eq!(lost.person, link.person);
    assert!(store.invited(&lost.token).await.is_err(), "a new link takes the place of the old one");
    let session = store.accept_invitation(&link.token, "three words long").await.unwrap();
    let role = |actor: Actor| if let Actor::Person(member) = actor { Some(member.role) } else { None };
    assert_eq!(role(store.signed_in(&session).await.unwrap().unwrap().actor), Some(Role::OrgAdmin));

    let before = store.last_event().await.unwrap();
    assert!(invited(&store).await.unwrap().is_none());
    assert_eq!(store.last_event().await.unwrap(), before, "nothing happens once somebody has joined");
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_whom_an_import_brought_becomes_the_first_admin() {
    let store = Store::in_memory(Clock::standing_at(NOW)).await.unwrap();
    let (name, address) = (Name::parse("name", "Sol").unwrap(), EmailAddress::parse("sol@fernhill.example").unwrap());
    let sol = store.invite(&Actor::Console, &name, &address, Role::Member).await.unwrap().person;
    assert_eq!(invited(&store).await.unwrap().unwrap().person, sol);
    let role = store.read(&Actor::Console, |org| Ok(org.person(&sol).map(|person| person.role))).unwrap();
    assert_eq!(role, Some(Role::OrgAdmin));
    let actor = Actor::Person(Member { id: sol, role: Role::Manager, team: None });
    let refused = store.invite_first_admin(&actor, &name, &address).await;
    assert!(matches!(refused, Err(Error::Rejected(Rejection::Forbidden(_)))));
}
