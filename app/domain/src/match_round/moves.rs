//! The moves of a round, as functions of the round, the mover and the moment: each returns the round after the move or
//! says why it cannot be made.

use super::{
    Couple, Kept, MOST_DECISIONS, MOST_KEPT, MatchRound, Move, Pairing, Published, RoundStage, UNDO_WITHIN,
    first_number,
};
use crate::id::{PairId, PersonId, ProgramId};
use crate::matching::Pair;
use crate::mentoring::Terms;
use crate::rejection::{Noun, Rejection};
use crate::time::Timestamp;

impl MatchRound {
    /// The first round of a program: nothing is pinned, and everything counts as usual.
    pub fn first(program: ProgramId, now: Timestamp) -> Self {
        let (terms, kept, next) = (Terms::default(), Vec::new(), first_number());
        Self { program, n: 1, terms, kept, next, moved_at: now, stage: RoundStage::Open }
    }

    /// The round after this one, which is not open any more. What counts and who is ruled out stays; pins stay where the
    /// round was taken back, and then its pairs are found again where that costs nothing.
    pub fn after(&self, now: Timestamp) -> Self {
        let Terms { weights, pins, forbids, .. } = self.terms.clone();
        let (pins, previous) = match &self.stage {
            RoundStage::Undone { published, .. } => {
                (pins, published.pairing.couples.iter().map(Couple::pair).collect())
            }
            RoundStage::Open | RoundStage::Published(_) => (Vec::new(), Vec::new()),
        };
        let terms = Terms { weights, pins, forbids, previous };
        Self { n: self.n + 1, terms, ..Self::first(self.program.clone(), now) }
    }

    /// The round after `by` makes `step`. Refuses all moves in a round that is not open.
    pub fn moved(mut self, step: Move, by: Option<&PersonId>, now: Timestamp) -> Result<Self, Rejection> {
        self.must_be_open()?;
        match step {
            Move::Pin(pair) => self.pin(pair)?,
            Move::Forbid(pair) => self.forbid(pair)?,
            Move::LeaveOpen(pair) => self.leave_open(&pair),
            Move::Weigh(weights) => self.terms.weights = weights,
            Move::Keep { name, pairing } => {
                if self.kept.len() >= MOST_KEPT {
                    let words = format!("{MOST_KEPT} pairings are kept already. Drop one of them first.");
                    return Err(Rejection::invalid("name", words));
                }
                let (number, terms) = (self.next, self.terms.clone());
                self.kept.push(Kept { number, name, by: by.cloned(), at: now, terms, pairing });
                self.next += 1;
            }
            Move::Drop { number } => {
                self.must_keep(number)?;
                self.kept.retain(|kept| kept.number != number);
            }
            Move::TakeUp { number } => {
                let kept = self.must_keep(number)?;
                let previous = kept.pairing.couples.iter().map(Couple::pair).collect();
                self.terms = Terms { previous, ..kept.terms.clone() };
            }
        }
        self.moved_at = now;
        Ok(self)
    }

    /// The round once `pairs` came of `pairing`. Refuses one that is not open, and a pairing of nobody.
    pub fn made_public(
        mut self,
        (pairing, pairs): (Pairing, Vec<PairId>),
        by: Option<&PersonId>,
        now: Timestamp,
    ) -> Result<Self, Rejection> {
        self.must_be_open()?;
        if pairing.couples.is_empty() {
            return Err(Rejection::Conflict("There is no pair to publish. Below is what stands in the way.".into()));
        }
        self.stage = RoundStage::Published(Published { at: now, by: by.cloned(), pairing, pairs });
        self.moved_at = now;
        Ok(self)
    }

    /// The round once its pairs were taken back, but for those that `stayed`. Refuses one that was not published, or longer
    /// ago than [`UNDO_WITHIN`].
    pub fn taken_back(mut self, stayed: Vec<PairId>, by: Option<&PersonId>, now: Timestamp) -> Result<Self, Rejection> {
        let RoundStage::Published(published) = self.stage else {
            return Err(Rejection::Stale("This round is not published, or was taken back already.".into()));
        };
        if now.since(published.at) > UNDO_WITHIN {
            let words = "A round can be taken back for a day. End single pairs in their rooms instead.";
            return Err(Rejection::Conflict(words.into()));
        }
        self.stage = RoundStage::Undone { published, at: now, by: by.cloned(), stayed };
        self.moved_at = now;
        Ok(self)
    }

    /// True while it can be taken back.
    pub fn can_be_taken_back(&self, now: Timestamp) -> bool {
        matches!(&self.stage, RoundStage::Published(published) if now.since(published.at) <= UNDO_WITHIN)
    }

    fn must_be_open(&self) -> Result<(), Rejection> {
        let stale = || Rejection::Stale("This round was published meanwhile. Look at the page again.".into());
        if self.is_open() { Ok(()) } else { Err(stale()) }
    }

    fn must_keep(&self, number: u32) -> Result<&Kept, Rejection> {
        self.kept_as(number).ok_or(Rejection::NotFound(Noun::Pairing))
    }

    /// A learner is pinned to one mentor at most: another pin takes the place of the one before.
    fn pin(&mut self, pair: Pair) -> Result<(), Rejection> {
        self.must_be_two(&pair)?;
        self.leave_open(&pair);
        self.terms.pins.retain(|other| other.mentee != pair.mentee);
        self.terms.pins.push(pair);
        Ok(())
    }

    fn forbid(&mut self, pair: Pair) -> Result<(), Rejection> {
        self.must_be_two(&pair)?;
        self.leave_open(&pair);
        self.terms.forbids.push(pair);
        Ok(())
    }

    fn leave_open(&mut self, pair: &Pair) {
        self.terms.pins.retain(|other| other != pair);
        self.terms.forbids.retain(|other| other != pair);
    }

    fn must_be_two(&self, pair: &Pair) -> Result<(), Rejection> {
        if pair.mentee == pair.mentor {
            return Err(Rejection::invalid("mentor", "Choose two people: nobody is their own mentor."));
        }
        if self.terms.pins.len() + self.terms.forbids.len() >= MOST_DECISIONS {
            return Err(Rejection::Conflict("So many pairs are decided by hand already. Take some back first.".into()));
        }
        Ok(())
    }
}
