//! The law of revisions: whatever people change, a number never goes down, and it goes up exactly when the time, the
//! rule, a date, the place or the standing is other than before.

use crate::dice::Dice;
use crate::world::{clocks, day, moved, room, series, timing, wall};
use domain::clocks::{Clocks, Day};
use domain::id::PersonId;
use domain::session::{Change, Otherwise, Session, SessionPlan, Until};
use domain::text::{Name, Prose};
use domain::time::{Minutes, Span, Zone};
use server::calendar::event::{Event, Version};
use std::collections::BTreeMap;

/// What calendars go by: everything of an entry but its words and its number.
fn stands(session: &Session) -> Vec<Event> {
    let plain = |event: Event| Event {
        summary: String::new(),
        description: String::new(),
        version: Version { sequence: 0, at: session.made_at, modified: session.made_at },
        ..event
    };
    crate::world::entries(session).into_iter().map(plain).collect()
}

fn numbers(session: &Session) -> BTreeMap<Option<Day>, u32> {
    let entries = crate::world::entries(session);
    entries.iter().map(|event| (event.original.map(|wall| wall.day), event.version.sequence)).collect()
}

fn plan(session: &Session) -> SessionPlan {
    let session = session.clone();
    SessionPlan {
        kind: session.kind,
        title: session.title,
        about: session.about,
        outcomes: session.outcomes,
        skills: session.skills,
        hosts: session.hosts,
        place: session.place,
        when: session.when,
        seats: session.seats,
        open_to: session.open_to,
        materials: session.materials,
        program: session.program,
        despite_overlaps: true,
    }
}

/// Something that somebody does to a session; what is refused leaves it as it was.
fn changed(dice: &mut Dice, session: &Session, clocks: &Clocks) -> Option<Session> {
    match dice.below(8) {
        0 => edited(dice, session, clocks),
        1 => reworded(dice, session, clocks),
        2 if dice.once_in(12) => {
            let (by, reason) = ("priya-raman".parse::<PersonId>().unwrap(), Prose::parse("", "Nobody can.").unwrap());
            session.clone().called_off_by(&by, &reason, clocks).ok()
        }
        _ => one_date(dice, session, clocks),
    }
}

fn edited(dice: &mut Dice, session: &Session, clocks: &Clocks) -> Option<Session> {
    let mut plan = plan(session);
    let mut other = session.clone();
    let own = timing(&mut other);
    match dice.below(6) {
        0 => own.minute = *dice.of(&[720, 750, 810]),
        1 => own.length = *dice.of(&[Minutes(45), Minutes(60)]),
        2 => own.zone = Zone::parse(dice.word(&["Europe/Berlin", "Europe/Lisbon"])).unwrap(),
        3 => plan.place = room(dice.word(&["Kitchen", "Room 2"])),
        4 => own.repeats.as_mut().unwrap().until = Until::Count { dates: *dice.of(&[8, 9, 10]) },
        _ => {
            own.repeats.as_mut().unwrap().rule = dice.word(&["FREQ=WEEKLY;BYDAY=TH", "FREQ=WEEKLY;BYDAY=FR"]).to_owned()
        }
    }
    plan.when = other.when;
    session.clone().edited(&plan, clocks).ok().map(|(session, _)| session)
}

fn reworded(dice: &mut Dice, session: &Session, clocks: &Clocks) -> Option<Session> {
    let title = Name::parse("", dice.word(&["Bread", "Cheese"])).unwrap();
    session.clone().edited(&SessionPlan { title, ..plan(session) }, clocks).ok().map(|(session, _)| session)
}

fn one_date(dice: &mut Dice, session: &Session, clocks: &Clocks) -> Option<Session> {
    let on = *dice.of(&session.timing()?.days());
    let change = match dice.below(4) {
        0 => None,
        1 => Some(Change::CalledOff),
        2 => Some(moved(&on.plus(1).iso(), *dice.of(&[750, 840]), None)),
        _ => Some(moved(&on.iso(), 840, Some(room(dice.word(&["Kitchen", "Room 2"]))))),
    };
    let note = Prose::parse("", dice.word(&["", "Bring an apron."])).unwrap();
    let otherwise = Otherwise { on, change: change.as_ref(), note: &note };
    session.clone().with_date(otherwise, clocks).ok().map(|(session, _)| session)
}

#[test]
fn a_number_goes_up_exactly_when_what_calendars_go_by_is_other_than_before() {
    let mut dice = Dice::new(5);
    let (mut up, mut same) = (0, 0);
    for _ in 0..60 {
        let mut session = series("2026-12-03", "FREQ=WEEKLY;BYDAY=TH", Until::Count { dates: 10 });
        let mut highest: BTreeMap<Option<Day>, u32> = BTreeMap::new();
        for step in 1..40 {
            let now = clocks().now.after(Span::minutes(step));
            let clocks = Clocks { now, ..clocks() };
            let Some(after) = changed(&mut dice, &session, &clocks) else { continue };
            let is_other = stands(&session) != stands(&after);
            let went_up = after.revision.sequence > session.revision.sequence;
            assert_eq!(went_up, is_other, "{session:#?}\nbecame\n{after:#?}");
            assert!(after.revision.at == now && after.revision.sequence >= session.revision.sequence);
            if is_other {
                up += 1
            } else {
                same += 1
            }
            for (entry, number) in numbers(&after) {
                let known = highest.entry(entry).or_default();
                assert!(number >= *known, "the number of {entry:?} went down");
                *known = number;
            }
            session = after;
        }
    }
    assert!(up > 500 && same > 100, "{up}, {same}");
}

#[test]
fn a_series_that_is_split_ends_with_a_higher_number_and_begins_with_none() {
    let session = series("2026-12-03", "FREQ=WEEKLY;BYDAY=TH", Until::Count { dates: 10 });
    let mut next = plan(&session);
    let mut going_on = session.clone();
    timing(&mut going_on).first = wall("2027-01-08", 0).day;
    timing(&mut going_on).repeats.as_mut().unwrap().rule = "FREQ=WEEKLY;BYDAY=FR".to_owned();
    next.when = going_on.when;
    let by = "priya-raman".parse::<PersonId>().unwrap();
    let split = session.clone().split(day("2027-01-07"), &next, ("b1".parse().unwrap(), &by), &clocks()).unwrap();
    assert_eq!((split.before.revision.sequence, split.after.revision.sequence), (1, 0));
    let (before, after) = (crate::world::entries(&split.before), crate::world::entries(&split.after));
    assert_eq!(after[0].follows.as_ref(), Some(&before[0].uid));
    assert_ne!(after[0].uid, before[0].uid);
}
