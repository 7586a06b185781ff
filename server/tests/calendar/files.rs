//! Files to look at, in `golden`: each holds what its name says, and its bytes never change by themselves.

use crate::read::{events, read, value};
use crate::world::{
    ORIGIN, clocks, day, describing, entries, exchange, hour_of_two, lunch, moved, org, room, series, timing, wall,
    with_change, zone,
};
use domain::feed::{Feed, Part, Scope, Shown};
use domain::id::PersonId;
use domain::org::Org;
use domain::session::{
    Answer, CalledOff, Change, Link, Occurrence, Otherwise, Says, Seat, Session, Timing, Until, When,
};
use domain::text::{Name, Prose};
use domain::time::{Minutes, Span};
use server::calendar::event::Event;
use server::calendar::mail::{About, cancel, request};
use server::calendar::{Describing, File, Method};
use std::path::PathBuf;

/// The file of that name, which says the same.
fn is_golden(name: &str, bytes: &[u8]) {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/calendar/golden")).join(name);
    if std::env::var_os("KITH_WRITE_GOLDEN").is_some() {
        std::fs::write(&path, bytes).unwrap();
    }
    let golden = String::from_utf8(std::fs::read(&path).unwrap_or_default()).unwrap();
    assert_eq!(String::from_utf8(bytes.to_vec()).unwrap(), golden, "{name}");
    read(bytes);
}

fn published(events: &[Event]) -> Vec<u8> {
    File { method: Method::Publish, feed: None, events }.bytes()
}

fn until(text: &str) -> Until {
    Until::Day { day: day(text) }
}

