//! Repairs against trying all.

use super::*;
use crate::rings::cases::{self, Size, case};
use crate::rings::chance::Chance;
use crate::rings::solve;

const SIZE: Size = Size { people: 7, lessons: 18 };

/// What there was when somebody of a ring dropped out, and others had confirmed.
fn drop_out(seed: u64) -> Option<(Instance, Repair)> {
    let instance = case(seed, SIZE);
    let clearing = solve(&instance, &Limits::default()).unwrap();
    let mut chance = Chance::new(seed);
    let mut standing = Vec::new();
    for ring in clearing.rings {
        let confirms = chance.below(3);
        let confirmed = ring.people().filter(|_| chance.below(3) < confirms).cloned().collect();
        standing.push(Standing { ring, confirmed });
    }
    let people: Vec<&PersonId> = standing.iter().flat_map(|standing| standing.ring.people()).collect();
    let gone = vec![(*people.get(chance.below(people.len()))?).clone()];
    Some((instance, Repair { standing, gone }))
}

/// Broken promises, lost places, lessons and worth, each so that more is better.
type Score = (i64, i64, i64, i64);

/// Every set of rings that might be offered, tried one after the other.
struct Trial<'a> {
    free: Vec<(&'a Ring, i64, Vec<usize>)>,
    left: Vec<u32>,
    /// For each person: what they had confirmed, what they had been offered, and what they get.
    people: Vec<(&'a PersonId, [i64; 3])>,
    best: Option<Score>,
}

impl<'a> Trial<'a> {
    fn new(instance: &'a Instance, what: &'a Repair, rings: &'a [Ring]) -> Self {
        let is_gone = |person: &PersonId| what.gone.contains(person);
        let stays = |standing: &&Standing| !standing.confirmed.is_empty() && !standing.ring.people().any(is_gone);
        let (mut left, takes) = cases::room(instance, rings);
        let mut free = Vec::new();
        for (ring, limits) in rings.iter().zip(takes) {
            if what.standing.iter().filter(stays).any(|standing| standing.ring == *ring) {
                limits.iter().for_each(|limit| left[*limit] -= 1);
            } else if !ring.people().any(is_gone) {
                free.push((ring, cases::worth(instance, ring), limits));
            }
        }
        let mut people: Vec<_> = instance.people.iter().map(|member| (&member.id, [0; 3])).collect();
        for standing in what.standing.iter().filter(|standing| !stays(standing)) {
            for learner in standing.ring.learners().filter(|learner| !is_gone(learner)) {
                let (_, had) = people.iter_mut().find(|(id, _)| *id == learner).unwrap();
                had[usize::from(!standing.confirmed.contains(learner))] += 1;
            }
        }
        Self { free, left, people, best: None }
    }

    fn go_on(&mut self, from: usize, (lessons, worth): (i64, i64)) {
        let over = |of: fn(&[i64; 3]) -> i64| self.people.iter().map(|(_, had)| of(had).max(0)).sum::<i64>();
        let score = (-over(|had| had[0] - had[2]), -over(|had| had[0] + had[1] - had[2]), lessons, worth);
        self.best = self.best.max(Some(score));
        for at in from..self.free.len() {
            let (ring, more, limits) = self.free[at].clone();
            if limits.iter().any(|limit| self.left[*limit] == 0) {
                continue;
            }
            let give = |trial: &mut Self, by: i64| {
                for learner in ring.learners() {
                    trial.people.iter_mut().find(|(id, _)| *id == learner).unwrap().1[2] += by;
                }
            };
            limits.iter().for_each(|limit| self.left[*limit] -= 1);
            give(self, 1);
            let count = i64::try_from(ring.lessons.len()).unwrap();
            self.go_on(at + 1, (lessons + count, worth + more));
            give(self, -1);
            limits.iter().for_each(|limit| self.left[*limit] += 1);
        }
    }
}

#[test]
fn a_repair_is_the_best_of_all() {
    let (mut whole, mut offered, mut broken) = (0, 0, 0);
    for seed in 0..400 {
        let Some((instance, what)) = drop_out(seed) else { continue };
        let repaired = repair(&instance, &what, &Limits::default()).unwrap();
        let all = cases::rings(&instance);
        let mut trial = Trial::new(&instance, &what, &all);
        trial.go_on(0, (0, 0));
        let count = |n: usize| i64::try_from(n).unwrap();
        let said =
            (-count(repaired.broken.len()), -count(repaired.lost.len()), i64::from(repaired.served), repaired.weight);
        assert_eq!(Some(said), trial.best, "{seed}");
        assert!(repaired.is_proven, "{seed}");
        whole += usize::from(said.1 == 0);
        offered += usize::from(!repaired.offered.is_empty());
        broken += usize::from(said.0 < 0);
    }
    assert!(whole > 20 && offered > 50 && broken > 20, "{whole} {offered} {broken}");
}

#[test]
fn what_somebody_confirmed_stays_and_no_place_is_given_twice() {
    for seed in 1_000..1_200 {
        let Some((instance, what)) = drop_out(seed) else { continue };
        let repaired = repair(&instance, &what, &Limits::default()).unwrap();
        for standing in &what.standing {
            let is_whole = standing.ring.people().all(|person| !what.gone.contains(person));
            let is_kept = repaired.kept.contains(&standing.ring);
            assert_eq!(is_kept, is_whole && !standing.confirmed.is_empty(), "{seed}");
        }
        let all: Vec<Ring> = repaired.kept.iter().chain(&repaired.offered).cloned().collect();
        assert!(cases::fits(&instance, &all), "{seed}");
        assert!(all.iter().all(|ring| ring.people().all(|person| !what.gone.contains(person))), "{seed}");
    }
}

#[test]
fn a_ring_that_never_was_is_refused() {
    let (instance, what) = (0..).find_map(drop_out).unwrap();
    let mut other = what.clone();
    other.standing[0].ring.lessons[0].weight += 1;
    assert!(matches!(repair(&instance, &other, &Limits::default()).unwrap_err()[0], Fault::Standing(..)));
    let mut often = what.clone();
    for _ in 0..9 {
        often.standing.push(what.standing[0].clone());
    }
    let message = repair(&instance, &often, &Limits::default()).unwrap_err()[0].to_string();
    assert!(message.contains("takes more than there is"), "{message}");
}
