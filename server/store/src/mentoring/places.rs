//! What a mentor says of their places: how many, none for now, again.

use super::rows::{mentor, mentors, write_mentor};
use crate::Store;
use crate::error::Result;
use domain::actor::Actor;
use domain::id::ProgramId;
use domain::mentoring::{Mentor, Rules};
use domain::rejection::Rejection;
use domain::time::Timestamp;

impl Store {
    /// The actor takes so many learners at once in the program. Refuses what [`Mentor::with_places`] refuses, and whoever
    /// does not mentor in it.
    pub async fn set_mentor_places(&self, actor: &Actor, program: &ProgramId, places: u32) -> Result<()> {
        self.move_mentor(actor, program, |row, rules, now| row.with_places(places, rules, now)).await
    }

    /// The actor takes nobody new in the program for now; whoever asks them goes on to the next wish. Refuses what
    /// [`Mentor::paused`] refuses, and whoever does not mentor in it.
    pub async fn pause_mentoring(&self, actor: &Actor, program: &ProgramId) -> Result<()> {
        self.move_mentor(actor, program, |row, _, now| row.paused(now)).await?;
        self.pass_on_after(program, &actor.member()?.id).await;
        Ok(())
    }

    /// The actor takes learners again. Refuses what [`Mentor::back`] refuses, and whoever does not mentor in the program.
    pub async fn resume_mentoring(&self, actor: &Actor, program: &ProgramId) -> Result<()> {
        self.move_mentor(actor, program, |row, _, now| row.back(now)).await
    }

    async fn move_mentor(
        &self,
        actor: &Actor,
        program: &ProgramId,
        step: impl Fn(Mentor, &Rules, Timestamp) -> Result<Mentor, Rejection> + Send + Sync,
    ) -> Result<()> {
        let (me, setting, step) = (&actor.member()?.id, self.setting(program)?, &step);
        let rules = &setting.rules;
        self.change(actor, |tx| async move {
            mentors(&tx, program, me).await?;
            let row = mentor(&tx, program, me).await?;
            write_mentor(&tx, &step(row, rules, tx.now())?).await
        })
        .await
    }
}
