//! The two questions a week: answered, put aside, taken back, and not wanted at all. What somebody settled is theirs
//! alone, is read whenever they look, and is not kept in memory.

use crate::confirmation::{Between, answer_open, say_level};
use crate::error::Result;
use crate::exchange::skill_exists;
use crate::levels::{Piece, take_back};
use crate::people::working_here;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::confirmation::Answer;
use domain::event::Happening;
use domain::evidence::{Evidence, Level};
use domain::id::PersonId;
use domain::question::{Candidate, Cell, Outcome, Picking, Question, QuestionSpot, question_spot, settled};
use domain::rejection::{Noun, Rejection};
use domain::skills::LevelEdit;
use domain::text::Prose;
use serde_json::{Value, json};

impl Store {
    /// The actor says at which level they see the colleague of `cell`: it is evidence from now on, and they are not
    /// asked again for twelve weeks; a request of that colleague that waits for their word is answered with it. Nothing
    /// happens when they have just said the same. Refuses what [`settled`] refuses.
    pub async fn answer_question(&self, actor: &Actor, cell: &Cell, level: Level) -> Result<()> {
        actor.member()?;
        self.change(actor, |tx| async move {
            let Some(question) = self.settle_question(&tx, actor, (cell, Outcome::Answered { level })).await? else {
                return Ok(());
            };
            working_here(&tx, &cell.subject).await?;
            skill_exists(&tx, &cell.skill).await?;
            let (person, skill) = (cell.subject.clone(), cell.skill.clone());
            let edit = LevelEdit { person, skill, level, note: Prose::default() };
            let evidence = self.read(actor, |org| edit.evidence(org, actor, tx.now()))?;
            say_level(&tx, &evidence, &format!("question:{}", question.person)).await
        })
        .await
    }

    /// The actor is never asked about `cell` again. Nothing happens when they have put it aside already.
    pub async fn skip_question(&self, actor: &Actor, cell: &Cell) -> Result<()> {
        actor.member()?;
        self.change(
            actor,
            |tx| async move { self.settle_question(&tx, actor, (cell, Outcome::Skipped)).await.map(drop) },
        )
        .await
    }

