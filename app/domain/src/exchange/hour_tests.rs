//! The hour that an exchange becomes, and what the exchange is by it.

use super::*;
use crate::clocks::{Clocks, Day, Wall};
use crate::fernhill::NOW;
use crate::reader::tests::{CLOCKS, agreed, asked, prose};
use crate::session::{Change, CloseOut, Countersigned, Hour, News, Occurrence, Otherwise, SaidBefore, Session};
use crate::text::Name;
use crate::time::Zone;

fn names(zone: &str) -> HourNames {
    HourNames { title: Name::parse("title", "SQL: Jonas and Amara").unwrap(), zone: Zone::parse(zone).unwrap() }
}

/// Agreed nineteen hours ago to meet in so many hours, with its hour.
fn hour(in_hours: i64) -> (Exchange, Session, Occurrence) {
    let exchange = agreed(20, in_hours);
    let then = Clocks { now: exchange.moved_at, ..CLOCKS };
    exchange.hour("h1".parse().unwrap(), names("Europe/Berlin"), &then).unwrap()
}

/// The same hour after its host said who was there, and perhaps Amara too that it was so.
fn closed(people: &[&str], signed: bool) -> CloseOut {
    CloseOut {
        by: "jonas-weidner".parse().unwrap(),
        at: NOW,
        minutes: Minutes(45),
        people: people.iter().map(|person| person.parse().unwrap()).collect(),
        skills: Vec::new(),
        note: Prose::default(),
        thanks: prose("Try it without me."),
        countersigned: signed
            .then(|| Countersigned { by: "amara-okafor".parse().unwrap(), at: NOW.after(Span::hours(1)) }),
        surveys: Vec::new(),
    }
}

#[test]
fn the_hour_stands_on_the_teachers_clock_and_is_the_twos_alone() {
    let (exchange, session, date) = hour(26);
    assert_eq!((exchange.session.as_ref(), session.exchange.as_ref()), (Some(&session.id), Some(&exchange.id)));
    let timing = session.timing().unwrap();
    assert_eq!((timing.first, timing.minute, timing.length), (Day(20_777), 12 * 60 + 12, Minutes(45)));
    assert_eq!(exchange.starts_at, Some(NOW.after(Span::hours(26))));
    assert_eq!(date.seated().iter().map(|seat| seat.person.as_str()).collect::<Vec<_>>(), ["amara-okafor"]);
    let sees = |who: &str, role| {
        let member = crate::actor::Member { id: who.parse().unwrap(), role, team: None };
        session.is_seen_by(&crate::actor::Actor::Person(member))
    };
    use crate::actor::Role::{Member, OrgAdmin};
    let rows = [("amara-okafor", Member), ("jonas-weidner", Member), ("sol-lindqvist", OrgAdmin)];
    assert_eq!(rows.map(|(who, role)| sees(who, role)), [true, true, false]);
    assert!(asked(20, None).hour("h1".parse().unwrap(), names("UTC"), &CLOCKS).is_none(), "there is no time");
}

#[test]
fn a_time_that_the_teachers_clock_shows_twice_is_kept_all_the_same() {
    // Summer time ends half an hour before they meet.
    let ends = NOW.after(Span::minutes(25 * 60 + 30));
    let ahead = |zone: &Zone, at| if zone.as_str() != "UTC" && at < ends { Span::hours(1) } else { Span(0) };
    let clocks = Clocks { now: NOW, ahead: &ahead };
    let (exchange, session, _) = agreed(20, 26).hour("h1".parse().unwrap(), names("Europe/Berlin"), &clocks).unwrap();
    assert_eq!(exchange.starts_at, Some(NOW.after(Span::hours(26))));
    assert_eq!(session.timing().unwrap().zone, Zone::utc());
}

#[test]
fn what_is_agreed_is_moved_and_called_off_as_the_hour_is() {
    let (exchange, session, _) = hour(26);
    for step in [Move::Propose { starts_at: NOW.after(Span::days(3)) }, Move::Accept, Move::Withdraw] {
        assert!(exchange.clone().moved(Side::Learner, step.clone(), NOW).is_err(), "{step:?}");
    }
    let own = Move::Reschedule { starts_at: NOW.after(Span::days(3)) };
    assert!(exchange.clone().moved(Side::Teacher, own, NOW).is_err(), "that is said of the hour");
    let amara: PersonId = "amara-okafor".parse().unwrap();
    let change = Change::Moved { day: Day(20_779), minute: 9 * 60, length: Minutes(30), place: None };
    let otherwise = Otherwise { on: Day(20_777), change: Some(&change), note: &Prose::default() };
    let (moved, _) = session.with_date(otherwise, &CLOCKS).unwrap();
    let after = exchange.after_hour(&moved, Some(&amara), &CLOCKS);
    let starts_at = CLOCKS.moment(&Zone::parse("Europe/Berlin").unwrap(), Wall { day: Day(20_779), minute: 540 });
    assert_eq!((after.starts_at, after.minutes, &after.stage), (Some(starts_at), Minutes(30), &Stage::Agreed));
    let made = after.history.last().unwrap();
    assert_eq!((made.by, &made.step), (Side::Learner, &Move::Reschedule { starts_at }));
    assert_eq!(after.clone().after_hour(&moved, Some(&amara), &CLOCKS), after, "once");
    let off = moved.called_off_by(&amara, &prose("I am ill."), &CLOCKS).unwrap();
    let after = after.after_hour(&off, None, &CLOCKS);
    assert_eq!(after.stage, Stage::Declined { by: Side::Learner, reason: prose("I am ill.") });
    assert_eq!(after.clone().after_closing(&closed(&["amara-okafor"], true), &Prose::default()), after, "it is over");
}