/// Every second Thursday in Berlin, from before the clocks go forward to after they have gone back.
fn through_two_changes() -> Session {
    series("2026-03-12", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", until("2026-11-26"))
}

fn priya() -> PersonId {
    "priya-raman".parse().unwrap()
}

fn amara() -> PersonId {
    "amara-okafor".parse().unwrap()
}

/// An organisation with that session, in which Amara has said that she comes on that day.
fn with_amara_on(session: &Session, on: &str) -> Org {
    let mut org = org();
    org.put_session(session.clone());
    let mut occurrence = Occurrence::new(session.id.clone(), day(on));
    let answer = Answer {
        person: amara(),
        says: Says::Going,
        guests: 0,
        seat: Seat::Seat,
        number: 3,
        at: clocks().now,
        by: None,
    };
    occurrence.answers.push(answer);
    org.put_occurrence(occurrence);
    org
}

#[test]
fn a_series_through_two_changes_of_the_clocks() {
    let session = through_two_changes();
    is_golden("two-changes.ics", &published(&entries(&session)));
}

#[test]
fn a_date_that_is_moved_and_then_called_off() {
    let there = room("Training room 2");
    let session =
        with_change(through_two_changes(), "2026-04-09", moved("2026-04-10", 840, Some(there)), "Priya travels.");
    let first = published(&entries(&session));
    is_golden("moved.ics", &first);
    let session = with_change(session, "2026-04-09", Change::CalledOff, "Nobody can.");
    let second = published(&entries(&session));
    is_golden("moved-then-off.ics", &second);
    let mail = cancel(&describing(&org()), About::Date(&session, day("2026-04-09")), &amara()).unwrap();
    is_golden("moved-then-off-mail.ics", &mail);

    let (before, after, mail) = (events(&first), events(&second), events(&mail));
    assert_eq!((before.len(), after.len(), mail.len()), (2, 1, 1));
    let original = "20260409T123000";
    assert_eq!(value(&before[1], "RECURRENCE-ID"), Some(original), "its first start, although it was moved");
    assert_eq!(value(&after[0], "EXDATE"), Some(original));
    assert_eq!((value(&mail[0], "RECURRENCE-ID"), value(&mail[0], "STATUS")), (Some(original), Some("CANCELLED")));
}

#[test]
fn a_series_that_goes_on_otherwise_under_another_name() {
    let mut old = through_two_changes();
    timing(&mut old).repeats.as_mut().unwrap().until = until("2026-06-04");
    old.revision.sequence = 1;
    let mut new = series("2026-06-19", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", Until::Count { dates: 12 });
    new.id = "b1b2c3d4e5f60718".parse().unwrap();
    new.follows = Some(old.id.clone());
    let both: Vec<Event> = [&old, &new].into_iter().flat_map(entries).collect();
    let file = published(&both);
    is_golden("split.ics", &file);
    let found = events(&file);
    assert_eq!(value(&found[1], "RELATED-TO"), value(&found[0], "UID"));
    assert!(value(&found[0], "RRULE").unwrap().ends_with("UNTIL=20260604T215900Z"));
}

#[test]
fn letters_of_several_bytes_at_folds() {
    let mut session = lunch("2026-11-26");
    session.title = Name::parse("", &format!("Käse {}", "🧀食物ü".repeat(12))).unwrap();
    session.about = Prose::parse("", &"Öl, Brot; Salz \\ 🥖 表示の読みかた ".repeat(20)).unwrap();
    session.hosts = vec!["zoe-mueller".parse().unwrap(), "ming-li".parse().unwrap()];
    session.place.link = Some(Link::parse("", "https://meet.jit.si/allergens").unwrap());
    is_golden("folds.ics", &published(&entries(&session)));
}

#[test]
fn an_hour_in_which_the_clocks_change() {
    let rows = [
        ("2026-03-29", 150, "Europe/Berlin"),
        ("2026-10-25", 150, "Europe/Berlin"),
        ("2026-11-01", 75, "America/New_York"),
    ];
    let all = rows.map(|(on, minute, place)| {
        let mut session = lunch(on);
        session.when = When::Set { timing: Timing::once(wall(on, minute), Minutes(60), zone(place)) };
        entries(&session)
    });
    is_golden("while-clocks-change.ics", &published(&all.concat()));
}

#[test]
fn a_meeting_that_two_agreed_on() {
    let (org, exchange) = (org(), exchange());
    let by = describing(&org);
    is_golden("exchange.ics", &published(&[by.exchange(&exchange, &amara()).unwrap()]));
    let feed = Feed { person: amara(), scope: Scope::Mine, hides_titles: true, made_at: clocks().now };
    let by = Describing { hides_titles: true, ..by };
    is_golden(
        "without-titles.ics",
        &published(&by.feed(&feed, &[Shown::Exchange(&exchange), Shown::Session(&lunch("2026-11-26"))])),
    );
}

#[test]
fn an_hour_that_two_agreed_on_has_one_name_wherever_it_goes() {
    let (exchange, session) = hour_of_two();
    let mut org = org();
    org.put_exchange(exchange);
    org.put_session(session.clone());
    let by = describing(&org);
    is_golden("hour-of-two.ics", &published(&by.session(&session)));
    let change = moved("2026-11-30", 9 * 60, None);
    let otherwise =
        Otherwise { on: timing(&mut session.clone()).first, change: Some(&change), note: &Prose::default() };
    let (later, _) = session.clone().with_date(otherwise, &clocks()).unwrap();
    let entries = [&session, &later].map(|session| events(&published(&by.session(session))).remove(0));
    assert_eq!(value(&entries[0], "UID"), value(&entries[1], "UID"));
    assert_eq!([&entries[0], &entries[1]].map(|entry| value(entry, "SEQUENCE").unwrap()), ["0", "1"]);
    let me = org.person(&amara()).unwrap();
    let shown = domain::feed::shown(&org, me, Scope::Mine, domain::feed::Window::around(clocks().now), &clocks());
    assert!(shown.iter().all(|shown| !matches!(shown, Shown::Exchange(_))), "it stands there once: {shown:?}");
}

#[test]
fn a_feed_of_what_somebody_comes_to() {
    let (session, mut off) = (through_two_changes(), lunch("2026-12-03"));
    off.id = "c1b2c3d4e5f60718".parse().unwrap();
    off.called_off =
        Some(CalledOff { by: priya(), at: clocks().now, reason: Prose::parse("", "The oven is broken.").unwrap() });
    off.revision.sequence = 1;
    let org = with_amara_on(&session, "2026-11-19");
    let feed = Feed { person: amara(), scope: Scope::Mine, hides_titles: false, made_at: clocks().now };
    let date = |on, part| Shown::Date { session: &session, on: day(on), part };
    let by = Describing { address: None, ..describing(&org) };
    let shown = [
        date("2026-10-22", Part::Comes),
        date("2026-11-05", Part::MayCome),
        date("2026-11-19", Part::InLine),
        Shown::Session(&off),
    ];
    let written = by.feed(&feed, &shown);
    is_golden("feed.ics", &File { method: Method::Publish, feed: Some(Scope::Mine.title()), events: &written }.bytes());
}

#[test]
fn mails_to_whoever_comes_and_then_does_not() {
    let session = through_two_changes();
    let org = with_amara_on(&session, "2026-04-09");
    let (by, date) = (describing(&org), About::Date(&session, day("2026-04-09")));
    let asked = request(&by, date, &amara()).unwrap();
    let off = cancel(&by, date, &amara()).unwrap();
    is_golden("request.ics", &asked);
    is_golden("cancel.ics", &off);
    is_golden("request-host.ics", &request(&by, About::Session(&session), &priya()).unwrap());
    for file in [&asked, &off] {
        let found = events(file);
        assert_eq!(found.len(), 1);
        let people: Vec<&str> =
            found[0].iter().filter(|line| line.name == "ATTENDEE").map(|line| line.value.as_str()).collect();
        assert_eq!(people, ["mailto:amara-okafor@fernhill.example"], "nobody else is named");
        assert_eq!(value(&found[0], "ORGANIZER"), Some("mailto:calendar@kith.example"));
    }
    let number = |file: &[u8]| value(&events(file)[0], "SEQUENCE").unwrap().parse::<u32>().unwrap();
    assert_eq!(number(&off), number(&asked) + 1);
}

#[test]
fn a_start_of_before_is_taken_out_by_the_name_it_had() {
    let session = through_two_changes();
    let org = org();
    let starts = timing(&mut session.clone()).date(day("2026-04-09"), &clocks()).unwrap().starts;
    let was = starts.before(Span::minutes(30));
    let mail = cancel(&describing(&org), About::Start(&session, was), &amara()).unwrap();
    assert_eq!(value(&events(&mail)[0], "RECURRENCE-ID"), Some("20260409T120000"));
    assert_eq!(request(&describing(&org), About::Start(&session, was), &amara()), None);
    assert!(value(&events(&mail)[0], "URL").unwrap().starts_with(ORIGIN));
}

#[test]
fn unchanged_sessions_are_the_same_bytes() {
    let session = through_two_changes();
    let again: Session = serde_json::from_value(serde_json::to_value(&session).unwrap()).unwrap();
    assert_eq!(published(&entries(&session)), published(&entries(&again)));
    assert_ne!(published(&entries(&session)), published(&entries(&lunch("2026-03-12"))));
}
