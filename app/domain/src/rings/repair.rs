//! What to offer when somebody drops out of rings that were offered or confirmed already.
//!
//! A ring that somebody confirmed stays, unless it lost a person. Of what is left, everybody in a ring that fell or that
//! nobody confirmed yet, and everybody who waits, the best set is, in this order,
//!
//! 1. the one with the fewest broken promises: places in a fallen ring that their learner had confirmed and that are not
//!    replaced by another,
//! 2. the one with the fewest lost places: the same of places that were offered,
//! 3. the one in which most people are taught,
//! 4. the one that is worth most.
//!
//! The four are one weight, each so heavy that all that come after it weigh less, and the set is found and bounded like
//! any other. A starter who is no longer needed has lost nothing.

mod places;
#[cfg(test)]
mod tests;

use super::fault::Fault;
use super::instance::{Instance, Ring};
use super::solve::columns::{columns, of_lessons};
use super::solve::dense::Dense;
use super::solve::faults::faults;
use super::solve::packing::Packing;
use super::solve::{Limits, answers};
use crate::id::PersonId;
use places::{Places, Weights};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A ring that was offered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// The ring.
    pub ring: Ring,
    /// Who said yes so far.
    #[serde(default)]
    pub confirmed: Vec<PersonId>,
}

/// What happened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repair {
    /// Every ring that was offered. Together they take no more than there is.
    pub standing: Vec<Standing>,
    /// Who dropped out.
    pub gone: Vec<PersonId>,
}

/// What to offer now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repaired {
    /// Rings that stay as they are because somebody confirmed them, ascending.
    pub kept: Vec<Ring>,
    /// Rings to offer, ascending. What nobody had confirmed is among them where it is still best.
    pub offered: Vec<Ring>,
    /// Who confirmed and has no place instead, once for each.
    pub broken: Vec<PersonId>,
    /// Who was offered or had confirmed a place and has none instead, once for each.
    pub lost: Vec<PersonId>,
    /// How many lessons the rings to offer hold.
    pub served: u32,
    /// What they are worth.
    pub weight: i64,
    /// True when nothing better can be offered.
    pub is_proven: bool,
}

/// The best that can be offered after a drop-out. Refuses an instance that contradicts itself, and standing rings that are
/// none of its rings or take more than there is.
pub fn repair(instance: &Instance, repair: &Repair, limits: &Limits) -> Result<Repaired, Vec<Fault>> {
    let faults = faults(instance);
    if !faults.is_empty() {
        return Err(faults);
    }
    let dense = Dense::new(instance);
    let packing = columns(&dense).map_err(|fault| vec![fault])?;
    let ground = Ground::new(&dense, &packing, repair).map_err(|fault| vec![fault])?;
    let offers = ground.offers(limits);
    Ok(ground.repaired(offers))
}

/// What is left to choose from.
struct Ground<'a> {
    dense: &'a Dense<'a>,
    packing: &'a Packing,
    kept: Vec<usize>,
    places: Places,
    gone: BTreeSet<usize>,
    /// How much is left of each limit.
    left: Vec<i64>,
}

/// The columns to offer, and whether nothing is better.
struct Offers {
    columns: Vec<usize>,
    is_proven: bool,
}

impl<'a> Ground<'a> {
    fn new(dense: &'a Dense<'a>, packing: &'a Packing, repair: &Repair) -> Result<Self, Fault> {
        let numbers: BTreeMap<&[usize], usize> = (0..packing.len()).map(|at| (packing.lessons_of(at), at)).collect();
        let gone: BTreeSet<usize> = repair.gone.iter().filter_map(|person| dense.number(person)).collect();
        let mut ground =
            Self { dense, packing, kept: Vec::new(), places: Places::default(), gone, left: dense.capacities.clone() };
        let mut all = dense.capacities.clone();
        for standing in &repair.standing {
            let lessons = ground.lessons(&standing.ring)?;
            let first = standing.ring.people().next().cloned();
            let refused = |why: &str| {
                let fault = first.clone().map(|first| Fault::Standing(first, why.to_owned()));
                fault.unwrap_or_else(|| Fault::Terms("no empty rings as standing ones".to_owned()))
            };
            let column = numbers.get(lessons.as_slice()).copied();
            let column = column.ok_or_else(|| refused("it breaks a rule, or stands in another order"))?;
            dense.limits(&lessons).into_iter().for_each(|limit| all[limit] -= 1);
            if all.iter().any(|left| *left < 0) {
                return Err(refused("it takes more than there is beside the others"));
            }
            ground.stand(column, standing);
        }
        Ok(ground)
    }

