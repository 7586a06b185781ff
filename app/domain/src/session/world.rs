//! A lunch-and-learn for tests: Jonas shows SQL for an hour; Amara and Noor have a seat.

use super::*;
use crate::clocks::{Clocks, Day};
use crate::time::Span;

pub const JONAS: &str = "jonas-weidner";
pub const AMARA: &str = "amara-okafor";
pub const NOOR: &str = "noor-halabi";
pub const LEILA: &str = "leila-haddou";
/// Wednesday 18 November 2026, 12:30 in Lisbon.
pub const START: Timestamp = Timestamp(1_795_005_000_000);

/// So many minutes after the start.
pub fn at_minute(minute: i64) -> Timestamp {
    START.after(Span::minutes(minute))
}

/// The session.
pub fn lunch() -> Session {
    let zone = Zone::parse("Europe/Lisbon").unwrap();
    let start = Clocks { now: START, ahead: &|_, _| Span(0) }.wall(&zone, START);
    Session {
        id: "sql-at-lunch".parse().unwrap(),
        kind: SessionKind::LunchAndLearn,
        title: Name::parse("title", "SQL at lunch").unwrap(),
        about: Prose::default(),
        outcomes: Vec::new(),
        skills: vec!["sql-for-reports".parse().unwrap()],
        hosts: vec![JONAS.parse().unwrap()],
        place: Place { room: Line::parse("room", "Canteen, east side").unwrap(), link: None },
        when: When::Set { timing: Timing::once(start, Minutes(60), zone) },
        seats: Seats { capacity: Some(12), guests: 0, closes_before: Minutes(0), claim_within: CLAIM_WITHIN },
        open_to: OpenTo::Everyone,
        materials: Vec::new(),
        program: None,
        follows: None,
        exchange: None,
        made_by: JONAS.parse().unwrap(),
        made_at: START.before(Span::days(14)),
        revision: Revision { sequence: 0, at: START.before(Span::days(14)) },
        called_off: None,
        told: Vec::new(),
    }
}

/// Its one date.
pub fn lunch_date() -> Date {
    Date { on: Day::utc(START), starts: START, ends: at_minute(60), takes_place: true, place: None }
}

/// That date, so many minutes after the start.
pub fn hour<'a>(session: &'a Session, date: &'a Date, minute: i64) -> Hour<'a> {
    Hour { session, date, now: at_minute(minute) }
}

/// The key of that date.
pub fn key() -> DoorKey {
    DoorKey::of(b"a key of Fernhill", &lunch(), Day::utc(START))
}

/// Amara and Noor come.
pub fn signed_up() -> Occurrence {
    let mut date = Occurrence::new(lunch().id, Day::utc(START));
    let answer = |(number, person): (u64, &str)| Answer {
        person: person.parse().unwrap(),
        says: Says::Going,
        guests: 0,
        seat: Seat::Seat,
        number,
        at: at_minute(-1_000),
        by: None,
    };
    date.answers = [(0, AMARA), (1, NOOR)].map(answer).to_vec();
    date.next = 2;
    date
}
