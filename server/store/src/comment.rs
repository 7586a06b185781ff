//! Comments: written, changed, removed, reported, judged. Whoever may not see what one is below finds no comment there.

use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::comment::{Comment, CommentMove, CommentStep, Judgement, ReportsPage, Subject, mentioned, reports_page};
use domain::event::{Happening, MovedComment};
use domain::id::CommentId;
use domain::rejection::{Noun, Rejection};
use domain::text::{Line, Prose};
use serde_json::json;

impl Store {
    /// The actor says `text` below `subject`; whom it calls is told, as far as they may see it. Not found for whoever may
    /// not; refuses no words at all.
    pub async fn write_comment(&self, actor: &Actor, subject: &Subject, text: &Prose) -> Result<CommentId> {
        let me = &actor.member()?.id;
        let stamp = self.stamp();
        self.change(actor, |tx| async move {
            let called = self.read(actor, |org| {
                subject.may_see(org, actor)?;
                Ok(mentioned(org, subject, text.as_str()))
            })?;
            let id = CommentId::parse(&format!("{:016x}", stamp.random()))?;
            let words = (text.clone(), called);
            let comment = Comment::written(id.clone(), subject.clone(), me.clone(), words, tx.now())?;
            self.write_said(&tx, actor, &comment, CommentStep::Written).await?;
            Ok(id)
        })
        .await
    }

    /// The actor puts a comment of theirs in other words. Refuses what [`Comment::moved`] refuses.
    pub async fn edit_comment(&self, actor: &Actor, id: &CommentId, text: &Prose) -> Result<()> {
        let called = self.read(actor, |org| {
            let comment = org.comment(id).ok_or(Rejection::NotFound(Noun::Comment))?;
            Ok(mentioned(org, &comment.subject, text.as_str()))
        })?;
        self.move_comment(actor, id, CommentMove::Edit { text: text.clone(), mentioned: called }).await
    }

    /// The words of a comment are gone: its writer removes it, or a program admin. A mark stays.
    pub async fn remove_comment(&self, actor: &Actor, id: &CommentId) -> Result<()> {
        self.move_comment(actor, id, CommentMove::Remove).await
    }

    /// The actor tells program admins that a comment should not stand. Refuses what [`Comment::moved`] refuses.
    pub async fn report_comment(&self, actor: &Actor, id: &CommentId, why: &Line) -> Result<()> {
        self.move_comment(actor, id, CommentMove::Report { why: why.clone() }).await
    }

    /// What becomes of a comment that was reported, also where the admin may not see what it is below. Refuses all but
    /// program admins, and comments that nobody reported.
    pub async fn judge_comment(&self, actor: &Actor, id: &CommentId, judgement: Judgement) -> Result<()> {
        actor.member()?;
        actor.at_least(Role::ProgramAdmin)?;
        self.change(actor, |tx| async move {
            let comment = found(&tx, id).await?;
            if comment.reports.is_empty() {
                return Err(Rejection::Stale("Somebody has looked at this already.".to_owned()).into());
            }
            let (moved, step) = comment.moved(actor, CommentMove::Judge(judgement), tx.now())?;
            self.write_said(&tx, actor, &moved, step).await
        })
        .await
    }

    /// Everything that was reported and not looked at. Refuses all but program admins.
    pub fn reports_page(&self, actor: &Actor) -> Result<ReportsPage> {
        self.view(actor, reports_page)
    }

    async fn move_comment(&self, actor: &Actor, id: &CommentId, step: CommentMove) -> Result<()> {
        actor.member()?;
        let step = &step;
        self.change(actor, |tx| async move {
            let comment = found(&tx, id).await?;
            self.read(actor, |org| {
                comment.subject.may_see(org, actor).map_err(|_| Rejection::NotFound(Noun::Comment))
            })?;
            let (moved, how) = comment.moved(actor, step.clone(), tx.now())?;
            self.write_said(&tx, actor, &moved, how).await
        })
        .await
    }

    async fn write_said(&self, tx: &Tx, actor: &Actor, comment: &Comment, how: CommentStep) -> Result<()> {
        let values = json!({ "id": comment.id, "row": crate::row::content(comment)? });
        tx.run("UPSERT type::record('comment', $id) CONTENT $row RETURN NONE", values).await?;
        let among = self.read(actor, |org| Ok(comment.subject.among(org)))?;
        let (comment, subject) = (comment.id.clone(), comment.subject.clone());
        tx.emit(Happening::CommentMoved(MovedComment { comment, subject, how, among })).await
    }
}

async fn found(tx: &Tx, id: &CommentId) -> Result<Comment> {
    let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('comment', $id) FOR UPDATE";
    let comment: Option<Comment> = tx.row(query, json!({ "id": id })).await?;
    Ok(comment.ok_or(Rejection::NotFound(Noun::Comment))?)
}
