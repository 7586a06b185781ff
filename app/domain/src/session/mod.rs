//! An hour together: a one-to-one meeting, a swap, a feedback talk, a project meeting, a lunch-and-learn. One model for
//! all, once or as a series.
//!
//! Here is what a session holds. `timing` says on which dates it falls, `occurrence` what people say of one date and
//! what came of it; `demand` finds what colleagues wait for. Calendar files are written by the server; which pages show
//! a session is in `sessions`.

mod answers;
mod booking;
mod carried;
mod close_out;
mod closing;
mod code;
mod demand;
mod door;
mod find_time;
mod kind;
mod line;
mod materials;
mod news;
mod occurrence;
mod of_two;
mod place;
mod plan;
#[cfg(test)]
mod plan_tests;
mod poll;
mod qr;
mod questions;
mod seating;
#[cfg(test)]
mod seats_random;
#[cfg(test)]
mod seats_tests;
mod series;
#[cfg(test)]
mod series_tests;
mod timing;
mod told;
#[cfg(test)]
pub(crate) mod world;

pub use answers::Saying;
pub use booking::{Booking, room_key};
pub use carried::Carrying;
pub use close_out::{CloseOut, Countersigned, Survey};
pub use closing::{COUNTERSIGN_WITHIN, CloseStage, Closing, Due, LibraryNote, library_note};
pub use code::{DoorCode, DoorHours, DoorKey, STEP};
pub use demand::{ENOUGH, HostProposal, HostProposalStage, REST_AFTER_NO, demand, who_wait};
pub use door::{Claim, Hour};
pub use find_time::{Found, MOST_PEOPLE, Unsuited, Wanted, Why, find_time, unsuited};
pub use kind::SessionKind;
pub use line::Over;
pub use materials::MOST_MATERIALS;
pub use occurrence::{Answer, Attended, Door, Occurrence, Question, Replied, Says, Seat};
pub use of_two::SaidBefore;
pub use place::{Link, Place, Provider};
pub use plan::{MOST_GUESTS, MOST_HOSTS, MOST_SEATS, SessionPlan};
pub use poll::{CHOICES, Tally};
pub use qr::Qr;
pub use questions::{Asking, MOST_QUESTIONS};
pub use seating::Seating;
pub use series::{Otherwise, Split, Went};
pub use timing::{Change, Date, Exception, MOST_DATES, Repeats, Timing, Until};
pub use told::{Doing, News, Told};

use crate::actor::{Actor, Role};
use crate::id::{ExchangeId, PersonId, ProgramId, SessionId, SkillId};
use crate::text::{Line, Name, Prose};
use crate::time::{Minutes, Timestamp, Zone};
use serde::{Deserialize, Serialize};

/// How long somebody who moves up has to take the seat, unless the host says otherwise.
pub const CLAIM_WITHIN: Minutes = Minutes(120);

/// An hour together, with all its dates when it is a series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its id; the UID of its calendar entry for life.
    pub id: SessionId,
    /// What kind of hour it is.
    pub kind: SessionKind,
    /// What it is called.
    pub title: Name,
    /// What it is about, in Markdown.
    pub about: Prose,
    /// What people can do afterwards, a line each.
    #[serde(default)]
    pub outcomes: Vec<Line>,
    /// What is taught; the first is the main one.
    pub skills: Vec<SkillId>,
    /// Who holds it; never nobody.
    pub hosts: Vec<PersonId>,
    /// Where.
    pub place: Place,
    /// When, or the dates to choose from.
    pub when: When,
    /// How many may come, and until when they answer.
    pub seats: Seats,
    /// Who may come.
    pub open_to: OpenTo,
    /// What to read before and see after.
    #[serde(default)]
    pub materials: Vec<Material>,
    /// The program that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<ProgramId>,
    /// The session whose later dates this one took over; its calendar entry names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<SessionId>,
    /// The request in which two agreed on it: it is theirs alone then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exchange: Option<ExchangeId>,
    /// Who planned it.
    pub made_by: PersonId,
    /// When.
    pub made_at: Timestamp,
    /// Its revision, as calendars count it.
    pub revision: Revision,
    /// Set when all of it was called off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called_off: Option<CalledOff>,
    /// Who was told what of all of it, oldest first; of one date that is kept with the date.
    #[serde(default)]
    pub told: Vec<Told>,
}

