//! What feeds show, to whom.

use super::*;
use crate::clocks::{Day, Wall};
use crate::org::Org;
use crate::reader::tests::CLOCKS;
use crate::session::{
    Answer, Occurrence, OpenTo, Place, Repeats, Revision, Says, Seat, Seats, Session, SessionKind, Timing, Until, When,
};
use crate::text::{EmailAddress, Name, Prose};
use crate::time::{Minutes, Zone};

/// Amara and Jonas are in one team, Priya in none.
fn org() -> Org {
    let mut org = Org::default();
    for (id, team) in [("amara", Some("kitchen")), ("jonas", Some("kitchen")), ("priya", None)] {
        let email = EmailAddress::parse(&format!("{id}@fernhill.example")).unwrap();
        let mut person = Person::new(id.parse().unwrap(), Name::parse("name", id).unwrap(), email, CLOCKS.now);
        person.team = team.map(|team| team.parse().unwrap());
        org.put_person(person);
    }
    org
}

/// So many days after today.
fn on(days: i64) -> Day {
    Day::utc(CLOCKS.now).plus(days)
}

/// Every week from that day on, five times, held by `host`.
fn weekly(id: &str, host: &str, first: Day) -> Session {
    let mut timing = Timing::once(Wall { day: first, minute: 750 }, Minutes(60), Zone::utc());
    let code = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][usize::try_from((first.0 + 3).rem_euclid(7)).unwrap()];
    timing.repeats = Some(Repeats { rule: format!("FREQ=WEEKLY;BYDAY={code}"), until: Until::Count { dates: 5 } });
    Session {
        id: id.parse().unwrap(),
        kind: SessionKind::LunchAndLearn,
        title: Name::parse("title", id).unwrap(),
        about: Prose::default(),
        outcomes: Vec::new(),
        skills: Vec::new(),
        hosts: vec![host.parse().unwrap()],
        place: Place::default(),
        when: When::Set { timing },
        seats: Seats { capacity: None, guests: 0, closes_before: Minutes(0), claim_within: Minutes(60) },
        open_to: OpenTo::Everyone,
        materials: Vec::new(),
        program: None,
        follows: None,
        exchange: None,
        made_by: host.parse().unwrap(),
        made_at: CLOCKS.now,
        revision: Revision { sequence: 0, at: CLOCKS.now },
        called_off: None,
        told: Vec::new(),
    }
}

/// `org` in which somebody says something of a date.
fn says(org: &mut Org, session: &str, day: Day, (person, says, seat): (&str, Says, Seat)) {
    let id = session.parse().unwrap();
    let mut occurrence = org.occurrence(&id, day).cloned().unwrap_or_else(|| Occurrence::new(id, day));
    let person = person.parse().unwrap();
    occurrence.answers.push(Answer { person, says, guests: 0, seat, number: 0, at: CLOCKS.now, by: None });
    org.put_occurrence(occurrence);
}

/// What a feed shows, in words.
fn seen(org: &Org, me: &str, scope: Scope) -> Vec<String> {
    let me = org.person(&me.parse().unwrap()).unwrap();
    let words = |shown: &Shown| match shown {
        Shown::Session(session) => session.id.to_string(),
        Shown::Date { session, on: day, part } => format!("{} +{} {part:?}", session.id, day.0 - on(0).0),
        Shown::Exchange(exchange) => format!("with {}", exchange.teacher),
    };
    shown(org, me, scope, Window::around(CLOCKS.now), &CLOCKS).iter().map(words).collect()
}

#[test]
fn ones_own_feed_shows_what_one_holds_and_the_dates_one_comes_to() {
    let mut org = org();
    org.put_session(weekly("bread", "priya", on(1)));
    org.put_session(weekly("cheese", "amara", on(2)));
    org.put_session(weekly("salt", "priya", on(3)));
    says(&mut org, "bread", on(8), ("amara", Says::Going, Seat::Seat));
    says(&mut org, "bread", on(15), ("amara", Says::Maybe, Seat::Nothing));
    says(&mut org, "bread", on(22), ("amara", Says::Going, Seat::InLine));
    says(&mut org, "bread", on(29), ("amara", Says::NotGoing, Seat::Nothing));
    says(&mut org, "bread", on(30), ("amara", Says::Going, Seat::Seat));
    assert_eq!(seen(&org, "amara", Scope::Mine), ["cheese", "bread +8 Comes", "bread +15 MayCome", "bread +22 InLine"]);
    assert_eq!(seen(&org, "priya", Scope::Mine), ["bread", "salt"]);
    assert!(seen(&org, "jonas", Scope::Mine).is_empty());
}

