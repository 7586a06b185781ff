//! Publishing a pairing and taking it back: all of its pairs in one transaction, or none.

use super::as_seen;
use super::rows::{current, found, write_round};
use crate::error::{Error, Result};
use crate::mentoring::{pair_up_all, seek_again};
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::event::RoundStep;
use domain::id::{PairId, PersonId, ProgramId};
use domain::match_rounds::{Publishable, Solved, new_pairs, publishable};
use domain::mentoring::Rules;
use domain::org::Org;
use domain::pair::NewPair;
use domain::rejection::{Noun, Rejection};

impl Store {
    /// Brings together everybody whom the pairing that was `seen` pairs; all are told. Stale when it is another by now.
    /// Refuses what [`Store::match_console`] refuses, programs that take nobody now, and a pairing of nobody.
    pub async fn publish_round(&self, actor: &Actor, id: &ProgramId, seen: &str) -> Result<()> {
        self.organises_match(actor, id)?;
        let solved = &self.solved(actor, id).await?;
        as_seen(solved, seen)?;
        let rules = &self.read(actor, |org| may_be_published(org, id, solved))?;
        let turns = self.mentor_turns();
        let mut held = Vec::new();
        for mentor in mentors_of(solved) {
            held.push(turns.of(&(id.clone(), mentor)).await);
        }
        let publish = || {
            self.change(actor, |tx| async move {
                let round = current(&tx, id).await?;
                if round.n != solved.posed().round().n || round.terms != solved.posed().round().terms {
                    return Err(another().into());
                }
                let pairs = paired(&tx, rules, (id, new_pairs(solved, round.n))).await?;
                let published = round.made_public((solved.pairing().clone(), pairs), tx.by(), tx.now())?;
                write_round(&tx, &published, RoundStep::Published).await
            })
        };
        // Many people are in it, and any of them may change something of theirs just then.
        self.patiently(publish).await
    }

    /// Takes back what was published in round `n`: pairs that have not met end, and their learners look again as if they had
    /// never stopped; pairs that have met stay. Refuses what [`Store::match_console`] refuses, and what
    /// [`domain::match_round::MatchRound::taken_back`] does.
    pub async fn undo_round(&self, actor: &Actor, id: &ProgramId, n: u32) -> Result<()> {
        self.organises_match(actor, id)?;
        self.change(actor, |tx| async move {
            let round = found(&tx, id, n).await?;
            // Refused before anything ends, when it was taken back already or too long ago.
            round.clone().taken_back(Vec::new(), tx.by(), tx.now())?;
            let published = round.published().map(|published| published.pairs.clone()).unwrap_or_default();
            let mut stayed = Vec::new();
            for id in &published {
                match crate::pair::take_back(self, &tx, id).await? {
                    Some(pair) => seek_again(&tx, &pair).await?,
                    None => stayed.push(id.clone()),
                }
            }
            let undone = round.taken_back(stayed, tx.by(), tx.now())?;
            write_round(&tx, &undone, RoundStep::Undone).await
        })
        .await
    }
}

fn another() -> Rejection {
    Rejection::Stale("Somebody decided something in this matching meanwhile. Look at it again.".to_owned())
}

/// What the program asks for. Refuses programs that take nobody now, and a pairing of nobody.
fn may_be_published(org: &Org, id: &ProgramId, solved: &Solved) -> Result<Rules, Rejection> {
    let program = org.program(id).ok_or(Rejection::NotFound(Noun::Program))?;
    match publishable(program, solved.pairing()) {
        Publishable::Yes { .. } => Rules::of(program).ok_or(Rejection::NotFound(Noun::Program)),
        Publishable::No { why } => Err(Rejection::Conflict(why)),
    }
}

/// Everybody who mentors in a pairing, each once and in one order, so that nobody waits for each other.
fn mentors_of(solved: &Solved) -> Vec<PersonId> {
    let mut mentors: Vec<PersonId> = solved.pairing().couples.iter().map(|couple| couple.mentor.clone()).collect();
    mentors.sort();
    mentors.dedup();
    mentors
}

/// All of its pairs. What keeps one from being made has changed since the pairing was looked at.
async fn paired(tx: &Tx, rules: &Rules, (id, all): (&ProgramId, Vec<NewPair>)) -> Result<Vec<PairId>> {
    match pair_up_all(tx, rules, id, all).await {
        Err(Error::Rejected(why @ (Rejection::Conflict(_) | Rejection::NotFound(_)))) => {
            Err(Rejection::Stale(format!("Somebody moved on meanwhile: {why} Look at the pairing again.")).into())
        }
        made => made,
    }
}