/// When it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum When {
    /// People still say which of these would suit them.
    Voting {
        /// The times to choose from.
        poll: Poll,
    },
    /// It is settled.
    Set {
        /// To these dates.
        timing: Timing,
    },
}

/// Times to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poll {
    /// The starts, earliest first; two to eight.
    pub choices: Vec<Timestamp>,
    /// How long it would take, and in which zone a settled date stands.
    pub length: Minutes,
    /// The zone.
    pub zone: Zone,
    /// Until when people vote.
    pub until: Timestamp,
    /// What they said; one vote a person and choice.
    #[serde(default)]
    pub votes: Vec<Vote>,
}

/// What one person says of one time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    /// Who.
    pub person: PersonId,
    /// Of which start.
    pub choice: Timestamp,
    /// What.
    pub fits: Fits,
}

/// Whether a time suits somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fits {
    /// It does not.
    No,
    /// If nothing else does.
    IfNeeded,
    /// It does.
    Yes,
}

/// How many may come, and until when they answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seats {
    /// How many people, guests among them and hosts not; `None` for as many as like.
    pub capacity: Option<u32>,
    /// The most guests that one person brings.
    pub guests: u8,
    /// Answers close so long before the start; zero for up to the start.
    pub closes_before: Minutes,
    /// How long somebody who moves up has to take the seat.
    pub claim_within: Minutes,
}

/// Who may come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "to", rename_all = "snake_case")]
pub enum OpenTo {
    /// Everybody who works here.
    Everyone,
    /// These people; nobody else sees it.
    Invited {
        /// Who.
        people: Vec<PersonId>,
    },
}

/// Something to read before or see after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Material {
    /// What it is called.
    pub title: Line,
    /// Where it is.
    pub link: Link,
    /// True for a recording of the hour.
    #[serde(default)]
    pub is_recording: bool,
}

/// A revision, as calendars count it: one up for each change of time, rule, place or standing; not for words. There is
/// one count for all of a session: a date that is otherwise carries the count of its own last change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// SEQUENCE.
    pub sequence: u32,
    /// When anything was last changed; DTSTAMP and LAST-MODIFIED.
    pub at: Timestamp,
}

/// That all of it was called off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalledOff {
    /// By whom.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Why, for those who meant to come.
    pub reason: Prose,
}

impl Session {
    /// The dates, when they are settled.
    pub fn timing(&self) -> Option<&Timing> {
        match &self.when {
            When::Set { timing } => Some(timing),
            When::Voting { .. } => None,
        }
    }

    /// True when `person` holds it.
    pub fn is_host(&self, person: &PersonId) -> bool {
        self.hosts.contains(person)
    }

    /// True when `person` may see it and answer.
    pub fn is_open_to(&self, person: &PersonId) -> bool {
        let is_named = match &self.open_to {
            OpenTo::Everyone => true,
            OpenTo::Invited { people } => people.contains(person),
        };
        is_named || self.is_host(person) || self.made_by == *person
    }

    /// Those who are invited by name, hosts perhaps among them; nobody where everybody may come.
    pub fn invited(&self) -> &[PersonId] {
        match &self.open_to {
            OpenTo::Everyone => &[],
            OpenTo::Invited { people } => people,
        }
    }

    /// The only people who may see it beside program admins; nobody in particular when everybody may.
    pub fn only_for(&self) -> Vec<PersonId> {
        let OpenTo::Invited { people } = &self.open_to else { return Vec::new() };
        let mut all: Vec<PersonId> = people.iter().chain(&self.hosts).chain([&self.made_by]).cloned().collect();
        all.sort();
        all.dedup();
        all
    }

    /// True when `actor` may see it: those to whom it is open, and program admins, unless two agreed on it.
    pub fn is_seen_by(&self, actor: &Actor) -> bool {
        self.is_looked_after_by(actor) || actor.person().is_some_and(|person| self.is_open_to(person))
    }

    /// True for program admins, and for the server itself where two agreed on it.
    pub fn is_looked_after_by(&self, actor: &Actor) -> bool {
        actor.at_least(Role::ProgramAdmin).is_ok() && (self.exchange.is_none() || *actor == Actor::Console)
    }
}
