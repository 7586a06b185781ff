//! What it costs to have a pair whatever is best: the matching is made with it, looked at, and taken back.

use super::answer::Objective;
use super::edit::Edit;
use super::fault::Fault;
use super::instance::Pair;
use super::solve::pool::at;
use super::standing::Standing;
use crate::id::PersonId;
use serde::{Deserialize, Serialize};

/// What a matching would be with one pair forced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forced {
    /// The pair.
    pub pair: Pair,
    /// What the best matching with it reaches.
    pub objective: Objective,
    /// Who would have another mentor than now, by mentee.
    pub moves: Vec<Moved>,
}

/// Somebody who would have another mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Who.
    pub mentee: PersonId,
    /// Whom they have now.
    pub from: Option<PersonId>,
    /// Whom they would have.
    pub to: Option<PersonId>,
}

impl Standing {
    /// What the best matching with this pair would be. Nothing changes. Refuses a pair that cannot be pinned.
    ///
    /// The price is exact, and often more than what the prices of the certificate say: those bound it from below.
    pub fn forced(&mut self, pair: &Pair) -> Result<Forced, Fault> {
        let before = self.state.choices();
        self.trial(&Edit::Pin(pair.clone()), |standing| {
            let moved = standing.state.choices().into_iter().zip(&before).enumerate();
            let moved = moved.filter(|(_, (after, before))| after != *before);
            let mut moves: Vec<Moved> = moved
                .map(|(mentee, (after, before))| Moved {
                    mentee: standing.state.pool.ids[mentee].clone(),
                    from: standing.mentor_id(*before),
                    to: standing.mentor_id(after),
                })
                .collect();
            moves.sort_by(|a, b| a.mentee.cmp(&b.mentee));
            Forced { pair: pair.clone(), objective: standing.objective(), moves }
        })
    }

    /// Looks at the matching as it would be after a change, and takes the change back.
    pub(super) fn trial<T>(&mut self, edit: &Edit, look: impl FnOnce(&Self) -> T) -> Result<T, Fault> {
        if !self.state.suits(edit) {
            // Rare: the weights have to be made anew. The trial is made on a copy.
            let mut copy = self.clone();
            copy.apply(edit)?;
            return Ok(look(&copy));
        }
        self.state.mark();
        let made = self.state.make(edit);
        let seen = made.map(|()| {
            self.state.choose_among_equals();
            look(self)
        });
        self.state.take_back();
        seen
    }

    fn mentor_id(&self, mentor: Option<u32>) -> Option<PersonId> {
        mentor.map(|mentor| self.state.pool.mentors[at(mentor)].id.clone())
    }
}
