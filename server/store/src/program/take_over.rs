//! Changes that another admin has not published: taken over, so that they do not wait for ever, or dropped when their
//! owner has left. Unlike what somebody does with a draft of their own, the log tells of it, and its owner is told.

use super::access::{in_clear_words, may_edit};
use super::rows::{Standing, delete_draft, draft, write_draft};
use crate::account::still_here;
use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::event::{DraftMoved, Happening};
use domain::id::{PersonId, ProgramId};
use domain::program::{Draft, TakenOver};
use domain::rejection::Rejection;
use domain::time::Timestamp;
use serde_json::json;

const YOURS: &str = "These changes are yours already.";
const GONE: &str = "These changes are not waiting any more: they were published, thrown away or taken over.";
const IN_HAND: &str = "They have the editor open right now. Ask them first, or wait until they have closed it.";
const STILL_HERE: &str = "Only changes of somebody who has left can be dropped. Take these over, or ask their owner.";

impl Store {
    /// The changes of the program that `owner` has not published are the actor's from now on, beside their own; where both
    /// touched the same, the actor decides. Its owner is told. Refuses all but program admins, while the owner has the
    /// editor open, and what [`Draft::taking_over`] refuses; stale when there is nothing of theirs.
    pub async fn take_over_draft(&self, actor: &Actor, id: &ProgramId, owner: &PersonId) -> Result<()> {
        may_edit(actor)?;
        let me = &actor.member()?.id;
        if owner == me {
            return Err(Rejection::Conflict(YOURS.to_owned()).into());
        }
        if self.present_in(id).await?.iter().any(|present| present.person == *owner) {
            return Err(Rejection::Conflict(IN_HAND.to_owned()).into());
        }
        let taken = self.change(actor, |tx| async move {
            let standing = Standing::read(self, &tx, id).await?;
            let history = standing.history();
            let theirs = draft(&tx, id, owner).await?.ok_or_else(|| Rejection::Stale(GONE.to_owned()))?;
            let mine = match draft(&tx, id, me).await? {
                Some(own) => own.taking_over(&history, theirs)?,
                None => Draft { person: me.clone(), ..theirs.rebased(&history)? },
            };
            write_draft(&tx, &Draft { at: tx.now(), ..mine }).await?;
            delete_draft(&tx, id, owner).await?;
            let (program, owner, by, at) = (id.clone(), owner.clone(), me.clone(), tx.now());
            note(&tx, &TakenOver { program, owner, by, at }).await
        });
        in_clear_words(actor, taken.await)
    }

    /// The changes of the program that `owner`, who has left, had not published are gone. Refuses all but program admins,
    /// and while the owner works here; stale when there is nothing of theirs.
    pub async fn drop_draft_of(&self, actor: &Actor, id: &ProgramId, owner: &PersonId) -> Result<()> {
        may_edit(actor)?;
        let dropped = self.change(actor, |tx| async move {
            if still_here(&tx, owner).await?.is_some() {
                return Err(Rejection::Conflict(STILL_HERE.to_owned()).into());
            }
            draft(&tx, id, owner).await?.ok_or_else(|| Rejection::Stale(GONE.to_owned()))?;
            delete_draft(&tx, id, owner).await?;
            tx.emit(told(id, owner, DraftMoved::Dropped)).await
        });
        in_clear_words(actor, dropped.await)
    }

    /// What others took over of the changes of `owner` since then.
    pub(crate) async fn taken_over_from(&self, owner: &PersonId, since: Timestamp) -> Result<Vec<TakenOver>> {
        let query = "
            SELECT * OMIT id FROM type::record('program_draft_taken', [$owner, NONE]..[$owner, ..])
            WHERE at >= $since
        ";
        self.rows(query, json!({ "owner": owner, "since": since })).await
    }
}

/// Keeps it for its owner to read, and tells of it.
async fn note(tx: &Tx, taken: &TakenOver) -> Result<()> {
    let values = json!({ "program": taken.program, "owner": taken.owner, "at": taken.at, "row": taken });
    let query = "UPSERT type::record('program_draft_taken', [$owner, $program, $at]) CONTENT $row RETURN NONE";
    tx.run(query, values).await?;
    tx.emit(told(&taken.program, &taken.owner, DraftMoved::TakenOver)).await
}

fn told(program: &ProgramId, owner: &PersonId, how: DraftMoved) -> Happening {
    Happening::ProgramDraftMoved { program: program.clone(), owner: owner.clone(), how }
}
