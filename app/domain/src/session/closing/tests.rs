//! Who may say what of a date, and what counts for whom.

use super::*;
use crate::session::world::{AMARA, JONAS, LEILA, NOOR, at_minute, hour, lunch, lunch_date, signed_up};
use crate::session::{Date, News};

fn id(person: &str) -> PersonId {
    person.parse().unwrap()
}

fn says(people: &[&str]) -> Closing {
    Closing {
        minutes: Minutes(60),
        people: people.iter().map(|person| id(person)).collect(),
        skills: lunch().skills,
        note: Prose::parse("note", "Joins are arrows.").unwrap(),
        thanks: Prose::parse("thanks", "Thank you for coming.").unwrap(),
    }
}

/// Jonas closes it ten minutes after the end: Amara and Leïla were there.
fn proposed() -> Occurrence {
    at(70, |hour| hour.closed(signed_up(), &says(&[AMARA, LEILA]), &id(JONAS))).unwrap()
}

fn at<T>(minute: i64, act: impl Fn(&Hour) -> T) -> T {
    let (session, date) = (lunch(), lunch_date());
    act(&hour(&session, &date, minute))
}

const WEEK: i64 = 7 * 24 * 60;

#[test]
fn a_host_says_what_came_of_it_and_who_was_there_follows() {
    let date = proposed();
    let there: Vec<&str> = date.attended.iter().map(|attended| attended.person.as_str()).collect();
    assert_eq!(there, [AMARA, LEILA], "Noor did not come");
    let stage = at(80, |hour| hour.stage(&date));
    assert_eq!(stage, CloseStage::Proposed { until: at_minute(70 + WEEK) });
    assert!(!stage.is_final());
}

#[test]
fn said_again_it_changes_nothing_and_said_anew_it_takes_the_place() {
    let again = at(90, |hour| hour.closed(proposed(), &says(&[AMARA, LEILA]), &id(JONAS)));
    assert_eq!(again, Ok(proposed()));
    let anew = at(90, |hour| hour.closed(proposed(), &says(&[NOOR]), &id(JONAS))).unwrap();
    assert_eq!(anew.closed.as_ref().unwrap().at, at_minute(90));
    assert!(anew.was_there(&id(NOOR)) && !anew.was_there(&id(AMARA)));
}

#[test]
fn only_hosts_say_it_once_it_has_begun_and_of_what_was_to_be_taught() {
    let refused =
        |minute, by: &str, says: &Closing| at(minute, |hour| hour.closed(signed_up(), says, &id(by)).is_err());
    assert!(refused(70, AMARA, &says(&[AMARA])));
    assert!(refused(-1, JONAS, &says(&[AMARA])));
    assert!(refused(70, JONAS, &says(&[JONAS])));
    assert!(refused(70, JONAS, &Closing { skills: vec!["wound-care".parse().unwrap()], ..says(&[AMARA]) }));
    for minutes in [0, 721] {
        assert!(refused(70, JONAS, &Closing { minutes: Minutes(minutes), ..says(&[AMARA]) }));
    }
    let called_off = Date { takes_place: false, ..lunch_date() };
    let hour = Hour { session: &lunch(), date: &called_off, now: at_minute(70) };
    assert!(hour.closed(signed_up(), &says(&[AMARA]), &id(JONAS)).is_err());
    assert!(!refused(1, JONAS, &says(&[])));
}

#[test]
fn one_of_those_who_were_there_says_that_it_was_so() {
    let seen = at_minute(70);
    for (by, is_taken) in [(AMARA, true), (LEILA, true), (NOOR, false), (JONAS, false)] {
        let signed = at(80, |hour| hour.countersigned(proposed(), &id(by), seen));
        assert_eq!(signed.is_ok(), is_taken, "{by}");
    }
    let signed = at(80, |hour| hour.countersigned(proposed(), &id(AMARA), seen)).unwrap();
    assert_eq!(at(81, |hour| hour.stage(&signed)), CloseStage::Settled);
    assert_eq!(at(90, |hour| hour.countersigned(signed.clone(), &id(LEILA), seen)), Ok(signed.clone()));
    assert!(at(90, |hour| hour.closed(signed.clone(), &says(&[NOOR]), &id(JONAS))).is_err());
    assert!(at(90, |hour| hour.ticked(signed.clone(), &id(NOOR), &id(JONAS))).is_err(), "it is final");
}

