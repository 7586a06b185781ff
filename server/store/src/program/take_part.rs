//! Coming, going and getting on in a program. The rules are the domain's; what they are asked about is held meanwhile.

use super::access::{may_for_others, may_organise, sees};
use super::rows::{Standing, hold_participants, participant};
use super::seats::{door, write_participants};
use crate::account::active;
use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::event::Moved;
use domain::id::{ItemId, PersonId, ProgramId};
use domain::org::Org;
use domain::program::{
    Asking, Capability, Door, History, Participant, Right, Standing as Stands, stage_finished, step_finished,
};
use domain::rejection::{Noun, Rejection};
use domain::time::Timestamp;

/// Somebody at a program's door, or in it.
pub(super) struct Scene<'a> {
    pub(super) org: &'a Org,
    pub(super) history: History<'a>,
    pub(super) door: Door<'a>,
    pub(super) before: Option<Participant>,
    /// By what right they are moved; nobody needs one for themselves.
    pub(super) right: Right,
    pub(super) now: Timestamp,
}

/// Who moves, and who may move them.
#[derive(Clone, Copy)]
pub(super) struct Mover<'a> {
    pub(super) program: &'a ProgramId,
    pub(super) person: &'a PersonId,
    pub(super) by: By,
}

/// Who may move somebody.
#[derive(Clone, Copy)]
pub(super) enum By {
    /// They themselves.
    Themselves,
    /// Organisers.
    Organisers,
    /// Those too whose role carries it.
    Able(Capability),
}

impl Store {
    /// The actor is in the program from now on, as `role` or as most are when it is empty, or in the queue when all seats
    /// are taken, or applies where somebody has to accept them; the answer says which. Refuses what [`Door::join`] refuses;
    /// not found for drafts.
    pub async fn join_program(&self, actor: &Actor, id: &ProgramId, role: &str) -> Result<Stands> {
        let me = &actor.member()?.id;
        let joined = self.move_in_program(actor, own(id, me), |scene| {
            scene.door.join(&scene.org.candidate(me), role, scene.before.as_ref())
        });
        Ok(joined.await?.standing)
    }

    /// The actor leaves the program or its queue; whoever waits longest gets the seat. What they did stays. Refuses what
    /// [`Participant::left`] refuses.
    pub async fn leave_program(&self, actor: &Actor, id: &ProgramId) -> Result<()> {
        let me = &actor.member()?.id;
        self.move_in_program(actor, own(id, me), |scene| known(scene)?.left(scene.now)).await.map(drop)
    }

    /// `person` is asked to join as `role`, or as most are when it is empty. Refuses all but organisers, program admins and
    /// those whose role carries it, and what [`Door::invite`] refuses.
    pub async fn invite_to_program(&self, actor: &Actor, id: &ProgramId, person: &PersonId, role: &str) -> Result<()> {
        let by = &actor.member()?.id;
        let invited = self.move_in_program(actor, able(id, person, Capability::Invite), |scene| {
            scene.door.invite(person, Asking { by, right: scene.right, role }, scene.before.as_ref())
        });
        invited.await.map(drop)
    }

    /// The actor says no to an invitation. Refuses what [`Participant::declined`] refuses.
    pub async fn decline_invitation(&self, actor: &Actor, id: &ProgramId) -> Result<()> {
        let me = &actor.member()?.id;
        self.move_in_program(actor, own(id, me), |scene| known(scene)?.declined(scene.now)).await.map(drop)
    }

    /// `person` is in the program no more, and whoever waits longest gets the seat. What they did stays, and they are
    /// told by whom. Refuses all but organisers and program admins.
    pub async fn remove_participant(&self, actor: &Actor, id: &ProgramId, person: &PersonId) -> Result<()> {
        let me = &actor.member()?.id;
        self.move_in_program(actor, others(id, person), |scene| known(scene)?.taken_out(me, scene.now)).await.map(drop)
    }

    /// The actor has finished a step. Refuses what [`step_finished`] refuses.
    pub async fn finish_step(&self, actor: &Actor, id: &ProgramId, step: &ItemId) -> Result<()> {
        let me = &actor.member()?.id;
        self.move_in_program(actor, own(id, me), |scene| finished_step(scene, step)).await.map(drop)
    }

