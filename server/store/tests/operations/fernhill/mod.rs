//! A Fernhill of four for tests: Amara wants SQL, Jonas offers it, Noor knows backups, Sol is the admin.

use domain::actor::{Actor, Member, Role};
use domain::evidence::{Evidence, Level, Source};
use domain::id::{AreaId, PersonId, SkillId};
use domain::person::Person;
use domain::skill::{Area, Criticality, Skill, Target};
use domain::text::{EmailAddress, Line, Name, Prose};
use domain::time::{Minutes, Span, Timestamp, Zone};
use domain::want::{Offer, Priority, Want};
use store::demo::Company;
use store::{Clock, Store};

/// Thursday 19 November 2026, 09:12 in Lisbon and 10:12 in Berlin.
pub const NOW: Timestamp = Timestamp(1_795_079_520_000);

/// The organisation and the clock that it goes by.
pub async fn fernhill() -> (Store, Clock) {
    let clock = Clock::standing_at(NOW);
    let store = Store::in_memory(clock.clone()).await.unwrap();
    store.load_company(&Actor::Console, &company()).await.unwrap();
    (store, clock)
}

/// Somebody of it, signed in.
pub fn acting(person: &str) -> Actor {
    let role = if person == "sol" { Role::OrgAdmin } else { Role::Member };
    Actor::Person(Member { id: person.parse().unwrap(), role, team: None })
}

/// What it is before anybody does anything.
pub fn company() -> Company {
    let skills = ["SQL for reports", "Wound care", "Backup restore"];
    Company {
        name: name("Fernhill"),
        areas: vec![Area { id: area(), name: name("Work"), import: None }],
        skills: skills.map(skill).to_vec(),
        people: [("Amara", "Europe/Lisbon"), ("Jonas", "Europe/Berlin"), ("Noor", "Europe/Berlin"), ("Sol", "UTC")]
            .map(person)
            .to_vec(),
        evidence: [knows("jonas", "sql-for-reports", 4), knows("noor", "backup-restore", 3)].concat(),
        wants: vec![Want {
            person: "amara".parse().unwrap(),
            skill: "sql-for-reports".parse().unwrap(),
            target: Level::ALONE,
            priority: Priority::Soon,
            at: NOW.before(Span::days(9)),
            import: None,
        }],
        offers: vec![Offer {
            person: "jonas".parse().unwrap(),
            skill: "sql-for-reports".parse().unwrap(),
            minutes: Minutes(45),
            note: Line::default(),
            at: NOW.before(Span::days(9)),
        }],
        ..Company::default()
    }
}

fn area() -> AreaId {
    AreaId::parse("work").unwrap()
}

fn name(text: &str) -> Name {
    Name::parse("name", text).unwrap()
}

fn person((called, zone): (&str, &str)) -> Person {
    let id = PersonId::from_name(called).unwrap();
    let email = EmailAddress::parse(&format!("{id}@fernhill.example")).unwrap();
    let mut person = Person::new(id, name(called), email, NOW.before(Span::days(400)));
    person.zone = Zone::parse(zone).unwrap();
    if called == "Sol" {
        person.role = Role::OrgAdmin;
    }
    person
}

fn skill(called: &str) -> Skill {
    Skill {
        id: SkillId::from_name(called).unwrap(),
        name: name(called),
        area: area(),
        description: Prose::default(),
        levels: Vec::new(),
        criticality: Criticality::Normal,
        target: Target::default(),
        after: Vec::new(),
        import: None,
    }
}

/// Three colleagues say so, which is enough to be sure of a level.
fn knows(person: &str, skill: &str, level: u8) -> Vec<Evidence> {
    let said_by = |by: &str| Evidence {
        person: person.parse().unwrap(),
        skill: skill.parse().unwrap(),
        level: Level::try_from(level).unwrap(),
        source: Source::Peer,
        by: Some(by.parse().unwrap()),
        at: NOW.before(Span::days(9)),
        note: Prose::default(),
        import: None,
        passed: None,
        reversed_at: None,
    };
    ["sol", "amara", "theo"].map(said_by).to_vec()
}
