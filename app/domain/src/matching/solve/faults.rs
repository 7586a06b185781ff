//! Whether an instance makes sense, row by row.

use super::pool::{Pool, at, number};
use crate::id::PersonId;
use crate::matching::fault::Fault;
use crate::matching::instance::{Instance, LONGEST_WAIT, MOST_MENTEES, Mentee, Mentor, Pair, TOP_SCORE};
use std::collections::{BTreeMap, BTreeSet};

/// The most mentees or mentors.
const PEOPLE: u32 = 100_000;
/// The most candidates of all mentees together.
const CANDIDATES: u32 = 10_000_000;

/// What contradicts itself in single rows, or between rows of a kind.
pub(super) fn in_the_rows(instance: &Instance) -> Vec<Fault> {
    let candidates = instance.mentees.iter().map(|mentee| mentee.candidates.len()).sum::<usize>();
    for (count, most, what) in [
        (instance.mentees.len(), PEOPLE, "mentees"),
        (instance.mentors.len(), PEOPLE, "mentors"),
        (candidates, CANDIDATES, "candidates"),
    ] {
        if number(count) > most {
            return vec![Fault::TooMany(most, what.to_owned())];
        }
    }
    let mut faults = Vec::new();
    faults.extend(twice(instance.mentees.iter().map(|mentee| &mentee.id)).into_iter().map(Fault::MenteeTwice));
    faults.extend(twice(instance.mentors.iter().map(|mentor| &mentor.id)).into_iter().map(Fault::MentorTwice));
    faults.extend(instance.mentees.iter().flat_map(in_mentee));
    faults.extend(instance.mentors.iter().filter_map(in_mentor));
    faults.extend(twice(instance.previous.iter().map(|pair| &pair.mentee)).into_iter().map(Fault::PreviousTwice));
    faults
}

/// Whoever is named more than once, each once, by id.
fn twice<'a>(ids: impl Iterator<Item = &'a PersonId>) -> Vec<PersonId> {
    let mut all: Vec<&PersonId> = ids.collect();
    all.sort_unstable();
    let mut again: Vec<PersonId> = all.windows(2).filter(|two| two[0] == two[1]).map(|two| two[0].clone()).collect();
    again.dedup();
    again
}

/// What makes no sense in the row of a mentee.
pub(in crate::matching) fn in_mentee(mentee: &Mentee) -> Vec<Fault> {
    let mut faults = Vec::new();
    if mentee.wait > LONGEST_WAIT {
        faults.push(Fault::Wait(mentee.id.clone()));
    }
    for candidate in &mentee.candidates {
        if candidate.mentor == mentee.id {
            faults.push(Fault::Alone(mentee.id.clone()));
        }
        if candidate.score > TOP_SCORE {
            faults.push(Fault::Score(Pair { mentee: mentee.id.clone(), mentor: candidate.mentor.clone() }));
        }
    }
    faults
}

/// What makes no sense in the row of a mentor.
pub(in crate::matching) fn in_mentor(mentor: &Mentor) -> Option<Fault> {
    (mentor.capacity > MOST_MENTEES).then(|| Fault::Capacity(mentor.id.clone()))
}

/// What pins ask for that cannot be.
pub(super) fn in_the_pins(instance: &Instance, pool: &Pool) -> Vec<Fault> {
    let pins: BTreeSet<&Pair> = instance.pins.iter().collect();
    let forbids: BTreeSet<&Pair> = instance.forbids.iter().collect();
    let mut faults = Vec::new();
    let mut by_mentor: BTreeMap<u32, u32> = BTreeMap::new();
    let mut mentees = BTreeSet::new();
    for pin in pins {
        let (mentee, mentor) = (pool.mentee(&pin.mentee), pool.mentor(&pin.mentor));
        let (Some(mentee), Some(mentor)) = (mentee, mentor) else {
            faults.push(Fault::PinUnknown(pin.clone()));
            continue;
        };
        *by_mentor.entry(mentor).or_default() += 1;
        if forbids.contains(pin) {
            faults.push(Fault::PinForbidden(pin.clone()));
        } else if pool.rows.get(at(mentee)).is_none_or(|row| row.candidate(mentor).is_none()) {
            faults.push(Fault::PinUnknown(pin.clone()));
        }
        if !mentees.insert(mentee) {
            faults.push(Fault::PinTwice(pin.mentee.clone()));
        }
    }
    for (mentor, pins) in by_mentor {
        let seats = &pool.mentors[at(mentor)];
        if pins > seats.capacity {
            faults.push(Fault::PinCapacity(seats.id.clone(), pins, seats.capacity));
        }
    }
    faults
}
