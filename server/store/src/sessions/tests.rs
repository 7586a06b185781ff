//! Many people at once, and two processes on one database.

use crate::{Clock, Error, Store};
use domain::actor::{Actor, Member, Role};
use domain::clocks::{Clocks, Day};
use domain::id::{PersonId, SessionId};
use domain::person::Person;
use domain::rejection::Rejection;
use domain::session::{
    Answer, CLAIM_WITHIN, News, Occurrence, OpenTo, Place, Says, Seat, Seats, SessionKind, SessionPlan, Timing, When,
};
use domain::text::{EmailAddress, Line, Name, Prose};
use domain::time::{Minutes, Span, Timestamp, Zone};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

const NOW: Timestamp = Timestamp(1_795_079_520_000);
/// The day after.
const ON: Day = Day(20_777);

/// Another process on the same database.
fn beside(store: &Store) -> Store {
    Store::new(store.db().clone(), store.place().clone(), store.clock().clone())
}

fn actor(number: usize) -> Actor {
    let id = PersonId::parse(&format!("p{number:04}")).unwrap();
    Actor::Person(Member { id, role: Role::Member, team: None })
}

fn id_of(actor: &Actor) -> &PersonId {
    actor.person().unwrap()
}

/// `people` people and two processes.
async fn crowd(people: usize) -> (Clock, [Store; 2]) {
    let clock = Clock::standing_at(NOW);
    let first = Store::in_memory(clock.clone()).await.unwrap();
    let person = |number: usize| {
        let name = Name::parse("name", &format!("P{number:04}")).unwrap();
        let email = EmailAddress::parse(&format!("p{number:04}@fernhill.example")).unwrap();
        Person::new(id_of(&actor(number)).clone(), name, email, NOW)
    };
    let rows: Vec<Person> = (0..people).map(person).collect();
    first.run("INSERT INTO person $rows RETURN NONE", json!({ "rows": rows })).await.unwrap();
    first.reload().await.unwrap();
    let second = beside(&first);
    second.reload().await.unwrap();
    (clock, [first, second])
}

/// An hour of the first one tomorrow at noon, with so many seats.
fn plan(capacity: u32, room: &str) -> SessionPlan {
    let (zone, length) = (Zone::utc(), Minutes(60));
    let timing = Timing { first: ON, minute: 12 * 60, length, zone, repeats: None, exceptions: Vec::new() };
    SessionPlan {
        kind: SessionKind::ProjectMeeting,
        title: Name::parse("title", "Where we stand").unwrap(),
        about: Prose::default(),
        outcomes: Vec::new(),
        skills: Vec::new(),
        hosts: vec![id_of(&actor(0)).clone()],
        place: Place { room: Line::parse("room", room).unwrap(), link: None },
        when: When::Set { timing },
        seats: Seats { capacity: Some(capacity), guests: 0, closes_before: Minutes(0), claim_within: CLAIM_WITHIN },
        open_to: OpenTo::Everyone,
        materials: Vec::new(),
        program: None,
        despite_overlaps: false,
    }
}

fn occurrence(store: &Store, id: &SessionId) -> Occurrence {
    store.read(&Actor::Console, |org| Ok(org.occurrence(id, ON).unwrap().clone())).unwrap()
}

fn seats(date: &Occurrence) -> usize {
    date.answers.iter().filter(|answer| answer.seat == Seat::Seat).count()
}

