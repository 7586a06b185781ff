//! Changes of a session: what moves, what stays, what calendars count, and who is told.

use super::*;
use crate::clocks::{Clocks, Day};
use crate::fernhill::{NOW, fernhill};
use crate::reader::tests::{CLOCKS, prose};
use crate::rejection::Rejection;
use crate::text::Line;
use crate::time::Span;
use std::collections::BTreeSet;

/// Thursday 19 November 2026, the day of [`NOW`]; the first date starts three hours after.
pub(super) const FIRST: Day = Day(20_776);

pub(super) fn id(text: &str) -> PersonId {
    text.parse().unwrap()
}

pub(super) fn room(text: &str) -> Place {
    Place { room: Line::parse("room", text).unwrap(), link: None }
}

/// Four Thursdays at 12:30 in Lisbon.
pub(super) fn thursdays() -> Timing {
    Timing {
        first: FIRST,
        minute: 12 * 60 + 30,
        length: Minutes(45),
        zone: Zone::parse("Europe/Lisbon").unwrap(),
        repeats: Some(Repeats { rule: "FREQ=WEEKLY;BYDAY=TH".to_owned(), until: Until::Count { dates: 4 } }),
        exceptions: Vec::new(),
    }
}

/// Amara teaches wound care in the kitchen; two seats.
pub(super) fn plan(timing: Timing) -> SessionPlan {
    SessionPlan {
        kind: SessionKind::LunchAndLearn,
        title: Name::parse("title", "Wounds in plain words").unwrap(),
        about: prose("What to look at first."),
        outcomes: Vec::new(),
        skills: vec!["wound-care".parse().unwrap()],
        hosts: vec![id("amara-okafor")],
        place: room("Kitchen, long table"),
        when: When::Set { timing },
        seats: Seats { capacity: Some(2), guests: 1, closes_before: Minutes(0), claim_within: CLAIM_WITHIN },
        open_to: OpenTo::Everyone,
        materials: Vec::new(),
        program: None,
        despite_overlaps: false,
    }
}

pub(super) fn session(timing: Timing) -> Session {
    let plan = plan(timing);
    plan.checked(&fernhill(), &CLOCKS).unwrap();
    plan.session("wounds".parse().unwrap(), &id("amara-okafor"), &CLOCKS)
}

fn at(hours: i64) -> Clocks<'static> {
    Clocks { now: NOW.after(Span::hours(hours)), ..CLOCKS }
}

fn starts(session: &Session) -> Vec<String> {
    let all = session.timing().unwrap().dates(&CLOCKS).filter(|date| date.takes_place);
    all.map(|date| CLOCKS.face(&Zone::utc(), date.starts).iso[5..16].to_owned()).collect()
}

fn exception(session: &Session, on: Day) -> &Exception {
    session.timing().unwrap().exceptions.iter().find(|one| one.on == on).unwrap()
}

fn moved(day: Day, minute: u16) -> Change {
    Change::Moved { day, minute, length: Minutes(45), place: None }
}

pub(super) fn change(
    session: Session,
    on: Day,
    change: Option<&Change>,
    hours: i64,
) -> Result<(Session, Went), Rejection> {
    session.with_date(Otherwise { on, change, note: &prose("Because.") }, &at(hours))
}

#[test]
fn one_date_moves_is_called_off_and_put_back_and_each_counts_once() {
    let second = FIRST.plus(7);
    let (session, went) = change(session(thursdays()), second, Some(&moved(second.plus(1), 600)), 0).unwrap();
    assert_eq!(starts(&session), ["11-19T12:30", "11-27T10:00", "12-03T12:30", "12-10T12:30"]);
    assert!(went.is_empty(), "its name stays");
    assert_eq!((session.revision.sequence, exception(&session, second).revision.sequence), (1, 1));
    let (same, _) = change(session.clone(), second, Some(&moved(second.plus(1), 600)), 1).unwrap();
    assert_eq!((same.revision.sequence, exception(&same, second).revision.sequence), (1, 1), "nothing moved");
    assert_eq!(same.revision.at, at(1).now);
    let (off, _) = change(session, second, Some(&Change::CalledOff), 2).unwrap();
    assert_eq!(starts(&off), ["11-19T12:30", "12-03T12:30", "12-10T12:30"]);
    assert_eq!((off.revision.sequence, exception(&off, second).revision.sequence), (2, 2));
    let (back, _) = change(off, second, None, 3).unwrap();
    assert_eq!((starts(&back).len(), back.revision.sequence), (4, 3));
    assert_eq!(change(back, second, None, 4).unwrap().0.revision.sequence, 3, "it was so already");
}

