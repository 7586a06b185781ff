//! The rules of coming and going: who may join, who waits, who is invited, and who gets the next seat.

use super::outline::{Moment, Outline};
use super::{Entered, Participant, Path, Phase, Program, Standing, Value};
use crate::id::{PersonId, SkillId, TeamId};
use crate::rejection::{Noun, Rejection};
use crate::time::Timestamp;
use std::collections::BTreeSet;

/// Somebody who may want in.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// Their team and the teams above it.
    pub teams: Vec<TeamId>,
    /// The skills that they know or want.
    pub skills: BTreeSet<SkillId>,
}

/// A program as somebody at its door finds it.
#[derive(Clone, Copy, Debug)]
pub struct Door<'a> {
    /// The program.
    pub program: &'a Program,
    /// How many are inside.
    pub inside: u32,
    /// How many wait for a seat.
    pub waiting: u32,
    /// The present.
    pub now: Timestamp,
}

impl Door<'_> {
    /// Why `who` cannot join, as the page says it; `Ok` for those who can, at least for the waitlist. An invitation
    /// opens the door for those whom it would be shut for.
    pub fn lets_in(&self, who: &Candidate, before: Option<&Participant>) -> Result<(), Rejection> {
        let standing = before.map(|before| &before.standing);
        match standing {
            Some(Standing::Inside) => return Err(Rejection::Stale("You are in this program already.".into())),
            Some(Standing::Waiting) => return Err(Rejection::Stale("You are in the queue already.".into())),
            Some(Standing::Finished) => return Err(Rejection::Conflict("You are through with this program.".into())),
            Some(Standing::Invited { .. } | Standing::Left) | None => {}
        }
        self.takes_people()?;
        if matches!(standing, Some(Standing::Invited { .. })) {
            return Ok(());
        }
        let settings = &self.program.settings;
        if settings.flag(&Path::field("invite_only")) {
            return Err(Rejection::Forbidden("People join this by invitation. Ask one of its organisers.".into()));
        }
        let teams = settings.several(&Path::field("teams"));
        if !teams.is_empty() && !who.teams.iter().any(|team| teams.iter().any(|id| id == team.as_str())) {
            return Err(Rejection::Forbidden("This is for other teams. Its organisers can invite you.".into()));
        }
        let skills = settings.several(&Path::field("skills"));
        if !skills.is_empty() && !who.skills.iter().any(|skill| skills.iter().any(|id| id == skill.as_str())) {
            let words =
                "This is for people who know or want one of its skills. Add one to what you know or want first.";
            return Err(Rejection::Forbidden(words.into()));
        }
        if self.free_seats().is_some_and(|free| free <= self.waiting) && !self.has_waitlist() {
            return Err(Rejection::Conflict("All seats are taken.".into()));
        }
        Ok(())
    }

    /// How many more people it takes now; `None` without a limit.
    pub fn free_seats(&self) -> Option<u32> {
        let seats = self.program.settings.number(&Path::field("seats"))?;
        Some(u32::try_from(seats).unwrap_or_default().saturating_sub(self.inside))
    }

    /// `who` inside as `role` (the kind's first when empty), or in the queue when all seats are taken or others wait for
    /// those that are free. `before` is what they were in the program before; what they did then stays. Refuses whom the
    /// program is not for, and everybody while it takes nobody.
    pub fn join(&self, who: &Candidate, role: &str, before: Option<&Participant>) -> Result<Participant, Rejection> {
        self.lets_in(who, before)?;
        let roles = self.program.kind.description().roles;
        let role = if role.is_empty() { roles.first() } else { roles.iter().find(|known| known.key == role) };
        let role = role.ok_or_else(|| Rejection::invalid("role", "Choose one of the roles of this program."))?;
        let mut joined = self.at_the_door(&who.person, before, Standing::Waiting);
        joined.role = role.key.to_owned();
        if self.free_seats().is_none_or(|free| free > self.waiting) {
            return Ok(self.inside(joined));
        }
        if self.has_waitlist() { Ok(joined) } else { Err(Rejection::Conflict("All seats are taken.".into())) }
    }

    /// `person`, asked by `by`. Refuses those who are in it, wait or are asked already, and everybody once it is closed.
    pub fn invite(
        &self,
        person: &PersonId,
        by: &PersonId,
        before: Option<&Participant>,
    ) -> Result<Participant, Rejection> {
        match before.map(|before| &before.standing) {
            Some(Standing::Inside | Standing::Finished) => {
                return Err(Rejection::Stale("They are in this program already.".into()));
            }
            Some(Standing::Waiting) => return Err(Rejection::Stale("They wait for a seat already.".into())),
            Some(Standing::Invited { .. }) => return Err(Rejection::Stale("They are invited already.".into())),
            Some(Standing::Left) | None => {}
        }
        if self.program.phase == Phase::Closed {
            return Err(Rejection::Conflict("This program is over.".into()));
        }
        let mut invited = self.at_the_door(person, before, Standing::Invited { by: by.clone() });
        if invited.role.is_empty() {
            invited.role =
                self.program.kind.description().roles.first().map_or_else(String::new, |role| role.key.into());
        }
        Ok(invited)
    }

    /// Those of the queue who get a seat now, first come first served; each inside. Nobody while it takes nobody.
    pub fn seated<'a>(&self, queue: impl IntoIterator<Item = &'a Participant>) -> Vec<Participant> {
        if !self.program.phase.takes_people() {
            return Vec::new();
        }
        let mut queue: Vec<&Participant> = queue.into_iter().filter(|who| who.standing == Standing::Waiting).collect();
        queue.sort_by_key(|waiting| (waiting.since, &waiting.person));
        let free = self.free_seats().and_then(|free| usize::try_from(free).ok()).unwrap_or(usize::MAX);
        queue.into_iter().take(free).map(|waiting| self.inside(waiting.clone())).collect()
    }

    fn takes_people(&self) -> Result<(), Rejection> {
        match self.program.phase {
            Phase::Draft => Err(Rejection::NotFound(Noun::Program)),
            Phase::Open | Phase::Running => Ok(()),
            Phase::Paused => Err(Rejection::Conflict("This program is paused. Join once it goes on.".into())),
            Phase::Closed => Err(Rejection::Conflict("This program is over.".into())),
        }
    }

    fn has_waitlist(&self) -> bool {
        *self.program.settings.get(&Path::field("waitlist")) != Value::Flag(false)
    }

    fn at_the_door(&self, person: &PersonId, before: Option<&Participant>, standing: Standing) -> Participant {
        Participant {
            program: self.program.id.clone(),
            person: person.clone(),
            role: before.map_or_else(String::new, |before| before.role.clone()),
            standing,
            since: self.now,
            waited_since: None,
            joined: 0,
            entered: before.map_or_else(Vec::new, |before| before.entered.clone()),
            done: before.map_or_else(Vec::new, |before| before.done.clone()),
        }
    }

    /// Inside, in their first stage; those who come back, in the one where they were, or the next that there is.
    fn inside(&self, who: Participant) -> Participant {
        let waited_since = (who.standing == Standing::Waiting && who.since < self.now).then_some(who.since);
        let standing = Standing::Inside;
        let mut inside = Participant { standing, since: self.now, waited_since, joined: self.program.n, ..who };
        let outline = Outline::of(self.program.settings.clone());
        let stage = outline.ahead(&inside, Moment::Inside).first().map(|stage| (*stage).clone());
        inside.entered.extend(stage.map(|stage| Entered { stage, at: self.now }));
        inside
    }
}

impl Participant {
    /// The same after they say no to an invitation. Stale when nobody asks them.
    pub fn declined(self, now: Timestamp) -> Result<Self, Rejection> {
        match self.standing {
            Standing::Invited { .. } => Ok(Self { standing: Standing::Left, since: now, ..self }),
            Standing::Waiting | Standing::Inside | Standing::Finished | Standing::Left => {
                Err(Rejection::Stale("That invitation is answered already.".into()))
            }
        }
    }

    /// The same after they leave the program or its queue, or an organiser takes them out. What they did stays.
    pub fn left(self, now: Timestamp) -> Result<Self, Rejection> {
        match self.standing {
            Standing::Invited { .. } | Standing::Waiting | Standing::Inside => {
                Ok(Self { standing: Standing::Left, since: now, joined: 0, ..self })
            }
            Standing::Finished => {
                Err(Rejection::Conflict("Who is through with a program stays in its records.".into()))
            }
            Standing::Left => Err(Rejection::Stale("They have left already.".into())),
        }
    }
}