/// All of them at once, every other one in the other process.
async fn all_at_once<F: Future<Output = ()> + Send + 'static>(
    stores: &[Store; 2],
    numbers: std::ops::Range<usize>,
    step: impl Fn(Store, usize) -> F,
) {
    let steps: Vec<_> = numbers.map(|number| tokio::spawn(step(stores[number % 2].clone(), number))).collect();
    for step in steps {
        step.await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_answers_to_twenty_seats_fill_twenty_and_the_rest_stand_in_their_order() {
    const PEOPLE: usize = 1_001;
    let (_, stores) = crowd(PEOPLE).await;
    let id = stores[0].plan_session(&actor(0), &plan(20, "Hall")).await.unwrap();
    all_at_once(&stores, 1..PEOPLE, |store, number| {
        let id = id.clone();
        async move { store.answer(&actor(number), &id, ON, Says::Going, 0).await.unwrap() }
    })
    .await;
    for store in &stores {
        store.catch_up().await.unwrap();
        let date = occurrence(store, &id);
        assert_eq!((date.answers.len(), seats(&date), date.taken()), (PEOPLE - 1, 20, 20));
        let numbers: Vec<u64> = date.answers.iter().map(|answer| answer.number).collect();
        assert_eq!(numbers, (0..1_000).collect::<Vec<_>>(), "nobody has a number twice");
        let people: BTreeSet<&PersonId> = date.answers.iter().map(|answer| &answer.person).collect();
        assert_eq!(people.len(), PEOPLE - 1);
        let sits = |answer: &Answer| answer.seat == Seat::Seat;
        assert!(date.answers[..20].iter().all(sits), "who came first sits");
        assert_eq!(date.line().first().map(|answer| answer.number), Some(20));
        assert_eq!(date.told, [], "everybody did it themselves");
    }
}

/// Who was told what, how often.
fn told(date: &Occurrence) -> BTreeMap<(PersonId, String), usize> {
    let mut all = BTreeMap::new();
    for told in &date.told {
        *all.entry((told.person.clone(), format!("{:?}", told.news))).or_default() += 1;
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn while_people_come_and_go_and_seats_are_added_nobody_is_told_twice() {
    const PEOPLE: usize = 121;
    let (clock, stores) = crowd(PEOPLE).await;
    let id = stores[0].plan_session(&actor(0), &plan(20, "Hall")).await.unwrap();
    all_at_once(&stores, 1..PEOPLE, |store, number| {
        let id = id.clone();
        async move {
            let me = actor(number);
            store.answer(&me, &id, ON, Says::Going, 0).await.unwrap();
            if number.is_multiple_of(3) {
                store.answer(&me, &id, ON, Says::NotGoing, 0).await.unwrap();
            }
            if number == 60 {
                let base = store.read(&me, |org| Ok(org.session(&id).unwrap().revision.at)).unwrap();
                store.edit_session(&actor(0), &id, &plan(25, "Hall"), base).await.unwrap();
            }
        }
    })
    .await;
    stores[0].catch_up().await.unwrap();
    let date = occurrence(&stores[0], &id);
    assert_eq!((date.answers.len(), date.taken()), (PEOPLE - 1, 25));
    assert!(told(&date).values().all(|times| *times == 1), "{:?}", told(&date));
    let held: BTreeSet<&PersonId> =
        date.told.iter().filter(|told| matches!(told.news, News::Held { .. })).map(|told| &told.person).collect();
    let first = date.line().first().map(|answer| answer.number).unwrap();
    let has = |answer: &&Answer| answer.seats() > 0 && answer.says == Says::Going;
    assert!(date.answers.iter().filter(has).all(|answer| answer.number < first), "the line is in its order");
    for answer in date.answers.iter().filter(|answer| matches!(answer.seat, Seat::Held { .. })) {
        assert!(held.contains(&answer.person), "{answer:?}");
    }
    // Two hours later nobody has taken a seat: both processes look at once, and each lapse is told once.
    let waiting = date.answers.iter().filter(|answer| matches!(answer.seat, Seat::Held { .. })).count();
    clock.set(NOW.after(Span::hours(2)));
    let (one, other) = tokio::join!(stores[0].expire_holds(&Actor::Console), stores[1].expire_holds(&Actor::Console));
    assert_eq!(one.unwrap() + other.unwrap(), usize::from(waiting > 0));
    stores[0].catch_up().await.unwrap();
    let later = occurrence(&stores[0], &id);
    let lapsed = later.told.iter().filter(|told| told.news == News::Lapsed).count();
    assert_eq!((lapsed, later.taken()), (waiting, 25));
    assert!(told(&later).values().all(|times| *times == 1), "{:?}", told(&later));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_processes_that_book_one_room_one_gets_it() {
    for _ in 0..5 {
        let (_, [first, second]) = crowd(2).await;
        let other = SessionPlan { hosts: vec![id_of(&actor(1)).clone()], ..plan(5, "hall ") };
        let (ours, theirs) = (actor(0), actor(1));
        let mine = plan(5, "Hall");
        let (one, two) = tokio::join!(first.plan_session(&ours, &mine), second.plan_session(&theirs, &other));
        let taken = |outcome: &Result<SessionId, Error>| matches!(outcome, Err(Error::Rejected(Rejection::Invalid { field, .. })) if field == "room");
        assert!(one.is_ok() && taken(&two) || taken(&one) && two.is_ok(), "{one:?} {two:?}");
    }
}

/// What clocks show, as the server knows zones.
fn clocks() -> Clocks<'static> {
    Clocks { now: NOW, ahead: &crate::reader::ahead }
}

#[test]
fn dates_hold_their_wall_time_through_every_change_of_the_clocks_for_two_years() {
    for (name, minute) in
        [("Europe/Berlin", 150), ("America/New_York", 105), ("Australia/Lord_Howe", 120), ("Asia/Kolkata", 750)]
    {
        let zone = Zone::parse(name).unwrap();
        let rules = ["FREQ=WEEKLY;BYDAY=SU", "FREQ=MONTHLY;BYDAY=-1SU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"];
        for rule in rules {
            let until = domain::session::Until::Count { dates: 104 };
            let repeats = Some(domain::session::Repeats { rule: rule.to_owned(), until });
            let first = Day::from_date(2026, 1, 1).unwrap();
            let timing =
                Timing { first, minute, length: Minutes(45), zone: zone.clone(), repeats, exceptions: Vec::new() };
            let days = timing.days();
            for (date, on) in timing.dates(&clocks()).zip(&days) {
                assert_eq!(date.starts, expected(*on, minute, name), "{name} {rule} {}", on.iso());
                assert_eq!(date.ends, date.starts.after(Span::minutes(45)));
            }
        }
    }
}

/// The moment of a wall time: of one that is skipped the old offset counts, of one that is shown twice the first.
fn expected(day: Day, minute: u16, zone: &str) -> Timestamp {
    let (year, month, day) = day.date();
    let number = |n: i64| i8::try_from(n).unwrap();
    let wall = jiff::civil::date(i16::try_from(year).unwrap(), number(month), number(day)).at(
        i8::try_from(minute / 60).unwrap(),
        i8::try_from(minute % 60).unwrap(),
        0,
        0,
    );
    // "Compatible" is that rule.
    let zoned = wall.to_zoned(jiff::tz::TimeZone::get(zone).unwrap()).unwrap();
    Timestamp(zoned.timestamp().as_millisecond())
}
