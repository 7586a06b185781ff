//! What a mentor answers.

use super::pair_up;
use super::rows::{mentor, put_mentor, put_seeking, seeking, tell_seeking};
use crate::error::{Error, Result};
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::id::{PairId, PersonId, ProgramId};
use domain::mentoring::{Because, Rules, Seeking, Unfit};
use domain::pair::{HowPaired, NewPair};
use domain::rejection::{Noun, Rejection};
use domain::text::Prose;

/// How many requests to a mentor who is full go on at once; the server's clock sees to the others.
const MOST_AT_ONCE: usize = 40;

impl Store {
    /// The actor is the mentor of `learner` from now on, and whoever else asks them goes on to the next wish once they are
    /// full. Refuses when the request waits for them no more, when all their places are taken, and what [`pair_up`]
    /// refuses.
    pub async fn accept_learner(&self, actor: &Actor, program: &ProgramId, learner: &PersonId) -> Result<PairId> {
        let (me, setting) = (&actor.member()?.id, self.setting(program)?);
        setting.goes_on()?;
        let rules = &setting.rules;
        let turn = self.mentor_turns().of(&(program.clone(), me.clone())).await;
        let pair = self
            .change(actor, |tx| async move {
                let search = waiting(&tx, program, learner).await?;
                let skill = search.waits_for(me, tx.now())?.skill.clone();
                if let Some(words) = self.unfit(program, learner, me).and_then(Unfit::refused_to_mentor) {
                    let words = format!("{words} Say no, and the request goes on to their next wish.");
                    return Err(Rejection::Conflict(words).into());
                }
                let new = NewPair {
                    program: program.clone(),
                    mentor: me.clone(),
                    learners: vec![learner.clone()],
                    back: self.fit(program, learner, me).and_then(|fit| fit.ok()?.back),
                    skill,
                    how: HowPaired::Wished,
                };
                pair_up(&tx, rules, new).await
            })
            .await?;
        drop(turn);
        self.pass_on_after(program, me).await;
        Ok(pair)
    }

    /// The actor says no to `learner`, with a reason or without; the request goes on to the next wish. Refuses when it
    /// waits for them no more.
    pub async fn decline_learner(
        &self,
        actor: &Actor,
        program: &ProgramId,
        learner: &PersonId,
        reason: &Prose,
    ) -> Result<()> {
        let (me, setting) = (&actor.member()?.id, self.setting(program)?);
        let rules = &setting.rules;
        self.change(actor, |tx| async move {
            let before = waiting(&tx, program, learner).await?;
            before.waits_for(me, tx.now())?;
            let answered = mentor(&tx, program, me).await?.answered(tx.now());
            put_mentor(&tx, &answered).await?;
            let because = Because::Declined { reason: reason.clone() };
            self.pass_on(&tx, rules, &before, because, Some(me.clone())).await
        })
        .await
    }

    /// The request of `before` goes past its mentor, for that reason, and on to the next wish with a place.
    pub(super) async fn pass_on(
        &self,
        tx: &Tx,
        rules: &Rules,
        before: &Seeking,
        because: Because,
        by: Option<PersonId>,
    ) -> Result<()> {
        let can_be_asked = |mentor: &PersonId| self.can_be_asked(&before.program, rules, &before.person, mentor);
        let after = before.clone().passed_on(because, rules, can_be_asked, tx.now())?;
        put_seeking(tx, &after).await?;
        tell_seeking(tx, Some(before), &after, by).await
    }

    /// Whoever waits for a mentor without a place goes on. What goes wrong is left to the server's clock: the mentor has
    /// answered.
    pub(super) async fn pass_on_after(&self, program: &ProgramId, mentor: &PersonId) {
        if let Err(error) = self.pass_on_full(program, mentor).await {
            tracing::warn!(%error, "those who wait for a full mentor could not go on; the next look does");
        }
    }

    async fn pass_on_full(&self, program: &ProgramId, mentor: &PersonId) -> Result<()> {
        let rules = self.setting(program)?.rules;
        if self.has_place(program, &rules, mentor) {
            return Ok(());
        }
        let waiting: Vec<PersonId> = self.read(&Actor::Console, |org| {
            let asks = |seeking: &&Seeking| seeking.asked.as_ref().is_some_and(|asked| asked.mentor == *mentor);
            let asking = org.seekings_in(program).filter(asks).map(|seeking| seeking.person.clone());
            Ok(asking.take(MOST_AT_ONCE).collect())
        })?;
        for learner in &waiting {
            self.look_at(program, learner).await?;
        }
        Ok(())
    }
}

/// The search of somebody who asked; not found when they never did.
async fn waiting(tx: &Tx, program: &ProgramId, learner: &PersonId) -> Result<Seeking> {
    seeking(tx, program, learner).await?.ok_or_else(|| Error::from(Rejection::NotFound(Noun::Exchange)))
}
