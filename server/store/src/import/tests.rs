//! What happens between the claim of an import and its batches, which no operation can be called in the middle of.

use super::Upload;
use crate::error::{Error, Result};
use crate::{Clock, Store};
use domain::actor::{Actor, Member, Role};
use domain::event::Happening;
use domain::id::{ImportId, PersonId};
use domain::import::page::Stage;
use domain::text::{EmailAddress, Name};
use domain::time::Timestamp;

const NOW: Timestamp = Timestamp(1_795_000_000_000);
const PEOPLE: &[u8] =
    b"handle,name,email\namara,Amara Okafor,amara@fernhill.example\njonas,Jonas Weber,jonas@fernhill.example\n";
const SKILLS: &[u8] = b"skill\nWound care\n";
const LEVELS: &[u8] = b"person,skill,level\namara,Wound care,3\njonas,Wound care,2\n";

async fn invite(store: &Store, (called, user): (&str, &str), role: Role) -> PersonId {
    let address = EmailAddress::parse(&format!("{user}@fernhill.example")).unwrap();
    let name = Name::parse("name", called).unwrap();
    store.invite(&Actor::Console, &name, &address, role).await.unwrap().person
}

/// An organisation with Sol, the admin, and an import of theirs that is claimed and not run.
async fn claimed() -> Result<(Store, PersonId, ImportId)> {
    let store = Store::in_memory(Clock::standing_at(NOW)).await?;
    let sol = invite(&store, ("Sol Lindqvist", "sol"), Role::OrgAdmin).await;
    let actor = Actor::Person(Member { id: sol.clone(), role: Role::OrgAdmin, team: None });
    let files = [("people.csv", PEOPLE), ("skills.csv", SKILLS), ("levels.csv", LEVELS)];
    let uploads = files.map(|(name, bytes)| Upload { name: name.to_owned(), bytes: bytes.to_vec() });
    let import = store.stage_import(&actor, uploads.to_vec()).await?;
    store.claim_import(&actor, &import).await?;
    Ok((store, sol, import))
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_somebody_got_since_the_plan_stays_theirs_and_the_rest_comes_in() {
    let (store, _, import) = claimed().await.unwrap();
    // Another handle, so that only the address is in the way.
    let agency = invite(&store, ("Amara from the agency", "amara"), Role::Member).await;
    store.run_import(&Actor::Console, &import).await.unwrap();

    let report = store.import_report(&Actor::Console, &import).await.unwrap();
    assert_eq!((report.stage, report.overtaken), (Stage::Done, 2), "Amara, and what she knows");
    let here = |handle: &str| {
        let id = PersonId::parse(handle).unwrap();
        store.read(&Actor::Console, |org| Ok((org.person(&id).is_some(), org.known_by(&id).count()))).unwrap()
    };
    assert_eq!((here("amara"), here("jonas"), here(agency.as_str())), ((false, 0), (true, 1), (true, 0)));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_goes_on_with_an_import_is_not_who_did_it() {
    let (store, sol, import) = claimed().await.unwrap();
    store.run_import(&Actor::Console, &import).await.unwrap();
    let last = store.last_event().await.unwrap().unwrap().event;
    assert_eq!((last.by, last.what), (Some(sol), Happening::ImportFinished { import }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_that_is_gone_is_a_fault_and_not_an_import_that_is_done() {
    let (store, _, import) = claimed().await.unwrap();
    store.drop_import_texts(&import).await.unwrap();
    assert!(matches!(store.run_import(&Actor::Console, &import).await, Err(Error::Broken(_))));
    let stage = store.import_report(&Actor::Console, &import).await.unwrap().stage;
    assert!(matches!(stage, Stage::Running(progress) if progress.done == 0), "{stage:?}");
}
