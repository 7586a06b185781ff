//! Amara and Jonas, who agreed on an hour of SQL.

use crate::fernhill::{NOW, acting, fernhill};
use domain::actor::Actor;
use domain::attendance::{CloseDate, Countersign};
use domain::clocks::Day;
use domain::evidence::{Level, Source};
use domain::exchange::{Ask, Exchange, Move, Outcome};
use domain::id::{ExchangeId, SessionId};
use domain::notifications::NotificationsQuery;
use domain::rejection::Rejection;
use domain::session::{Closing, Session};
use domain::text::Prose;
use domain::time::{Minutes, Span, Timestamp};
use store::{Clock, Error, Store};

/// The day after [`NOW`], on which they meet.
pub const ON: Day = Day(20_777);

pub fn prose(text: &str) -> Prose {
    Prose::parse("words", text).unwrap()
}

pub fn ask() -> Ask {
    Ask {
        teacher: "jonas".parse().unwrap(),
        skill: "sql-for-reports".parse().unwrap(),
        message: prose("Could you show me joins?"),
        minutes: Minutes(45),
        starts_at: Some(NOW.after(Span::days(1))),
    }
}

/// Amara and Jonas agree to meet tomorrow.
pub async fn agreed() -> (Store, Clock, ExchangeId, SessionId) {
    let (store, clock) = fernhill().await;
    let id = store.ask_exchange(&acting("amara"), &ask()).await.unwrap();
    store.move_exchange(&acting("jonas"), &id, &Move::Accept).await.unwrap();
    let hour = exchange(&store, &id).session.unwrap();
    (store, clock, id, hour)
}

pub fn exchange(store: &Store, id: &ExchangeId) -> Exchange {
    store.read(&Actor::Console, |org| Ok(org.exchange(id).cloned().unwrap())).unwrap()
}

pub fn session(store: &Store, id: &SessionId) -> Session {
    store.read(&Actor::Console, |org| Ok(org.session(id).cloned().unwrap())).unwrap()
}

pub fn met(outcome: Outcome, words: &str) -> Move {
    Move::Confirm { outcome, words: prose(words) }
}

/// What Jonas says of the hour on its own page.
pub fn closing(people: &[&str]) -> Closing {
    Closing {
        minutes: Minutes(40),
        people: people.iter().map(|person| person.parse().unwrap()).collect(),
        skills: vec!["sql-for-reports".parse().unwrap()],
        note: Prose::default(),
        thanks: prose("Well asked."),
    }
}

pub async fn close(store: &Store, hour: &SessionId, people: &[&str]) -> store::Result<()> {
    let asked = CloseDate { session: hour.clone(), on: ON, says: closing(people), key: None };
    store.close_date(&acting("jonas"), &asked).await
}

pub async fn countersign(store: &Store, hour: &SessionId, seen: Timestamp, words: &str) -> store::Result<()> {
    let asked = Countersign { session: hour.clone(), on: ON, seen, words: prose(words), key: None };
    store.countersign(&acting("amara"), &asked).await
}

pub fn level(store: &Store, person: &str) -> Option<(Level, Source)> {
    let (person, skill) = (person.parse().unwrap(), "sql-for-reports".parse().unwrap());
    let known = store.read(&Actor::Console, |org| Ok(org.known(&person, &skill).cloned())).unwrap();
    known.map(|known| (known.estimate.level, known.source))
}

/// What somebody is told, the newest first.
pub async fn texts(store: &Store, who: &str) -> Vec<String> {
    let page = store.notifications_page(&acting(who), NotificationsQuery::default()).await.unwrap();
    let text =
        |item: &domain::notifications::Notification| item.text.iter().map(|phrase| phrase.text.as_str()).collect();
    page.items.iter().map(text).collect()
}

pub fn refusal<T: std::fmt::Debug>(answer: store::Result<T>) -> Rejection {
    match answer.unwrap_err() {
        Error::Rejected(rejection) => rejection,
        Error::Broken(fault) => panic!("{fault}"),
    }
}
