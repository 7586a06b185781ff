//! Instances for tests, seeded, and the best matching of a small one by trying all.

use super::instance::{Candidate, Instance, Mentee, Mentor, Pair};
use super::{Edit, Objective, Waited};
use crate::id::PersonId;
use std::collections::BTreeMap;

/// Numbers without a pattern, from a fixed start.
pub struct Chance(u64);

impl Chance {
    pub fn new(start: u64) -> Self {
        Self(start.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(99))
    }

    pub fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).unwrap() % most
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[usize::try_from(self.below(u32::try_from(all.len()).unwrap())).unwrap()]
    }
}

pub fn person(letter: char, number: u32) -> PersonId {
    format!("{letter}{number}").parse().unwrap()
}

/// How large an instance is.
#[derive(Clone, Copy)]
pub struct Size {
    pub mentees: u32,
    pub mentors: u32,
    /// So many candidates a mentee at most.
    pub candidates: u32,
    /// So many different scores: the fewer, the more matchings are equally good.
    pub scores: u32,
    pub capacity: u32,
}

/// An instance of a seed, with some pins, forbids and previous pairs where `size` leaves room for them.
pub fn case(seed: u64, size: Size) -> Instance {
    let mut chance = Chance::new(seed);
    let mut instance = Instance::default();
    for number in 0..size.mentors {
        instance.mentors.push(Mentor { id: person('m', number), capacity: chance.below(size.capacity + 1) });
    }
    let waits = 1 + chance.below(3);
    for number in 0..size.mentees {
        let wait = u8::try_from(chance.below(waits) * 7).unwrap();
        let mentee = Mentee { id: person('a', number), wait, candidates: candidates(&mut chance, size) };
        instance.mentees.push(mentee);
    }
    let pairs = all_pairs(&instance);
    if !pairs.is_empty() && chance.below(2) == 0 {
        instance.forbids.push(chance.one_of(&pairs).clone());
    }
    let pin = pairs.get(usize::try_from(chance.below(60)).unwrap());
    let has_room = |pin: &&Pair| instance.mentors.iter().any(|mentor| mentor.id == pin.mentor && mentor.capacity > 0);
    instance.pins.extend(pin.filter(has_room).filter(|pin| !instance.forbids.contains(pin)).cloned());
    if chance.below(2) == 0 {
        for mentee in &instance.mentees {
            let mentor = person('m', chance.below(size.mentors));
            instance.previous.push(Pair { mentee: mentee.id.clone(), mentor });
        }
    }
    instance
}

fn candidates(chance: &mut Chance, size: Size) -> Vec<Candidate> {
    let mut all = BTreeMap::new();
    for _ in 0..chance.below(size.candidates + 1) {
        let score = u16::try_from(chance.below(size.scores) * 1_000 / size.scores.max(2)).unwrap();
        all.insert(person('m', chance.below(size.mentors)), score);
    }
    all.into_iter().map(|(mentor, score)| Candidate { mentor, score }).collect()
}

fn all_pairs(instance: &Instance) -> Vec<Pair> {
    let of = |mentee: &Mentee| -> Vec<Pair> {
        let pair = |candidate: &Candidate| Pair { mentee: mentee.id.clone(), mentor: candidate.mentor.clone() };
        mentee.candidates.iter().map(pair).collect()
    };
    instance.mentees.iter().flat_map(of).collect()
}

/// The same rows in another order.
pub fn shuffled(instance: &Instance, seed: u64) -> Instance {
    fn shuffle<T>(rows: &mut [T], chance: &mut Chance) {
        for at in (1..rows.len()).rev() {
            let other = chance.below(u32::try_from(at + 1).unwrap());
            rows.swap(at, usize::try_from(other).unwrap());
        }
    }
    let (mut other, mut chance) = (instance.clone(), Chance::new(seed));
    shuffle(&mut other.mentees, &mut chance);
    shuffle(&mut other.mentors, &mut chance);
    shuffle(&mut other.pins, &mut chance);
    shuffle(&mut other.forbids, &mut chance);
    shuffle(&mut other.previous, &mut chance);
    other.mentees.iter_mut().for_each(|mentee| shuffle(&mut mentee.candidates, &mut chance));
    other
}

