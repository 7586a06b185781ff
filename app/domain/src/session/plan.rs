//! What a form says of a session, and what has to be so before it is one. Whether room and hosts are free is in
//! `booking`.

use super::poll::CHOICES;
use super::{MOST_DATES, Material, OpenTo, Place, Poll, Seats, Session, SessionKind, Timing, Until, When};
use crate::clocks::Clocks;
use crate::id::{PersonId, ProgramId, SessionId, SkillId};
use crate::org::Org;
use crate::rejection::{Noun, Rejection};
use crate::session::Revision;
use crate::text::{Line, Name, Prose};
use crate::time::Minutes;
use serde::{Deserialize, Serialize};

/// The most hosts of one session.
pub const MOST_HOSTS: usize = 8;

/// The most seats of one session.
pub const MOST_SEATS: u32 = 5_000;

/// The most guests that one person may bring.
pub const MOST_GUESTS: u8 = 10;

/// What a form says of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionPlan {
    /// What kind of hour it is.
    pub kind: SessionKind,
    /// What it is called.
    pub title: Name,
    /// What it is about.
    pub about: Prose,
    /// What people can do afterwards.
    pub outcomes: Vec<Line>,
    /// What is taught.
    pub skills: Vec<SkillId>,
    /// Who holds it.
    pub hosts: Vec<PersonId>,
    /// Where.
    pub place: Place,
    /// When, or the times to choose from. Exceptions and votes in it are not read: those of the session stay.
    pub when: When,
    /// How many may come, and until when they answer.
    pub seats: Seats,
    /// Who may come.
    pub open_to: OpenTo,
    /// What to read before and see after.
    pub materials: Vec<Material>,
    /// The program that it belongs to.
    pub program: Option<ProgramId>,
    /// True when whoever plans it knows that a host has something else at one of its times.
    pub despite_overlaps: bool,
}

impl SessionPlan {
    /// Refuses what no session can be, beside the field in which it stands: no host or one who left, unknown skills, no
    /// place, no seats, no length, too many dates, a first date or choice that is over.
    pub fn checked(&self, org: &Org, clocks: &Clocks) -> Result<(), Rejection> {
        self.hosts_are_here(org)?;
        self.skills_are_known(org)?;
        self.seats_are_some()?;
        if self.place.room.is_empty() && self.place.link.is_none() {
            return Err(Rejection::invalid("room", "Say where: a room, a video link, or both."));
        }
        if let OpenTo::Invited { people } = &self.open_to {
            // Two who teach each other may be alone.
            let among_hosts = self.kind == SessionKind::Swap && self.hosts.len() > 1;
            if !among_hosts && people.iter().all(|person| self.hosts.contains(person)) {
                return Err(Rejection::invalid("people", "Choose whom you ask, or open it to everyone."));
            }
            for person in people {
                is_here(org, person, "people")?;
            }
        }
        if let Some(program) = &self.program {
            org.program(program).ok_or(Rejection::NotFound(Noun::Program))?;
        }
        match &self.when {
            When::Set { timing } => timing.checked(),
            When::Voting { poll } => poll.checked(clocks),
        }
    }

    fn hosts_are_here(&self, org: &Org) -> Result<(), Rejection> {
        if self.hosts.is_empty() || self.hosts.len() > MOST_HOSTS {
            let words = format!("Choose who holds it: one to {MOST_HOSTS} people.");
            return Err(Rejection::invalid("hosts", words));
        }
        for (index, host) in self.hosts.iter().enumerate() {
            is_here(org, host, "hosts")?;
            if self.hosts[..index].contains(host) {
                return Err(Rejection::invalid("hosts", "Choose each host once."));
            }
        }
        Ok(())
    }

    fn skills_are_known(&self, org: &Org) -> Result<(), Rejection> {
        if self.kind.is_teaching() && self.skills.is_empty() {
            return Err(Rejection::invalid("skills", "Choose what is taught."));
        }
        let unknown = self.skills.iter().find(|skill| org.skill(skill).is_none());
        if unknown.is_some() { Err(Rejection::NotFound(Noun::Skill)) } else { Ok(()) }
    }

