//! A small Fernhill Cooperative for tests: nine people, four teams, five skills. Not the demo company.

use crate::actor::{Actor, Member, Role};
use crate::clocks::Day;
use crate::evidence::{Evidence, EvidenceRules, Leniency, Level, Source};
use crate::id::{AreaId, PersonId, SkillId, TeamId};
use crate::org::Org;
use crate::person::Person;
use crate::skill::{Area, Criticality, Skill, Target};
use crate::team::Team;
use crate::text::{EmailAddress, Line, Name, Prose};
use crate::time::{Face, Minutes, Span, Timestamp, Zone};
use crate::want::{Offer, Priority, Want};

/// Wednesday 18 November 2026, 09:12 in Lisbon.
pub const NOW: Timestamp = Timestamp(1_795_079_520_000);

const TEAMS: [(&str, Option<&str>); 4] =
    [("Care", None), ("Care East", Some("care")), ("Care West", Some("care")), ("Digital", None)];

const PEOPLE: [(&str, &str, &str, &str, &str); 9] = [
    ("Amara Okafor", "care-east", "Community nurse", "Europe/Lisbon", "English, Igbo"),
    ("Rosalind Achterberg", "care-east", "Senior nurse", "Europe/Lisbon", "English, Dutch"),
    ("Leïla Haddou", "care-west", "Care assistant", "Europe/Lisbon", "English, Portuguese"),
    ("Jonas Weidner", "digital", "Engineer", "Europe/Berlin", "English, German"),
    ("Noor Halabi", "digital", "Systems", "Europe/Berlin", "English, Arabic"),
    ("Inês Carvalho", "care", "Program admin", "Europe/Lisbon", "English, Portuguese"),
    ("Priya Raman", "care-east", "Care manager", "Europe/Lisbon", "English, Tamil"),
    ("Wen Li", "digital", "Data analyst", "Europe/Berlin", "English"),
    ("Dag Ek", "care-west", "Porter", "Europe/Lisbon", "English"),
];

const SKILLS: [(&str, &str, Criticality, u8, u8); 5] = [
    ("Infusion pumps", "care", Criticality::Critical, 3, 4),
    ("Palliative talks", "care", Criticality::Critical, 2, 4),
    ("Wound care", "care", Criticality::Normal, 2, 3),
    ("Backup restore", "systems", Criticality::High, 2, 4),
    ("SQL for reports", "systems", Criticality::Low, 1, 3),
];

const LEVELS: [(&str, &str, u8); 12] = [
    ("rosalind-achterberg", "infusion-pumps", 4),
    ("amara-okafor", "infusion-pumps", 3),
    ("leila-haddou", "infusion-pumps", 1),
    ("amara-okafor", "palliative-talks", 4),
    ("amara-okafor", "wound-care", 4),
    ("rosalind-achterberg", "wound-care", 3),
    ("leila-haddou", "wound-care", 3),
    ("noor-halabi", "backup-restore", 4),
    ("jonas-weidner", "backup-restore", 1),
    ("jonas-weidner", "sql-for-reports", 4),
    ("wen-li", "sql-for-reports", 3),
    ("dag-ek", "palliative-talks", 4),
];

const WANTS: [(&str, &str, u8); 4] = [
    ("jonas-weidner", "backup-restore", 3),
    ("noor-halabi", "sql-for-reports", 3),
    ("amara-okafor", "infusion-pumps", 4),
    ("leila-haddou", "sql-for-reports", 2),
];

const OFFERS: [(&str, &str); 4] = [
    ("jonas-weidner", "sql-for-reports"),
    ("noor-halabi", "backup-restore"),
    ("amara-okafor", "palliative-talks"),
    ("amara-okafor", "wound-care"),
];