/// Some change of an instance; it may be one that is refused.
pub fn edit(chance: &mut Chance, instance: &Instance, size: Size) -> Edit {
    let mentee = person('a', chance.below(size.mentees + 3));
    let mentor = person('m', chance.below(size.mentors + 1));
    let pairs = all_pairs(instance);
    let mut known = || {
        let other = Pair { mentee: mentee.clone(), mentor: mentor.clone() };
        if pairs.is_empty() { other } else { chance.one_of(&pairs).clone() }
    };
    let (pair, wild) = (known(), Pair { mentee: mentee.clone(), mentor: mentor.clone() });
    match chance.below(12) {
        0 | 1 => {
            let wait = u8::try_from(chance.below(3) * 7).unwrap();
            Edit::Join(Mentee { id: mentee, wait, candidates: candidates(chance, size) })
        }
        2 => Edit::Leave(mentee),
        3 | 4 => Edit::Capacity(Mentor { id: mentor, capacity: chance.below(size.capacity + 1) }),
        5 => Edit::Close(mentor),
        6 | 7 => {
            let score = u16::try_from(chance.below(size.scores) * 1_000 / size.scores.max(2)).unwrap();
            Edit::Score { pair: if chance.below(2) == 0 { pair } else { wild }, score: Some(score) }
        }
        8 => Edit::Score { pair, score: None },
        9 => Edit::Forbid(pair),
        10 => match instance.forbids.first() {
            Some(forbid) => Edit::Allow(forbid.clone()),
            None => Edit::Forbid(pair),
        },
        _ => match instance.pins.first() {
            Some(pin) if chance.below(2) == 0 => Edit::Unpin(pin.clone()),
            Some(_) | None => Edit::Pin(pair),
        },
    }
}

/// The best matching by trying all, the first among equals; `None` when the pins cannot be kept.
pub fn best(instance: &Instance) -> Option<(Objective, Vec<Pair>)> {
    let mut mentees: Vec<&Mentee> = instance.mentees.iter().collect();
    mentees.sort_by_key(|mentee| &mentee.id);
    let free = instance.mentors.iter().map(|mentor| (mentor.id.clone(), mentor.capacity)).collect();
    let mut trial = Trial { instance, mentees, free, chosen: Vec::new(), best: None };
    trial.go_on(0);
    trial.best
}

struct Trial<'a> {
    instance: &'a Instance,
    mentees: Vec<&'a Mentee>,
    free: BTreeMap<PersonId, u32>,
    chosen: Vec<(Pair, u16)>,
    best: Option<(Objective, Vec<Pair>)>,
}

impl Trial<'_> {
    /// Tries mentees in the order of ids, mentors in the order of ids and none last: the first of equals is met first.
    fn go_on(&mut self, from: usize) {
        let Some(mentee) = self.mentees.get(from).copied() else { return self.compare() };
        let mut candidates: Vec<&Candidate> = mentee.candidates.iter().collect();
        candidates.sort();
        let is_pinned = self.instance.pins.iter().any(|pin| pin.mentee == mentee.id);
        for candidate in candidates {
            let pair = Pair { mentee: mentee.id.clone(), mentor: candidate.mentor.clone() };
            let free = self.free[&pair.mentor];
            let is_other = is_pinned && !self.instance.pins.contains(&pair);
            if free == 0 || is_other || self.instance.forbids.contains(&pair) {
                continue;
            }
            self.free.insert(pair.mentor.clone(), free - 1);
            self.chosen.push((pair.clone(), candidate.score));
            self.go_on(from + 1);
            self.chosen.pop();
            self.free.insert(pair.mentor, free);
        }
        if !is_pinned {
            self.go_on(from + 1);
        }
    }

    fn compare(&mut self) {
        let reached = self.reached();
        if self.best.as_ref().is_none_or(|(best, _)| reached.is_better_than(best)) {
            self.best = Some((reached, self.chosen.iter().map(|(pair, _)| pair.clone()).collect()));
        }
    }

    fn reached(&self) -> Objective {
        let mut reached = Objective::default();
        let mut loads: BTreeMap<&PersonId, i64> = BTreeMap::new();
        let mut waits: BTreeMap<u8, Waited> = BTreeMap::new();
        for mentee in &self.mentees {
            let is_served = self.chosen.iter().any(|(pair, _)| pair.mentee == mentee.id);
            let waited = waits.entry(mentee.wait).or_insert(Waited { wait: mentee.wait, mentees: 0, served: 0 });
            waited.mentees += 1;
            waited.served += u32::from(is_served);
        }
        for (pair, score) in &self.chosen {
            reached.served += 1;
            reached.score += i64::from(*score);
            reached.kept += u32::from(self.instance.previous.contains(pair));
            let load = loads.entry(&pair.mentor).or_default();
            reached.load += *load;
            *load += 1;
        }
        reached.waits = waits.into_values().rev().collect();
        reached
    }
}
