//! A lunch for tests in the database: Jonas shows SQL for an hour; Amara, Leïla and Noor may come.

use crate::demo::Company;
use crate::error::Error;
use crate::{Clock, Store};
use domain::actor::{Actor, Member, Role};
use domain::attendance::{CheckIn, CloseDate, Countersign};
use domain::clocks::{Day, Wall};
use domain::evidence::{Evidence, Level, Source};
use domain::id::{AreaId, PersonId, SkillId};
use domain::person::Person;
use domain::receipt::RequestKey;
use domain::rejection::Rejection;
use domain::session::{
    CLAIM_WITHIN, Closing, DoorKey, Occurrence, OpenTo, Place, Revision, Seats, Session, SessionKind, Timing, When,
};
use domain::skill::{Area, Criticality, Skill, Target};
use domain::text::{EmailAddress, Name, Prose};
use domain::time::{Minutes, Span, Timestamp, Zone};
use serde_json::{Value, json};

/// Wednesday 18 November 2026, 12:30 in UTC: the start.
pub const START: Timestamp = Timestamp(1_795_005_000_000);
pub const PEOPLE: [&str; 4] = ["Amara", "Jonas", "Leïla", "Noor"];
const SKILL: &str = "sql-for-reports";

pub fn on() -> Day {
    Day::utc(START)
}

/// The organisation at the start of the lunch.
pub async fn lunching() -> (Store, Clock) {
    let clock = Clock::standing_at(START.before(Span::days(1)));
    let store = Store::in_memory(clock.clone()).await.unwrap();
    store.load_company(&Actor::Console, &company()).await.unwrap();
    put(&store, &lunch()).await;
    clock.set(START);
    (store, clock)
}

/// Writes a session as it is.
pub async fn put(store: &Store, session: &Session) {
    let values = json!({ "id": session.id, "row": crate::row::content(session).unwrap() });
    let query = "UPSERT type::record('learning_session', $id) CONTENT $row RETURN NONE";
    store.run(query, values).await.unwrap();
    store.reload().await.unwrap();
}

/// Another process on the same database.
pub async fn beside(store: &Store) -> Store {
    let other = Store::new(store.db().clone(), store.place().clone(), store.clock().clone());
    other.reload().await.unwrap();
    other
}

pub fn acting(person: &str) -> Actor {
    Actor::Person(Member { id: person.parse().unwrap(), role: Role::Member, team: None })
}

pub fn lunch() -> Session {
    let start = Wall { day: on(), minute: 750 };
    Session {
        id: "sql-at-lunch".parse().unwrap(),
        kind: SessionKind::LunchAndLearn,
        title: name("SQL at lunch"),
        about: Prose::default(),
        outcomes: Vec::new(),
        skills: vec![SKILL.parse().unwrap()],
        hosts: vec!["jonas".parse().unwrap()],
        place: Place::default(),
        when: When::Set { timing: Timing::once(start, Minutes(60), Zone::utc()) },
        seats: Seats { capacity: Some(12), guests: 0, closes_before: Minutes(0), claim_within: CLAIM_WITHIN },
        open_to: OpenTo::Everyone,
        materials: Vec::new(),
        program: None,
        follows: None,
        exchange: None,
        made_by: "jonas".parse().unwrap(),
        made_at: START.before(Span::days(14)),
        revision: Revision { sequence: 0, at: START.before(Span::days(14)) },
        called_off: None,
        told: Vec::new(),
    }
}

/// The code of now, with which somebody comes in.
pub async fn claim(store: &Store, key: Option<u64>) -> CheckIn {
    let organisation = store.door_key().await.unwrap();
    let now = store.clock().now();
    let code = DoorKey::of(&organisation, &lunch(), on()).code_at(now);
    let key = key.map(|number| RequestKey::from_bits(0, number));
    CheckIn { session: lunch().id, on: on(), code, claimed: key.as_ref().map(|_| now), key }
}

/// What Jonas says of it.
pub fn says(people: &[&str], key: Option<u64>) -> CloseDate {
    let says = Closing {
        minutes: Minutes(60),
        people: people.iter().map(|person| person.parse().unwrap()).collect(),
        skills: lunch().skills,
        note: Prose::parse("note", "Joins are arrows.").unwrap(),
        thanks: Prose::default(),
    };
    CloseDate { session: lunch().id, on: on(), says, key: key.map(|number| RequestKey::from_bits(0, number)) }
}

/// That it was so, as it was said at the end.
pub fn yes(key: Option<u64>) -> Countersign {
    let words = Prose::parse("words", "Now I can read our rota.").unwrap();
    let key = key.map(|number| RequestKey::from_bits(0, number));
    Countersign { session: lunch().id, on: on(), seen: END, words, key }
}

/// When it ends.
pub const END: Timestamp = Timestamp(START.0 + 3_600_000);

/// The date as pages see it.
pub fn date(store: &Store) -> Occurrence {
    let found = store.read(&Actor::Console, |org| Ok(org.occurrence(&lunch().id, on()).cloned()));
    found.unwrap().unwrap_or_else(|| Occurrence::new(lunch().id, on()))
}

/// The evidence that a session gave, as "who source".
pub async fn evidence(store: &Store) -> Vec<String> {
    let query = "SELECT person, source FROM evidence WHERE source IN ['taught', 'attended'] ORDER BY person, source";
    let rows: Vec<Value> = store.rows(query, json!({})).await.unwrap();
    let text = |row: &Value, field: &str| row[field].as_str().unwrap().to_owned();
    rows.iter().map(|row| format!("{} {}", text(row, "person"), text(row, "source"))).collect()
}

/// How many thank-yous were said.
pub async fn thanks(store: &Store) -> usize {
    store.rows::<Value>("SELECT VALUE words FROM thanks", json!({})).await.unwrap().len()
}

pub fn refusal<T: std::fmt::Debug>(answer: crate::Result<T>) -> Rejection {
    match answer.unwrap_err() {
        Error::Rejected(rejection) => rejection,
        Error::Broken(fault) => panic!("{fault}"),
    }
}

fn name(text: &str) -> Name {
    Name::parse("name", text).unwrap()
}

fn company() -> Company {
    let area = AreaId::parse("work").unwrap();
    let skill = Skill {
        id: SkillId::parse(SKILL).unwrap(),
        name: name("SQL for reports"),
        area: area.clone(),
        description: Prose::default(),
        levels: Vec::new(),
        criticality: Criticality::Normal,
        target: Target::default(),
        after: Vec::new(),
        import: None,
    };
    Company {
        name: name("Fernhill"),
        areas: vec![Area { id: area, name: name("Work"), import: None }],
        skills: vec![skill],
        people: PEOPLE.map(person).to_vec(),
        evidence: vec![own_estimate("jonas")],
        ..Company::default()
    }
}

fn person(called: &str) -> Person {
    let id = PersonId::from_name(called).unwrap();
    let email = EmailAddress::parse(&format!("{id}@fernhill.example")).unwrap();
    Person::new(id, name(called), email, START.before(Span::days(400)))
}

fn own_estimate(person: &str) -> Evidence {
    Evidence {
        person: person.parse().unwrap(),
        skill: SKILL.parse().unwrap(),
        level: Level::CAN_TEACH,
        source: Source::Own,
        by: Some(person.parse().unwrap()),
        at: START.before(Span::days(9)),
        note: Prose::default(),
        import: None,
        passed: None,
        reversed_at: None,
    }
}
