//! Coming, going and getting on in a program. The rules are the domain's; what they are asked about is held meanwhile.

use super::access::{may_organise, sees};
use super::rows::{Standing, hold_participants, participant};
use super::seats::{door, write_participants};
use crate::account::active;
use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::id::{ItemId, PersonId, ProgramId};
use domain::org::Org;
use domain::program::{Candidate, Door, History, Participant, Standing as Stands, stage_finished, step_finished};
use domain::rejection::{Noun, Rejection};
use domain::time::Timestamp;

/// Somebody at a program's door, or in it.
struct Scene<'a> {
    org: &'a Org,
    history: History<'a>,
    door: Door<'a>,
    before: Option<Participant>,
    now: Timestamp,
}

/// Who moves, and whether an organiser moves them.
#[derive(Clone, Copy)]
struct Mover<'a> {
    program: &'a ProgramId,
    person: &'a PersonId,
    by_organiser: bool,
}

impl Store {
    /// The actor is in the program from now on, as `role` or as most are when it is empty, or in the queue when all seats
    /// are taken; the answer says which. Refuses what [`Door::join`] refuses; not found for drafts.
    pub async fn join_program(&self, actor: &Actor, id: &ProgramId, role: &str) -> Result<Stands> {
        let me = &actor.member()?.id;
        let joined = self.move_in_program(actor, own(id, me), |scene| {
            scene.door.join(&candidate(scene.org, me), role, scene.before.as_ref())
        });
        Ok(joined.await?.standing)
    }

    /// The actor leaves the program or its queue; whoever waits longest gets the seat. What they did stays. Refuses what
    /// [`Participant::left`] refuses.
    pub async fn leave_program(&self, actor: &Actor, id: &ProgramId) -> Result<()> {
        let me = &actor.member()?.id;
        self.move_in_program(actor, own(id, me), |scene| known(scene)?.left(scene.now)).await.map(drop)
    }

    /// `person` is asked to join. Refuses all but organisers and program admins, and what [`Door::invite`] refuses.
    pub async fn invite_to_program(&self, actor: &Actor, id: &ProgramId, person: &PersonId) -> Result<()> {
        let me = &actor.member()?.id;
        self.move_in_program(actor, others(id, person), |scene| scene.door.invite(person, me, scene.before.as_ref()))
            .await
            .map(drop)
    }

    /// The actor says no to an invitation. Refuses what [`Participant::declined`] refuses.
    pub async fn decline_invitation(&self, actor: &Actor, id: &ProgramId) -> Result<()> {
        let me = &actor.member()?.id;
        self.move_in_program(actor, own(id, me), |scene| known(scene)?.declined(scene.now)).await.map(drop)
    }

    /// `person` is in the program no more, and whoever waits longest gets the seat. What they did stays. Refuses all but
    /// organisers and program admins.
    pub async fn remove_participant(&self, actor: &Actor, id: &ProgramId, person: &PersonId) -> Result<()> {
        actor.member()?;
        self.move_in_program(actor, others(id, person), |scene| known(scene)?.left(scene.now)).await.map(drop)
    }

    /// The actor has finished a step. Refuses what [`step_finished`] refuses.
    pub async fn finish_step(&self, actor: &Actor, id: &ProgramId, step: &ItemId) -> Result<()> {
        let me = &actor.member()?.id;
        self.move_in_program(actor, own(id, me), |scene| finished_step(scene, step)).await.map(drop)
    }

    /// The same for `person`, by an organiser or a program admin.
    pub async fn finish_step_for(&self, actor: &Actor, id: &ProgramId, person: &PersonId, step: &ItemId) -> Result<()> {
        actor.member()?;
        self.move_in_program(actor, others(id, person), |scene| finished_step(scene, step)).await.map(drop)
    }

    /// The actor is through with a stage. Refuses what [`stage_finished`] refuses.
    pub async fn finish_stage(&self, actor: &Actor, id: &ProgramId, stage: &ItemId) -> Result<()> {
        let me = &actor.member()?.id;
        self.move_in_program(actor, own(id, me), |scene| {
            let before = known(scene)?;
            stage_finished(&scene.history, &scene.org.who(&before), stage, scene.now)
        })
        .await
        .map(drop)
    }

