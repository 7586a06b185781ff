//! Small cases that are held against trying all.

use crate::world::{Chance, person};
use domain::id::PersonId;
use domain::matching::{Candidate, Instance, Mentee, Mentor, Objective, Pair, Waited, check, solve};
use serde_json::json;
use std::collections::BTreeMap;

/// How many cases are tried.
const CASES: u64 = 2_000;

/// In how many of the cases the matching is the first of the best, and proven.
pub fn counted() -> serde_json::Value {
    let equal = (0..CASES).filter(|seed| is_best(&case(*seed))).count();
    json!({ "cases": CASES, "equal": equal })
}

fn is_best(instance: &Instance) -> bool {
    let mut trial = Trial { instance, loads: BTreeMap::new(), chosen: Vec::new(), best: None };
    trial.go_on(0);
    let Some((objective, pairs)) = trial.best else { return false };
    solve(instance)
        .is_ok_and(|answer| check(instance, &answer).is_ok() && answer.objective == objective && answer.pairs == pairs)
}

/// Up to eight mentees and eight mentors, whose few scores leave many matchings equally good.
fn case(seed: u64) -> Instance {
    let mut chance = Chance::new(seed);
    let mut instance = Instance::default();
    let (mentees, mentors) = (6 + chance.below(3), 4 + chance.below(5));
    let scores = 1 + chance.below(6);
    for number in 0..mentors {
        instance.mentors.push(Mentor { id: person('m', number), capacity: chance.below(3) });
    }
    for number in 0..mentees {
        let candidate = |chance: &mut Chance| Candidate {
            mentor: person('m', chance.below(mentors)),
            score: u16::try_from(chance.below(scores) * 100).unwrap_or(0),
        };
        let mut candidates: Vec<Candidate> = (0..chance.below(5)).map(|_| candidate(&mut chance)).collect();
        candidates.sort();
        candidates.dedup_by(|a, b| a.mentor == b.mentor);
        let wait = u8::try_from(chance.below(3)).unwrap_or(0);
        instance.mentees.push(Mentee { id: person('a', number), wait, candidates });
    }
    if chance.below(2) == 0 {
        let pair = |number| Pair { mentee: person('a', number), mentor: person('m', number % mentors) };
        instance.previous = (0..mentees).map(pair).collect();
    }
    instance
}

struct Trial<'a> {
    instance: &'a Instance,
    loads: BTreeMap<&'a PersonId, u32>,
    chosen: Vec<(Pair, i64)>,
    best: Option<(Objective, Vec<Pair>)>,
}

impl<'a> Trial<'a> {
    /// Rows and candidates stand by id, so the first of equals is met first.
    fn go_on(&mut self, from: usize) {
        let instance: &'a Instance = self.instance;
        let Some(mentee) = instance.mentees.get(from) else { return self.compare() };
        for candidate in &mentee.candidates {
            let capacity = instance.mentors.iter().find(|mentor| mentor.id == candidate.mentor).map(|row| row.capacity);
            let load = self.loads.get(&candidate.mentor).copied().unwrap_or(0);
            if capacity.is_none_or(|capacity| load >= capacity) {
                continue;
            }
            self.loads.insert(&candidate.mentor, load + 1);
            let pair = Pair { mentee: mentee.id.clone(), mentor: candidate.mentor.clone() };
            self.chosen.push((pair, i64::from(candidate.score)));
            self.go_on(from + 1);
            self.chosen.pop();
            self.loads.insert(&candidate.mentor, load);
        }
        self.go_on(from + 1);
    }

    fn compare(&mut self) {
        let mut reached = Objective::default();
        let mut waits: BTreeMap<u8, Waited> = BTreeMap::new();
        for mentee in &self.instance.mentees {
            let waited = waits.entry(mentee.wait).or_insert(Waited { wait: mentee.wait, mentees: 0, served: 0 });
            waited.mentees += 1;
            waited.served += u32::from(self.chosen.iter().any(|(pair, _)| pair.mentee == mentee.id));
        }
        for (pair, score) in &self.chosen {
            reached.served += 1;
            reached.score += score;
            reached.kept += u32::from(self.instance.previous.contains(pair));
        }
        reached.load = self.loads.values().map(|load| i64::from(*load) * (i64::from(*load) - 1) / 2).sum();
        reached.waits = waits.into_values().rev().collect();
        if self.best.as_ref().is_none_or(|(best, _)| reached.is_better_than(best)) {
            self.best = Some((reached, self.chosen.iter().map(|(pair, _)| pair.clone()).collect()));
        }
    }
}
