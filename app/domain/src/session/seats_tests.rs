//! Seats and the line: rows for each rule. What must hold whatever people do is in `seats_random`.

use super::*;
use crate::rejection::Rejection;
use crate::time::{Minutes, Span, Timestamp};

pub(super) const NOW: Timestamp = Timestamp(1_795_079_520_000);

pub(super) fn person(name: &str) -> PersonId {
    name.parse().unwrap()
}

/// Three seats, two guests each, ten hours ahead; answers close an hour before; two hours to take a seat.
pub(super) fn three() -> Seating {
    Seating {
        capacity: Some(3),
        guests: 2,
        closes_at: in_hours(9),
        claim_within: Minutes(120),
        starts: in_hours(10),
        takes_place: true,
    }
}

fn in_hours(hours: i64) -> Timestamp {
    NOW.after(Span::hours(hours))
}

pub(super) fn empty() -> Occurrence {
    Occurrence::new("allergens".parse().unwrap(), crate::clocks::Day::utc(in_hours(10)))
}

fn says(date: Occurrence, who: &str, says: Says, guests: u8) -> Result<Occurrence, Rejection> {
    let person = person(who);
    date.answered(Saying { person: &person, says, guests, by: None }, &three(), NOW)
}

fn going(date: Occurrence, who: &str, guests: u8) -> Occurrence {
    says(date, who, Says::Going, guests).unwrap()
}

fn full() -> Occurrence {
    ["ana", "ben", "cleo", "dora", "emil"].into_iter().fold(empty(), |date, who| going(date, who, 0))
}

fn seats(date: &Occurrence) -> Vec<(&str, Seat)> {
    date.answers.iter().map(|answer| (answer.person.as_str(), answer.seat)).collect()
}

fn seat_of(date: &Occurrence, who: &str) -> Seat {
    date.answer_of(&person(who)).unwrap().seat
}

fn held() -> Seat {
    Seat::Held { until: in_hours(2) }
}

#[test]
fn who_comes_first_has_a_seat_and_the_rest_stand_in_line() {
    let date = full();
    let (has, waits) = (Seat::Seat, Seat::InLine);
    assert_eq!(seats(&date), [("ana", has), ("ben", has), ("cleo", has), ("dora", waits), ("emil", waits)]);
    let place = |who: &str| date.place_in_line(&person(who));
    assert_eq!((place("ana"), place("dora"), place("emil")), (None, Some(1), Some(2)));
}

#[test]
fn a_seat_that_opens_is_held_for_the_first_in_line_in_the_same_move() {
    for gone in [Says::NotGoing, Says::Maybe] {
        let date = says(full(), "ana", gone, 0).unwrap();
        assert_eq!((seat_of(&date, "ana"), seat_of(&date, "dora")), (Seat::Nothing, held()));
        assert_eq!((date.taken(), date.place_in_line(&person("emil"))), (3, Some(1)));
    }
}

#[test]
fn a_held_seat_is_taken_in_time_or_goes_to_the_next() {
    let date = says(full(), "ana", Says::NotGoing, 0).unwrap();
    let (dora, emil) = (person("dora"), person("emil"));
    let claimed = date.clone().claimed(&dora, &three(), in_hours(1)).unwrap();
    assert_eq!(seat_of(&claimed, "dora"), Seat::Seat);
    assert!(matches!(date.clone().claimed(&emil, &three(), NOW), Err(Rejection::Conflict(_))));
    assert!(matches!(date.clone().claimed(&dora, &three(), in_hours(2)), Err(Rejection::Stale(_))));
    let later = date.passed(&three(), in_hours(2));
    assert_eq!((seat_of(&later, "dora"), seat_of(&later, "emil")), (Seat::Lapsed, Seat::Held { until: in_hours(4) }));
    let again = later.answered(coming(&dora), &three(), in_hours(3)).unwrap();
    assert_eq!((seat_of(&again, "dora"), again.place_in_line(&dora)), (Seat::InLine, Some(1)), "behind emil");
}

fn coming(person: &PersonId) -> Saying<'_> {
    Saying { person, says: Says::Going, guests: 0, by: None }
}

#[test]
fn a_seat_is_held_until_the_start_at_the_latest() {
    let ana = person("ana");
    let gone = Saying { person: &ana, says: Says::NotGoing, guests: 0, by: None };
    let date = full().answered(gone, &three(), in_hours(9)).unwrap();
    assert_eq!(seat_of(&date, "dora"), Seat::Held { until: in_hours(10) });
    let begun = date.passed(&three(), in_hours(10));
    assert_eq!((seat_of(&begun, "dora"), seat_of(&begun, "emil")), (Seat::Lapsed, Seat::InLine), "nobody moves up");
}