    /// The actor says why it is not for them to say how well the colleague of `cell` knows the skill: they are never
    /// asked about it, and a request of that colleague that waits for their word is declined with the reason. Refuses
    /// silence.
    pub async fn decline_to_say(&self, actor: &Actor, cell: &Cell, reason: &Prose) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            self.settle_question(&tx, actor, (cell, Outcome::NotMine { reason: reason.clone() })).await?;
            let between = Between { asker: &cell.subject, colleague: me, skill: &cell.skill };
            answer_open(&tx, between, &Answer::Decline { reason: reason.clone() }).await
        })
        .await
    }

    /// The actor's answer to the question about `cell` is taken back, or what they put aside can be asked again. Not
    /// found when they settled no such question.
    pub async fn reopen_question(&self, actor: &Actor, cell: &Cell) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let key = json!([me, cell.skill, cell.subject]);
            let query = "SELECT * OMIT id FROM ONLY type::record('question', $key) FOR UPDATE";
            let kept: Option<Question> = tx.row(query, json!({ "key": key })).await?;
            let kept = kept.ok_or(Rejection::NotFound(Noun::Question))?;
            if let Outcome::Answered { .. } = kept.outcome {
                let piece = Piece { person: &cell.subject, skill: &cell.skill, at: kept.at };
                match take_back(&tx, actor, piece).await {
                    // It was taken back on the colleague's page already.
                    Err(crate::Error::Rejected(Rejection::Stale(_))) => {}
                    taken => taken?,
                }
            }
            tx.run("DELETE type::record('question', $key) RETURN NONE", json!({ "key": key })).await?;
            tx.emit(Happening::QuestionSettled { person: me.clone() }).await
        })
        .await
    }

    /// The actor is asked no questions from now on, or is asked again. Nothing happens when that is so already.
    pub async fn want_questions(&self, actor: &Actor, wanted: bool) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            if wants_questions(&tx, me).await? == wanted {
                return Ok(());
            }
            if wanted {
                tx.run("DELETE type::record('no_questions', $me) RETURN NONE", json!({ "me": me })).await?;
            } else {
                let values = json!({ "me": me, "row": { "person": me, "at": tx.now() } });
                tx.run("UPSERT type::record('no_questions', $me) CONTENT $row RETURN NONE", values).await?;
            }
            tx.emit(Happening::QuestionSettled { person: me.clone() }).await
        })
        .await
    }

    /// True unless the actor wants no questions.
    pub async fn is_asked_questions(&self, actor: &Actor) -> Result<bool> {
        let values = json!({ "me": actor.member()?.id });
        let stopped: Option<Value> = self.row("SELECT at FROM ONLY type::record('no_questions', $me)", values).await?;
        Ok(stopped.is_none())
    }

    /// The question on the actor's first page, and what they answered today.
    pub(crate) async fn question_spot(&self, actor: &Actor) -> Result<QuestionSpot> {
        let mine = self.questions_of(&actor.member()?.id).await?;
        let candidates = match self.is_asked_questions(actor).await? {
            true => self.candidates(actor, &mine).await?,
            false => Vec::new(),
        };
        let evidence = self.said_of(&candidates).await?;
        self.read_as(actor, |reader| Ok(question_spot(reader, &mine, &candidates, &evidence)))
    }

    /// The questions that the actor could be asked. Others may write between one look at the organisation and the next.
    async fn candidates(&self, actor: &Actor, mine: &[Question]) -> Result<Vec<Candidate>> {
        let mut picking = Picking::new(mine);
        while self.read_as(actor, |reader| Ok(picking.go_on(reader)))? {
            tokio::task::yield_now().await;
        }
        Ok(picking.found())
    }

    /// What somebody answered and put aside.
    pub(crate) async fn questions_of(&self, me: &PersonId) -> Result<Vec<Question>> {
        self.rows("SELECT * OMIT id FROM type::record('question', [$me, NONE]..[$me, ..])", json!({ "me": me })).await
    }

    /// What was said about the cells that could be asked about.
    async fn said_of(&self, candidates: &[Candidate]) -> Result<Vec<Evidence>> {
        if candidates.is_empty() {
            return Ok(Vec::new());
        }
        let query = "
            RETURN $keys
                .map(|$key| (
                    SELECT * OMIT id, in, out
                    FROM type::record('evidence', [$key[0], $key[1], NONE]..[$key[0], $key[1], ..])
                ))
                .flatten()
        ";
        let keys: Vec<_> = candidates.iter().map(|found| (&found.cell.subject, &found.cell.skill)).collect();
        self.rows(query, json!({ "keys": keys })).await
    }

    /// Writes what the actor makes of a question; `None` when that stood there already. Whoever settles two at once
    /// meets the guard, so that nobody answers three in a week.
    pub(crate) async fn settle_question(
        &self,
        tx: &Tx,
        actor: &Actor,
        (cell, outcome): (&Cell, Outcome),
    ) -> Result<Option<Question>> {
        let me = &actor.member()?.id;
        let key = json!(["question", me]);
        let query = "SELECT touched_at FROM ONLY type::record('guard', $key) FOR UPDATE";
        let _: Option<Value> = tx.row(query, json!({ "key": key })).await?;
        let values = json!({ "key": key, "row": { "touched_at": tx.now() } });
        tx.run("UPSERT type::record('guard', $key) CONTENT $row RETURN NONE", values).await?;
        let query = "SELECT * OMIT id FROM type::record('question', [$me, NONE]..[$me, ..])";
        let mine: Vec<Question> = tx.rows(query, json!({ "me": me })).await?;
        let found = self.read_as(actor, |reader| settled(reader, &mine, cell, outcome.clone()))?;
        let Some(question) = found.map(|question| Question { at: tx.now(), ..question }) else { return Ok(None) };
        let key = json!([me, question.skill, question.subject]);
        let values = json!({ "key": key, "row": crate::row::content(&question)? });
        tx.run("UPSERT type::record('question', $key) CONTENT $row RETURN NONE", values).await?;
        tx.emit(Happening::QuestionSettled { person: me.clone() }).await?;
        Ok(Some(question))
    }
}

async fn wants_questions(tx: &Tx, me: &PersonId) -> Result<bool> {
    let query = "SELECT at FROM ONLY type::record('no_questions', $me) FOR UPDATE";
    let stopped: Option<Value> = tx.row(query, json!({ "me": me })).await?;
    Ok(stopped.is_none())
}
