//! A care team built by the operations themselves: Amara and Leïla in Care East, Jonas in Digital, Priya who leads Care,
//! Inês who keeps the catalogue, and Sol, the admin.

use domain::actor::{Actor, Member, Role};
use domain::event::{Happening, Seq};
use domain::evidence::Level;
use domain::id::{PersonId, TeamId};
use domain::rejection::Rejection;
use domain::skill::{Criticality, Target};
use domain::skills::{AreaDraft, LevelEdit, SkillDraft};
use domain::teams::TeamDraft;
use domain::text::{EmailAddress, Line, Name, Prose};
use domain::time::Timestamp;
use store::{Clock, Error, Store};

/// Thursday 19 November 2026, 09:12 in Lisbon.
pub const NOW: Timestamp = Timestamp(1_795_079_520_000);

const PEOPLE: [(&str, Role, &str); 6] = [
    ("Amara Okafor", Role::Member, "care-east"),
    ("Leïla Haddou", Role::Member, "care-east"),
    ("Jonas Weidner", Role::Member, "digital"),
    ("Priya Raman", Role::Manager, "care"),
    ("Inês Carvalho", Role::ProgramAdmin, "care"),
    ("Sol Lindqvist", Role::OrgAdmin, "digital"),
];

/// The organisation and its clock.
pub async fn care() -> (Store, Clock) {
    let clock = Clock::standing_at(NOW);
    let store = Store::in_memory(clock.clone()).await.unwrap();
    for (called, parent) in [("Care", None), ("Care East", Some("care")), ("Digital", None)] {
        store.save_team(&Actor::Console, &team(None, called, parent)).await.unwrap();
    }
    for (called, role, team) in PEOPLE {
        let email = EmailAddress::parse(&format!("{}@fernhill.example", domain::id::slug(called))).unwrap();
        let person = store.invite(&Actor::Console, &name(called), &email, role).await.unwrap().person;
        store.place_in_team(&Actor::Console, &person, Some(&team.parse().unwrap())).await.unwrap();
    }
    store.save_area(&Actor::Console, &AreaDraft { id: None, name: name("Care") }).await.unwrap();
    for called in ["Wound care", "Infusion pumps"] {
        store.save_skill(&Actor::Console, &skill(None, called)).await.unwrap();
    }
    (store, clock)
}

/// Somebody of it, signed in.
pub fn acting(id: &str) -> Actor {
    let id = PersonId::parse(id).unwrap();
    let (_, role, team) = PEOPLE.into_iter().find(|(name, ..)| PersonId::from_name(name).unwrap() == id).unwrap();
    Actor::Person(Member { id, role, team: Some(TeamId::parse(team).unwrap()) })
}

pub fn name(text: &str) -> Name {
    Name::parse("name", text).unwrap()
}

pub fn team(id: Option<&str>, called: &str, parent: Option<&str>) -> TeamDraft {
    TeamDraft {
        id: id.map(|id| id.parse().unwrap()),
        name: name(called),
        parent: parent.map(|id| id.parse().unwrap()),
        kind: Line::default(),
        purpose: Prose::default(),
    }
}

pub fn skill(id: Option<&str>, called: &str) -> SkillDraft {
    SkillDraft {
        id: id.map(|id| id.parse().unwrap()),
        name: name(called),
        area: "care".parse().unwrap(),
        description: Prose::default(),
        levels: Vec::new(),
        criticality: Criticality::Critical,
        target: Target { people: 2, level: Level::CAN_TEACH, by: None },
        after: Vec::new(),
    }
}

pub fn level(person: &str, level: u8) -> LevelEdit {
    LevelEdit {
        person: person.parse().unwrap(),
        skill: "wound-care".parse().unwrap(),
        level: Level::try_from(level).unwrap(),
        note: Prose::default(),
    }
}

/// Everything that happened after the organisation stood.
pub async fn log_end(store: &Store) -> Seq {
    store.last_event().await.unwrap().unwrap().event.seq
}

/// What happened since, and by whom.
pub async fn since(store: &Store, seq: Seq) -> Vec<(Option<PersonId>, Happening)> {
    let events = store.events_after(seq, 100).await.unwrap();
    events.into_iter().map(|logged| (logged.event.by, logged.event.what)).collect()
}

/// Fails unless it was refused; the reason.
pub fn refused<T: std::fmt::Debug>(outcome: Result<T, Error>) -> Rejection {
    match outcome {
        Err(Error::Rejected(rejection)) => rejection,
        other => panic!("not refused: {other:?}"),
    }
}
