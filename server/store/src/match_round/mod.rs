//! Rounds of matching: bent by hand, kept, published and taken back. A round's own record guards every move of it; the
//! best pairing is found off the request threads, and again in the transaction that publishes it.

mod publish;
mod rows;
mod solutions;

use crate::Store;
use crate::error::{Fault, Result};
use crate::reader::ahead;
use domain::actor::Actor;
use domain::clocks::Clocks;
use domain::event::RoundStep;
use domain::id::{PersonId, ProgramId};
use domain::match_round::Move;
use domain::match_rounds::{
    Explained, KeepForm, MatchPage, MatchQuery, MyMatchPage, PairForm, Posed, Solved, WeighForm, looks, match_page,
    my_match_page, organised_match, to_explain,
};
use domain::org::Org;
use domain::rejection::Rejection;
use domain::viewer::Viewer;
use rows::{current, write_round};
pub(crate) use solutions::Solutions;
use std::collections::BTreeSet;

impl Store {
    /// The matching of a program, with what the address `query` asks for. Refuses all but program admins and the program's
    /// organisers; not found for programs of other kinds.
    pub async fn match_console(&self, actor: &Actor, id: &ProgramId, query: &MatchQuery) -> Result<MatchPage> {
        self.organises_match(actor, id)?;
        let solved = self.solved(actor, id).await?;
        let explained = &self.explained(actor, id, &solved, to_explain(&solved, query)).await?;
        self.read_clocked(actor, |org, clocks| match_page(&Viewer::of(org, actor, clocks), id, query, explained))
    }

    /// Why the actor has the mentor they have in a program, or none. Not found for whoever does not learn in it.
    pub async fn my_match_page(&self, actor: &Actor, id: &ProgramId) -> Result<MyMatchPage> {
        let me = &actor.member()?.id;
        if !self.read_clocked(actor, |org, clocks| looks(org, id, me, clocks))? {
            return self.read_as(actor, |reader| my_match_page(reader, id, None));
        }
        let solved = self.solved(actor, id).await?;
        let left = solved.pairing().left.iter().filter(|left| *left == me).cloned().collect();
        let explained = self.explained(actor, id, &solved, left).await?;
        self.read_as(actor, |reader| my_match_page(reader, id, Some(&explained)))
    }

    /// Pins a pair, rules one out, or leaves one open again, as a form says. Refuses what [`Store::match_console`] refuses, and
    /// what [`PairForm::parsed`] does.
    pub async fn decide_pair(&self, actor: &Actor, id: &ProgramId, form: &PairForm) -> Result<()> {
        self.organises_match(actor, id)?;
        let step = self.read_clocked(actor, |org, clocks| form.parsed(org, &Posed::of(org, id, clocks)?))?;
        self.move_round(actor, id, step, RoundStep::Decided).await
    }

    /// Weighs what a fit is made of. Refuses what [`Store::match_console`] refuses, and what [`WeighForm::parsed`] does.
    pub async fn weigh_fits(&self, actor: &Actor, id: &ProgramId, form: &WeighForm) -> Result<()> {
        self.organises_match(actor, id)?;
        self.move_round(actor, id, Move::Weigh(form.parsed()?), RoundStep::Weighed).await
    }

    /// Keeps the pairing that was seen under a name. Stale when it is another by now; refuses what [`Store::match_console`]
    /// refuses, no name, and more than are kept.
    pub async fn keep_pairing(&self, actor: &Actor, id: &ProgramId, form: &KeepForm) -> Result<()> {
        self.organises_match(actor, id)?;
        let name = form.parsed()?;
        let solved = self.solved(actor, id).await?;
        as_seen(&solved, &form.seen)?;
        let step = Move::Keep { name, pairing: solved.pairing().clone() };
        self.move_round(actor, id, step, RoundStep::Kept).await
    }

    /// Keeps a pairing no more. Refuses what [`Store::match_console`] refuses; not found when it is not kept.
    pub async fn drop_pairing(&self, actor: &Actor, id: &ProgramId, number: u32) -> Result<()> {
        self.organises_match(actor, id)?;
        self.move_round(actor, id, Move::Drop { number }, RoundStep::Kept).await
    }

    /// Pins, rules out and weighs what had led to a kept pairing. Refuses what [`Store::match_console`] refuses; not found when
    /// it is not kept.
    pub async fn take_up_pairing(&self, actor: &Actor, id: &ProgramId, number: u32) -> Result<()> {
        self.organises_match(actor, id)?;
        self.move_round(actor, id, Move::TakeUp { number }, RoundStep::Kept).await
    }

    async fn move_round(&self, actor: &Actor, id: &ProgramId, step: Move, how: RoundStep) -> Result<()> {
        let step = &step;
        self.change(actor, |tx| async move {
            let round = current(&tx, id).await?.moved(step.clone(), tx.by(), tx.now())?;
            write_round(&tx, &round, how).await
        })
        .await
    }

    /// Refuses whoever does not look after the matching of a program.
    pub(super) fn organises_match(&self, actor: &Actor, id: &ProgramId) -> Result<()> {
        self.read_clocked(actor, |org, clocks| organised_match(&Viewer::of(org, actor, clocks), id))
    }

    /// What would help `whom`, who have nobody in a pairing. The organisation is not held while it is looked for.
    async fn explained(
        &self,
        actor: &Actor,
        id: &ProgramId,
        solved: &Solved,
        whom: BTreeSet<PersonId>,
    ) -> Result<Explained> {
        let (solved, now) = (solved.clone(), self.clock().now());
        let org =
            if whom.is_empty() { Org::default() } else { self.read(actor, |org| Ok(org.excerpt_of_program(id)))? };
        let find = move || Explained::of(solved, &whom, org, &Clocks { now, ahead: &ahead });
        let found = tokio::task::spawn_blocking(find).await;
        Ok(found.map_err(|cause| Fault::new("looking for what would help", &cause))?)
    }
}

/// Refuses a pairing that is another than the one that was seen.
fn as_seen(solved: &Solved, seen: &str) -> Result<(), Rejection> {
    if solved.pairing().digest == seen.trim() {
        return Ok(());
    }
    let words =
        "Somebody joined, left, answered or decided meanwhile, so that the pairing is another. Look at it again.";
    Err(Rejection::Stale(words.to_owned()))
}
