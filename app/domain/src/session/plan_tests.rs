//! What a plan must be, and that a room and a host stand once at a time.

use super::series_tests::{FIRST, change, id, plan, room, session, thursdays};
use super::*;
use crate::clocks::Day;
use crate::fernhill::fernhill;
use crate::org::Org;
use crate::reader::tests::CLOCKS;
use crate::rejection::Rejection;

#[test]
fn what_no_session_can_be_is_refused_beside_its_field() {
    let repeats = |until| Some(Repeats { rule: "FREQ=WEEKLY;BYDAY=TH".to_owned(), until });
    let timed = |timing: Timing| plan(timing);
    let seats = |capacity| Seats { capacity, ..plan(thursdays()).seats };
    let good = || plan(thursdays());
    let rows = [
        (SessionPlan { hosts: Vec::new(), ..good() }, "hosts"),
        (SessionPlan { hosts: vec![id("dag-ek")], ..good() }, "hosts"),
        (SessionPlan { hosts: vec![id("amara-okafor"), id("amara-okafor")], ..good() }, "hosts"),
        (SessionPlan { skills: Vec::new(), ..good() }, "skills"),
        (SessionPlan { seats: seats(Some(0)), ..good() }, "capacity"),
        (SessionPlan { place: Place::default(), ..good() }, "room"),
        (SessionPlan { open_to: OpenTo::Invited { people: Vec::new() }, ..good() }, "people"),
        (timed(Timing { length: Minutes(0), ..thursdays() }), "ends"),
        (timed(Timing { repeats: repeats(Until::Count { dates: 0 }), ..thursdays() }), "until"),
        (timed(Timing { repeats: repeats(Until::Count { dates: MOST_DATES + 1 }), ..thursdays() }), "until"),
        (timed(Timing { repeats: repeats(Until::Day { day: FIRST.plus(-1) }), ..thursdays() }), "until"),
        (timed(Timing { repeats: repeats(Until::Day { day: FIRST.plus(7 * 400) }), ..thursdays() }), "until"),
    ];
    let org = fernhill();
    for (plan, field) in rows {
        let refused = plan.checked(&org, &CLOCKS);
        assert!(matches!(&refused, Err(Rejection::Invalid { field: at, .. }) if at == field), "{field}: {refused:?}");
    }
    assert_eq!(good().checked(&org, &CLOCKS), Ok(()));
    let past = Timing { first: FIRST.plus(-7), ..thursdays() };
    assert!(session(past).is_all_ahead(&CLOCKS).is_err());
}

fn booked(org: &Org, session: &Session) -> (Result<(), Rejection>, Result<(), Rejection>) {
    let dates = session.ahead(&CLOCKS);
    let by = &id("jonas-weidner");
    let booking = Booking { org, session, dates: &dates, by, clocks: &CLOCKS };
    (booking.room_is_free(), booking.hosts_are_free())
}

#[test]
fn a_room_and_a_host_stand_once_at_a_time() {
    let mut org = fernhill();
    let (mut series, _) = change(session(thursdays()), FIRST.plus(7), Some(&Change::CalledOff), 0).unwrap();
    org.put_session(series.clone());
    let other = |day: Day, minute: u16, place: &str, host: &str| {
        let once = Timing { first: day, minute, repeats: None, ..thursdays() };
        let plan = SessionPlan { place: room(place), hosts: vec![id(host)], ..plan(once) };
        booked(&org, &plan.session("other".parse().unwrap(), &id("jonas-weidner"), &CLOCKS))
    };
    let (room, host) = other(FIRST.plus(14), 13 * 60, "kitchen,  Long Table", "amara-okafor");
    let words = "“Wounds in plain words”, Thursday 3 December 12:30 to 13:15";
    let is = |refused: &Result<(), Rejection>, field: &str| matches!(refused, Err(Rejection::Invalid { field: at, message }) if at == field && message.contains(words));
    assert!(is(&room, "room") && is(&host, "despite_overlaps"), "{room:?} {host:?}");
    assert_eq!(
        other(FIRST.plus(14), 13 * 60 + 15, "Kitchen, long table", "amara-okafor"),
        (Ok(()), Ok(())),
        "after it"
    );
    assert_eq!(
        other(FIRST.plus(7), 12 * 60 + 30, "Kitchen, long table", "amara-okafor"),
        (Ok(()), Ok(())),
        "it is off"
    );
    assert_eq!(booked(&org, &series), (Ok(()), Ok(())), "not against itself");
    series.open_to = OpenTo::Invited { people: vec![id("noor-halabi")] };
    org.put_session(series);
    let once = Timing { first: FIRST, repeats: None, ..thursdays() };
    let mine = plan(once).session("other".parse().unwrap(), &id("jonas-weidner"), &CLOCKS);
    let Err(Rejection::Invalid { message, .. }) = booked(&org, &mine).0 else { panic!("two in one room") };
    assert!(!message.contains("Wounds") && message.contains("a session, Thursday 19 November"), "{message}");
}
