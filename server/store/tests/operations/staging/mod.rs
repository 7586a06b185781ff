//! What tests of imports stand on: files, an admin, and counting what came in.

use domain::actor::{Actor, Member, Role};
use domain::evidence::Level;
use domain::id::{ImportId, PersonId};
use domain::import::plan::Counts;
use domain::org::Org;
use domain::text::{EmailAddress, Name};
use domain::time::Timestamp;
use store::{Clock, Store, Upload};

pub const NOW: Timestamp = Timestamp(1_795_000_000_000);

pub const RUST_ORG: [(&str, &[u8]); 4] = [
    ("has.csv", include_bytes!("../../rust-org/has.csv")),
    ("people.csv", include_bytes!("../../rust-org/people.csv")),
    ("skills.csv", include_bytes!("../../rust-org/skills.csv")),
    ("teams.csv", include_bytes!("../../rust-org/teams.csv")),
];

pub const PEOPLE: &[u8] = b"handle,name,email,team\namara,Amara Okafor,amara@fernhill.example,Care\n\
    jonas,Jonas Weber,jonas@fernhill.example,\n";
pub const TEAMS: &[u8] = b"team\nCare\n";

pub async fn kith() -> (Store, Clock) {
    let clock = Clock::standing_at(NOW);
    (Store::in_memory(clock.clone()).await.unwrap(), clock)
}

pub async fn sol(store: &Store) -> Actor {
    let name = Name::parse("name", "Sol Lindqvist").unwrap();
    let address = EmailAddress::parse("sol@fernhill.example").unwrap();
    let id = store.invite(&Actor::Console, &name, &address, Role::OrgAdmin).await.unwrap().person;
    Actor::Person(Member { id, role: Role::OrgAdmin, team: None })
}

pub fn uploads(files: &[(&str, &[u8])]) -> Vec<Upload> {
    files.iter().map(|(name, bytes)| Upload { name: (*name).to_owned(), bytes: bytes.to_vec() }).collect()
}

pub async fn import(store: &Store, actor: &Actor, files: &[(&str, &[u8])]) -> ImportId {
    let import = store.stage_import(actor, uploads(files)).await.unwrap();
    store.import_now(actor, &import).await.unwrap();
    import
}

pub fn sizes(store: &Store) -> (usize, usize, usize, usize) {
    let levels = |org: &Org| org.people().map(|person| org.known_by(&person.id).count()).sum();
    store
        .read(&Actor::Console, |org| Ok((org.people().count(), org.teams().count(), org.skills().count(), levels(org))))
        .unwrap()
}

/// How many skills exactly so many people do alone or better.
pub fn covered_by(org: &Org, people: usize) -> usize {
    let alone = |skill| org.knowers_of(skill).filter(|(_, known)| known.estimate.level >= Level::ALONE).count();
    org.skills().filter(|skill| alone(&skill.id) == people).count()
}

pub fn counts(create: u32, update: u32, same: u32, reject: u32) -> Counts {
    Counts { create, update, same, reject }
}

pub fn id(handle: &str) -> PersonId {
    handle.parse().unwrap()
}