#[test]
fn it_counts_when_the_hour_does() {
    let met = |exchange: Exchange, outcome| {
        exchange.moved(Side::Learner, Move::Confirm { outcome, words: prose("Thank you.") }, NOW).unwrap()
    };
    let later = NOW.after(Span::hours(1));
    let (said, nobody) = (closed(&["amara-okafor"], false), closed(&[], false));
    let signed = closed(&["amara-okafor"], true);
    let none = Prose::default();
    let over = || hour(-2).0;
    let half = over().after_closing(&said, &none);
    assert_eq!((&half.stage, half.teacher_says.as_ref().unwrap().outcome), (&Stage::Agreed, Outcome::Met));
    assert_eq!(half.clone().after_closing(&said, &none), half, "once");
    let both = half.clone().after_closing(&signed, &prose("Now I can read our rota."));
    assert_eq!((&both.stage, both.moved_at), (&Stage::Done { at: later }, later));
    assert_eq!(both.learner_says.unwrap().words.as_str(), "Now I can read our rota.");
    let rows = [
        ("nobody was there, and she says nothing", over().after_closing(&nobody, &none), Stage::Agreed),
        ("neither", met(over(), Outcome::DidNotMeet).after_closing(&nobody, &none), Stage::Missed),
        ("two answers", met(over(), Outcome::Met).after_closing(&nobody, &none), Stage::Agreed),
        ("she was first", met(over(), Outcome::Met).after_closing(&signed, &none), Stage::Done { at: later }),
        ("too late, and said all the same", expired(over()).after_closing(&signed, &none), Stage::Done { at: later }),
    ];
    for (name, exchange, stage) in rows {
        assert_eq!(exchange.stage, stage, "{name}");
    }
    // The learner has a week to say so, and no longer.
    assert_eq!(half.clone().expired(NOW.after(Span::days(6))), None);
    assert_eq!(half.clone().expired(NOW.after(Span::days(7))).unwrap().stage, Stage::Missed);
    let yes = Move::Confirm { outcome: Outcome::Met, words: Prose::default() };
    assert!(half.moved(Side::Learner, yes, NOW.after(Span::days(8))).is_err());
}

fn expired(exchange: Exchange) -> Exchange {
    exchange.expired(NOW.after(Span::days(20))).unwrap()
}

#[test]
fn what_she_said_before_the_host_did_counts_with_the_hosts_word_and_nobody_is_asked_again() {
    let (exchange, session, date) = hour(-2);
    let (day, _) = session.date_and_place(date.on, &CLOCKS).unwrap();
    let at = Hour { session: &session, date: &day, now: NOW };
    let yes = exchange.moved(Side::Teacher, Move::Confirm { outcome: Outcome::Met, words: prose("Well done.") }, NOW);
    let said = SaidBefore { person: "amara-okafor".parse().unwrap(), words: prose("Thank you.") };
    let says = yes.unwrap().closing(&session, None);
    assert_eq!((says.people.as_slice(), says.thanks.as_str()), (&[said.person.clone()][..], "Well done."));
    let after = at.closed_as_said(date, &says, &"jonas-weidner".parse().unwrap(), &said.person).unwrap();
    assert!(after.closed.as_ref().unwrap().countersigned.as_ref().is_some_and(|signed| signed.by == said.person));
    let told: Vec<_> = after.told.iter().map(|told| (told.person.as_str(), &told.news)).collect();
    assert_eq!(told, [("amara-okafor", &News::Counted)]);
}

#[test]
fn it_stays_an_hour_of_two_and_nobody_answers_to_it_apart() {
    let (_, session, _) = hour(26);
    assert!(session.may_answer(&"amara-okafor".parse().unwrap()).is_err());
    let plan = crate::session::SessionPlan {
        kind: session.kind,
        title: Name::parse("title", "Joins").unwrap(),
        about: Prose::default(),
        outcomes: Vec::new(),
        skills: session.skills.clone(),
        hosts: session.hosts.clone(),
        place: session.place.clone(),
        when: session.when.clone(),
        seats: session.seats.clone(),
        open_to: session.open_to.clone(),
        materials: Vec::new(),
        program: None,
        despite_overlaps: true,
    };
    let everyone = crate::session::OpenTo::Everyone;
    let edited = |plan: &crate::session::SessionPlan| session.clone().edited(plan, &CLOCKS).map(|(after, _)| after);
    assert_eq!(edited(&plan).unwrap().exchange, session.exchange);
    assert!(edited(&crate::session::SessionPlan { open_to: everyone, ..plan.clone() }).is_err());
    let hosts = vec!["noor-halabi".parse().unwrap()];
    assert!(edited(&crate::session::SessionPlan { hosts, ..plan }).is_err());
}
