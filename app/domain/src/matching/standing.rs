//! A matching that stands while people come and go: every change is made where it is felt, and the answer is the same as
//! if all had been matched anew.

use super::answer::{Answer, Certificate, Objective, Waited};
use super::edit::Edit;
use super::fault::Fault;
use super::instance::{Candidate, Instance, Mentee, Mentor, Pair};
use super::solve::pool::{Arc, Pool, Row, at};
use super::solve::state::State;
use crate::id::PersonId;
use std::collections::BTreeMap;

/// The best matching of an instance. Refuses one that contradicts itself.
pub fn solve(instance: &Instance) -> Result<Answer, Vec<Fault>> {
    Ok(Standing::new(instance)?.answer())
}

/// The best matching of people who may change.
#[derive(Clone, Debug)]
pub struct Standing {
    pub(super) state: State,
}

impl Standing {
    /// Matches an instance. Refuses one that contradicts itself.
    pub fn new(instance: &Instance) -> Result<Self, Vec<Fault>> {
        Ok(Self::of(Pool::new(instance)?))
    }

    /// Matches an instance that has been sorted and checked already.
    pub fn of(pool: Pool) -> Self {
        Self { state: State::solved(pool) }
    }

    /// Makes one change. Afterwards the matching is the best of the changed instance. Refuses a change that contradicts
    /// what stands, and then changes nothing.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), Fault> {
        if !self.state.suits(edit) {
            // Rare: many people more than the weights were made for. All are matched anew.
            return self.start_over(edit);
        }
        self.state.make(edit)?;
        self.state.choose_among_equals();
        Ok(())
    }

    fn start_over(&mut self, edit: &Edit) -> Result<(), Fault> {
        let roomy =
            Pool::roomy(&self.instance(), edit).map_err(|mut faults| faults.pop().unwrap_or(Fault::TooLarge))?;
        let mut state = State::solved(roomy);
        state.make(edit)?;
        state.choose_among_equals();
        self.state = state;
        Ok(())
    }

    /// The mentor of a mentee; `None` when they have none, or are not here.
    pub fn mentor_of(&self, mentee: &PersonId) -> Option<&PersonId> {
        let mentor = self.state.mentor_of(self.state.pool.mentee(mentee)?)?;
        Some(&self.state.pool.mentors[at(mentor)].id)
    }

    /// The matching as it stands, with its proof.
    pub fn answer(&self) -> Answer {
        let pool = &self.state.pool;
        let (mut pairs, mut unserved) = (Vec::new(), Vec::new());
        for (mentee, _) in self.rows() {
            let id = pool.ids[at(mentee)].clone();
            match self.state.mentor_of(mentee) {
                Some(mentor) => pairs.push(Pair { mentee: id, mentor: pool.mentors[at(mentor)].id.clone() }),
                None => unserved.push(id),
            }
        }
        let prices = self.mentors().map(|mentor| self.state.price(mentor)).collect();
        let certificate = Certificate { units: pool.units(), prices };
        Answer { pairs, unserved, objective: self.objective(), certificate, stats: self.state.stats }
    }

    /// What the matching reaches.
    pub fn objective(&self) -> Objective {
        let pool = &self.state.pool;
        let mut reached = Objective::default();
        let mut waits: BTreeMap<u8, Waited> = BTreeMap::new();
        for (mentee, row) in self.rows() {
            let waited = waits.entry(row.wait).or_insert(Waited { wait: row.wait, mentees: 0, served: 0 });
            waited.mentees += 1;
            let Some(mentor) = self.state.mentor_of(mentee) else { continue };
            waited.served += 1;
            reached.served += 1;
            reached.score += row.candidate(mentor).map_or(0, |arc| i64::from(pool.scale.score(arc.cost)));
            reached.kept += u32::from(row.previous == Some(mentor));
        }
        for mentor in self.mentors() {
            let load = i64::try_from(self.state.mentees_of(mentor).len()).unwrap_or(0);
            reached.load += load * (load - 1) / 2;
        }
        reached.waits = waits.into_values().rev().collect();
        reached
    }

    /// The instance as it stands after all changes, sorted.
    pub fn instance(&self) -> Instance {
        let pool = &self.state.pool;
        let mut instance = Instance::default();
        let id = |mentor: u32| pool.mentors[at(mentor)].id.clone();
        let is_here = |mentor: u32| pool.mentors[at(mentor)].is_here;
        for (mentee, row) in self.rows() {
            let pair = |mentor: u32| Pair { mentee: pool.ids[at(mentee)].clone(), mentor: id(mentor) };
            let mut all: Vec<Arc> = row.open.iter().chain(&row.aside).copied().filter(|arc| is_here(arc.to)).collect();
            all.sort_unstable_by_key(|arc| pool.places[at(arc.to)]);
            let candidate = |arc: &Arc| Candidate { mentor: id(arc.to), score: pool.scale.score(arc.cost) };
            let candidates = all.iter().map(candidate).collect();
            instance.mentees.push(Mentee { id: pool.ids[at(mentee)].clone(), wait: row.wait, candidates });
            instance.pins.extend(row.pinned.map(pair));
            instance.forbids.extend(row.forbids.iter().copied().filter(|mentor| is_here(*mentor)).map(pair));
            instance.previous.extend(row.previous.filter(|mentor| is_here(*mentor)).map(pair));
        }
        let mentor = |mentor: u32| Mentor { id: id(mentor), capacity: pool.mentors[at(mentor)].capacity };
        instance.mentors = self.mentors().map(mentor).collect();
        instance
    }

    /// Mentees who are here, by id.
    fn rows(&self) -> impl Iterator<Item = (u32, &Row)> {
        let pool = &self.state.pool;
        pool.by_id.iter().map(|mentee| (*mentee, &pool.rows[at(*mentee)])).filter(|(_, row)| row.is_here)
    }

    /// Mentors who are here, by id.
    fn mentors(&self) -> impl Iterator<Item = u32> {
        let pool = &self.state.pool;
        pool.mentors_by_id.iter().copied().filter(|mentor| pool.mentors[at(*mentor)].is_here)
    }
}
