//! The form with which a session is planned, and the small forms on its page.

use super::tests::pumps;
use super::*;
use crate::clocks::Day;
use crate::fernhill::{NOW, fernhill};
use crate::reader::tests::read_by;
use crate::session::{Place, Says, When};
use crate::text::Line;
use crate::time::{Span, Zone};

fn form() -> SessionForm {
    read_by(&fernhill(), "jonas-weidner", |reader| form_page(reader, None, &FormQuery::default()).unwrap().form)
}

fn filled() -> (SessionForm, FormLists) {
    let form = SessionForm {
        title: "SQL at lunch".into(),
        on: "2026-11-26".into(),
        room: "Kitchen".into(),
        outcomes: "- read a join\n\n write one".into(),
        ..form()
    };
    (form, FormLists { skills: vec!["sql-for-reports".into()], ..FormLists::default() })
}

#[test]
fn a_form_becomes_a_plan() {
    let (form, lists) = filled();
    read_by(&fernhill(), "jonas-weidner", |reader| {
        let plan = form.plan(&lists, reader).unwrap();
        assert_eq!(plan.hosts, ["jonas-weidner".parse().unwrap()], "whoever plans it holds it");
        assert_eq!(plan.outcomes.iter().map(Line::as_str).collect::<Vec<_>>(), ["read a join", "write one"]);
        let When::Set { timing } = &plan.when else { panic!("{:?}", plan.when) };
        assert_eq!((timing.first, timing.minute, timing.zone.as_str()), (Day(20_783), 750, "Europe/Berlin"));
        assert!(plan.checked(reader.org, reader.clocks).is_ok());
        let series = SessionForm { how: "series".into(), repeats: "every week on Thursday".into(), ..form.clone() };
        let When::Set { timing } = series.plan(&lists, reader).unwrap().when else { panic!("it is set") };
        assert_eq!(timing.days().len(), 4);
        let slot = SessionForm { on: String::new(), slot: NOW.after(Span::days(1)).0.to_string(), ..form.clone() };
        assert_eq!(slot.timing(reader).unwrap().minute, 10 * 60 + 12);
        let poll = SessionForm { how: "poll".into(), ..form.clone() };
        let When::Voting { poll } = poll.plan(&lists, reader).unwrap().when else { panic!("it is voted on") };
        assert_eq!(poll.choices.len(), 3, "times that suit are filled in");
    });
}

#[test]
fn what_cannot_be_taken_is_said_beside_its_field() {
    let (form, lists) = filled();
    let series = SessionForm { how: "series".into(), repeats: "every week on Thursday".into(), ..form.clone() };
    let poll = SessionForm { how: "poll".into(), ..form.clone() };
    let rows = [
        ("title", SessionForm { title: "  ".into(), ..form.clone() }),
        ("kind", SessionForm { kind: "party".into(), ..form.clone() }),
        ("on", SessionForm { on: "soon".into(), ..form.clone() }),
        ("on", SessionForm { on: String::new(), ..form.clone() }),
        ("at", SessionForm { at: "noon".into(), ..form.clone() }),
        ("minutes", SessionForm { minutes: "0".into(), ..form.clone() }),
        ("zone", SessionForm { zone: "Lisbon".into(), ..form.clone() }),
        ("link", SessionForm { link: "javascript:alert(1)".into(), ..form.clone() }),
        ("capacity", SessionForm { capacity: "0".into(), ..form.clone() }),
        ("guests", SessionForm { guests: "many".into(), ..form.clone() }),
        ("closes_before", SessionForm { closes_before: "999".into(), ..form.clone() }),
        ("invited", SessionForm { open_to: "invited".into(), ..form.clone() }),
        ("repeats", SessionForm { repeats: "now and then".into(), ..series.clone() }),
        ("times", SessionForm { times: "1".into(), ..series.clone() }),
        ("until", SessionForm { ends: "day".into(), until: "2026-11-01".into(), ..series }),
        ("choices", SessionForm { choices: vec!["2026-11-26T12:30".into()], ..poll.clone() }),
        ("choices", SessionForm { choices: vec!["then".into(), "now".into()], ..poll.clone() }),
        ("vote_until", SessionForm { vote_until: String::new(), ..poll }),
    ];
    read_by(&fernhill(), "jonas-weidner", |reader| {
        for (name, form) in rows {
            let refused = form.plan(&lists, reader);
            assert!(matches!(&refused, Err(Rejection::Invalid { field, .. }) if field == name), "{name}: {refused:?}");
        }
    });
}

