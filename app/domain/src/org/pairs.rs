//! Mentors and whoever learns from them, found by who is in them and by program.

use super::Org;
use crate::id::{PairId, PersonId, ProgramId};
use crate::pair::Pair;
use std::collections::{BTreeMap, BTreeSet};

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pairs {
    pairs: BTreeMap<PairId, Pair>,
    of: BTreeMap<PersonId, BTreeSet<PairId>>,
    within: BTreeMap<ProgramId, BTreeSet<PairId>>,
}

impl Org {
    /// Every pair, by id; those that are over too.
    pub fn pairs(&self) -> impl Iterator<Item = &Pair> {
        self.pairs.pairs.values()
    }

    /// One pair.
    pub fn pair(&self, id: &PairId) -> Option<&Pair> {
        self.pairs.pairs.get(id)
    }

    /// The pairs that somebody is or was in, as mentor or as learner, by id; those that are over too.
    pub fn pairs_of(&self, person: &PersonId) -> impl Iterator<Item = &Pair> {
        let ids = self.pairs.of.get(person).into_iter().flatten();
        ids.filter_map(|id| self.pair(id))
    }

    /// The pairs of a program, by id; those that are over too.
    pub fn pairs_in(&self, program: &ProgramId) -> impl Iterator<Item = &Pair> {
        let ids = self.pairs.within.get(program).into_iter().flatten();
        ids.filter_map(|id| self.pair(id))
    }
}

/// Changes, made by the store alone.
impl Org {
    /// Puts or replaces a pair. Whoever was once in it stays to be found by it.
    pub fn put_pair(&mut self, pair: Pair) {
        for person in pair.ever() {
            self.pairs.of.entry(person.clone()).or_default().insert(pair.id.clone());
        }
        self.pairs.within.entry(pair.program.clone()).or_default().insert(pair.id.clone());
        self.pairs.pairs.insert(pair.id.clone(), pair);
    }
}
