//! How pairs end: by a word that nobody is told, by an organiser, or because somebody is gone; and how breaks end.

use super::rows;
use crate::error::Result;
use crate::program::organises;
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::id::{PairId, PersonId, ProgramId};
use domain::pair::Pair;
use domain::rejection::{Noun, Rejection};
use serde_json::json;

impl Store {
    /// An organiser ends a pair; those in it are told that it ended, and not by whom. Refuses all but organisers of its
    /// program and program admins, and pairs that are over.
    pub async fn end_pair(&self, actor: &Actor, id: &PairId) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let pair = rows::found(&tx, id).await?;
            self.read(actor, |org| {
                let program = org.program(&pair.program).ok_or(Rejection::NotFound(Noun::Pair))?;
                if organises(actor, program) { Ok(()) } else { Err(Rejection::NotFound(Noun::Pair)) }
            })?;
            let when = self.moment(&tx, &pair, me)?;
            write_parted(&tx, &pair.ended_by_organiser(when)?).await
        })
        .await
    }

    /// Lets every pair go on whose break is over, and says how many those were. For the server's own clock; refused for
    /// people below organisation admin.
    pub async fn resume_pairs(&self, actor: &Actor) -> Result<usize> {
        actor.at_least(Role::OrgAdmin)?;
        let due: Vec<PairId> = self.read_clocked(actor, |org, clocks| {
            let when = |pair: &Pair| domain::pairs::moment(org, clocks, pair, &pair.mentor);
            let paused = org.pairs().filter(|pair| pair.is_open());
            let is_due = |pair: &&Pair| (*pair).clone().resumed(when(pair)).is_some();
            Ok(paused.filter(is_due).map(|pair| pair.id.clone()).collect())
        })?;
        let (mut resumed, mut failed) = (0, Ok(()));
        for id in &due {
            match self.change(actor, |tx| async move { self.resume(&tx, id).await }).await {
                Ok(n) => resumed += n,
                // The others do not wait for this one.
                Err(error) => failed = Err(error),
            }
        }
        failed.map(|()| resumed)
    }

    async fn resume(&self, tx: &Tx, id: &PairId) -> Result<usize> {
        let Some(pair) = rows::read(tx, id).await? else { return Ok(0) };
        let when = self.moment(tx, &pair, &pair.mentor)?;
        let Some(resumed) = pair.resumed(when) else { return Ok(0) };
        rows::write_unnamed(tx, &resumed).await?;
        Ok(1)
    }

    /// `person`, who works here no more, is out of every pair.
    pub(crate) async fn leave_all_pairs(&self, person: &PersonId) -> Result<()> {
        let programs: Vec<ProgramId> = self.read(&Actor::Console, |org| {
            let open = org.pairs_of(person).filter(|pair| pair.is_open() && pair.has(person));
            let mut programs: Vec<ProgramId> = open.map(|pair| pair.program.clone()).collect();
            programs.dedup();
            Ok(programs)
        })?;
        for program in &programs {
            self.change(&Actor::Console, |tx| async move { leave(self, &tx, program, person).await }).await?;
        }
        Ok(())
    }
}

/// `person` is in the program no more: their open pairs there end, and circles go on without them.
pub(crate) async fn leave(store: &Store, tx: &Tx, program: &ProgramId, person: &PersonId) -> Result<()> {
    let query = "SELECT VALUE record::id(id) FROM pair
        WHERE program = $program AND stage.is IN ['active', 'paused'] AND (mentor = $person OR learners CONTAINS $person)";
    let open: Vec<PairId> = tx.rows(query, json!({ "program": program, "person": person })).await?;
    for id in &open {
        let pair = rows::found(tx, id).await?;
        let when = store.moment(tx, &pair, person)?;
        if let Some(parted) = pair.without(person, when) {
            write_parted(tx, &parted).await?;
        }
    }
    Ok(())
}

/// Takes a pair of a round back that has not met, in the transaction of whoever takes the round back: the pair as it
/// stands then. `None`, and nothing is changed, where it has met or is over.
pub(crate) async fn take_back(store: &Store, tx: &Tx, id: &PairId) -> Result<Option<Pair>> {
    let pair = rows::found(tx, id).await?;
    let when = store.moment(tx, &pair, &pair.mentor)?;
    let Some(taken_back) = pair.taken_back(when) else { return Ok(None) };
    rows::write(tx, &taken_back).await?;
    Ok(Some(taken_back))
}

/// Writes a pair that somebody may have ended, without saying who. Those who did not fit look for somebody else, as if
/// they had never stopped.
pub(super) async fn write_parted(tx: &Tx, pair: &Pair) -> Result<()> {
    let learners = pair.to_be_matched_anew();
    if !learners.is_empty() {
        crate::mentoring::seek_again(tx, &Pair { learners, ..pair.clone() }).await?;
    }
    rows::write_unnamed(tx, pair).await
}