    /// The same for `person`, by an organiser, a program admin or somebody whose role carries it.
    pub async fn finish_step_for(&self, actor: &Actor, id: &ProgramId, person: &PersonId, step: &ItemId) -> Result<()> {
        actor.member()?;
        let mover = able(id, person, Capability::TickForOthers);
        self.move_in_program(actor, mover, |scene| finished_step(scene, step)).await.map(drop)
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
            let all = org.programs().map(|program| program.id.clone());
            Ok(all.filter(|id| takes_part(org, id, person)).collect())
        })?;
        for id in &programs {
            self.move_in_program(&Actor::Console, others(id, person), |scene| known(scene)?.left(scene.now)).await?;
        }
        Ok(())
    }

    /// One step of one person, and a seat for whoever waits when one got free by it.
    pub(super) async fn move_in_program(
        &self,
        actor: &Actor,
        mover: Mover<'_>,
        step: impl Fn(&Scene) -> Result<Participant, Rejection> + Send + Sync,
    ) -> Result<Participant> {
        let (turn, step) = (self.turn(actor, mover.program).await?, &step);
        let moved = self.change(actor, |tx| async move {
            let standing = Standing::read(self, &tx, mover.program).await?;
            let right = match mover.by {
                By::Themselves => sees(actor, &standing).map(|()| Right::Role)?,
                By::Organisers => may_organise(actor, &standing).map(|()| Right::Organiser)?,
                By::Able(capability) => may_for_others(&tx, actor, &standing, capability).await?,
            };
            self.step_in_program(&tx, &standing, right, (mover.person, step)).await
        });
        let (after, more) = moved.await?;
        drop(turn);
        if more {
            self.seat_the_rest(mover.program).await?;
        }
        Ok(after)
    }

    pub(super) async fn step_in_program(
        &self,
        tx: &Tx,
        standing: &Standing,
        right: Right,
        (person, step): (&PersonId, impl Fn(&Scene) -> Result<Participant, Rejection>),
    ) -> Result<(Participant, bool)> {
        let program = &standing.program;
        let before = participant(tx, &program.id, person).await?;
        let after = self.read(&Actor::Console, |org| {
            let door = door(org, program, None, tx.now());
            step(&Scene { org, history: standing.history(), door, before: before.clone(), right, now: tx.now() })
        })?;
        if before.as_ref() == Some(&after) {
            return Ok((after, false));
        }
        let stands = before.as_ref().map(|before| &before.standing);
        let comes_or_goes = stands != Some(&after.standing);
        if comes_or_goes || before.as_ref().map(|before| before.entered.len()) != Some(after.entered.len()) {
            hold_participants(tx, &program.id).await?;
        }
        if !matches!(after.standing, Stands::Finished | Stands::Left) && comes_or_goes {
            active(tx, person).await?;
        }
        let how = Moved::between(before.as_ref(), &after);
        write_participants(tx, tx.by(), how, std::slice::from_ref(&after)).await?;
        if comes_or_goes && after.standing == Stands::Left {
            crate::pair::leave(self, tx, &program.id, person).await?;
        }
        let frees_a_seat = stands == Some(&Stands::Inside) && after.standing != Stands::Inside;
        let more = frees_a_seat && self.seat_waiting(tx, program, Some(&after)).await?;
        Ok((after, more))
    }
}

/// Somebody who moves themself.
pub(super) const fn own<'a>(program: &'a ProgramId, person: &'a PersonId) -> Mover<'a> {
    Mover { program, person, by: By::Themselves }
}

/// Somebody whom an organiser moves.
pub(super) const fn others<'a>(program: &'a ProgramId, person: &'a PersonId) -> Mover<'a> {
    Mover { program, person, by: By::Organisers }
}

/// Somebody whom organisers and those with a role for it move.
pub(super) const fn able<'a>(program: &'a ProgramId, person: &'a PersonId, capability: Capability) -> Mover<'a> {
    Mover { program, person, by: By::Able(capability) }
}

/// Whoever moves, as they were in the program; not found when they were never in it.
pub(super) fn known(scene: &Scene) -> Result<Participant, Rejection> {
    scene.before.clone().ok_or(Rejection::NotFound(Noun::Person))
}

fn finished_step(scene: &Scene, step: &ItemId) -> Result<Participant, Rejection> {
    let before = known(scene)?;
    step_finished(&scene.history, &scene.org.who(&before), step, scene.now)
}

/// True for whoever is in a program, asks to be, or is asked.
pub(crate) fn takes_part(org: &Org, program: &ProgramId, person: &PersonId) -> bool {
    let standing = org.participant(program, person).map(|one| &one.standing);
    matches!(standing, Some(Stands::Invited { .. } | Stands::Applied | Stands::Waiting | Stands::Inside))
}
