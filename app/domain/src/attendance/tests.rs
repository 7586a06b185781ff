//! What stands on the pages of the door, by who reads and when.

use super::*;
use crate::clocks::Clocks;
use crate::clocks::tests::ahead;
use crate::fernhill::fernhill;
use crate::id::PersonId;
use crate::org::Org;
use crate::session::world::{AMARA, JONAS, LEILA, NOOR, at_minute, key, lunch, lunch_date, signed_up};
use crate::session::{Claim, Closing, OpenTo, Session};
use crate::text::Prose;

const KEY: &[u8] = b"a key of Fernhill";

fn id(person: &str) -> PersonId {
    person.parse().unwrap()
}

/// Fernhill with the lunch and what was said of it.
fn org(said: Occurrence) -> Org {
    let mut org = fernhill();
    org.put_session(lunch());
    org.put_occurrence(said);
    org
}

/// What somebody reads so many minutes after the start.
fn read<T>(org: &Org, me: &str, minute: i64, read: impl FnOnce(&Reader) -> T) -> T {
    let clocks = Clocks { now: at_minute(minute), ahead: &ahead };
    read(&Reader::of(org, &id(me), &clocks).unwrap())
}

fn door(org: &Org, me: &str, minute: i64) -> Result<DoorPage, Rejection> {
    let (session, on) = (lunch().id, lunch_date().on);
    read(org, me, minute, |reader| door_page(reader, (&session, on), KEY, "https://kith.example"))
}

fn host(page: DoorPage) -> HostDoor {
    match page.side {
        DoorSide::Host { host } => host,
        DoorSide::Guest { .. } => panic!("no host"),
    }
}

/// Amara used the code, Leïla walked up.
fn two_there() -> Occurrence {
    let (session, date) = (lunch(), lunch_date());
    let hour = Hour { session: &session, date: &date, now: at_minute(5) };
    let claim = Claim { person: id(AMARA), code: key().code_at(at_minute(2)), at: at_minute(2) };
    let one = hour.checked_in(signed_up(), &claim, &key()).unwrap();
    hour.ticked(one, &id(LEILA), &id(JONAS)).unwrap()
}

#[test]
fn whoever_was_invited_can_be_ticked_without_having_answered() {
    let invited = [AMARA, NOOR, LEILA, JONAS].map(id).to_vec();
    let mut org = org(signed_up());
    org.put_session(Session { open_to: OpenTo::Invited { people: invited }, ..lunch() });
    let page = read(&org, JONAS, 70, |reader| close_page(reader, &lunch().id, lunch_date().on)).unwrap();
    let people = page.form.unwrap().people;
    let said = |person| people.iter().find(|choice| choice.person.id == id(person)).map(|choice| choice.known.as_str());
    assert_eq!([said(LEILA), said(NOOR), said(JONAS)], [Some("has not answered"), Some("comes"), None]);
    assert_eq!(people.len(), 3);
    assert!(people.iter().all(|choice| choice.is_there != (choice.person.id == id(LEILA))));
}

#[test]
fn the_code_stands_before_hosts_alone_and_only_while_the_door_is_open() {
    let org = org(signed_up());
    let code = host(door(&org, JONAS, 0).unwrap()).code.unwrap();
    assert_eq!(code.text, key().code_at(at_minute(0)).to_string());
    assert_eq!(code.path, format!("/sessions/sql-at-lunch/2026-11-18/door?code={}", code.text.replace('-', "")));
    assert!(code.qr.is_some() && code.lasts <= 30_000 && code.lasts > 0);
    assert!(!serde_json::to_string(&door(&org, AMARA, 0).unwrap()).unwrap().contains(&code.text));
    let rows = [(-11, "The door opens today 13:20."), (76, "The door closed today 14:45.")];
    for (minute, words) in rows {
        let page = door(&org, JONAS, minute).unwrap();
        assert_eq!((page.is_open, page.closed_words.as_str()), (false, words));
        assert_eq!(host(page).code, None);
    }
}

#[test]
fn the_list_says_who_is_expected_and_who_came() {
    let org = org(two_there());
    let page = host(door(&org, JONAS, 6).unwrap());
    assert_eq!(page.count, "Two of 3 are here.");
    let lines: Vec<_> = page.lines.iter().map(|line| (line.person.first_name.as_str(), line.said.as_str())).collect();
    assert_eq!(lines, [("Amara", "comes"), ("Leïla", ""), ("Noor", "comes")]);
    let came: Vec<_> = page.lines.iter().map(|line| line.came.as_ref().map(|came| came.at.as_str())).collect();
    assert_eq!(came, [Some("13:32"), Some("13:35"), None], "on Jonas’s clock in Berlin");
    assert!(page.is_list_open && page.others.iter().all(|tag| tag.id.as_str() != LEILA));
}

