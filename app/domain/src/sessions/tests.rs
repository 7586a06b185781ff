//! Pages of sessions at Fernhill, Thursday 19 November 2026, 09:12 in Lisbon and 10:12 in Berlin.

use super::entry::coming_on_skill;
use super::*;
use crate::clocks::{Day, Wall};
use crate::exchanges::Tone;
use crate::fernhill::{NOW, fernhill};
use crate::home::{AgendaTag, home_page};
use crate::next_step::{NextStepKind, next_steps};
use crate::org::Org;
use crate::reader::tests::{agreed, read_by};
use crate::session::Saying;
use crate::session::{Occurrence, OpenTo, Place, Repeats, Revision, Says, Seats, SessionKind, Timing, Until, When};
use crate::text::{Line, Name};
use crate::time::{Minutes, Span, Zone};

/// The day on which it is first.
const TODAY: Day = Day(20_776);

/// Rosalind shows infusion pumps at lunch today in Lisbon, and every two weeks, four times; three seats.
pub(super) fn pumps() -> Session {
    let zone = Zone::parse("Europe/Lisbon").unwrap();
    let once = Timing::once(Wall { day: TODAY, minute: 12 * 60 + 30 }, Minutes(45), zone);
    let repeats = Repeats { rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH".into(), until: Until::Count { dates: 4 } };
    Session {
        id: "pumps".parse().unwrap(),
        kind: SessionKind::LunchAndLearn,
        title: Name::parse("title", "Pumps without fear").unwrap(),
        about: crate::reader::tests::prose("Which key to press first."),
        outcomes: vec![Line::parse("outcomes", "stop the alarm").unwrap()],
        skills: vec!["infusion-pumps".parse().unwrap()],
        hosts: vec!["rosalind-achterberg".parse().unwrap()],
        place: Place {
            room: Line::parse("room", "Ward 3").unwrap(),
            link: Some(crate::session::Link::parse("link", "https://fernhill.zoom.us/j/1").unwrap()),
        },
        when: When::Set { timing: Timing { repeats: Some(repeats), ..once } },
        seats: Seats { capacity: Some(3), guests: 1, closes_before: Minutes(60), claim_within: Minutes(120) },
        open_to: OpenTo::Everyone,
        materials: Vec::new(),
        program: None,
        follows: None,
        exchange: None,
        made_by: "rosalind-achterberg".parse().unwrap(),
        made_at: NOW.before(Span::days(10)),
        revision: Revision { sequence: 0, at: NOW.before(Span::days(10)) },
        called_off: None,
        told: Vec::new(),
    }
}

/// The same with everybody of `people` coming, in their order.
fn with(session: &Session, people: &[&str]) -> Org {
    let mut org = fernhill();
    org.put_session(session.clone());
    org.put_occurrence(
        people.iter().fold(Occurrence::new(session.id.clone(), TODAY), |date, who| going(session, date, who)),
    );
    org
}

fn going(session: &Session, date: Occurrence, who: &str) -> Occurrence {
    let person = who.parse().unwrap();
    let seating = read_by(&fernhill(), "amara-okafor", |reader| {
        session.seating(&session.timing().unwrap().date(TODAY, reader.clocks).unwrap())
    });
    date.answered(Saying { person: &person, says: Says::Going, guests: 0, by: None }, &seating, NOW).unwrap()
}

fn page(org: &Org, me: &str) -> SessionPage {
    read_by(org, me, |reader| session_page(reader, &"pumps".parse().unwrap(), None).unwrap())
}

#[test]
fn everybody_reads_a_date_on_their_own_clock_with_that_of_the_event_beside_it() {
    let org = with(&pumps(), &[]);
    let when = |me| {
        let when = page(&org, me).when.unwrap();
        (when.text, when.beside)
    };
    assert_eq!(when("amara-okafor"), ("Today, 12:30–13:15".to_owned(), String::new()));
    assert_eq!(when("jonas-weidner"), ("Today, 13:30–14:15".to_owned(), "your time · 12:30 in Lisbon".to_owned()));
    let page = page(&org, "amara-okafor");
    assert_eq!(page.kind, "Lunch-and-learn, 1st of 4");
    assert_eq!(page.rule, "Every 2 weeks on Thursday, 4 times");
    assert_eq!(page.place.link.unwrap().1, "Open in Zoom");
    assert_eq!(page.mine.deadline, "Answer until today 11:30.");
    assert_eq!(page.dates.len(), 4);
    assert_eq!((page.dates[0].is_here, page.dates[1].text.as_str()), (true, "Thursday 3 December, 12:30"));
}

#[test]
fn seats_are_counted_and_drawn_and_the_line_can_be_seen() {
    let session = pumps();
    let org = with(&session, &["amara-okafor", "wen-li"]);
    let two = page(&org, "amara-okafor");
    assert_eq!((two.seats.title.as_str(), two.seats.note.as_str()), ("1 seat left of 3", "2 taken."));
    assert_eq!(two.seats.picture, [SeatState::Yours, SeatState::Taken, SeatState::Free]);
    assert_eq!((two.mine.words.as_str(), two.mine.is_going), ("You have a seat.", true));
    assert_eq!(two.seats.teams, "from 2 teams");
    let org = with(&session, &["amara-okafor", "wen-li", "noor-halabi", "jonas-weidner", "leila-haddou"]);
    let last = page(&org, "leila-haddou");
    assert_eq!(last.seats.title, "Full: all 3 seats are taken");
    assert_eq!((last.seats.note.as_str(), last.seats.is_full), ("3 taken, 2 in line.", true));
    assert_eq!(last.mine.words, "You are 2nd in line.");
    assert_eq!(last.tools, None, "only those who look after it see who said what");
    let host = page(&org, "rosalind-achterberg");
    let answers = host.tools.unwrap().answers;
    let has: Vec<&str> = answers.iter().map(|answer| answer.has.as_str()).collect();
    assert_eq!(has, ["has a seat", "has a seat", "has a seat", "1st in line", "2nd in line"]);
    assert!(host.moves.change && !host.moves.answer);
}

/// Amara gives her seat back: it is held for Jonas.
fn held_for_jonas() -> Org {
    let session = pumps();
    let mut org = with(&session, &["amara-okafor", "wen-li", "noor-halabi", "jonas-weidner"]);
    let date = org.occurrence(&session.id, TODAY).unwrap().clone();
    let seating = read_by(&org, "amara-okafor", |reader| {
        session.seating(&session.timing().unwrap().date(TODAY, reader.clocks).unwrap())
    });
    let amara = "amara-okafor".parse().unwrap();
    let no = Saying { person: &amara, says: Says::NotGoing, guests: 0, by: None };
    org.put_occurrence(date.answered(no, &seating, NOW).unwrap());
    org
}

#[test]
fn a_seat_that_is_held_is_the_next_thing_to_do() {
    let org = held_for_jonas();
    let jonas = page(&org, "jonas-weidner");
    assert_eq!(
        (jonas.mine.words.as_str(), jonas.mine.tone),
        ("A seat is held for you until today 12:12.", Tone::Yours)
    );
    assert!(jonas.moves.claim);
    assert_eq!(jonas.seats.picture[2], SeatState::Held);
    assert!(page(&org, "amara-okafor").seats.note.contains("1 held for Jonas until today 11:12"));
    let first = read_by(&org, "jonas-weidner", |reader| next_steps(reader, &[]).into_iter().next().unwrap());
    assert_eq!((first.kind, first.title.as_str()), (NextStepKind::Claim, "Take your seat in Pumps without fear"));
    let wen = read_by(&org, "wen-li", |reader| next_steps(reader, &[]).into_iter().next().unwrap());
    assert_eq!((wen.kind, wen.title.as_str()), (NextStepKind::Meet, "Today 13:30: Pumps without fear"));
    assert_eq!(wen.verb, "Join");
}

#[test]
fn home_shows_what_is_today_with_the_way_to_a_seat() {
    let org = with(&pumps(), &["wen-li"]);
    let agenda = |me| read_by(&org, me, |reader| home_page(reader, &[]).agenda);
    let tag = |me| agenda(me).into_iter().find(|line| line.href.starts_with("/sessions/")).map(|line| line.tag);
    let words = |me| match tag(me) {
        Some(AgendaTag::Session { words, may_save, .. }) => (words, may_save),
        other => (format!("{other:?}"), false),
    };
    assert_eq!(words("wen-li"), ("Seat saved".to_owned(), false));
    assert_eq!(words("jonas-weidner"), ("2 of 3 seats left".to_owned(), true));
    assert_eq!(words("rosalind-achterberg"), ("You host it".to_owned(), false));
}

#[test]
fn who_is_not_asked_does_not_see_it_anywhere() {
    let invited = Session { open_to: OpenTo::Invited { people: vec!["wen-li".parse().unwrap()] }, ..pumps() };
    let org = with(&invited, &[]);
    let sees_it = |me: &str| {
        read_by(&org, me, |reader| {
            let page = session_page(reader, &"pumps".parse().unwrap(), None).is_ok();
            let listed = !calendar_page(reader, CalendarQuery::default()).list.is_empty();
            let coming = !coming_on_skill(reader, &"infusion-pumps".parse().unwrap()).is_empty();
            (page, listed, coming)
        })
    };
    for who in ["wen-li", "rosalind-achterberg", "ines-carvalho"] {
        assert_eq!(sees_it(who), (true, true, true), "{who}");
    }
    assert_eq!(sees_it("jonas-weidner"), (false, false, false));
}

#[test]
fn the_calendar_draws_weeks_days_and_a_list_in_ones_own_zone() {
    let mut org = with(&pumps(), &["wen-li"]);
    org.put_exchange(agreed(4, 27));
    let at = |me: &str, query: &str| read_by(&org, me, |reader| calendar_page(reader, CalendarQuery::parse(query)));
    let month = at("jonas-weidner", "");
    assert_eq!((month.title.as_str(), month.rows.len()), ("November 2026", 6));
    assert_eq!(
        month.list.iter().map(|day| day.title.as_str()).collect::<Vec<_>>(),
        ["Today, Thursday 19 November", "Tomorrow, Friday 20 November"]
    );
    let thursday = &month.rows[3].cells[3];
    assert_eq!((thursday.on.as_str(), thursday.is_today), ("2026-11-19", true));
    assert_eq!(thursday.entries[0].time, "13:30");
    assert_eq!((month.before.as_str(), month.after.as_str()), ("/sessions?on=2026-10-01", "/sessions?on=2026-12-01"));
    assert_eq!(month.rows[5].cells[3].entries[0].title, "Pumps without fear", "3 December stands in the last week");
    let week = at("jonas-weidner", "view=week&on=2026-11-20");
    assert_eq!(week.title, "16 Nov to 22 November 2026");
    assert_eq!(week.rows.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), ["Morning", "Midday", "Afternoon"]);
    assert_eq!(week.rows[1].cells[3].entries.len(), 1);
    let list = at("noor-halabi", "view=agenda");
    assert!(list.rows.is_empty() && list.list.len() == 2, "the second date is in two weeks: {:?}", list.list);
    let mine = at("wen-li", "who=mine&view=agenda");
    assert_eq!(mine.list.iter().map(|day| day.entries.len()).sum::<usize>(), 1);
    assert_eq!(mine.list[0].entries[0].label, "seat saved");
}
