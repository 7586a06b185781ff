//! The rules of coming and going: who may join, who waits, who is invited, and who gets the next seat.

use super::outline::{Moment, Outline};
use super::{Entered, Participant, Path, Phase, Program, Right, Settings, Standing, Value, Who};
use crate::actor::Role;
use crate::id::{PersonId, SkillId, TeamId};
use crate::rejection::{Noun, Rejection};
use crate::time::Timestamp;
use std::collections::BTreeSet;

/// Somebody who may want in.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// What they are in the organisation.
    pub role: Role,
    /// Their team and the teams above it.
    pub teams: Vec<TeamId>,
    /// The skills that they know or want.
    pub skills: BTreeSet<SkillId>,
}

/// Somebody being asked to join.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    /// By whom.
    pub by: &'a PersonId,
    /// By what right.
    pub right: Right,
    /// As what; as most are when it is empty.
    pub role: &'a str,
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
            Some(Standing::Applied) => return Err(Rejection::Stale("You have applied already.".into())),
            Some(Standing::Waiting) => return Err(Rejection::Stale("You are in the queue already.".into())),
            Some(Standing::Finished) => return Err(Rejection::Conflict("You are through with this program.".into())),
            Some(Standing::Invited { .. } | Standing::Left) | None => {}
        }
        self.takes_people()?;
        if matches!(standing, Some(Standing::Invited { .. })) {
            return Ok(());
        }
        let settings = &self.program.settings;
        is_for(settings, who.role, (&who.teams, who.skills.iter()))?;
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

    /// `who` inside as `role` (as they are asked to, else the kind's first, when empty), or in the queue when all seats are
    /// taken or others wait for those that are free; where people apply, as one who does, unless they were asked. `before`
    /// is what they were in the program before; what they did then stays. Refuses whom the program is not for, roles that
    /// they were not given, and everybody while it takes nobody.
    pub fn join(&self, who: &Candidate, role: &str, before: Option<&Participant>) -> Result<Participant, Rejection> {
        self.lets_in(who, before)?;
        let asked = before.filter(|before| matches!(before.standing, Standing::Invited { .. }));
        let mut joined = self.at_the_door(&who.person, before, Standing::Applied);
        joined.role = self.role_at_the_door(&who.person, role, asked)?;
        joined.teams = Some(who.teams.clone());
        if asked.is_none() && self.program.takes_applications() {
            return Ok(joined);
        }
        self.seated_or_waiting(joined)
    }

    /// Inside, or in the queue when all seats are taken or others wait for those that are free.
    pub(super) fn seated_or_waiting(&self, who: Participant) -> Result<Participant, Rejection> {
        if self.free_seats().is_none_or(|free| free > self.waiting) {
            return Ok(self.inside(who));
        }
        match self.has_waitlist() {
            true => Ok(Participant { standing: Standing::Waiting, since: self.now, ..who }),
            false => Err(Rejection::Conflict("All seats are taken.".into())),
        }
    }

    /// As what somebody comes in. Organisers take any role, others what they were asked as or what is free to take.
    fn role_at_the_door(
        &self,
        person: &PersonId,
        role: &str,
        asked: Option<&Participant>,
    ) -> Result<String, Rejection> {
        let kind = self.program.kind;
        let offered = asked.map_or_else(|| kind.first_role(), |asked| asked.role.as_str());
        let role = if role.is_empty() { offered } else { role };
        let is_theirs = asked.is_some_and(|asked| asked.role == role) || self.program.names_as_organiser(person);
        let role = if is_theirs { kind.known_role(role)? } else { kind.free_role(role)? };
        Ok(role.key.to_owned())
    }

    /// `person`, asked to join. Refuses those who are in it, apply, wait or are asked already, roles that only an organiser
    /// gives when it is somebody else who asks, and everybody once it is closed.
    pub fn invite(
        &self,
        person: &PersonId,
        asking: Asking,
        before: Option<&Participant>,
    ) -> Result<Participant, Rejection> {
        match before.map(|before| &before.standing) {
            Some(Standing::Inside | Standing::Finished) => {
                return Err(Rejection::Stale("They are in this program already.".into()));
            }
            Some(Standing::Waiting) => return Err(Rejection::Stale("They wait for a seat already.".into())),
            Some(Standing::Applied) => return Err(Rejection::Stale("They have applied. Accept them instead.".into())),
            Some(Standing::Invited { .. }) => return Err(Rejection::Stale("They are invited already.".into())),
            Some(Standing::Left) | None => {}
        }
        if self.program.phase == Phase::Closed {
            return Err(Rejection::Conflict("This program is over.".into()));
        }
        let kind = self.program.kind;
        let role = match (asking.role, asking.right) {
            ("", _) => kind.first_role(),
            (role, Right::Organiser) => kind.known_role(role)?.key,
            (role, Right::Role) => kind.free_role(role)?.key,
        };
        let invited = self.at_the_door(person, before, Standing::Invited { by: asking.by.clone() });
        Ok(Participant { role: role.to_owned(), ..invited })
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

    pub(super) fn takes_people(&self) -> Result<(), Rejection> {
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
            teams: None,
            taken_out_by: None,
            entered: before.map_or_else(Vec::new, |before| before.entered.clone()),
            done: before.map_or_else(Vec::new, |before| before.done.clone()),
            decisions: before.map_or_else(Vec::new, |before| before.decisions.clone()),
        }
    }

    /// Inside, in their first stage; those who come back, in the one where they were, or the next that there is. Where
    /// neither is left, stages that are no more are forgotten: else they would stand in one that nobody can finish.
    fn inside(&self, who: Participant) -> Participant {
        let waited_since = (who.standing == Standing::Waiting && who.since < self.now).then_some(who.since);
        let standing = Standing::Inside;
        let mut inside = Participant { standing, since: self.now, waited_since, joined: self.program.n, ..who };
        let outline = Outline::of(self.program.settings.clone());
        match outline.ahead(&inside, Moment::Inside).first() {
            Some(stage) => inside.entered.push(Entered { stage: (*stage).clone(), at: self.now }),
            None => inside.entered.retain(|entered| outline.stages.contains(&entered.stage)),
        }
        inside
    }
}

