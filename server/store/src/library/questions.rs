//! Questions: asked, routed, answered, solved, passed on.

use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::event::{Happening, MovedThread};
use domain::id::ThreadId;
use domain::rejection::{Noun, Rejection};
use domain::thread::{AnswerForm, Asking, QuestionForm, Thread, ThreadMove, ThreadStep, route};
use serde_json::json;
use std::collections::BTreeSet;

impl Store {
    /// The actor asks: it is put to whoever knows the skill and was interrupted least, and everybody may answer. Refuses
    /// what [`Thread::asked`] refuses, and skills that are not known.
    pub async fn put_question(&self, actor: &Actor, asking: &Asking) -> Result<ThreadId> {
        let me = &actor.member()?.id;
        let stamp = self.stamp();
        self.change(actor, |tx| async move {
            let id = ThreadId::parse(&format!("{:016x}", stamp.random()))?;
            let to = self.read(actor, |org| {
                org.skill(&asking.skill).ok_or(Rejection::NotFound(Noun::Skill))?;
                Ok(route(org, &asking.skill, me, &BTreeSet::new(), tx.now()))
            })?;
            let to = to.map(|routed| routed.person);
            let thread = Thread::asked(id.clone(), me.clone(), asking.clone(), to, tx.now())?;
            write(&tx, &thread, ThreadStep::Asked).await?;
            Ok(id)
        })
        .await
    }

    /// The same from a form.
    pub async fn put_question_by_form(&self, actor: &Actor, form: &QuestionForm) -> Result<ThreadId> {
        actor.member()?;
        let asking = self.read(actor, |org| form.asking(org))?;
        self.put_question(actor, &asking).await
    }

    /// The actor makes `step`. Refuses what [`Thread::moved`] refuses. Whom it goes on to is [`Store::pass_on_question`]'s
    /// to say.
    pub async fn move_question(&self, actor: &Actor, id: &ThreadId, step: &ThreadMove) -> Result<()> {
        actor.member()?;
        self.change(actor, |tx| async move {
            let moved = found(&tx, id).await?.moved(actor, step.clone(), tx.now())?;
            write(&tx, &moved, step.step()).await
        })
        .await
    }

    /// The actor answers, or puts an answer of theirs in other words. Refuses the first field that cannot be taken, notes
    /// that are not there, and what [`Thread::moved`] refuses.
    pub async fn answer_by_form(&self, actor: &Actor, id: &ThreadId, form: &AnswerForm) -> Result<()> {
        actor.member()?;
        let step = self.read(actor, |org| form.step(org))?;
        self.move_question(actor, id, &step).await
    }

    /// The actor lets somebody else answer: whoever is next, or nobody in particular when nobody is left. Refused when it
    /// is not their turn.
    pub async fn pass_on_question(&self, actor: &Actor, id: &ThreadId) -> Result<()> {
        actor.member()?;
        self.change(actor, |tx| async move {
            let thread = found(&tx, id).await?;
            let to = self.read(actor, |org| Ok(thread.next(org, tx.now())))?.map(|routed| routed.person);
            let moved = thread.moved(actor, ThreadMove::PassOn { to }, tx.now())?;
            write(&tx, &moved, ThreadStep::PassedOn).await
        })
        .await
    }

    /// Puts every question to the next whose turn is over, and says how many those were. For the server's own clock;
    /// refused for people below organisation admin.
    pub async fn pass_on_late_questions(&self, actor: &Actor) -> Result<usize> {
        actor.at_least(Role::OrgAdmin)?;
        let late: Vec<ThreadId> = self.read_clocked(actor, |org, clocks| {
            let late = org.threads().filter(|thread| thread.is_late(clocks.now));
            Ok(late.map(|thread| thread.id.clone()).collect())
        })?;
        let mut passed = 0;
        for id in &late {
            passed += self.change(actor, |tx| async move { self.pass_on_late(&tx, actor, id).await }).await?;
        }
        Ok(passed)
    }

    async fn pass_on_late(&self, tx: &Tx, actor: &Actor, id: &ThreadId) -> Result<usize> {
        let thread = found(tx, id).await?;
        if !thread.is_late(tx.now()) {
            return Ok(0);
        }
        let to = self.read(actor, |org| Ok(thread.next(org, tx.now())))?.map(|routed| routed.person);
        write(tx, &thread.passed_on(to, tx.now()), ThreadStep::PassedOn).await?;
        Ok(1)
    }
}

async fn found(tx: &Tx, id: &ThreadId) -> Result<Thread> {
    let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('thread', $id) FOR UPDATE";
    let thread: Option<Thread> = tx.row(query, json!({ "id": id })).await?;
    Ok(thread.ok_or(Rejection::NotFound(Noun::Thread))?)
}

async fn write(tx: &Tx, thread: &Thread, step: ThreadStep) -> Result<()> {
    let values = json!({ "id": thread.id, "row": crate::row::content(thread)? });
    tx.run("UPSERT type::record('thread', $id) CONTENT $row RETURN NONE", values).await?;
    tx.emit(Happening::ThreadMoved(MovedThread { thread: thread.id.clone(), how: step })).await
}