    fn lessons(&self, ring: &Ring) -> Result<Vec<usize>, Fault> {
        let number = |lesson| {
            let find = |at: &usize| self.dense.lessons[*at].lesson == lesson;
            (0..self.dense.lessons.len()).find(find)
        };
        let lessons: Option<Vec<usize>> = ring.lessons.iter().map(number).collect();
        let first = ring.lessons.first().map(|lesson| lesson.teacher.clone());
        let fault = |first| Fault::Standing(first, "it holds a lesson that there is not".to_owned());
        match (lessons, first) {
            (Some(lessons), _) => Ok(lessons),
            (None, Some(first)) => Err(fault(first)),
            (None, None) => Ok(Vec::new()),
        }
    }

    /// A standing ring stays, or its places are free.
    fn stand(&mut self, column: usize, standing: &Standing) {
        let lessons = self.packing.lessons_of(column);
        let is_whole = standing.ring.people().all(|person| !self.is_gone(person));
        if is_whole && !standing.confirmed.is_empty() {
            self.kept.push(column);
            self.dense.limits(lessons).into_iter().for_each(|limit| self.left[limit] -= 1);
            return;
        }
        for learner in standing.ring.learners() {
            if let Some(number) = self.dense.number(learner).filter(|number| !self.gone.contains(number)) {
                self.places.add(number, standing.confirmed.contains(learner));
            }
        }
    }

    fn is_gone(&self, person: &PersonId) -> bool {
        self.dense.number(person).is_some_and(|number| self.gone.contains(&number))
    }

    /// The best columns of what is left.
    fn offers(&self, limits: &Limits) -> Offers {
        let can_be = |column: &usize| {
            let lessons = self.packing.lessons_of(*column);
            let limits = self.dense.limits(lessons);
            let people = self.dense.people.len();
            !self.kept.contains(column)
                && limits.iter().all(|limit| self.left[*limit] > 0 && (*limit >= people || !self.gone.contains(limit)))
        };
        let columns: Vec<usize> = (0..self.packing.len()).filter(can_be).collect();
        let weights = Weights::new(self.dense, self.packing, (&columns, &self.left), &self.places);
        let (mut free, mut origin) = (Packing::new(weights.capacities(&self.left)), Vec::new());
        for column in columns {
            let lessons = self.packing.lessons_of(column);
            let taken = self.dense.limits(lessons);
            let learners: Vec<usize> = lessons.iter().map(|at| self.dense.lessons[*at].learner).collect();
            for (weight, places) in weights.ways(&learners, self.dense.worth(lessons)) {
                let taken: Vec<usize> = taken.iter().copied().chain(places).collect();
                free.push(weight, &taken, lessons);
                origin.push(column);
            }
        }
        // A limit that is down to one place is one that whoever takes it has no more of.
        let mut singles = of_lessons(self.dense);
        singles.values_mut().for_each(|limits| limits.retain(|limit| self.left[*limit] == 1));
        free.close(singles);
        let answers = answers(&free, limits);
        let is_proven = answers.iter().all(|answer| answer.bound <= answer.weight);
        let mut columns: Vec<usize> = answers.iter().flat_map(|answer| &answer.chosen).map(|at| origin[*at]).collect();
        columns.sort_unstable();
        Offers { columns, is_proven }
    }

    fn repaired(&self, offers: Offers) -> Repaired {
        let rings = |columns: &[usize]| {
            let mut rings: Vec<Ring> =
                columns.iter().map(|column| self.dense.ring(self.packing.lessons_of(*column))).collect();
            rings.sort();
            rings
        };
        let mut repaired = Repaired {
            kept: rings(&self.kept),
            offered: rings(&offers.columns),
            is_proven: offers.is_proven,
            ..Repaired::default()
        };
        let mut learned: BTreeMap<usize, usize> = BTreeMap::new();
        for column in &offers.columns {
            let lessons = self.packing.lessons_of(*column);
            repaired.weight += self.dense.worth(lessons);
            repaired.served += u32::try_from(lessons.len()).unwrap_or(0);
            lessons.iter().for_each(|at| *learned.entry(self.dense.lessons[*at].learner).or_default() += 1);
        }
        let mut names: Vec<&PersonId> = self.dense.instance.people.iter().map(|member| &member.id).collect();
        names.sort();
        for (person, [promised, offered]) in self.places.all() {
            let now = learned.get(&person).copied().unwrap_or(0);
            let name = |times: usize| std::iter::repeat_n(names[person].clone(), times);
            repaired.broken.extend(name(promised.saturating_sub(now)));
            repaired.lost.extend(name((promised + offered).saturating_sub(now)));
        }
        repaired
    }
}