/// Why a program with such settings is not for somebody of that role, those teams and skills, unless they are invited.
fn is_for<'a>(
    settings: &Settings,
    role: Role,
    (teams, mut skills): (&[TeamId], impl Iterator<Item = &'a SkillId>),
) -> Result<(), Rejection> {
    if settings.flag(&Path::field("invite_only")) {
        return Err(Rejection::Forbidden("People join this by invitation. Ask one of its organisers.".into()));
    }
    let wanted = settings.several(&Path::field("teams"));
    if !wanted.is_empty() && !teams.iter().any(|team| wanted.iter().any(|id| id == team.as_str())) {
        return Err(Rejection::Forbidden("This is for other teams. Its organisers can invite you.".into()));
    }
    let wanted = settings.several(&Path::field("org_roles"));
    if !wanted.is_empty() && !wanted.iter().any(|let_in| let_in == role.as_str()) {
        let words = "This is for people of another role here. Its organisers can invite you.";
        return Err(Rejection::Forbidden(words.into()));
    }
    let wanted = settings.several(&Path::field("skills"));
    if !wanted.is_empty() && !skills.any(|skill| wanted.iter().any(|id| id == skill.as_str())) {
        let words = "This is for people who know or want one of its skills. Add one to what you know or want first.";
        return Err(Rejection::Forbidden(words.into()));
    }
    Ok(())
}

/// Whether somebody who is inside was let in by the rules before, and would not be by those after.
pub(super) fn stays_though(who: &Who, before: &Settings, after: &Settings) -> bool {
    let lets = |settings| is_for(settings, who.role, (&who.teams, who.skills.iter().copied())).is_ok();
    who.participant.standing == Standing::Inside && lets(before) && !lets(after)
}

impl Participant {
    /// The same after they say no to an invitation. Stale when nobody asks them.
    pub fn declined(self, now: Timestamp) -> Result<Self, Rejection> {
        match self.standing {
            Standing::Invited { .. } => Ok(Self { standing: Standing::Left, since: now, ..self }),
            Standing::Applied | Standing::Waiting | Standing::Inside | Standing::Finished | Standing::Left => {
                Err(Rejection::Stale("That invitation is answered already.".into()))
            }
        }
    }

    /// The same after `by`, who organises it, takes them out of the program or its queue, or takes their invitation back.
    pub fn taken_out(self, by: &PersonId, now: Timestamp) -> Result<Self, Rejection> {
        let is_in = matches!(self.standing, Standing::Waiting | Standing::Inside) && self.person != *by;
        Ok(Self { taken_out_by: is_in.then(|| by.clone()), ..self.left(now)? })
    }

    /// The same after they leave the program or its queue, or take back that they applied. What they did stays.
    pub fn left(self, now: Timestamp) -> Result<Self, Rejection> {
        match self.standing {
            Standing::Invited { .. } | Standing::Applied | Standing::Waiting | Standing::Inside => {
                Ok(Self { standing: Standing::Left, since: now, joined: 0, ..self })
            }
            Standing::Finished => {
                Err(Rejection::Conflict("Who is through with a program stays in its records.".into()))
            }
            Standing::Left => Err(Rejection::Stale("They have left already.".into())),
        }
    }
}