#[test]
fn whoever_comes_reads_since_when_they_are_here() {
    let org = org(two_there());
    let since = |me| match door(&org, me, 6).unwrap().side {
        DoorSide::Guest { guest } => guest.since,
        DoorSide::Host { .. } => panic!("no guest"),
    };
    assert_eq!((since(AMARA).as_deref(), since("wen-li")), (Some("12:32"), None));
}

#[test]
fn a_session_for_a_few_is_not_found_by_others_unless_they_were_there() {
    let mut org = org(two_there());
    org.put_session(Session { open_to: OpenTo::Invited { people: vec![id(AMARA)] }, ..lunch() });
    assert!(door(&org, AMARA, 0).is_ok() && door(&org, LEILA, 0).is_ok());
    assert_eq!(door(&org, "wen-li", 0), Err(Rejection::NotFound(Noun::Session)));
}

#[test]
fn the_form_is_filled_in_with_who_was_there() {
    let page = |org: &Org, me| read(org, me, 70, |reader| close_page(reader, &lunch().id, lunch_date().on));
    let ticked = |page: ClosePage| {
        let people = page.form.unwrap().people;
        let ticked = people.iter().filter(|choice| choice.is_there);
        ticked.map(|choice| choice.person.first_name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ticked(page(&org(two_there()), JONAS).unwrap()), ["Amara", "Leïla"]);
    assert_eq!(ticked(page(&org(signed_up()), JONAS).unwrap()), ["Amara", "Noor"], "nobody was noted");
    let guest = page(&org(two_there()), AMARA).unwrap();
    assert!(guest.form.is_none() && !guest.may_countersign);
    assert!(page(&org(two_there()), NOOR).is_err());
}

#[test]
fn whoever_was_there_reads_what_was_said_and_can_say_so() {
    let (session, date) = (lunch(), lunch_date());
    let says = Closing {
        minutes: Minutes(60),
        people: vec![id(AMARA)],
        skills: lunch().skills,
        note: Prose::default(),
        thanks: Prose::default(),
    };
    let hour = Hour { session: &session, date: &date, now: at_minute(70) };
    let org = org(hour.closed(two_there(), &says, &id(JONAS)).unwrap());
    let page = read(&org, AMARA, 71, |reader| close_page(reader, &lunch().id, lunch_date().on)).unwrap();
    let proposal = page.proposal.unwrap();
    assert!(page.may_countersign && proposal.seen == at_minute(70) && proposal.people.len() == 1);
    assert_eq!(proposal.by.first_name(), "Jonas");
}

#[test]
fn the_sheet_is_for_hosts_and_names_everybody() {
    let org = org(two_there());
    let sheet = |me| read(&org, me, 0, |reader| sheet_page(reader, &lunch().id, lunch_date().on));
    let names: Vec<String> = sheet(JONAS).unwrap().lines.into_iter().map(|line| line.name).collect();
    assert_eq!(names, ["Amara Okafor", "Leïla Haddou", "Noor Halabi"]);
    assert!(matches!(sheet(AMARA), Err(Rejection::Forbidden(_))));
}

#[test]
fn a_form_is_read_whole_or_refused_beside_its_field() {
    let form = CheckInForm {
        session: "sql-at-lunch".to_owned(),
        on: "2026-11-18".to_owned(),
        code: "k7-42mr".to_owned(),
        ..CheckInForm::default()
    };
    let read = form.parsed().unwrap();
    assert_eq!((read.on, read.claimed, read.key), (lunch_date().on, None, None));
    assert!(CheckInForm { code: "K7".to_owned(), ..form.clone() }.parsed().is_err());
    assert_eq!(CheckInForm { on: "today".to_owned(), ..form }.parsed(), Err(Rejection::NotFound(Noun::Session)));
    let form = CloseForm {
        session: "sql-at-lunch".to_owned(),
        on: "2026-11-18".to_owned(),
        minutes: "60".to_owned(),
        people: vec![AMARA.to_owned(), String::new(), AMARA.to_owned()],
        ..CloseForm::default()
    };
    assert_eq!(form.parsed().unwrap().says.people, [id(AMARA)]);
    assert!(CloseForm { minutes: "an hour".to_owned(), ..form }.parsed().is_err());
}
