//! Rounds of matching, by the program that they are of.

use super::Org;
use crate::id::ProgramId;
use crate::match_round::MatchRound;
use std::collections::BTreeMap;

/// All of them.
pub(super) type MatchRounds = BTreeMap<(ProgramId, u32), MatchRound>;

impl Org {
    /// Every round of every program.
    pub fn all_match_rounds(&self) -> impl Iterator<Item = &MatchRound> {
        self.rounds.values()
    }

    /// The rounds of a program, the first one first.
    pub fn match_rounds(&self, program: &ProgramId) -> impl DoubleEndedIterator<Item = &MatchRound> {
        let all = (program.clone(), 0)..=(program.clone(), u32::MAX);
        self.rounds.range(all).map(|(_, round)| round)
    }

    /// One round.
    pub fn match_round(&self, program: &ProgramId, n: u32) -> Option<&MatchRound> {
        self.rounds.get(&(program.clone(), n))
    }
}

/// Changes, made by the store alone.
impl Org {
    /// Puts or replaces a round.
    pub fn put_match_round(&mut self, round: MatchRound) {
        self.rounds.insert((round.program.clone(), round.n), round);
    }
}
