//! Four people, one skill, and what they plan.

use crate::dice::Dice;
use domain::clocks::{Clocks, Day, Wall};
use domain::exchange::{Ask, Exchange, HourNames, Move, Side};
use domain::org::Org;
use domain::person::Person;
use domain::session::{
    Change, Exception, Link, OpenTo, Place, Repeats, Revision, Seats, Session, SessionKind, Timing, Until, When,
};
use domain::skill::Skill;
use domain::text::{EmailAddress, Line, Name, Prose};
use domain::time::{Minutes, Span, Timestamp, Zone};
use serde_json::json;
use server::calendar::Describing;
use server::calendar::event::Event;

/// Thursday 19 November 2026, 09:12 in Lisbon.
pub const NOW: Timestamp = Timestamp(1_795_079_520_000);
/// Where the pages are.
pub const ORIGIN: &str = "https://kith.example";

pub fn clocks() -> Clocks<'static> {
    Clocks { now: NOW, ahead: &ahead }
}

fn ahead(zone: &Zone, at: Timestamp) -> Span {
    Span::minutes(store::clock::offset_minutes(at, zone).into())
}

/// Priya, Amara, Zoë and Ming, and the skill of allergens.
pub fn org() -> Org {
    let mut org = Org::default();
    for (id, called) in [
        ("priya-raman", "Priya Raman"),
        ("amara-okafor", "Amara Okafor"),
        ("zoe-mueller", "Zoë “Zed” Müller-Lüdenscheidt, RN"),
        ("ming-li", "李 明"),
    ] {
        let email = EmailAddress::parse(&format!("{id}@fernhill.example")).unwrap();
        org.put_person(Person::new(id.parse().unwrap(), Name::parse("", called).unwrap(), email, NOW));
    }
    let skill = json!({
        "id": "allergens", "name": "Allergens", "area": "kitchen", "description": "", "levels": [],
        "criticality": "normal", "target": { "people": 2, "level": 3 },
    });
    org.put_skill(serde_json::from_value::<Skill>(skill).unwrap());
    org
}

pub fn describing(org: &Org) -> Describing<'_> {
    Describing { org, origin: ORIGIN, address: Some("calendar@kith.example"), hides_titles: false }
}

pub fn day(text: &str) -> Day {
    Day::parse("day", text).unwrap()
}

pub fn wall(text: &str, minute: u16) -> Wall {
    Wall { day: day(text), minute }
}

pub fn zone(name: &str) -> Zone {
    Zone::parse(name).unwrap()
}

pub fn room(name: &str) -> Place {
    Place { room: Line::parse("", name).unwrap(), link: None }
}

/// Lunch about allergens, with Priya, in Berlin: once, on that day at 12:30.
pub fn lunch(on: &str) -> Session {
    let timing = Timing::once(wall(on, 750), Minutes(60), zone("Europe/Berlin"));
    Session {
        id: "a1b2c3d4e5f60718".parse().unwrap(),
        kind: SessionKind::LunchAndLearn,
        title: Name::parse("", "Allergens, and where they hide").unwrap(),
        about: Prose::parse("", "What stands on the label; what does not.\nBring one from home.").unwrap(),
        outcomes: vec![Line::parse("", "Read a label").unwrap()],
        skills: vec!["allergens".parse().unwrap()],
        hosts: vec!["priya-raman".parse().unwrap()],
        place: room("Kitchen, ground floor"),
        when: When::Set { timing },
        seats: Seats { capacity: Some(12), guests: 0, closes_before: Minutes(0), claim_within: Minutes(120) },
        open_to: OpenTo::Everyone,
        materials: Vec::new(),
        program: None,
        follows: None,
        exchange: None,
        made_by: "priya-raman".parse().unwrap(),
        made_at: NOW,
        revision: Revision { sequence: 0, at: NOW },
        called_off: None,
        told: Vec::new(),
    }
}

/// The same, going on.
pub fn series(first: &str, rule: &str, until: Until) -> Session {
    let mut session = lunch(first);
    timing(&mut session).repeats = Some(Repeats { rule: rule.to_owned(), until });
    session
}

pub fn timing(session: &mut Session) -> &mut Timing {
    match &mut session.when {
        When::Set { timing } => timing,
        When::Voting { .. } => panic!("it is settled"),
    }
}

/// `session` with one date otherwise, and the next revision a day later.
pub fn with_change(mut session: Session, on: &str, change: Change, note: &str) -> Session {
    let revision = Revision { sequence: session.revision.sequence + 1, at: session.revision.at.after(Span::days(1)) };
    session.revision = revision;
    let exceptions = &mut timing(&mut session).exceptions;
    exceptions.retain(|exception| exception.on != day(on));
    exceptions.push(Exception { on: day(on), change, note: Prose::parse("", note).unwrap(), revision });
    exceptions.sort_by_key(|exception| exception.on);
    session
}