#[test]
fn what_has_begun_stays_and_nothing_moves_into_the_past() {
    let yesterday = moved(FIRST.plus(-2), 600);
    assert!(change(session(thursdays()), FIRST, Some(&yesterday), 0).is_err());
    assert!(change(session(thursdays()), FIRST, Some(&Change::CalledOff), 40).is_err());
    assert!(change(session(thursdays()), FIRST.plus(1), Some(&Change::CalledOff), 0).is_err(), "no date there");
    assert!(change(session(thursdays()), FIRST.plus(7), Some(&Change::CalledOff), 40).is_ok());
}

#[test]
fn a_session_without_a_rule_goes_to_another_day_whole() {
    let once = Timing { repeats: None, ..thursdays() };
    let (session, went) = change(session(once.clone()), FIRST, Some(&moved(FIRST.plus(4), 600)), 0).unwrap();
    assert_eq!((starts(&session), went), (vec!["11-23T10:00".to_owned()], Went::from([(FIRST, Some(FIRST.plus(4)))])));
    assert!(session.timing().unwrap().exceptions.is_empty());
    assert!(change(self::session(once), FIRST, Some(&Change::CalledOff), 0).is_err(), "all of it is to be called off");
}

#[test]
fn an_edit_of_words_counts_nothing_and_one_of_time_or_place_counts_one() {
    let session = session(thursdays());
    let edited = |plan: SessionPlan| session.clone().edited(&plan, &at(1)).unwrap();
    let words = edited(SessionPlan { about: prose("Other words."), ..plan(thursdays()) }).0;
    assert_eq!((words.revision, &words.when), (Revision { sequence: 0, at: at(1).now }, &session.when));
    let hosts = vec![id("amara-okafor"), id("rosalind-achterberg")];
    let more = SessionPlan { hosts, seats: Seats { capacity: Some(9), ..session.seats.clone() }, ..plan(thursdays()) };
    assert_eq!(edited(more).0.revision.sequence, 0, "hosts and seats are no time and no place");
    let later = plan(Timing { minute: 13 * 60, ..thursdays() });
    assert_eq!(edited(later).0.revision.sequence, 1);
    let elsewhere = SessionPlan { place: room("Long hall"), ..plan(thursdays()) };
    let (off, _) = change(session.clone(), FIRST.plus(7), Some(&Change::CalledOff), 0).unwrap();
    let (elsewhere, _) = off.edited(&elsewhere, &at(1)).unwrap();
    assert_eq!((elsewhere.revision.sequence, exception(&elsewhere, FIRST.plus(7)).revision.sequence), (2, 2));
}

