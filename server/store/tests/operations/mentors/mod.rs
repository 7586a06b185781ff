//! A company of learners and two mentors in one running program: Noor and Wen know SQL, everybody else wants to learn it,
//! and Sol is the admin.

use domain::actor::{Actor, Member, Role};
use domain::evidence::{Evidence, Level, Source};
use domain::id::{PersonId, ProgramId, SkillId, TeamId};
use domain::mentoring::{Mentor, Seeking, Wish};
use domain::org::Org;
use domain::person::Person;
use domain::program::{Author, Participant, Path, Phase, Program, ProgramKind, Settings, Value};
use domain::skill::{Area, Criticality, Skill, Target};
use domain::team::Team;
use domain::text::{EmailAddress, Line, Name, Prose};
use domain::time::{Span, Timestamp, Zone};
use domain::want::{Priority, Want};
use store::demo::{Company, DemoProgram};
use store::{Clock, Store};

/// Thursday 19 November 2026, 09:12 in Lisbon.
pub const NOW: Timestamp = Timestamp(1_795_079_520_000);
pub const SQL: &str = "sql-for-reports";
const TEAMS: [&str; 2] = ["care", "digital"];

/// So many learners and the two mentors, in a program with these settings, who look as these rows say.
pub async fn pairs(learners: usize, values: &[(&str, Value)], seekings: Vec<Seeking>) -> (Store, Clock, ProgramId) {
    let clock = Clock::standing_at(NOW);
    let store = Store::in_memory(clock.clone()).await.unwrap();
    let company = company(learners);
    let programs = vec![running(&company.people, values)];
    store.load_company(&Actor::Console, &Company { programs, seekings, ..company }).await.unwrap();
    (store, clock, program())
}

pub fn program() -> ProgramId {
    ProgramId::parse("pairs").unwrap()
}

fn running(people: &[Person], values: &[(&str, Value)]) -> DemoProgram {
    let author = Author { by: Some(id("sol")), at: NOW.before(Span::days(9)) };
    let mut settings = Settings::start(ProgramKind::Mentorship, "pairs", "Pairs", &Zone::utc()).unwrap();
    for (key, value) in values {
        settings.set(Path::parse(key).unwrap(), value.clone());
    }
    let (mut made, version) = Program::begun(program(), ProgramKind::Mentorship, settings, &author);
    made.phase = Phase::Running;
    let inside = |person: &Person| {
        let role = if ["noor", "wen"].contains(&person.id.as_str()) { "mentor" } else { "mentee" };
        Participant::inside(program(), person.id.clone(), role, NOW)
    };
    let participants = people.iter().filter(|person| person.id.as_str() != "sol").map(inside).collect();
    DemoProgram { program: made, versions: vec![version], participants, drafts: Vec::new(), happened: Vec::new() }
}

fn company(learners: usize) -> Company {
    let mut people = vec![person("Noor", "digital"), person("Wen", "digital"), person("Sol", "digital")];
    people.extend((0..learners).map(|n| person(&format!("Learner {n:04}"), "care")));
    people[2].role = Role::OrgAdmin;
    let skill = Skill {
        id: skill(),
        name: name("SQL for reports"),
        area: "work".parse().unwrap(),
        description: Prose::default(),
        levels: Vec::new(),
        criticality: Criticality::Normal,
        target: Target::default(),
        after: Vec::new(),
        import: None,
    };
    let wants = people.iter().skip(3).map(|person| Want {
        person: person.id.clone(),
        skill: self::skill(),
        target: Level::ALONE,
        priority: Priority::Soon,
        at: NOW.before(Span::days(9)),
        import: None,
    });
    Company {
        name: name("Fernhill"),
        teams: TEAMS.map(team).to_vec(),
        areas: vec![Area { id: "work".parse().unwrap(), name: name("Work"), import: None }],
        skills: vec![skill],
        wants: wants.collect(),
        evidence: [knows("noor"), knows("wen")].concat(),
        people,
        ..Company::default()
    }
}

fn team(id: &str) -> Team {
    Team {
        id: id.parse().unwrap(),
        name: name(id),
        parent: None,
        kind: Line::default(),
        purpose: Prose::default(),
        import: None,
    }
}

fn person(called: &str, team: &str) -> Person {
    let id = PersonId::from_name(called).unwrap();
    let email = EmailAddress::parse(&format!("{id}@fernhill.example")).unwrap();
    let mut person = Person::new(id, name(called), email, NOW.before(Span::days(400)));
    person.team = Some(TeamId::parse(team).unwrap());
    person
}

fn knows(who: &str) -> Vec<Evidence> {
    let said_by = |by: &str| Evidence {
        person: id(who),
        skill: skill(),
        level: Level::CAN_TEACH,
        source: Source::Peer,
        by: Some(id(by)),
        at: NOW.before(Span::days(9)),
        note: Prose::default(),
        import: None,
        passed: None,
        reversed_at: None,
    };
    ["sol", "noor", "wen"].into_iter().filter(|by| *by != who).chain(["theo"]).map(said_by).collect()
}

fn name(text: &str) -> Name {
    Name::parse("name", text).unwrap()
}

pub fn id(text: &str) -> PersonId {
    text.parse().unwrap()
}

pub fn skill() -> SkillId {
    SQL.parse().unwrap()
}

pub fn words(text: &str) -> Prose {
    Prose::parse("words", text).unwrap()
}

pub fn acting(who: &str) -> Actor {
    let role = if who == "sol" { Role::OrgAdmin } else { Role::Member };
    Actor::Person(Member { id: id(who), role, team: None })
}

pub fn learner(n: usize) -> String {
    format!("learner-{n:04}")
}

pub fn wish(mentor: &str) -> Wish {
    Wish { mentor: id(mentor), skill: skill() }
}

pub fn read<T>(store: &Store, question: impl FnOnce(&Org) -> T) -> T {
    store.read(&Actor::Console, |org| Ok(question(org))).unwrap()
}

pub fn search(store: &Store, program: &ProgramId, who: &str) -> Seeking {
    read(store, |org| org.seeking(program, &id(who)).cloned().unwrap())
}

pub fn asks(store: &Store, program: &ProgramId, who: &str) -> Option<String> {
    search(store, program, who).asked.map(|asked| asked.mentor.to_string())
}

pub fn mentor(store: &Store, program: &ProgramId, who: &str) -> Mentor {
    read(store, |org| org.mentor(program, &id(who)).cloned().unwrap())
}

pub fn pairs_of(store: &Store, who: &str) -> usize {
    read(store, |org| org.pairs_of(&id(who)).filter(|pair| pair.is_open()).count())
}
