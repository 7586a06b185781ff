//! Questions before a date, what those who were there say afterwards, and what there is to read and see.

use super::answer::At;
use super::rows::{may_run, on_date, session, write_occurrence, write_session};
use crate::Store;
use crate::error::Result;
use domain::actor::Actor;
use domain::clocks::Day;
use domain::id::SessionId;
use domain::rejection::Rejection;
use domain::session::{Asking, Material, Session};
use domain::text::Prose;

impl Store {
    /// The actor asks something before a date; without a name, nobody learns who it was. Hosts are told. Refuses what
    /// [`domain::session::Occurrence::asked`] refuses.
    pub async fn ask_question(
        &self,
        actor: &Actor,
        id: &SessionId,
        on: Day,
        text: &Prose,
        is_unnamed: bool,
    ) -> Result<()> {
        let me = &actor.member()?.id;
        self.move_date(actor, At { session: id, on }, (!is_unnamed).then_some(me), |held, now| {
            held.occurrence.clone().asked(Asking { by: me, is_unnamed, text }, &held.seating, now)
        })
        .await
    }

    /// The actor would like that question answered too; a second time, not any more.
    pub async fn vote_question(&self, actor: &Actor, id: &SessionId, on: Day, number: u32) -> Result<()> {
        let me = &actor.member()?.id;
        self.move_date(actor, At { session: id, on }, Some(me), |held, _| {
            held.occurrence.clone().question_voted(number, me)
        })
        .await
    }

    /// The actor, who holds the session or is a program admin, answers a question. Whoever asked it and whoever would
    /// like it answered is told.
    pub async fn reply_question(
        &self,
        actor: &Actor,
        id: &SessionId,
        on: Day,
        number: u32,
        text: &Prose,
    ) -> Result<()> {
        let me = &actor.member()?.id;
        let _turn = self.session_turn(actor, id).await?;
        self.change(actor, |tx| async move {
            let held = on_date(&tx, actor, id, on).await?;
            may_run(actor, &held.session)?;
            let after = held.occurrence.clone().question_replied(number, me, text, tx.now())?;
            write_occurrence(&tx, &held, after, Some(me)).await
        })
        .await
    }

    /// The actor, who was there, says how useful it was, from 1 to 5, and what would make it better. A second answer takes
    /// the place of the first.
    pub async fn answer_survey(&self, actor: &Actor, id: &SessionId, on: Day, useful: u8, words: &Prose) -> Result<()> {
        let me = &actor.member()?.id;
        self.move_date(actor, At { session: id, on }, Some(me), |held, now| {
            held.occurrence.clone().surveyed(me, useful, words, now)
        })
        .await
    }

    /// One more thing to read before or see after. Refuses all but those who run the session, and too many.
    pub async fn add_material(&self, actor: &Actor, id: &SessionId, material: &Material) -> Result<()> {
        self.change_materials(actor, id, |session| session.with_material(material.clone())).await
    }

    /// Not that any more. Refuses all but those who run the session.
    pub async fn drop_material(&self, actor: &Actor, id: &SessionId, material: &Material) -> Result<()> {
        self.change_materials(actor, id, |session| session.without_material(material)).await
    }

    async fn change_materials(
        &self,
        actor: &Actor,
        id: &SessionId,
        step: impl Fn(Session) -> Result<Session, Rejection> + Send + Sync,
    ) -> Result<()> {
        let (_turn, step) = (self.session_turn(actor, id).await?, &step);
        self.change(actor, |tx| async move {
            let before = session(&tx, actor, id).await?;
            may_run(actor, &before)?;
            let after = step(before.clone())?;
            let revision = after.revision.worded(tx.now());
            write_session(&tx, Some(&before), Session { revision, ..after }).await
        })
        .await
    }
}
