//! Whether a matching holds and none is better, by code that shares nothing with the search.
//!
//! Everything is recomputed from the instance and the certificate: that the matching breaks no rule, what it reaches, that
//! the weights put what matters more above everything else, and what any matching costs at least at the prices. Where the
//! two are equal, none costs less.
//!
//! That the cheapest serves the most, and those first who have waited longest, needs no proof of its own: sets of mentees
//! that can be served together form a matroid (Edmonds & Fulkerson 1965), and in a matroid any weights that rise with the
//! wait choose the same set (Edmonds 1971).

#[cfg(test)]
mod tests;

use super::answer::{Answer, Objective, Units, Waited};
use super::instance::{Candidate, Instance, LONGEST_WAIT, Mentee, Mentor, Pair, TOP_SCORE};
use crate::id::PersonId;
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with a matching.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// A pair that is not among the candidates, or is forbidden.
    #[error("The matching holds the pair {0}, which cannot be chosen.")]
    Pair(Pair),
    /// A pin that is not kept.
    #[error("The matching lacks the pinned pair {0}.")]
    Pin(Pair),
    /// Somebody with two mentors, twice among those without, or nowhere.
    #[error("`{0}` is not matched once or left out once.")]
    Mentee(PersonId),
    /// More mentees than the mentor takes.
    #[error("`{0}` has more mentees than they take.")]
    Capacity(PersonId),
    /// Something that was added up wrongly.
    #[error("The matching does not reach what it says.")]
    Objective,
    /// Weights that do not put first what matters more.
    #[error("The weights of the certificate let what matters less outweigh what matters more.")]
    Units,
    /// Prices that are not one for each mentor, or below nothing.
    #[error("The certificate does not name one price of nothing or more for each mentor.")]
    Prices,
    /// Prices that prove too little.
    #[error("The matching costs {cost}, and the certificate only proves that none costs less than {bound}.")]
    Bound {
        /// What it costs.
        cost: i128,
        /// What any costs at least.
        bound: i128,
    },
}

/// Refuses a matching that breaks a rule of `instance`, is added up wrongly, or is not proven to be the best.
pub fn check(instance: &Instance, answer: &Answer) -> Result<(), Flaw> {
    let facts = Facts::new(instance);
    facts.rules(answer)?;
    if facts.reached(answer) != answer.objective {
        return Err(Flaw::Objective);
    }
    let units = &answer.certificate.units;
    if !facts.are_steep(units) {
        return Err(Flaw::Units);
    }
    let prices = &answer.certificate.prices;
    if prices.len() != facts.mentors.len() || prices.iter().any(|price| *price < 0) {
        return Err(Flaw::Prices);
    }
    let (cost, bound) = (facts.cost(answer), facts.bound(units, prices));
    if cost == bound { Ok(()) } else { Err(Flaw::Bound { cost, bound }) }
}

/// An instance, ready to be looked things up in.
struct Facts<'a> {
    mentees: BTreeMap<&'a PersonId, &'a Mentee>,
    mentors: BTreeMap<&'a PersonId, &'a Mentor>,
    pins: BTreeMap<&'a PersonId, &'a PersonId>,
    forbids: BTreeSet<&'a Pair>,
    previous: BTreeSet<&'a Pair>,
}

impl<'a> Facts<'a> {
    fn new(instance: &'a Instance) -> Self {
        Self {
            mentees: instance.mentees.iter().map(|mentee| (&mentee.id, mentee)).collect(),
            mentors: instance.mentors.iter().map(|mentor| (&mentor.id, mentor)).collect(),
            pins: instance.pins.iter().map(|pin| (&pin.mentee, &pin.mentor)).collect(),
            forbids: instance.forbids.iter().collect(),
            previous: instance.previous.iter().collect(),
        }
    }

    /// The candidates of a mentee who may be chosen.
    fn open(&self, mentee: &'a Mentee) -> impl Iterator<Item = &'a Candidate> {
        let pin = self.pins.get(&mentee.id).copied();
        let forbidden = |candidate: &Candidate| {
            let pair = Pair { mentee: mentee.id.clone(), mentor: candidate.mentor.clone() };
            self.forbids.contains(&pair)
        };
        let is_open =
            move |candidate: &&Candidate| pin.is_none_or(|pin| *pin == candidate.mentor) && !forbidden(candidate);
        mentee.candidates.iter().filter(is_open)
    }

    fn chosen(&self, pair: &Pair) -> Option<&'a Candidate> {
        let mentee = self.mentees.get(&pair.mentee)?;
        self.open(mentee).find(|candidate| candidate.mentor == pair.mentor)
    }