pub fn moved(to: &str, minute: u16, place: Option<Place>) -> Change {
    Change::Moved { day: day(to), minute, length: Minutes(45), place }
}

/// Amara learns of Zoë: asked, another time proposed, agreed.
pub fn exchange() -> Exchange {
    let at = NOW.after(Span::days(6));
    let ask = Ask {
        teacher: "zoe-mueller".parse().unwrap(),
        skill: "allergens".parse().unwrap(),
        message: Prose::parse("", "Could you show me the new labels?").unwrap(),
        minutes: Minutes(45),
        starts_at: Some(at),
    };
    let asked = Exchange::open("0f1e2d3c4b5a6978".parse().unwrap(), "amara-okafor".parse().unwrap(), ask, NOW).unwrap();
    let hour = |n| NOW.after(Span::hours(n));
    let other = Move::Propose { starts_at: at.after(Span::days(1)) };
    let proposed = asked.moved(Side::Teacher, other, hour(1)).unwrap();
    proposed.moved(Side::Learner, Move::Accept, hour(2)).unwrap()
}

/// The same as the hour that it is since they agreed.
pub fn hour_of_two() -> (Exchange, Session) {
    let names = HourNames { title: Name::parse("", "Allergens: Zoë and Amara").unwrap(), zone: zone("Europe/Berlin") };
    let agreed = Clocks { now: NOW.after(Span::hours(2)), ..clocks() };
    let (exchange, session, _) = exchange().hour("e1f2e3d4c5b6a798".parse().unwrap(), names, &agreed).unwrap();
    (exchange, session)
}

const TITLES: [&str; 4] = [
    "Allergens",
    "Käse; Öl, Brot \\ Salz",
    "食物アレルギーの基礎と、台所での表示の読みかたについての昼休み講座",
    "🥖🧀 Ünïcôdé",
];
const RULES: [&str; 6] = [
    "FREQ=WEEKLY;BYDAY=TH",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU",
    "FREQ=MONTHLY;BYDAY=1TU",
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR",
    "FREQ=MONTHLY;INTERVAL=5;BYDAY=4WE",
];
const ZONES: [&str; 7] = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "UTC",
    "Africa/Casablanca",
    "Europe/Dublin",
];

/// Any session at all: most are series, with dates that are called off or moved.
pub fn any_session(dice: &mut Dice) -> Session {
    let mut session = lunch("2026-03-01");
    session.title = Name::parse("", dice.word(&TITLES)).unwrap();
    let about = dice.word(&TITLES).repeat(usize::try_from(dice.below(12)).unwrap());
    session.about = Prose::parse("", &format!("{about}\n{}", dice.word(&TITLES))).unwrap();
    session.hosts.extend(dice.once_in(2).then(|| "zoe-mueller".parse().unwrap()));
    session.place.link = dice.once_in(2).then(|| Link::parse("", "https://meet.jit.si/allergens").unwrap());
    session.revision.sequence = u32::try_from(dice.below(20)).unwrap();
    let first = day("2025-06-01").plus(i64::try_from(dice.below(700)).unwrap());
    let minute = u16::try_from(4 * 60 + dice.below(19 * 60)).unwrap();
    let length = Minutes(u16::try_from(15 + dice.below(300)).unwrap());
    let mut own = Timing::once(Wall { day: first, minute }, length, zone(dice.word(&ZONES)));
    own.repeats =
        (!dice.once_in(4)).then(|| Repeats { rule: dice.word(&RULES).to_owned(), until: any_end(dice, first) });
    for on in own.days().into_iter().filter(|_| own.repeats.is_some()) {
        if dice.once_in(4) {
            own.exceptions.push(any_exception(dice, on));
        }
    }
    session.when = When::Set { timing: own };
    session
}

fn any_end(dice: &mut Dice, first: Day) -> Until {
    match dice.once_in(2) {
        true => Until::Count { dates: u16::try_from(1 + dice.below(30)).unwrap() },
        false => Until::Day { day: first.plus(i64::try_from(200 + dice.below(400)).unwrap()) },
    }
}

fn any_exception(dice: &mut Dice, on: Day) -> Exception {
    let change = match dice.once_in(2) {
        true => Change::CalledOff,
        false => {
            let (day, minute) =
                (on.plus(i64::try_from(dice.below(5)).unwrap()), u16::try_from(300 + dice.below(900)).unwrap());
            Change::Moved {
                day,
                minute,
                length: Minutes(30),
                place: dice.once_in(2).then(|| room("Elsewhere; 2nd floor")),
            }
        }
    };
    Exception { on, change, note: Prose::default(), revision: Revision { sequence: 1, at: NOW } }
}

/// The entries of a session.
pub fn entries(session: &Session) -> Vec<Event> {
    describing(&org()).session(session)
}
