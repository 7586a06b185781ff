//! Hours together at the care team: Amara shows wound care on three Fridays, to whoever comes.

use crate::care::{acting, care, name};
use domain::actor::Actor;
use domain::clocks::Day;
use domain::id::{PersonId, SessionId};
use domain::notifications::NotificationsQuery;
use domain::session::{
    CLAIM_WITHIN, News, Occurrence, OpenTo, Place, Repeats, Says, Seat, Seats, Session, SessionKind, SessionPlan,
    Timing, Until, When,
};
use domain::text::{Line, Prose};
use domain::time::{Minutes, Zone};
use store::{Clock, Store};

pub const AMARA: &str = "amara-okafor";
pub const LEILA: &str = "leila-haddou";
pub const JONAS: &str = "jonas-weidner";
pub const PRIYA: &str = "priya-raman";
pub const INES: &str = "ines-carvalho";
pub const SOL: &str = "sol-lindqvist";

/// The Friday after [`crate::care::NOW`], and the one after that.
pub const ON: Day = Day(20_777);
pub const NEXT: Day = ON.plus(7);

pub fn prose(text: &str) -> Prose {
    Prose::parse("words", text).unwrap()
}

pub fn id(who: &str) -> PersonId {
    who.parse().unwrap()
}

/// Three Fridays at noon.
pub fn fridays() -> Timing {
    Timing {
        first: ON,
        minute: 12 * 60,
        length: Minutes(60),
        zone: Zone::parse("Europe/Lisbon").unwrap(),
        repeats: Some(Repeats { rule: "FREQ=WEEKLY;BYDAY=FR".to_owned(), until: Until::Count { dates: 3 } }),
        exceptions: Vec::new(),
    }
}

/// Amara shows wound care to whoever comes; one seat.
pub fn plan() -> SessionPlan {
    SessionPlan {
        kind: SessionKind::LunchAndLearn,
        title: name("Wounds in plain words"),
        about: prose("What to look at first."),
        outcomes: Vec::new(),
        skills: vec!["wound-care".parse().unwrap()],
        hosts: vec![id(AMARA)],
        place: Place { room: Line::parse("room", "Ward kitchen").unwrap(), link: None },
        when: When::Set { timing: fridays() },
        seats: Seats { capacity: Some(1), guests: 1, closes_before: Minutes(0), claim_within: CLAIM_WITHIN },
        open_to: OpenTo::Everyone,
        materials: Vec::new(),
        program: None,
        despite_overlaps: false,
    }
}

pub async fn planned(plan: &SessionPlan) -> (Store, Clock, SessionId) {
    let (store, clock) = care().await;
    let id = store.plan_session(&acting(AMARA), plan).await.unwrap();
    (store, clock, id)
}

pub fn session(store: &Store, id: &SessionId) -> Session {
    store.read(&Actor::Console, |org| Ok(org.session(id).unwrap().clone())).unwrap()
}

pub fn date(store: &Store, id: &SessionId, on: Day) -> Occurrence {
    let empty = || Occurrence::new(id.clone(), on);
    store.read(&Actor::Console, |org| Ok(org.occurrence(id, on).cloned().unwrap_or_else(empty))).unwrap()
}

pub fn seat(store: &Store, id: &SessionId, who: &str) -> Seat {
    date(store, id, ON).answer_of(&self::id(who)).unwrap().seat
}

pub fn told<'a>(date: &'a Occurrence, who: &str) -> Vec<&'a News> {
    date.told.iter().filter(|told| told.person == id(who)).map(|told| &told.news).collect()
}

/// What stands in somebody's notifications.
pub async fn texts(store: &Store, who: &str) -> Vec<String> {
    let items = store.notifications_page(&acting(who), NotificationsQuery::default()).await.unwrap().items;
    items.into_iter().map(|item| item.text.into_iter().map(|phrase| phrase.text).collect()).collect()
}

pub async fn says(store: &Store, id: &SessionId, who: &str, says: Says) {
    store.answer(&acting(who), id, ON, says, 0).await.unwrap();
}
