//! The first page, and what somebody put off there.

use crate::Store;
use crate::error::Result;
use domain::actor::Actor;
use domain::event::Happening;
use domain::home::{HomePage, home_page};
use domain::id::PersonId;
use domain::next_step::{Pause, Snooze, Snoozed, StepId};
use serde_json::json;

impl Store {
    /// The actor's first page.
    pub async fn home_page(&self, actor: &Actor) -> Result<HomePage> {
        let snoozes = self.snoozes(&actor.member()?.id).await?;
        let mut page = self.read_as(actor, |reader| Ok(home_page(reader, &snoozes)))?;
        page.questions = self.question_spot(actor).await?;
        Ok(page)
    }

    /// The actor does not see `step` for a day or a week, or none of its kind any more.
    pub async fn snooze_next_step(&self, actor: &Actor, step: &StepId, pause: Pause) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let snooze = Snooze::new(me.clone(), step.clone(), pause, tx.now())?;
            let what = match &snooze.what {
                Snoozed::Step { step } => step.as_str(),
                Snoozed::Kind { kind } => kind.slug(),
            };
            let values = json!({ "key": [me, what], "row": crate::row::content(&snooze)? });
            tx.run("UPSERT type::record('snooze', $key) CONTENT $row RETURN NONE", values).await?;
            tx.emit(Happening::StepSnoozed { person: me.clone() }).await
        })
        .await
    }

    /// Everything that the actor put off comes up again.
    pub async fn wake_next_steps(&self, actor: &Actor) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            tx.run("DELETE type::record('snooze', [$me, NONE]..[$me, ..]) RETURN NONE", json!({ "me": me })).await?;
            tx.emit(Happening::StepSnoozed { person: me.clone() }).await
        })
        .await
    }

    /// What somebody put off.
    pub(crate) async fn snoozes(&self, me: &PersonId) -> Result<Vec<Snooze>> {
        self.rows("SELECT * OMIT id FROM type::record('snooze', [$me, NONE]..[$me, ..])", json!({ "me": me })).await
    }
}
