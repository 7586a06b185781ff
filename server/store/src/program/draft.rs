//! Drafts: what an admin has changed and not published, kept so that nothing is lost. They are nothing of the
//! organisation, so the log does not tell of them.

use super::access::{in_clear_words, may_edit};
use super::rows::{DraftRow, Standing, delete_draft, draft, write_draft};
use crate::Store;
use crate::error::Result;
use domain::actor::Actor;
use domain::id::ProgramId;
use domain::program::forms::SettleForm;
use domain::program::{Conflict, Draft, DraftForm, History, Path, Proposal};
use domain::rejection::Rejection;
use serde_json::json;
use std::collections::BTreeMap;

const NO_DRAFT: &str = "There is no draft of yours any more. In another tab you may have published or discarded it.";

impl Store {
    /// Keeps what the form says in the place of the actor's draft, also what cannot be read: that stays as it was typed.
    /// What is unsettled stays so until it is settled. Refuses all but program admins; what was kept before stays then.
    pub async fn keep_draft(&self, actor: &Actor, id: &ProgramId, form: &DraftForm) -> Result<()> {
        may_edit(actor)?;
        let me = &actor.member()?.id;
        let kept = self.change(actor, |tx| async move {
            let standing = Standing::read(self, &tx, id).await?;
            let before = draft(&tx, id, me).await?;
            let read = Proposal::read(&standing.history(), form)?;
            let typed = Draft {
                program: id.clone(),
                person: me.clone(),
                base: read.proposal.base,
                writes: read.proposal.writes,
                typed: read.typed,
                unsettled: Vec::new(),
                at: tx.now(),
            };
            let history = standing.history();
            let mut kept = match before {
                Some(before) => laid_over(&history, (before, form), typed)?,
                None => typed,
            };
            for (list, item) in form.brought_back() {
                kept = kept.brought_back(&history, list, &item)?;
            }
            write_draft(&tx, &kept.asking_for_the_lost(&history)?).await
        });
        in_clear_words(actor, kept.await)
    }

    /// The actor decides what is to stand in a register that somebody else wrote too. Stale when nothing of the sort is
    /// to be decided.
    pub async fn settle(&self, actor: &Actor, id: &ProgramId, form: &SettleForm) -> Result<()> {
        self.change_draft(actor, id, |standing, draft| draft.settled(&standing.history(), &form.path, form.take)).await
    }

    /// The actor takes one change back, with all that belongs to it; whatever stands there now stays.
    pub async fn drop_change(&self, actor: &Actor, id: &ProgramId, path: &Path) -> Result<()> {
        self.change_draft(actor, id, |standing, draft| draft.without(&standing.history(), path)).await
    }

    /// The actor throws their draft away. Does nothing when there is none.
    pub async fn discard_draft(&self, actor: &Actor, id: &ProgramId) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move { delete_draft(&tx, id, me).await }).await
    }

    /// Puts `proposal` in the place of the actor's draft. Refuses all but program admins.
    pub(crate) async fn begin_draft(&self, actor: &Actor, id: &ProgramId, proposal: Proposal) -> Result<()> {
        may_edit(actor)?;
        let (me, proposal) = (&actor.member()?.id, &proposal);
        let begun = self.change(actor, |tx| async move {
            let Proposal { base, writes } = proposal.clone();
            let (typed, unsettled) = (BTreeMap::new(), Vec::new());
            let draft = Draft { program: id.clone(), person: me.clone(), base, writes, typed, unsettled, at: tx.now() };
            write_draft(&tx, &draft).await
        });
        in_clear_words(actor, begun.await)
    }

    async fn change_draft(
        &self,
        actor: &Actor,
        id: &ProgramId,
        step: impl Fn(&Standing, Draft) -> Result<Draft, Rejection> + Send + Sync,
    ) -> Result<()> {
        may_edit(actor)?;
        let me = &actor.member()?.id;
        let step = &step;
        let changed = self.change(actor, |tx| async move {
            let standing = Standing::read(self, &tx, id).await?;
            let before = draft(&tx, id, me).await?.ok_or_else(|| Rejection::Stale(NO_DRAFT.to_owned()))?;
            let after = step(&standing, before)?;
            write_draft(&tx, &Draft { at: tx.now(), ..after }).await
        });
        in_clear_words(actor, changed.await)
    }

    /// Everybody's drafts of a program, for those who edit it too.
    pub(crate) async fn drafts_of(&self, program: &ProgramId) -> Result<Vec<Draft>> {
        let query = "SELECT draft FROM type::record('program_draft', [$program, NONE]..[$program, ..])";
        let rows: Vec<DraftRow> = self.rows(query, json!({ "program": program })).await?;
        rows.iter().map(DraftRow::draft).collect()
    }
}

/// What was typed now, with what the draft held before in registers that the form does not speak for. A field that shows
/// a conflict holds what its author wants there: that is no other change, and no decision either.
fn laid_over(history: &History, (before, form): (Draft, &DraftForm), typed: Draft) -> Result<Draft, Rejection> {
    let same_base = before.base == typed.base;
    let (before, mut kept) = match same_base {
        true => (before, typed),
        false => (before.rebased(history)?, typed.rebased(history)?),
    };
    for (path, value) in before.writes {
        if !form.covers(&path) {
            kept.writes.entry(path).or_insert(value);
        }
    }
    for (path, text) in before.typed {
        if !form.covers(&path) {
            kept.typed.entry(path).or_insert(text);
        }
    }
    for mut conflict in before.unsettled.into_iter().filter(|conflict| !form.leaves_out(&conflict.path)) {
        if let Some(mine) = kept.writes.remove(&conflict.path) {
            conflict.mine = mine;
        }
        if !kept.unsettled.iter().any(|newer: &Conflict| newer.path == conflict.path) {
            kept.unsettled.push(conflict);
        }
    }
    Ok(kept)
}
