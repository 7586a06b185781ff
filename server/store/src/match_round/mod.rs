//! Rounds of matching: bent by hand, kept, published and taken back. A round's own record guards every move of it; the
//! best pairing is found off the request threads, and again in the transaction that publishes it.

mod publish;
mod rows;

use crate::Store;
use crate::error::{Fault, Result};
use domain::actor::Actor;
use domain::event::RoundStep;
use domain::id::{PersonId, ProgramId};
use domain::match_round::Move;
use domain::match_rounds::{
    KeepForm, MatchPage, MatchQuery, MyMatchPage, PairForm, Posed, Solved, WeighForm, match_page, my_match_page,
    organised_match,
};
use domain::org::Org;
use domain::rejection::Rejection;
use domain::viewer::Viewer;
use rows::{current, write_round};

impl Store {
    /// The matching of a program, with what the address `query` asks for. Refuses all but program admins and the program's
    /// organisers; not found for programs of other kinds.
    pub async fn match_console(&self, actor: &Actor, id: &ProgramId, query: &MatchQuery) -> Result<MatchPage> {
        self.organises_match(actor, id)?;
        let solved = self.solved(actor, id).await?;
        self.read_clocked(actor, |org, clocks| match_page(&Viewer::of(org, actor, clocks), id, query, solved))
    }

    /// Why the actor has the mentor they have in a program, or none. Not found for whoever does not learn in it.
    pub async fn my_match_page(&self, actor: &Actor, id: &ProgramId) -> Result<MyMatchPage> {
        let me = &actor.member()?.id;
        self.read(actor, |org| learns_in(org, id, me))?;
        let solved = self.solved(actor, id).await?;
        self.read_as(actor, |reader| my_match_page(reader, id, solved))
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

    /// The best pairing of a program as it is now. The organisation is not held while it is looked for.
    async fn solved(&self, actor: &Actor, id: &ProgramId) -> Result<Solved> {
        let posed = self.read_clocked(actor, |org, clocks| Posed::of(org, id, clocks))?;
        let found = tokio::task::spawn_blocking(move || posed.solved()).await;
        Ok(found.map_err(|cause| Fault::new("matching people", &cause))??)
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

/// Refuses whoever does not learn in a program.
fn learns_in(org: &Org, id: &ProgramId, person: &PersonId) -> Result<(), Rejection> {
    let learner = org.participant(id, person);
    learner.map(drop).ok_or(Rejection::NotFound(domain::rejection::Noun::Program))
}