#[test]
fn a_teams_feed_shows_what_its_people_hold_and_come_to_as_far_as_the_reader_may_see_it() {
    let mut org = org();
    org.put_session(weekly("bread", "priya", on(1)));
    org.put_session(weekly("cheese", "jonas", on(2)));
    let asked = OpenTo::Invited { people: vec!["priya".parse().unwrap()] };
    org.put_session(Session { open_to: asked, ..weekly("review", "jonas", on(3)) });
    says(&mut org, "bread", on(8), ("jonas", Says::Going, Seat::Seat));
    says(&mut org, "bread", on(15), ("jonas", Says::Maybe, Seat::Nothing));
    assert_eq!(seen(&org, "amara", Scope::Team), ["cheese", "bread +8 Comes"]);
    assert!(seen(&org, "priya", Scope::Team).is_empty(), "who is in no team");
    assert_eq!(seen(&org, "amara", Scope::Everybody), ["bread", "cheese"]);
}

#[test]
fn a_feed_shows_the_past_year_and_eighteen_months_to_come() {
    let mut org = org();
    for (id, day) in [("older", -365 - 35), ("old", -365 - 28), ("new", 548), ("newer", 549)] {
        org.put_session(weekly(id, "amara", on(day)));
    }
    let poll = serde_json::json!({ "is": "voting", "poll":
        { "choices": [0, 1], "length": 60, "zone": "UTC", "until": 9, "votes": [] } });
    org.put_session(Session { when: serde_json::from_value(poll).unwrap(), ..weekly("vote", "amara", on(0)) });
    assert_eq!(seen(&org, "amara", Scope::Mine), ["old", "new"]);
}

#[test]
fn a_feed_of_too_much_keeps_what_is_to_come() {
    let mut org = org();
    for number in 0..6_000 {
        org.put_session(weekly(&format!("past{number}"), "amara", on(-60)));
        org.put_session(weekly(&format!("new{number}"), "amara", on(60)));
    }
    let seen = seen(&org, "amara", Scope::Everybody);
    assert_eq!(seen.len(), MOST_SHOWN);
    assert_eq!(seen.iter().filter(|id| id.starts_with("new")).count(), 6_000);
}

#[test]
fn settings_offer_a_team_feed_to_whoever_is_in_one() {
    let org = org();
    let made = Feed { person: "priya".parse().unwrap(), scope: Scope::Mine, hides_titles: true, made_at: CLOCKS.now };
    let rows = feed_rows(org.person(&made.person).unwrap(), std::slice::from_ref(&made), &CLOCKS);
    let link = |row: &FeedRow| row.link.as_ref().map(|link| (link.made.clone(), link.hides_titles));
    assert_eq!(rows.iter().map(|row| row.scope).collect::<Vec<_>>(), [Scope::Mine, Scope::Everybody]);
    assert_eq!(link(&rows[0]), Some(("Made on 19 November 2026.".to_owned(), true)));
    assert_eq!(feed_rows(org.person(&"amara".parse().unwrap()).unwrap(), &[], &CLOCKS).len(), 3);
}

#[test]
fn a_new_link_is_shown_as_calendars_take_it() {
    let fresh = FreshFeed::new(Scope::Mine, "https://kith.example:8080", "abc");
    assert_eq!(fresh.address, "https://kith.example:8080/calendar/abc.ics");
    assert_eq!(fresh.webcal, "webcal://kith.example:8080/calendar/abc.ics");
    assert!(fresh.google.ends_with("?cid=webcal%3A%2F%2Fkith.example%3A8080%2Fcalendar%2Fabc.ics"), "{}", fresh.google);
    assert!(Scope::ALL.into_iter().all(|scope| Scope::parse(scope.word()) == Ok(scope)));
    assert!(Scope::parse("nobody").is_err());
}
