//! The demo company in a database: loading, replacing, the nightly refresh, and the way out.

use domain::actor::{Actor, Member, Role};
use domain::event::{Happening, Seq};
use domain::exchange::Stage;
use domain::id::PersonId;
use domain::rejection::Rejection;
use domain::text::{EmailAddress, Name};
use domain::time::{Span, Timestamp};
use store::demo::{Company, Founder, PERSONAS, company, generated};
use store::{Clock, Error, Store, chain};

/// Wednesday 18 November 2026, 12:06 in Berlin.
const NOW: Timestamp = Timestamp(1_795_000_000_000);

async fn fernhill() -> (Store, Clock) {
    let clock = Clock::standing_at(NOW);
    let store = Store::in_memory(clock.clone()).await.unwrap();
    store.load_company(&Actor::Console, &without_log()).await.unwrap();
    (store, clock)
}

/// Fernhill without the log of its history, which takes longest to write.
fn without_log() -> Company {
    Company { happened: Vec::new(), ..company(NOW) }
}

fn counts(store: &Store) -> (usize, usize, usize) {
    store.read(&Actor::Console, |org| Ok((org.people().count(), org.teams().count(), org.skills().count()))).unwrap()
}

fn sol() -> Actor {
    Actor::Person(Member { id: PersonId::parse("sol-lindqvist").unwrap(), role: Role::OrgAdmin, team: None })
}

fn amara() -> Actor {
    Actor::Person(Member { id: PersonId::parse("amara-okafor").unwrap(), role: Role::Member, team: None })
}