#[test]
fn a_form_of_a_session_gives_the_same_session() {
    let mut org = fernhill();
    org.put_session(pumps());
    read_by(&org, "rosalind-achterberg", |reader| {
        let page = form_page(reader, Some(&"pumps".parse().unwrap()), &FormQuery::default()).unwrap();
        let ids = |tags: &[crate::tag::SkillTag]| tags.iter().map(|tag| tag.id.to_string()).collect::<Vec<_>>();
        let lists = FormLists {
            skills: ids(&page.skills),
            hosts: page.hosts.iter().map(|tag| tag.id.to_string()).collect(),
            ..FormLists::default()
        };
        let plan = page.form.plan(&lists, reader).unwrap();
        let session = pumps();
        assert_eq!((plan.when, plan.place, plan.seats), (session.when, session.place, session.seats));
        assert_eq!((plan.skills, plan.hosts, plan.outcomes), (session.skills, session.hosts, session.outcomes));
        let from = FormQuery { from: Some(Day(20_790)), ..FormQuery::default() };
        let split = form_page(reader, Some(&"pumps".parse().unwrap()), &from).unwrap();
        assert_eq!((split.form.on.as_str(), split.form.times.as_str(), split.is_split), ("2026-12-03", "3", true));
    });
    read_by(&org, "jonas-weidner", |reader| {
        let refused = form_page(reader, Some(&"pumps".parse().unwrap()), &FormQuery::default());
        assert!(matches!(refused, Err(Rejection::Forbidden(_))));
    });
}

#[test]
fn the_first_dates_are_shown_and_what_a_change_of_the_clocks_does() {
    let summer = |zone: &Zone, at: crate::time::Timestamp| {
        let is_summer = zone.as_str() == "Europe/Lisbon" && at > NOW.after(Span::days(20));
        Span(crate::clocks::tests::ahead(zone, at).0 + if is_summer { Span::hours(1).0 } else { 0 })
    };
    let org = fernhill();
    let clocks = crate::clocks::Clocks { now: NOW, ahead: &summer };
    let reader = crate::reader::Reader::of(&org, &"jonas-weidner".parse().unwrap(), &clocks).unwrap();
    let (form, _) = filled();
    let form = SessionForm {
        how: "series".into(),
        zone: "Europe/Lisbon".into(),
        repeats: "every week on Thursday".into(),
        times: "8".into(),
        ..form
    };
    let preview = form.preview(&reader);
    assert_eq!(preview.rule, "Every week on Thursday, 8 times");
    assert_eq!((preview.lines.len(), preview.more.as_str()), (6, "and two more until Thursday 14 January 2027"));
    assert_eq!(preview.lines[0].text, "Thursday 26 November, 12:30");
    assert_eq!((preview.lines[0].yours.as_str(), preview.lines[3].yours.as_str()), ("13:30 for you", ""));
    assert_eq!(
        preview.clocks,
        "Between 3 Dec and 10 Dec the clocks change in Lisbon: it stays 12:30 there. For you it goes from 13:30 to 12:30 on 10 Dec."
    );
    let empty = SessionForm { on: String::new(), ..form };
    assert_eq!(empty.preview(&reader).problem, "Choose a day, and the dates stand here.");
}

#[test]
fn small_forms_are_read() {
    assert_eq!(parse_says(" going "), Ok(Says::Going));
    assert!(parse_says("").is_err() && parse_useful("6").is_err() && parse_guests("-1").is_err());
    assert_eq!((parse_guests(""), parse_useful("5")), (Ok(0), Ok(5)));
    assert_eq!(date_named("tomorrow"), Err(Rejection::NotFound(Noun::Session)));
    let votes = [("t7".to_owned(), "yes".to_owned()), ("t9".to_owned(), String::new())].into();
    assert_eq!(parse_votes(&votes).unwrap().len(), 1);
    let form = DateForm {
        day: "2026-11-20".into(),
        time: "08:05".into(),
        minutes: "30".into(),
        room: "Ward 3".into(),
        ..DateForm::default()
    };
    let usual = Place { room: Line::parse("room", "Ward 3").unwrap(), link: None };
    let crate::session::Change::Moved { minute, place, .. } = form.moved(&usual).unwrap() else { panic!("it moves") };
    assert_eq!((minute, place), (485, None), "the usual place is no change");
}