#[test]
fn guests_take_seats_and_whoever_is_first_is_offered_what_there_is() {
    let date = going(going(empty(), "ana", 1), "ben", 2);
    assert_eq!(seats(&date), [("ana", Seat::Seat), ("ben", held())]);
    assert_eq!((date.taken(), date.answer_of(&person("ben")).unwrap().guests), (3, 0), "no guest of his fits");
    let told = date.news_since(&going(empty(), "ana", 1), &[], Doing { by: Some(&person("ben")), now: NOW });
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].news, News::Held { until: in_hours(2), guests: 0 });
    let date = going(date, "cleo", 0);
    assert_eq!(seat_of(&date, "cleo"), Seat::InLine, "nobody gets past");
    let fewer = going(date, "ana", 0);
    assert_eq!(seat_of(&fewer, "cleo"), held(), "a guest who stays at home frees a seat");
}

#[test]
fn nobody_asks_for_more_than_there_is_and_loses_what_they_have() {
    let date = going(going(empty(), "ana", 0), "ben", 0);
    let refused = says(date.clone(), "ana", Says::Going, 2);
    assert!(
        matches!(refused, Err(Rejection::Invalid { field, message }) if field == "guests" && message.contains("one guest"))
    );
    assert_eq!(going(date.clone(), "ana", 1).taken(), 3);
    assert!(says(date, "ana", Says::Going, 3).is_err(), "two guests at most");
}

#[test]
fn answers_close_but_a_seat_can_be_given_back_until_the_start() {
    let at = |hours, saying: Saying| full().answered(saying, &three(), in_hours(hours)).map(drop);
    let (ana, fritz, host) = (person("ana"), person("fritz"), person("host"));
    let not = Saying { says: Says::NotGoing, ..coming(&ana) };
    let for_fritz = Saying { by: Some(&host), ..coming(&fritz) };
    assert!(at(9, coming(&fritz)).is_err());
    assert!(at(9, Saying { says: Says::Maybe, ..coming(&fritz) }).is_err());
    assert!(at(9, not).is_ok());
    assert!(at(9, for_fritz).is_ok());
    assert!(at(10, not).is_err() && at(10, for_fritz).is_err());
    let off = Seating { takes_place: false, ..three() };
    assert!(full().answered(coming(&fritz), &off, NOW).is_err());
}

#[test]
fn a_host_gives_a_seat_beyond_the_room_and_no_seat_opens_until_there_is_room_again() {
    let host = person("host");
    let date = full().given(&person("emil"), &host, &three(), NOW).unwrap();
    assert_eq!((date.taken(), seat_of(&date, "dora")), (4, Seat::InLine));
    let told = date.news_since(&full(), &[], Doing { by: Some(&host), now: NOW });
    assert_eq!(
        told.iter().map(|told| (&told.person, &told.news)).collect::<Vec<_>>(),
        [(&person("emil"), &News::Given)]
    );
    let date = says(date, "ana", Says::NotGoing, 0).unwrap();
    assert_eq!((date.taken(), seat_of(&date, "dora")), (3, Seat::InLine));
    assert_eq!(seat_of(&says(date, "ben", Says::NotGoing, 0).unwrap(), "dora"), held());
}

#[test]
fn more_seats_move_the_line_up_and_fewer_take_nobodys() {
    let more = Seating { capacity: Some(4), ..three() };
    let date = full().passed(&more, NOW);
    assert_eq!((seat_of(&date, "dora"), seat_of(&date, "emil")), (held(), Seat::InLine));
    let fewer = Seating { capacity: Some(2), ..three() };
    let date = full().passed(&fewer, NOW);
    assert_eq!(date.taken(), 3);
    let hosts = [person("host")];
    let doing = Doing { by: Some(&hosts[0]), now: NOW };
    let told = date.news_of_room(&three(), &fewer, &hosts, doing);
    let over = News::OverCapacity { seats: 1, people: vec![person("cleo")] };
    assert_eq!(told.into_iter().map(|told| told.news).collect::<Vec<_>>(), [over]);
    assert_eq!(date.news_of_room(&three(), &more, &hosts, doing), []);
    let as_many = Seating { capacity: None, ..three() };
    let date = full().passed(&as_many, NOW);
    assert!(date.answers.iter().all(|answer| answer.seat == Seat::Seat), "no line, nothing to claim");
}

#[test]
fn a_date_that_is_called_off_closes_the_line_and_keeps_its_order() {
    let off = Seating { takes_place: false, ..three() };
    let date = says(full(), "ana", Says::NotGoing, 0).unwrap().passed(&off, NOW);
    assert_eq!((seat_of(&date, "ben"), seat_of(&date, "dora")), (Seat::Seat, Seat::InLine));
    assert!(date.clone().claimed(&person("dora"), &off, NOW).is_err());
    let told = date.concerned().map(PersonId::as_str).collect::<Vec<_>>();
    assert_eq!(told, ["ben", "cleo", "dora", "emil"]);
    assert_eq!(seat_of(&date.passed(&three(), in_hours(1)), "dora"), Seat::Held { until: in_hours(3) });
}