    fn rules(&self, answer: &Answer) -> Result<(), Flaw> {
        let mut met = BTreeSet::new();
        let mut loads: BTreeMap<&PersonId, u32> = BTreeMap::new();
        for pair in &answer.pairs {
            if self.chosen(pair).is_none() {
                return Err(Flaw::Pair(pair.clone()));
            }
            if !met.insert(&pair.mentee) {
                return Err(Flaw::Mentee(pair.mentee.clone()));
            }
            *loads.entry(&pair.mentor).or_default() += 1;
        }
        let held: BTreeSet<(&PersonId, &PersonId)> =
            answer.pairs.iter().map(|pair| (&pair.mentee, &pair.mentor)).collect();
        if let Some((mentee, mentor)) = self.pins.iter().find(|(mentee, mentor)| !held.contains(&(**mentee, **mentor)))
        {
            return Err(Flaw::Pin(Pair { mentee: (*mentee).clone(), mentor: (*mentor).clone() }));
        }
        let out = answer.unserved.iter().find(|mentee| !self.mentees.contains_key(mentee) || !met.insert(mentee));
        if let Some(mentee) = out.or_else(|| self.mentees.keys().copied().find(|mentee| !met.contains(mentee))) {
            return Err(Flaw::Mentee(mentee.clone()));
        }
        let is_over = |(mentor, load): &(&&PersonId, &u32)| {
            self.mentors.get(**mentor).is_none_or(|mentor| **load > mentor.capacity)
        };
        match loads.iter().find(is_over) {
            Some((mentor, _)) => Err(Flaw::Capacity((*mentor).clone())),
            None => Ok(()),
        }
    }

    fn reached(&self, answer: &Answer) -> Objective {
        let mut waits: BTreeMap<u8, Waited> = BTreeMap::new();
        for mentee in self.mentees.values() {
            let new = Waited { wait: mentee.wait, mentees: 0, served: 0 };
            waits.entry(mentee.wait).or_insert(new).mentees += 1;
        }
        let mut reached = Objective::default();
        for pair in &answer.pairs {
            if let Some(waited) = self.mentees.get(&pair.mentee).and_then(|mentee| waits.get_mut(&mentee.wait)) {
                waited.served += 1;
            }
            reached.served += 1;
            reached.score += self.chosen(pair).map_or(0, |candidate| i64::from(candidate.score));
            reached.kept += u32::from(self.previous.contains(pair));
        }
        reached.load = self.loads(answer).values().map(|load| load * (load - 1) / 2).sum();
        reached.waits = waits.into_values().rev().collect();
        reached
    }

    fn loads(&self, answer: &Answer) -> BTreeMap<PersonId, i64> {
        let mut loads = BTreeMap::new();
        answer.pairs.iter().for_each(|pair| *loads.entry(pair.mentor.clone()).or_default() += 1);
        loads
    }

    /// True when the least of each part weighs more than the most of all parts that matter less.
    fn are_steep(&self, units: &Units) -> bool {
        let all = i128::try_from(self.mentees.len()).unwrap_or(i128::MAX);
        let places = self.mentors.values().map(|mentor| i128::from(mentor.capacity)).max().unwrap_or(0);
        let [point, slot, unserved] = [units.point, units.slot, units.unserved].map(i128::from);
        let news = if point > 1 { all } else { 0 };
        let has_previous = !self.previous.is_empty();
        let scores = point * i128::from(TOP_SCORE) * all + news;
        let loads = slot * all * (places - 1).max(0) / 2;
        (if has_previous { point > all } else { point >= 1 }) && slot > scores && unserved > loads + scores
    }

    fn pair_cost(&self, mentee: &Mentee, candidate: &Candidate, units: &Units) -> i128 {
        let pair = Pair { mentee: mentee.id.clone(), mentor: candidate.mentor.clone() };
        let is_new = units.point > 1 && !self.previous.contains(&pair);
        i128::from(TOP_SCORE - candidate.score.min(TOP_SCORE)) * i128::from(units.point) + i128::from(is_new)
    }

    /// What it costs to leave a mentee without a mentor. One who is pinned counts as having waited longer than anybody.
    fn penalty(&self, mentee: &Mentee, units: &Units) -> i128 {
        let wait = if self.pins.contains_key(&mentee.id) { LONGEST_WAIT + 1 } else { mentee.wait };
        i128::from(units.unserved) * (1 + i128::from(wait))
    }

    fn cost(&self, answer: &Answer) -> i128 {
        let units = &answer.certificate.units;
        let mut cost = 0;
        for pair in &answer.pairs {
            if let (Some(mentee), Some(candidate)) = (self.mentees.get(&pair.mentee), self.chosen(pair)) {
                cost += self.pair_cost(mentee, candidate, units);
            }
        }
        for mentee in answer.unserved.iter().filter_map(|mentee| self.mentees.get(mentee)) {
            cost += self.penalty(mentee, units);
        }
        let shared: i64 = self.loads(answer).values().map(|load| load * (load - 1) / 2).sum();
        cost + i128::from(units.slot) * i128::from(shared)
    }

    /// What any matching costs at least at these prices: each mentee pays the least that they could, and each place gives
    /// back what its price is above what it costs.
    fn bound(&self, units: &Units, prices: &[i64]) -> i128 {
        let priced: BTreeMap<&PersonId, i128> =
            self.mentors.keys().copied().zip(prices.iter().copied().map(i128::from)).collect();
        let mut bound = 0;
        for mentee in self.mentees.values() {
            let full = |candidate: &Candidate| {
                self.pair_cost(mentee, candidate, units) + priced.get(&candidate.mentor).copied().unwrap_or(0)
            };
            let cheapest = self.open(mentee).map(full).min();
            let penalty = self.penalty(mentee, units);
            bound += cheapest.map_or(penalty, |cheapest| cheapest.min(penalty));
        }
        for (mentor, row) in &self.mentors {
            let price = priced.get(mentor).copied().unwrap_or(0);
            let places = (0..row.capacity).map(|place| i128::from(place) * i128::from(units.slot));
            bound -= places.map(|base| (price - base).max(0)).sum::<i128>();
        }
        bound
    }
}