    /// `person`, who works here no more, is out of every program, and whoever waits longest gets their seats.
    pub(crate) async fn leave_all_programs(&self, person: &PersonId) -> Result<()> {
        let programs: Vec<ProgramId> = self.read(&Actor::Console, |org| {
            let takes_part = |id: &ProgramId| {
                let standing = org.participant(id, person).map(|one| &one.standing);
                matches!(standing, Some(Stands::Invited { .. } | Stands::Waiting | Stands::Inside))
            };
            Ok(org.programs().map(|program| program.id.clone()).filter(takes_part).collect())
        })?;
        for id in &programs {
            self.move_in_program(&Actor::Console, others(id, person), |scene| known(scene)?.left(scene.now)).await?;
        }
        Ok(())
    }

    /// One step of one person, and a seat for whoever waits when one got free by it.
    async fn move_in_program(
        &self,
        actor: &Actor,
        mover: Mover<'_>,
        step: impl Fn(&Scene) -> Result<Participant, Rejection> + Send + Sync,
    ) -> Result<Participant> {
        let (turn, step) = (self.turn(actor, mover.program).await?, &step);
        let moved = self.change(actor, |tx| async move {
            let standing = Standing::read(self, &tx, mover.program).await?;
            match mover.by_organiser {
                true => may_organise(actor, &standing)?,
                false => sees(actor, &standing)?,
            }
            self.step_in_program(&tx, &standing, (mover.person, step)).await
        });
        let (after, more) = moved.await?;
        drop(turn);
        if more {
            self.seat_the_rest(mover.program).await?;
        }
        Ok(after)
    }

    async fn step_in_program(
        &self,
        tx: &Tx,
        standing: &Standing,
        (person, step): (&PersonId, impl Fn(&Scene) -> Result<Participant, Rejection>),
    ) -> Result<(Participant, bool)> {
        let program = &standing.program;
        let before = participant(tx, &program.id, person).await?;
        let after = self.read(&Actor::Console, |org| {
            let door = door(org, program, None, tx.now());
            step(&Scene { org, history: standing.history(), door, before: before.clone(), now: tx.now() })
        })?;
        if before.as_ref() == Some(&after) {
            return Ok((after, false));
        }
        let stands = before.as_ref().map(|before| &before.standing);
        let comes_or_goes = stands != Some(&after.standing);
        if comes_or_goes || before.as_ref().map(|before| before.entered.len()) != Some(after.entered.len()) {
            hold_participants(tx, &program.id).await?;
        }
        if matches!(after.standing, Stands::Invited { .. } | Stands::Waiting | Stands::Inside) && comes_or_goes {
            active(tx, person).await?;
        }
        write_participants(tx, std::slice::from_ref(&after)).await?;
        let frees_a_seat = stands == Some(&Stands::Inside) && after.standing != Stands::Inside;
        let more = frees_a_seat && self.seat_waiting(tx, program, Some(&after)).await?;
        Ok((after, more))
    }
}

/// Somebody who moves themself.
const fn own<'a>(program: &'a ProgramId, person: &'a PersonId) -> Mover<'a> {
    Mover { program, person, by_organiser: false }
}

/// Somebody whom an organiser moves.
const fn others<'a>(program: &'a ProgramId, person: &'a PersonId) -> Mover<'a> {
    Mover { program, person, by_organiser: true }
}

/// Whoever moves, as they were in the program; not found when they were never in it.
fn known(scene: &Scene) -> Result<Participant, Rejection> {
    scene.before.clone().ok_or(Rejection::NotFound(Noun::Person))
}

fn finished_step(scene: &Scene, step: &ItemId) -> Result<Participant, Rejection> {
    let before = known(scene)?;
    step_finished(&scene.history, &scene.org.who(&before), step, scene.now)
}

/// Somebody who may want in, with their teams and skills.
fn candidate(org: &Org, person: &PersonId) -> Candidate {
    let known = org.known_by(person).map(|(skill, _)| skill);
    let wanted = org.wants_of(person).map(|(skill, _)| skill);
    Candidate { person: person.clone(), teams: org.teams_above(person), skills: known.chain(wanted).cloned().collect() }
}
