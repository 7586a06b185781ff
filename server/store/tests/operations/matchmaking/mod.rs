//! A program in which five people match, to be published, kept and taken back.

use crate::care::{NOW, acting};
use crate::pairs::{INES, form, made, publish};
use domain::actor::Actor;
use domain::evidence::{Evidence, Level, Source};
use domain::id::{PersonId, ProgramId, SkillId};
use domain::person::Person;
use domain::program::Phase;
use domain::skill::{Area, Criticality, Skill, Target};
use domain::team::Team;
use domain::text::{EmailAddress, Line, Name, Prose};
use domain::time::Span;
use domain::want::{Priority, Want};
use store::demo::Company;
use store::{Clock, Store};

pub const AMARA: &str = "amara-okafor";
pub const LEILA: &str = "leila-haddou";
pub const JONAS: &str = "jonas-weidner";
pub const PRIYA: &str = "priya-raman";
pub const SOL: &str = "sol-lindqvist";

/// Jonas, who takes one, and Sol mentor. Amara and Leïla want what Jonas knows, Priya what Sol knows; Amara has waited
/// longest.
pub async fn world() -> (Store, Clock, ProgramId) {
    let clock = Clock::standing_at(NOW.before(Span::days(12)));
    let store = Store::in_memory(clock.clone()).await.unwrap();
    store.load_company(&Actor::Console, &company()).await.unwrap();
    let id = made(&store).await;
    let settings = [("mode", "everyone"), ("learners_per_mentor", "2")];
    publish(&store, INES, &id, &form(1, &settings)).await.unwrap();
    store.move_program(&acting(INES), &id, Phase::Running).await.unwrap();
    for (days, who, role) in
        [(11, JONAS, "mentor"), (11, SOL, "mentor"), (10, AMARA, "mentee"), (4, LEILA, "mentee"), (3, PRIYA, "mentee")]
    {
        clock.set(NOW.before(Span::days(days)));
        store.join_program(&acting(who), &id, role).await.unwrap();
    }
    clock.set(NOW);
    store.set_mentor_places(&acting(JONAS), &id, 1).await.unwrap();
    (store, clock, id)
}

fn name(text: &str) -> Name {
    Name::parse("name", text).unwrap()
}

fn company() -> Company {
    let team = |id: &str, parent: Option<&str>| Team {
        id: id.parse().unwrap(),
        name: name(id),
        parent: parent.map(|id| id.parse().unwrap()),
        kind: Line::default(),
        purpose: Prose::default(),
        import: None,
    };
    let people = ["Amara Okafor", "Leïla Haddou", "Jonas Weidner", "Priya Raman", "Inês Carvalho", "Sol Lindqvist"];
    let wants = [(AMARA, "sql-for-reports"), (LEILA, "sql-for-reports"), (PRIYA, "infusion-pumps")];
    Company {
        name: name("Fernhill"),
        teams: vec![team("care", None), team("care-east", Some("care")), team("digital", None)],
        areas: vec![Area { id: "work".parse().unwrap(), name: name("Work"), import: None }],
        skills: ["SQL for reports", "Infusion pumps"].map(skill).to_vec(),
        people: people.map(person).to_vec(),
        evidence: [knows(JONAS, "sql-for-reports"), knows(SOL, "infusion-pumps")].concat(),
        wants: wants.map(want).to_vec(),
        ..Company::default()
    }
}

fn person(called: &str) -> Person {
    let id = PersonId::from_name(called).unwrap();
    let email = EmailAddress::parse(&format!("{id}@fernhill.example")).unwrap();
    let mut person = Person::new(id, name(called), email, NOW.before(Span::days(400)));
    let Actor::Person(member) = acting(person.id.as_str()) else { panic!("they work here") };
    (person.role, person.team) = (member.role, member.team);
    person
}

fn skill(called: &str) -> Skill {
    Skill {
        id: SkillId::from_name(called).unwrap(),
        name: name(called),
        area: "work".parse().unwrap(),
        description: Prose::default(),
        levels: Vec::new(),
        criticality: Criticality::Normal,
        target: Target::default(),
        after: Vec::new(),
        import: None,
    }
}

fn want((person, skill): (&str, &str)) -> Want {
    Want {
        person: person.parse().unwrap(),
        skill: skill.parse().unwrap(),
        target: Level::ALONE,
        priority: Priority::Soon,
        at: NOW.before(Span::days(30)),
        import: None,
    }
}

/// Three colleagues say that they can teach it, which is enough to be sure.
fn knows(person: &str, skill: &str) -> Vec<Evidence> {
    let said_by = |by: &str| Evidence {
        person: person.parse().unwrap(),
        skill: skill.parse().unwrap(),
        level: Level::CAN_TEACH,
        source: Source::Peer,
        by: Some(by.parse().unwrap()),
        at: NOW.before(Span::days(20)),
        note: Prose::default(),
        import: None,
        passed: None,
        reversed_at: None,
    };
    [PRIYA, AMARA, INES].map(said_by).to_vec()
}
