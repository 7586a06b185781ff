//! When the people of a pair meet: the sessions of their program to which nobody else is asked.

use crate::clocks::Clocks;
use crate::id::PersonId;
use crate::org::Org;
use crate::pair::{Pair, When};
use crate::program::{Path, Program, Value};
use crate::reader::Reader;
use crate::session::{Date, OpenTo, Session};
use crate::time::{Face, Timestamp};
use serde::{Deserialize, Serialize};

/// A meeting of a pair.
pub(crate) struct Meeting<'a> {
    pub session: &'a Session,
    pub date: Date,
    pub stands: MeetingStands,
}

/// What is known of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingStands {
    /// It is to come, or under way.
    Coming,
    /// It is over, and nobody has said yet how it was.
    Untold,
    /// They met.
    Met,
    /// They did not.
    Missed,
}

/// A meeting as a line of the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingCard {
    /// Its page; of one that nobody has told of yet, where that is told.
    pub href: String,
    /// What it is called.
    pub title: String,
    /// When it starts, on the reader's clock.
    pub starts: Face,
    /// "45 min".
    pub length: String,
    /// The room; empty for none.
    pub place: String,
    /// What is known of it.
    pub stands: MeetingStands,
}

/// Every meeting of the pair since it began, the earliest first; those called off are none.
pub(crate) fn meetings<'a>(org: &'a Org, clocks: &Clocks, pair: &Pair) -> Vec<Meeting<'a>> {
    let own = org.sessions_of(&pair.mentor).filter(|session| is_of(pair, session));
    let mut found: Vec<Meeting> = own.flat_map(|session| dates(org, clocks, pair, session)).collect();
    found.sort_by(|a, b| (a.date.starts, &a.session.id).cmp(&(b.date.starts, &b.session.id)));
    found
}

/// What is known when somebody in `pair` moves.
pub fn moment(org: &Org, clocks: &Clocks, pair: &Pair, person: &PersonId) -> When {
    let zone = org.person(person).map(|person| person.zone.clone()).unwrap_or_else(crate::time::Zone::utc);
    let has_met = meetings(org, clocks, pair).iter().any(|meeting| meeting.stands == MeetingStands::Met);
    let program = org.program(&pair.program);
    let fit_check = |program: &Program| program.kind.value(&program.settings, &Path::field("fit_check"));
    let asks_fit = program.is_some_and(|program| fit_check(program) == Value::Flag(true));
    When { now: clocks.now, today: clocks.today(&zone), has_met, asks_fit }
}

/// True for a session of the program to which the mentor, a learner, and nobody else is asked.
fn is_of(pair: &Pair, session: &Session) -> bool {
    let OpenTo::Invited { people } = &session.open_to else { return false };
    let everybody = || people.iter().chain(&session.hosts);
    session.program.as_ref() == Some(&pair.program)
        && session.called_off.is_none()
        && everybody().all(|person| pair.ever().any(|one| one == person))
        && has_both(pair, everybody())
}

fn has_both<'a>(pair: &Pair, people: impl Iterator<Item = &'a PersonId> + Clone) -> bool {
    people.clone().any(|person| *person == pair.mentor) && people.clone().any(|person| *person != pair.mentor)
}

fn dates<'a>(org: &'a Org, clocks: &Clocks, pair: &Pair, session: &'a Session) -> Vec<Meeting<'a>> {
    let Some(timing) = session.timing() else { return Vec::new() };
    let own = timing.dates(clocks).filter(|date| date.takes_place && date.starts >= pair.began);
    own.map(|date| Meeting { stands: stands(org, clocks.now, pair, (session, &date)), session, date }).collect()
}

fn stands(org: &Org, now: Timestamp, pair: &Pair, (session, date): (&Session, &Date)) -> MeetingStands {
    let closed = org.occurrence(&session.id, date.on).and_then(|occurrence| occurrence.closed.as_ref());
    match closed {
        Some(closed) if has_both(pair, closed.people.iter().chain(&session.hosts)) => MeetingStands::Met,
        Some(_) => MeetingStands::Missed,
        None if date.ends > now => MeetingStands::Coming,
        None => MeetingStands::Untold,
    }
}

impl Meeting<'_> {
    /// The meeting as the reader sees it.
    pub(super) fn card(&self, reader: &Reader) -> MeetingCard {
        let (id, on) = (&self.session.id, self.date.on.iso());
        let closes = self.stands == MeetingStands::Untold && self.session.is_host(&reader.me.id);
        MeetingCard {
            href: if closes { format!("/sessions/{id}/{on}/close") } else { format!("/sessions/{id}/{on}") },
            title: self.session.title.to_string(),
            starts: reader.clocks.face(&reader.me.zone, self.date.starts),
            length: format!("{} min", self.date.ends.since(self.date.starts).0 / 60_000),
            place: self.date.place(&self.session.place).room.to_string(),
            stands: self.stands,
        }
    }
}