#[test]
fn each_is_told_once_that_they_are_asked_and_that_it_counts() {
    let told = |date: &Occurrence, news: &News| {
        let told = date.told.iter().filter(|told| told.news == *news);
        told.map(|told| told.person.to_string()).collect::<Vec<_>>()
    };
    let anew = at(90, |hour| hour.closed(proposed(), &says(&[AMARA, NOOR]), &id(JONAS))).unwrap();
    assert_eq!(told(&anew, &News::Proposed), [AMARA, LEILA, NOOR]);
    let signed = at(95, |hour| hour.countersigned(anew.clone(), &id(NOOR), at_minute(90))).unwrap();
    assert_eq!(told(&signed, &News::Counted), [JONAS, AMARA]);
}

#[test]
fn nobody_says_yes_to_what_they_did_not_read() {
    let refused = at(80, |hour| hour.countersigned(proposed(), &id(AMARA), at_minute(60)));
    assert!(matches!(refused, Err(Rejection::Stale(_))));
    assert!(at(80, |hour| hour.countersigned(signed_up(), &id(AMARA), at_minute(60))).is_err());
}

#[test]
fn after_a_week_who_was_there_stays_and_nothing_counts() {
    let late = 71 + WEEK;
    assert_eq!(at(late, |hour| hour.stage(&proposed())), CloseStage::Lapsed);
    assert!(at(late, |hour| hour.countersigned(proposed(), &id(AMARA), at_minute(70))).is_err());
    assert!(at(late, |hour| hour.closed(proposed(), &says(&[NOOR]), &id(JONAS))).is_err());
    assert!(proposed().was_there(&id(LEILA)));
    assert_eq!(proposed().closed.unwrap().due(&lunch(), |_, _| Level::NONE), []);
    assert_eq!(library_note(&lunch(), &proposed()), None);
}

/// What counts, as "who source witness".
fn due(session: &Session, closed: &CloseOut, level: impl Fn(&PersonId, &SkillId) -> Level) -> Vec<String> {
    let told = |due: &Due| format!("{} {:?} {} {}", due.person, due.source, due.skill, due.by);
    closed.due(session, level).iter().map(told).collect()
}

fn settled(closed: CloseOut, by: &str) -> CloseOut {
    CloseOut { countersigned: Some(Countersigned { by: id(by), at: at_minute(80) }), ..closed }
}

#[test]
fn hosts_taught_and_the_others_learned() {
    let closed = settled(proposed().closed.unwrap(), AMARA);
    assert_eq!(
        due(&lunch(), &closed, |_, _| Level::NONE),
        [
            "jonas-weidner Taught sql-for-reports amara-okafor",
            "amara-okafor Attended sql-for-reports jonas-weidner",
            "leila-haddou Attended sql-for-reports jonas-weidner",
        ]
    );
    let talk = Session { kind: SessionKind::FeedbackTalk, ..lunch() };
    assert_eq!(due(&talk, &closed, |_, _| Level::NONE), Vec::<String>::new(), "nobody taught there");
}

#[test]
fn in_a_swap_whoever_knows_more_taught_and_the_other_host_says_so() {
    let session = Session {
        kind: SessionKind::Swap,
        hosts: vec![id(JONAS), id(AMARA)],
        skills: vec!["sql-for-reports".parse().unwrap(), "wound-care".parse().unwrap()],
        ..lunch()
    };
    let closed = CloseOut { people: Vec::new(), skills: session.skills.clone(), ..proposed().closed.unwrap() };
    assert!(closed.may_countersign(&session, &id(AMARA)) && !closed.may_countersign(&session, &id(JONAS)));
    let level = |person: &PersonId, skill: &SkillId| match (person.as_str(), skill.as_str()) {
        (JONAS, "sql-for-reports") | (AMARA, "wound-care") => Level::ALONE,
        _ => Level::NONE,
    };
    assert_eq!(
        due(&session, &settled(closed, AMARA), level),
        [
            "jonas-weidner Taught sql-for-reports amara-okafor",
            "amara-okafor Attended sql-for-reports jonas-weidner",
            "amara-okafor Taught wound-care jonas-weidner",
            "jonas-weidner Attended wound-care amara-okafor",
        ]
    );
}

#[test]
fn the_note_goes_to_the_library_once_it_is_settled() {
    let mut date = proposed();
    date.closed = date.closed.map(|closed| settled(closed, AMARA));
    let note = library_note(&lunch(), &date).unwrap();
    assert_eq!((note.text.as_str(), note.by.as_str()), ("Joins are arrows.", JONAS));
    assert_eq!(note.title, lunch().title, "only notes of a series need their day");
    date.closed = date.closed.map(|closed| CloseOut { note: Prose::default(), ..closed });
    assert_eq!(library_note(&lunch(), &date), None);
}