    fn seats_are_some(&self) -> Result<(), Rejection> {
        if self.seats.capacity.is_some_and(|seats| !(1..=MOST_SEATS).contains(&seats)) {
            let words = "Write how many people may come, at least one; leave it empty for as many as like.";
            return Err(Rejection::invalid("capacity", words));
        }
        if self.seats.guests > MOST_GUESTS {
            return Err(Rejection::invalid("guests", format!("Let each person bring at most {MOST_GUESTS} guests.")));
        }
        Ok(())
    }

    /// The session that it becomes.
    pub fn session(&self, id: SessionId, by: &PersonId, clocks: &Clocks) -> Session {
        Session {
            id,
            kind: self.kind,
            title: self.title.clone(),
            about: self.about.clone(),
            outcomes: self.outcomes.clone(),
            skills: self.skills.clone(),
            hosts: self.hosts.clone(),
            place: self.place.clone(),
            when: self.when(None),
            seats: self.seats.clone(),
            open_to: self.open_to.clone(),
            materials: self.materials.clone(),
            program: self.program.clone(),
            follows: None,
            exchange: None,
            made_by: by.clone(),
            made_at: clocks.now,
            revision: Revision { sequence: 0, at: clocks.now },
            called_off: None,
            told: Vec::new(),
        }
    }

    /// When it is: as the plan says, with the votes that `before` has for times that are still to choose from.
    pub(super) fn when(&self, before: Option<&Poll>) -> When {
        match &self.when {
            When::Set { timing } => When::Set { timing: Timing { exceptions: Vec::new(), ..timing.begun() } },
            When::Voting { poll } => {
                let mut choices = poll.choices.clone();
                choices.sort_unstable();
                let votes = before.into_iter().flat_map(|before| &before.votes);
                let votes = votes.filter(|vote| choices.contains(&vote.choice)).cloned().collect();
                When::Voting { poll: Poll { choices, votes, ..poll.clone() } }
            }
        }
    }
}

impl Timing {
    /// The same with its first date on the first day that the rule knows.
    fn begun(&self) -> Self {
        let first = self.days().first().copied().unwrap_or(self.first);
        Self { first, ..self.clone() }
    }

    fn checked(&self) -> Result<(), Rejection> {
        has_length(self.length)?;
        if self.minute >= 24 * 60 {
            return Err(Rejection::invalid("starts", "Write a time such as 12:30."));
        }
        let Some(repeats) = &self.repeats else { return Ok(()) };
        let all = repeats.cadence()?.days(self.first, self.first).take(usize::from(MOST_DATES) + 1);
        let dates = match repeats.until {
            Until::Count { dates } => usize::from(dates),
            Until::Day { day } => all.take_while(|date| *date <= day).count(),
        };
        match dates {
            0 => Err(Rejection::invalid("until", "No date of the series comes before its end. Let it end later.")),
            dates if dates > usize::from(MOST_DATES) => {
                Err(Rejection::invalid("until", format!("A series has at most {MOST_DATES} dates. Let it end sooner.")))
            }
            _ => Ok(()),
        }
    }
}

impl Poll {
    fn checked(&self, clocks: &Clocks) -> Result<(), Rejection> {
        has_length(self.length)?;
        let mut choices = self.choices.clone();
        choices.sort_unstable();
        choices.dedup();
        if !CHOICES.contains(&choices.len()) || choices.len() != self.choices.len() {
            let words = format!("Propose {} to {} different times.", CHOICES.start(), CHOICES.end());
            return Err(Rejection::invalid("choices", words));
        }
        if choices.first().is_some_and(|first| *first <= clocks.now) {
            return Err(Rejection::invalid("choices", "One of these times is over. Choose times to come."));
        }
        if self.until <= clocks.now || choices.first().is_some_and(|first| self.until > *first) {
            return Err(Rejection::invalid("until", "Let people vote until some time before the first choice."));
        }
        Ok(())
    }
}

fn has_length(length: Minutes) -> Result<(), Rejection> {
    if (1..=24 * 60).contains(&length.0) {
        return Ok(());
    }
    Err(Rejection::invalid("ends", "Let it end after it starts, and on the same day or night."))
}

fn is_here(org: &Org, person: &PersonId, field: &str) -> Result<(), Rejection> {
    match org.person(person) {
        None => Err(Rejection::NotFound(Noun::Person)),
        Some(known) if !known.is_active() => {
            let words = format!("{} works here no more. Choose somebody else.", known.name);
            Err(Rejection::invalid(field, words))
        }
        Some(_) => Ok(()),
    }
}
