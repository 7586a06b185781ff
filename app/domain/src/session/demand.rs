//! What colleagues wait for: when enough of them want a skill and somebody could show it, that somebody gets a session
//! that is ready to be opened, with a title, a text, a date, a room and the people who asked. One tap opens it to those.
//! Who says no is left alone with it for sixty days, and the next one is asked.

mod finding;

pub use finding::{demand, who_wait};

use super::{Booking, CLAIM_WITHIN, OpenTo, Place, Seats, SessionKind, SessionPlan, Timing, When};
use crate::clocks::Clocks;
use crate::free_time::ends;
use crate::id::{PersonId, ProgramId, SessionId, SkillId};
use crate::org::Org;
use crate::rejection::Rejection;
use crate::text::{Line, Name, Prose};
use crate::time::{Minutes, Span, Timestamp, Zone};
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};

/// So many who want a skill are enough, unless a lunch-and-learn program says otherwise.
pub const ENOUGH: usize = 3;
/// For so long who said no is not asked for the same again.
pub const REST_AFTER_NO: Span = Span::days(60);
/// For so long who was asked to a session on a skill does not count as waiting for it.
const SERVED_FOR: Span = Span::days(60);
/// The first and the last day on which it could be, from today.
const DAYS: (i64, i64) = (5, 26);
/// A proposal whose date is nearer than this is over.
const NOTICE: Span = Span::days(2);
/// How long it takes where nobody says.
const USUAL: Minutes = Minutes(45);
/// Over which time it counts how busy somebody is.
const BUSY_OVER: Span = Span::days(30);

/// A session that is ready to be opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostProposal {
    /// On what.
    pub skill: SkillId,
    /// Who could hold it.
    pub host: PersonId,
    /// Who asked, by id.
    pub people: Vec<PersonId>,
    /// When it would start.
    pub starts: Timestamp,
    /// How long.
    pub length: Minutes,
    /// On whose clock.
    pub zone: Zone,
    /// In which room.
    pub room: Line,
    /// The program that it would belong to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<ProgramId>,
    /// When it was proposed.
    pub at: Timestamp,
    /// What became of it.
    pub stage: HostProposalStage,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum HostProposalStage {
    /// It waits for the host.
    Waiting,
    /// They opened it.
    Opened {
        /// As this session.
        session: SessionId,
        /// When.
        at: Timestamp,
    },
    /// They said no.
    Declined {
        /// When.
        at: Timestamp,
    },
    /// Its date came near, or too few wait for it by now.
    Over {
        /// When.
        at: Timestamp,
    },
}

impl HostProposal {
    /// True while it waits for the host.
    pub fn is_waiting(&self) -> bool {
        self.stage == HostProposalStage::Waiting
    }

    /// What the session would be called.
    pub fn title(&self, org: &Org) -> String {
        let skill = org.skill(&self.skill).map_or(self.skill.as_str(), |skill| skill.name.as_str());
        format!("{skill}, shown by {}", first_name(org, &self.host))
    }

    /// What it would say.
    pub fn about(&self, org: &Org) -> String {
        let skill = org.skill(&self.skill).map_or(self.skill.as_str(), |skill| skill.name.as_str());
        let people = sentence(&counted(self.people.len(), "of you wants", "of you want"));
        let host = first_name(org, &self.host);
        let minutes = self.length.0;
        format!(
            "{people} to learn **{skill}**, so here it is: {host} shows how, in {minutes} minutes, with time for your \
             questions."
        )
    }

    /// The session that it becomes.
    pub fn plan(&self, org: &Org, clocks: &Clocks) -> Result<SessionPlan, Rejection> {
        let start = clocks.wall(&self.zone, self.starts);
        Ok(SessionPlan {
            kind: SessionKind::LunchAndLearn,
            title: Name::parse("title", &self.title(org))?,
            about: Prose::parse("about", &self.about(org))?,
            outcomes: Vec::new(),
            skills: vec![self.skill.clone()],
            hosts: vec![self.host.clone()],
            place: self.place()?,
            when: When::Set { timing: Timing::once(start, self.length, self.zone.clone()) },
            seats: Seats { capacity: None, guests: 0, closes_before: Minutes(0), claim_within: CLAIM_WITHIN },
            open_to: OpenTo::Invited { people: self.people_here(org) },
            materials: Vec::new(),
            program: self.program.clone(),
            despite_overlaps: false,
        })
    }

    /// Who asked and still works here.
    fn people_here(&self, org: &Org) -> Vec<PersonId> {
        self.people.iter().filter(|person| crate::coverage::works_here(org, person)).cloned().collect()
    }

    /// The room; where none is known yet, that it is still to be agreed.
    fn place(&self) -> Result<Place, Rejection> {
        let room = if self.room.is_empty() { Line::parse("room", "To be agreed")? } else { self.room.clone() };
        Ok(Place { room, link: None })
    }

    fn is_free(&self, org: &Org, room: &Line, clocks: &Clocks) -> bool {
        let with_room = Self { room: room.clone(), ..self.clone() };
        let Ok(plan) = with_room.plan(org, clocks) else { return false };
        let Ok(id) = SessionId::parse("proposed") else { return false };
        let session = plan.session(id, &self.host, clocks);
        let dates: Vec<super::Date> = session.timing().into_iter().flat_map(|timing| timing.dates(clocks)).collect();
        Booking { org, session: &session, dates: &dates, by: &self.host, clocks }.room_is_free().is_ok()
    }

    /// When it would end.
    pub fn ends(&self) -> Timestamp {
        ends(self.starts, self.length)
    }

    /// The same once the host opened it as `session`. Refuses what does not wait any more, and another than was `seen`.
    pub fn opened(self, session: SessionId, seen: Timestamp, now: Timestamp) -> Result<Self, Rejection> {
        self.waits_as(seen)?;
        Ok(Self { stage: HostProposalStage::Opened { session, at: now }, ..self })
    }

    /// The same once the host said no. Refuses what does not wait any more.
    pub fn declined(self, now: Timestamp) -> Result<Self, Rejection> {
        self.waits_as(self.at)?;
        Ok(Self { stage: HostProposalStage::Declined { at: now }, ..self })
    }

    /// The same when it is over by now: its date came near, the host is gone, or too few wait for it. `None` while it is not.
    pub fn over(&self, org: &Org, clocks: &Clocks) -> Option<Self> {
        if !self.is_waiting() {
            return None;
        }
        let is_near = clocks.now.after(NOTICE) > self.starts;
        let waiting = who_wait(org, &self.skill, clocks).len();
        let is_over = is_near
            || !crate::coverage::works_here(org, &self.host)
            || waiting < finding::enough(finding::program(org));
        is_over.then(|| Self { stage: HostProposalStage::Over { at: clocks.now }, ..self.clone() })
    }

    fn waits_as(&self, seen: Timestamp) -> Result<(), Rejection> {
        if self.is_waiting() && self.at == seen {
            return Ok(());
        }
        Err(Rejection::Stale("This proposal is not as you saw it any more. Look at it again.".into()))
    }
}

fn first_name(org: &Org, person: &PersonId) -> String {
    crate::tag::PersonTag::of(org, person).first_name().to_owned()
}

#[cfg(test)]
mod tests;