/// The organisation; Dag has left, Inês is a program admin and Priya a manager.
pub fn fernhill() -> Org {
    let mut org = Org::default();
    for (name, parent) in TEAMS {
        org.put_team(Team {
            id: TeamId::from_name(name).unwrap(),
            name: Name::parse("name", name).unwrap(),
            parent: parent.map(|id| id.parse().unwrap()),
            kind: Line::default(),
            purpose: Prose::default(),
            import: None,
        });
    }
    for row in PEOPLE {
        org.put_person(person(row));
    }
    for (name, target) in [("Care", "care"), ("Systems", "systems")] {
        org.put_area(Area { id: target.parse().unwrap(), name: Name::parse("name", name).unwrap(), import: None });
    }
    for (name, area, criticality, people, level) in SKILLS {
        org.put_skill(Skill {
            id: SkillId::from_name(name).unwrap(),
            name: Name::parse("name", name).unwrap(),
            area: AreaId::parse(area).unwrap(),
            description: Prose::default(),
            levels: Vec::new(),
            criticality,
            target: Target { people, level: Level::try_from(level).unwrap(), by: None },
            after: Vec::new(),
            import: None,
        });
    }
    org.weigh_by(EvidenceRules::USUAL, Leniency::default(), Day::utc(NOW));
    for (person, skill, level) in LEVELS {
        let pieces = vouched(person, skill, level);
        org.put_evidence(&pieces[0].person, &pieces[0].skill, &pieces, NOW);
    }
    for (person, skill, target) in WANTS {
        let want = want(person, skill, target);
        org.put_want(&want.person.clone(), &want.skill.clone(), Some(want));
    }
    for (person, skill) in OFFERS {
        let offer = offer(person, skill);
        org.put_offer(&offer.person.clone(), &offer.skill.clone(), Some(offer));
    }
    org
}

fn person((name, team, title, zone, languages): (&str, &str, &str, &str, &str)) -> Person {
    let id = PersonId::from_name(name).unwrap();
    let email = EmailAddress::parse(&format!("{id}@fernhill.example")).unwrap();
    let mut person = Person::new(id, Name::parse("name", name).unwrap(), email, NOW.before(Span::days(400)));
    person.team = Some(team.parse().unwrap());
    person.title = Line::parse("title", title).unwrap();
    person.zone = Zone::parse(zone).unwrap();
    person.languages = languages.split(", ").map(|l| Line::parse("languages", l).unwrap()).collect();
    match person.id.as_str() {
        "ines-carvalho" => person.role = Role::ProgramAdmin,
        "priya-raman" => person.role = Role::Manager,
        "dag-ek" => person.left_at = Some(NOW.before(Span::days(3))),
        "wen-li" => person.joined_at = NOW.before(Span::days(10)),
        _ => {}
    }
    person
}

/// One fresh piece of evidence.
pub fn evidence(person: &str, skill: &str, level: u8, source: Source) -> Evidence {
    Evidence {
        person: person.parse().unwrap(),
        skill: skill.parse().unwrap(),
        level: Level::try_from(level).unwrap(),
        source,
        by: (source == Source::Own).then(|| person.parse().unwrap()).or_else(|| Some("priya-raman".parse().unwrap())),
        at: NOW.before(Span::days(14)),
        note: Prose::default(),
        import: None,
        passed: None,
        reversed_at: None,
    }
}

/// What three colleagues agree on: enough to be sure of any level.
pub fn vouched(person: &str, skill: &str, level: u8) -> Vec<Evidence> {
    let said_by = |by: &str| {
        let by = Some(by.parse().unwrap());
        Evidence { by, ..evidence(person, skill, level, Source::Peer) }
    };
    ["priya-raman", "noor-halabi", "dag-ek"].map(said_by).to_vec()
}

/// A want.
pub fn want(person: &str, skill: &str, target: u8) -> Want {
    Want {
        person: person.parse().unwrap(),
        skill: skill.parse().unwrap(),
        target: Level::try_from(target).unwrap(),
        priority: Priority::Soon,
        at: NOW.before(Span::days(20)),
        import: None,
    }
}

/// An offer of 45 minutes.
pub fn offer(person: &str, skill: &str) -> Offer {
    Offer {
        person: person.parse().unwrap(),
        skill: skill.parse().unwrap(),
        minutes: Minutes(45),
        note: Line::parse("note", "at the ward or by video").unwrap(),
        at: NOW.before(Span::days(30)),
    }
}

/// Somebody of [`fernhill`], signed in.
pub fn signed_in(id: &str) -> Actor {
    let org = fernhill();
    let person = org.person(&id.parse().unwrap()).unwrap();
    Actor::Person(Member { id: person.id.clone(), role: person.role, team: person.team.clone() })
}

/// A face for tests: the number of days before [`NOW`].
#[expect(dead_code, reason = "the person page will use it")]
pub fn face(at: Timestamp) -> Face {
    let days = NOW.since(at).whole_days();
    Face { iso: at.0.to_string(), text: format!("{days} days ago") }
}