#[test]
fn dates_that_are_over_stay_and_those_to_come_keep_their_names_where_they_can() {
    let begun = session(thursdays());
    let later = plan(Timing { minute: 13 * 60, ..thursdays() });
    let refused = begun.clone().edited(&later, &at(40));
    assert!(matches!(refused, Err(Rejection::Invalid { field, .. }) if field == "when"));
    let longer = Repeats { rule: "FREQ=WEEKLY;BYDAY=TH".to_owned(), until: Until::Count { dates: 6 } };
    let (longer, went) = begun.edited(&plan(Timing { repeats: Some(longer), ..thursdays() }), &at(40)).unwrap();
    assert_eq!((starts(&longer).len(), went.len()), (6, 0));
    let fridays = Repeats { rule: "FREQ=WEEKLY;BYDAY=FR".to_owned(), until: Until::Count { dates: 4 } };
    let fridays = plan(Timing { first: FIRST, repeats: Some(fridays), ..thursdays() });
    let (fridays, went) = session(thursdays()).edited(&fridays, &at(0)).unwrap();
    assert_eq!(starts(&fridays)[0], "11-20T12:30");
    assert_eq!(fridays.timing().unwrap().first, FIRST.plus(1), "the first day is one that the rule knows");
    let next: Went = (0..4).map(|week| (FIRST.plus(7 * week), Some(FIRST.plus(7 * week + 1)))).collect();
    assert_eq!(went, next, "each Thursday is the Friday after");
    let fewer = Repeats { rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH".to_owned(), until: Until::Count { dates: 2 } };
    let (_, went) = session(thursdays()).edited(&plan(Timing { repeats: Some(fewer), ..thursdays() }), &at(0)).unwrap();
    assert_eq!(went, Went::from([(FIRST.plus(7), None), (FIRST.plus(21), None)]), "the others are no more");
}

#[test]
fn a_series_is_split_and_both_halves_have_their_dates_once() {
    let (series, _) = change(session(thursdays()), FIRST.plus(14), Some(&moved(FIRST.plus(15), 600)), 0).unwrap();
    let next = Timing { first: FIRST.plus(7), minute: 13 * 60, repeats: None, ..thursdays() };
    let rest = Repeats { rule: "FREQ=WEEKLY;BYDAY=TH".to_owned(), until: Until::Count { dates: 3 } };
    let next = plan(Timing { repeats: Some(rest), ..next });
    let made = ("rest".parse().unwrap(), &id("amara-okafor"));
    let split = series.clone().split(FIRST.plus(7), &next, made.clone(), &at(1)).unwrap();
    assert_eq!(starts(&split.before), ["11-19T12:30"]);
    assert_eq!(starts(&split.after), ["11-26T13:00", "12-04T10:00", "12-10T13:00"]);
    assert_eq!((split.before.revision.sequence, split.after.revision.sequence), (2, 0));
    assert_eq!(exception(&split.after, FIRST.plus(14)).revision.sequence, 0);
    assert_eq!(split.after.follows, Some(series.id.clone()));
    assert!(split.went.is_empty(), "their names stay");
    assert!(series.clone().split(FIRST, &next, made.clone(), &at(1)).is_err(), "that is the whole");
    assert!(series.split(FIRST.plus(7), &next, made, &at(24 * 9)).is_err(), "it has begun");
}

/// A date with two who sit and one who waits.
fn answered(session: &Session) -> Occurrence {
    let date = session.timing().unwrap().date(FIRST, &CLOCKS).unwrap();
    let seating = session.seating(&date);
    ["jonas-weidner", "noor-halabi", "leila-haddou"].iter().fold(
        Occurrence::new(session.id.clone(), FIRST),
        |date, who| {
            let person = id(who);
            let saying = Saying { person: &person, says: Says::Going, guests: 0, by: None };
            date.answered(saying, &seating, NOW).unwrap()
        },
    )
}

fn carry(before: &Session, after: &Session, on: Option<Day>) -> Occurrence {
    let host = id("amara-okafor");
    let doing = Doing { by: Some(&host), now: at(1).now };
    Carrying { before, after, doing, told: BTreeSet::new() }.carried(answered(before), on, &at(1))
}

fn told(occurrence: &Occurrence) -> Vec<(&str, &News)> {
    occurrence.told.iter().map(|told| (told.person.as_str(), &told.news)).collect()
}

#[test]
fn answers_go_along_when_a_session_moves_and_everybody_is_told_once() {
    let before = session(thursdays());
    let (after, _) = before.clone().edited(&plan(Timing { minute: 13 * 60, ..thursdays() }), &at(1)).unwrap();
    let date = carry(&before, &after, Some(FIRST));
    let news = News::Moved { from: NOW.after(Span::minutes(3 * 60 + 18)), to: NOW.after(Span::minutes(3 * 60 + 48)) };
    let all = ["jonas-weidner", "noor-halabi", "leila-haddou"].map(|who| (who, &news));
    assert_eq!(told(&date), all);
    assert_eq!(date.place_in_line(&id("leila-haddou")), Some(1));
}

#[test]
fn more_room_moves_the_line_up_and_a_new_host_needs_no_seat() {
    let before = session(thursdays());
    let hosts = vec![id("amara-okafor"), id("jonas-weidner")];
    let (after, _) = before.clone().edited(&SessionPlan { hosts, ..plan(thursdays()) }, &at(1)).unwrap();
    let date = carry(&before, &after, Some(FIRST));
    let until = at(3).now;
    let held = News::Held { until, guests: 0 };
    assert_eq!(told(&date), [("leila-haddou", &held), ("jonas-weidner", &News::TakenOut)]);
    let host = id("amara-okafor");
    let doing = Doing { by: Some(&host), now: at(1).now };
    let now = after.news_since(Some(&before), &at(1), doing);
    assert_eq!(now, [doing.told(&id("jonas-weidner"), News::HostNow)]);
}

#[test]
fn a_date_that_is_no_more_tells_those_who_wait_too() {
    let before = session(thursdays());
    let off = before.clone().called_off_by(&id("amara-okafor"), &prose("I am ill."), &at(1)).unwrap();
    for date in [carry(&before, &off, Some(FIRST)), carry(&before, &off, None)] {
        let all = ["jonas-weidner", "noor-halabi", "leila-haddou"].map(|who| (who, &News::CalledOff));
        assert_eq!(told(&date), all);
        assert_eq!(date.place_in_line(&id("leila-haddou")), Some(1));
    }
    assert!(off.called_off_by(&id("amara-okafor"), &prose("Again."), &at(1)).is_err());
    assert!(before.called_off_by(&id("amara-okafor"), &prose(""), &at(1)).is_err());
}
