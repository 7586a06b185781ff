//! Which hours a feed shows.

use super::Scope;
use crate::clocks::{Clocks, Day};
use crate::exchange::{Exchange, Stage};
use crate::id::PersonId;
use crate::org::Org;
use crate::person::Person;
use crate::session::{Occurrence, OpenTo, Says, Seat, Session};
use crate::time::{Timestamp, Zone};
use std::collections::BTreeMap;

/// The most entries of one feed; beyond that the ones that are furthest away are left out, those of the past first.
pub const MOST_SHOWN: usize = 10_000;

/// The days that a feed shows: the past year and the next eighteen months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The day that it is.
    pub today: Day,
    /// The first.
    pub first: Day,
    /// The last.
    pub last: Day,
}

/// One hour that a feed shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown<'a> {
    /// All dates of a session.
    Session(&'a Session),
    /// One date of a session.
    Date {
        /// Of which.
        session: &'a Session,
        /// The day on which the rule puts it.
        on: Day,
        /// What the reader, or their team, has to do with it.
        part: Part,
    },
    /// A meeting of two that both agreed on.
    Exchange(&'a Exchange),
}

/// What whoever a feed is for has to do with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A seat.
    Comes,
    /// Perhaps.
    MayCome,
    /// A place in line, or a seat that is held for them.
    InLine,
}

impl Window {
    /// The window of a day.
    pub fn around(now: Timestamp) -> Self {
        let today = Day::utc(now);
        Self { today, first: today.plus(-365), last: today.plus(548) }
    }

    fn holds(&self, day: Day) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// How far a day is, those of the past behind all to come.
    fn rank(&self, day: Day) -> (bool, i64) {
        (day < self.today, (day.0 - self.today.0).abs())
    }
}

impl Part {
    /// What somebody has of a date; `None` when they do not come.
    pub fn of(occurrence: &Occurrence, person: &PersonId) -> Option<Self> {
        let answer = occurrence.answer_of(person)?;
        match (answer.says, answer.seat) {
            (Says::Going, Seat::Seat) => Some(Self::Comes),
            (Says::Going, Seat::InLine | Seat::Held { .. }) => Some(Self::InLine),
            (Says::Maybe, _) => Some(Self::MayCome),
            (Says::Going, Seat::Nothing | Seat::Lapsed) | (Says::NotGoing, _) => None,
        }
    }
}

/// What the feed of `me` shows in `window`, by day and then by id. Whatever is not open to `me` is not in it.
pub fn shown<'a>(org: &'a Org, me: &Person, scope: Scope, window: Window, clocks: &Clocks) -> Vec<Shown<'a>> {
    let mut found = Found { window, clocks, sessions: BTreeMap::new(), rest: Vec::new() };
    match scope {
        Scope::Mine => {
            found.of_person(org, &me.id, me);
            found.exchanges(org, me);
        }
        Scope::Team => {
            let is_colleague = |person: &&Person| me.team.is_some() && person.team == me.team;
            org.people().filter(is_colleague).for_each(|colleague| found.of_person(org, &colleague.id, me));
        }
        Scope::Everybody => {
            let is_open = |session: &&Session| session.open_to == OpenTo::Everyone;
            org.sessions().filter(is_open).for_each(|session| found.whole(session));
        }
    }
    found.in_order()
}

/// What was found so far.
struct Found<'a, 'c> {
    window: Window,
    clocks: &'c Clocks<'c>,
    /// By id: all dates of one, or some of them.
    sessions: BTreeMap<&'a str, Dates<'a>>,
    /// With the day and the id by which each is put in order.
    rest: Vec<(Day, &'a str, Shown<'a>)>,
}

struct Dates<'a> {
    session: &'a Session,
    is_whole: bool,
    some: BTreeMap<Day, Part>,
}

impl<'a> Found<'a, '_> {
    /// What `person` holds or comes to, as far as `reader` may see it.
    fn of_person(&mut self, org: &'a Org, person: &PersonId, reader: &Person) {
        let is_seen = |session: &Session| session.is_open_to(&reader.id);
        let held = org.sessions_of(person).filter(|session| session.is_host(person) && is_seen(session));
        held.for_each(|session| self.whole(session));
        let is_own = *person == reader.id;
        for (session, occurrence) in org.dates_of(person).filter(|(session, _)| is_seen(session)) {
            // Who else thinks about it is nobody’s calendar.
            match Part::of(occurrence, person) {
                Some(part) if is_own || part == Part::Comes => self.date(session, occurrence.on, part),
                Some(_) | None => {}
            }
        }
    }

    fn whole(&mut self, session: &'a Session) {
        self.dates_of(session).is_whole = true;
    }

    fn date(&mut self, session: &'a Session, on: Day, part: Part) {
        let known = self.dates_of(session).some.entry(on).or_insert(part);
        *known = part.min(*known);
    }

    fn dates_of(&mut self, session: &'a Session) -> &mut Dates<'a> {
        let none = || Dates { session, is_whole: false, some: BTreeMap::new() };
        self.sessions.entry(session.id.as_str()).or_insert_with(none)
    }

    fn exchanges(&mut self, org: &'a Org, me: &Person) {
        // What is a session is shown as one.
        let own = org.exchanges().filter(|exchange| exchange.session.is_none());
        for exchange in own.filter(|exchange| exchange.side_of(&me.id).is_ok()) {
            let is_agreed = matches!(exchange.stage, Stage::Agreed | Stage::Done { .. });
            let Some(starts) = exchange.starts_at.filter(|_| is_agreed) else { continue };
            let day = self.clocks.wall(&Zone::utc(), starts).day;
            if self.window.holds(day) {
                self.rest.push((day, exchange.id.as_str(), Shown::Exchange(exchange)));
            }
        }
    }

    fn in_order(mut self) -> Vec<Shown<'a>> {
        let window = self.window;
        for (id, dates) in std::mem::take(&mut self.sessions) {
            let Some(timing) = dates.session.timing() else { continue };
            let days = timing.days().into_iter().filter(|day| window.holds(*day));
            if dates.is_whole {
                // The date nearest to today stands for all of them.
                let near = days.min_by_key(|day| window.rank(*day));
                self.rest.extend(near.map(|day| (day, id, Shown::Session(dates.session))));
            } else {
                let some = days.filter_map(|on| Some((on, *dates.some.get(&on)?)));
                let date = |(on, part)| (on, id, Shown::Date { session: dates.session, on, part });
                self.rest.extend(some.map(date));
            }
        }
        self.rest.sort_by_key(|(day, id, _)| (window.rank(*day), *id));
        self.rest.truncate(MOST_SHOWN);
        self.rest.sort_by_key(|(day, id, _)| (*day, *id));
        self.rest.into_iter().map(|(_, _, shown)| shown).collect()
    }
}
