//! With whom the most falls: the worst single absence and the worst pair, for program admins.
//!
//! What an absence costs is the risk that it adds: for every skill that the person covers and that has no more people
//! than its target, its weight. A pair costs both, and the weight of each skill that both cover and that has exactly one
//! person more than its target: those are what makes a pair worse than its two halves. So the worst pair is the best of
//! the pairs that share such a skill and the two largest singles, and nothing has to be tried out.

use super::super::holders;
use super::WhatIfQuery;
use crate::id::PersonId;
use crate::org::Org;
use crate::wording::{counted, listed};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An absence worth looking at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// "One absence can cost seven skills a person they need".
    pub words: String,
    /// "without Rosalind Achterberg".
    pub who: String,
    /// The address that shows it.
    pub href: String,
}

/// What absences cost, in sums of weights.
struct Losses<'a> {
    single: BTreeMap<&'a PersonId, u32>,
    /// What two cost beyond their sum.
    extra: BTreeMap<(&'a PersonId, &'a PersonId), u32>,
}

impl<'a> Losses<'a> {
    fn of(org: &'a Org) -> Self {
        let mut losses = Self { single: BTreeMap::new(), extra: BTreeMap::new() };
        for skill in org.skills() {
            let people: Vec<&PersonId> = holders(org, skill).collect();
            let (weight, target) = (skill.criticality.weight(), usize::from(skill.target.people));
            if people.len() <= target {
                for person in people {
                    *losses.single.entry(person).or_default() += weight;
                }
            } else if people.len() == target + 1 && target > 0 {
                for (place, one) in people.iter().enumerate() {
                    for other in people.iter().skip(place + 1) {
                        *losses.extra.entry((one, other)).or_default() += weight;
                    }
                }
            }
        }
        losses
    }

    fn of_one(&self, person: &PersonId) -> u32 {
        self.single.get(person).copied().unwrap_or(0)
    }

    fn of_two(&self, one: &'a PersonId, other: &'a PersonId) -> u32 {
        self.of_one(one) + self.of_one(other) + self.extra.get(&sorted(one, other)).copied().unwrap_or(0)
    }

    /// The two whose absence costs most alone; of equals the first by id.
    fn largest(&self) -> Vec<&'a PersonId> {
        let mut people: Vec<(&'a PersonId, u32)> = self.single.iter().map(|(person, cost)| (*person, *cost)).collect();
        people.sort_by_key(|(person, cost)| (std::cmp::Reverse(*cost), *person));
        people.into_iter().take(2).map(|(person, _)| person).collect()
    }
}

/// Two people in the order of their ids.
fn sorted<'a>(one: &'a PersonId, other: &'a PersonId) -> (&'a PersonId, &'a PersonId) {
    if one < other { (one, other) } else { (other, one) }
}

/// The person without whom risk grows most, and by how much; of equals the first by id.
pub fn worst_single(org: &Org) -> Option<(PersonId, u32)> {
    let losses = Losses::of(org);
    let worst = losses.largest().into_iter().next()?;
    Some((worst.clone(), losses.of_one(worst)))
}

/// The two without whom risk grows most, and by how much; of equals the first by id.
pub fn worst_pair<'a>(org: &'a Org) -> Option<([PersonId; 2], u32)> {
    let losses = Losses::of(org);
    let singles = losses.largest();
    let two = match singles.as_slice() {
        [one, other] => Some(sorted(one, other)),
        _ => None,
    };
    // Where one person costs all there is to lose, anybody beside them makes the pair.
    let beside = |one: &'a PersonId| org.people().map(|person| &person.id).find(|other| *other != one);
    let alone = singles.first().filter(|_| two.is_none()).and_then(|one| Some(sorted(one, beside(one)?)));
    let pairs = losses.extra.keys().copied().chain(two).chain(alone);
    let worst = pairs.max_by_key(|(one, other)| (losses.of_two(one, other), std::cmp::Reverse((*one, *other))))?;
    let cost = losses.of_two(worst.0, worst.1);
    (cost > 0).then(|| ([worst.0.clone(), worst.1.clone()], cost))
}

/// The worst absence of one and of two, in words.
pub(super) fn hints(org: &Org) -> Vec<Hint> {
    let single = worst_single(org).map(|(person, _)| hint(org, "One absence", &[person]));
    let pair = worst_pair(org).map(|(pair, _)| hint(org, "Two absences", &pair));
    single.into_iter().chain(pair).collect()
}

fn hint(org: &Org, how_many: &str, people: &[PersonId]) -> Hint {
    let query = WhatIfQuery { people: people.iter().cloned().collect(), ..WhatIfQuery::default() };
    let short = org.skills().filter(|skill| {
        let (all, gone) = holders(org, skill)
            .fold((0, 0), |(all, gone), person| (all + 1, gone + usize::from(people.contains(person))));
        gone > 0 && all - gone < usize::from(skill.target.people)
    });
    let skills = counted(short.count(), "skill", "skills");
    Hint {
        words: format!("{how_many} can take {skills} below target or further below"),
        who: format!("without {}", listed(people.iter().map(|person| org.name_of(person)), 2)),
        href: query.link(),
    }
}