fn founder() -> Founder {
    Founder {
        organisation: Name::parse("organisation", "Riverside Bakery").unwrap(),
        name: Name::parse("name", "Ottilie Brand").unwrap(),
        email: EmailAddress::parse("ottilie@riverside.example").unwrap(),
        password: "rye and wheat and time".to_owned(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_loaded_reads_back_whole() {
    let (store, _) = fernhill().await;
    let company = company(NOW);
    assert_eq!(counts(&store), (64, 9, 48));
    store
        .read(&Actor::Console, |org| {
            assert!(company.people.iter().all(|person| org.person(&person.id) == Some(person)));
            assert!(company.teams.iter().all(|team| org.team(&team.id) == Some(team)));
            assert!(company.areas.iter().all(|area| org.area(&area.id) == Some(area)));
            assert!(company.skills.iter().all(|skill| org.skill(&skill.id) == Some(skill)));
            assert!(company.wants.iter().all(|want| org.want(&want.person, &want.skill) == Some(want)));
            assert!(company.offers.iter().all(|offer| org.offer(&offer.person, &offer.skill) == Some(offer)));
            assert!(company.exchanges.iter().all(|exchange| org.exchange(&exchange.id) == Some(exchange)));
            assert!(company.drills.iter().all(|drill| org.drill(&drill.id) == Some(drill)));
            assert!(company.evidence.iter().all(|piece| org.known(&piece.person, &piece.skill).is_some()));
            assert_eq!(org.thanks(), company.thanks);
            assert_eq!(org.exchanges().count(), company.exchanges.len());
            Ok(())
        })
        .unwrap();
    let organisation = store.organisation().unwrap();
    assert_eq!((organisation.name.as_str(), organisation.demo_since), ("Fernhill Cooperative", Some(NOW)));
}

#[tokio::test(flavor = "multi_thread")]
async fn each_persona_signs_in_by_the_picker() {
    let (store, _) = fernhill().await;
    for persona in PERSONAS {
        let session = store.sign_in_as(&persona.person()).await.unwrap();
        let signed_in = store.signed_in(&session).await.unwrap().unwrap();
        assert_eq!(signed_in.person.id, persona.person());
        let first = signed_in.person.name.as_str().split(' ').next().unwrap().to_owned();
        assert!(persona.called.ends_with(&first), "{}", persona.called);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn exchanges_stand_in_every_stage() {
    let (store, _) = fernhill().await;
    let stages: Vec<Stage> =
        store.read(&Actor::Console, |org| Ok(org.exchanges().map(|e| e.stage.clone()).collect())).unwrap();
    assert!(stages.iter().any(|stage| matches!(stage, Stage::Waiting { .. })));
    assert!(stages.iter().any(|stage| matches!(stage, Stage::Agreed)));
    assert!(stages.iter().any(|stage| matches!(stage, Stage::Done { .. })));
    assert!(stages.iter().any(|stage| matches!(stage, Stage::Declined { .. })));
    assert!(stages.iter().any(|stage| matches!(stage, Stage::Expired)));
    assert!(stages.iter().any(|stage| matches!(stage, Stage::Withdrawn)));
    assert!(stages.iter().any(|stage| matches!(stage, Stage::Missed)));
}

#[tokio::test(flavor = "multi_thread")]
async fn loading_twice_is_refused_and_changes_nothing() {
    let (store, _) = fernhill().await;
    let before = store.last_event().await.unwrap();
    let again = store.load_company(&Actor::Console, &company(NOW)).await;
    assert!(matches!(again, Err(Error::Rejected(Rejection::Conflict(words))) if words.contains("--replace")));
    assert_eq!(store.last_event().await.unwrap(), before);
    assert_eq!(counts(&store), (64, 9, 48));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_that_load_at_once_one_is_refused() {
    let store = Store::in_memory(Clock::standing_at(NOW)).await.unwrap();
    let company = without_log();
    let (one, other) =
        tokio::join!(store.load_company(&Actor::Console, &company), store.load_company(&Actor::Console, &company));
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    assert_eq!(counts(&store), (64, 9, 48));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_console_loads_and_replaces() {
    let (store, _) = fernhill().await;
    for actor in [sol(), amara(), Actor::Stranger] {
        assert!(store.load_company(&actor, &company(NOW)).await.is_err());
        assert!(store.replace_company(&actor, &company(NOW)).await.is_err());
        assert!(store.refresh_demo(&actor).await.is_err());
    }
    assert!(store.replace_company(&Actor::Console, &without_log()).await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn replacing_leaves_nothing_of_what_was_there() {
    let (store, _) = fernhill().await;
    let session = store.sign_in_as(&PERSONAS[0].person()).await.unwrap();
    store.replace_company(&Actor::Console, &generated(7, 60, NOW)).await.unwrap();
    assert_eq!(counts(&store), (60, 4, 24));
    let left = store.read(&Actor::Console, |org| Ok(org.known_by(&PERSONAS[0].person()).count())).unwrap();
    assert_eq!(left, 0);
    assert!(store.signed_in(&session).await.unwrap().is_none(), "Amara is gone");
    store.reload().await.unwrap();
    assert_eq!(counts(&store), (60, 4, 24));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_tells_the_history_after_one_word_that_everything_is_new() {
    let store = Store::in_memory(Clock::standing_at(NOW)).await.unwrap();
    store.load_company(&Actor::Console, &company(NOW)).await.unwrap();
    let events = store.events_after(Seq(0), 5_000).await.unwrap();
    assert_eq!(events[0].event.what, Happening::EverythingReplaced);
    assert!(events.iter().zip(1..).all(|(logged, seq)| logged.event.seq == Seq(seq)));
    let told: Vec<_> =
        events[1..].iter().map(|logged| (logged.event.at, &logged.event.by, &logged.event.what)).collect();
    let check = store.verify_ledger(&Actor::Console).await.unwrap();
    let company = company(NOW);
    assert_eq!(check.proof.map(|proof| (proof.sum, proof.transfers)), Ok((0, company.hours.entries.len())));
    assert_eq!(told, company.happened.iter().map(|h| (h.at, &h.by, &h.what)).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lengthened_log_stays_dense_and_chained_and_changes_nothing_else() {
    let (store, _) = fernhill().await;
    store.lengthen_log(&Actor::Console, company(NOW).events(600)).await.unwrap();
    assert!(store.lengthen_log(&sol(), company(NOW).events(1)).await.is_err());
    assert_eq!(counts(&store), (64, 9, 48));
    let session = store.start_own(&sol(), &founder()).await.unwrap();
    assert!(store.signed_in(&session).await.unwrap().is_some(), "changes go on after it");
    let events = store.events_after(Seq(0), 5_000).await.unwrap();
    assert!(events.len() > 600);
    let mut link = String::new();
    for (logged, seq) in events.iter().zip(1..) {
        link = chain(&link, &logged.event).unwrap();
        assert_eq!((logged.event.seq, &logged.chain), (Seq(seq), &link));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn after_three_in_the_morning_the_demo_is_new_and_sessions_go_on() {
    let (store, clock) = fernhill().await;
    let session = store.sign_in_as(&PERSONAS[1].person()).await.unwrap();
    assert!(!store.refresh_demo(&Actor::Console).await.unwrap(), "not before three");
    let tomorrow = NOW.after(Span::days(1));
    clock.set(tomorrow);
    assert!(store.refresh_demo(&Actor::Console).await.unwrap());
    assert!(!store.refresh_demo(&Actor::Console).await.unwrap(), "once is enough");
    assert_eq!(store.organisation().unwrap().demo_since, Some(tomorrow));
    let thanks = store.read(&Actor::Console, |org| Ok(org.thanks().to_vec())).unwrap();
    assert_eq!(thanks, company(tomorrow).thanks);
    assert!(store.signed_in(&session).await.unwrap().is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_starts_their_own_is_alone_in_it_and_signed_in() {
    let (store, clock) = fernhill().await;
    let session = store.sign_in_as(&PERSONAS[0].person()).await.unwrap();
    let own = store.start_own(&sol(), &founder()).await.unwrap();

    let signed_in = store.signed_in(&own).await.unwrap().unwrap();
    assert_eq!((signed_in.person.id.as_str(), signed_in.person.role), ("ottilie-brand", Role::OrgAdmin));
    assert!(store.sign_in("ottilie@riverside.example", "rye and wheat and time").await.is_ok());
    assert_eq!(counts(&store), (1, 0, 0));
    assert!(store.signed_in(&session).await.unwrap().is_none());
    let organisation = store.organisation().unwrap();
    assert_eq!((organisation.name.as_str(), organisation.demo_since), ("Riverside Bakery", None));

    clock.set(NOW.after(Span::days(2)));
    assert!(!store.refresh_demo(&Actor::Console).await.unwrap(), "a real organisation is never replaced");
    assert!(store.load_company(&Actor::Console, &company(NOW)).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn only_an_admin_clears_the_demo_and_only_the_demo_is_cleared() {
    let (store, _) = fernhill().await;
    assert!(matches!(store.start_own(&amara(), &founder()).await, Err(Error::Rejected(Rejection::Forbidden(_)))));
    assert!(matches!(store.start_own(&Actor::Stranger, &founder()).await, Err(Error::Rejected(Rejection::SignedOut))));
    let weak = Founder { password: "short".to_owned(), ..founder() };
    assert!(matches!(store.start_own(&sol(), &weak).await, Err(Error::Rejected(Rejection::Invalid { .. }))));
    assert_eq!(counts(&store), (64, 9, 48));

    let own = store.start_own(&sol(), &founder()).await.unwrap();
    let ottilie = store.signed_in(&own).await.unwrap().unwrap().actor;
    let again = store.start_own(&ottilie, &founder()).await;
    assert!(matches!(again, Err(Error::Rejected(Rejection::Conflict(_)))));
}
