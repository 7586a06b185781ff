//! Why seats stay empty, and the least that would fill one.
//!
//! Where no lesson can be chosen, the filter that removed the last is named. Otherwise a set of limits that cannot be made
//! smaller: with all of them no lesson of the skill fits into the plan as it stands, without any one of them one does
//! (QuickXplain; Junker 2004). A change is named only after a lesson was put into the plan with it.

mod standing;
#[cfg(test)]
mod tests;

use super::instance::{Dropped, Instance, Pick, WEEK};
use super::plan::Plan;
use super::solve::dense::Dense;
use crate::id::{PersonId, SkillId};
use serde::{Deserialize, Serialize};
use standing::{Room, Standing};
use std::collections::BTreeSet;

/// Four hours more.
const HOURS: i64 = 16;
/// An hour a day less.
const OVERLAP: i64 = 4;

/// Why a skill keeps empty seats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Which skill.
    pub skill: SkillId,
    /// How many seats.
    pub seats: u32,
    /// What holds them.
    pub because: Because,
    /// The least that would fill one more seat, confirmed by putting the lesson in; `None` when nothing simple does.
    pub relax: Option<Relax>,
    /// What the plan costs then.
    pub cost_then: Option<i64>,
}

/// What holds a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// There is no lesson to choose; this removed the last.
    NoLesson(Dropped),
    /// Each of these is needed: without any one of them a lesson would fit into the plan as it stands.
    Limits(Vec<Binding>),
    /// A lesson would fit and costs more than the seat is worth.
    Price,
}

/// Something that a lesson runs into.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Binding {
    /// People take so many lessons at most.
    LessonsEach,
    /// The hours that somebody has to learn.
    Learning(PersonId),
    /// The hours that somebody has to teach.
    Teaching(PersonId),
    /// How many somebody teaches at most.
    Mentees(PersonId),
    /// The date of the skill.
    Date,
    /// The lesson that the skill builds on is not in the plan.
    Before(SkillId),
    /// A pinned lesson.
    Pin(Pick),
}

/// A change that fills a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relax {
    /// Somebody finds more time to learn.
    Learning {
        /// Who.
        person: PersonId,
        /// Quarter hours more.
        quarters: i64,
    },
    /// Somebody finds more time to teach.
    Teaching {
        /// Who.
        person: PersonId,
        /// Quarter hours more.
        quarters: i64,
    },
    /// The skill is due later.
    Later {
        /// So many days.
        days: i64,
    },
    /// Two people meet although they share less of the day.
    Overlap {
        /// Quarter hours a day less.
        quarters: i64,
    },
    /// Somebody teaches one more.
    Mentee {
        /// Who.
        person: PersonId,
    },
}

impl Relax {
    /// How much of an imposition a change is, in the unit of costs: the cheapest change is named.
    const fn effort(&self) -> i64 {
        match self {
            Self::Mentee { .. } => 80,
            Self::Overlap { .. } => 120,
            Self::Learning { .. } | Self::Teaching { .. } => 160,
            Self::Later { days } => 200 * *days / WEEK,
        }
    }
}

/// Why each empty seat of `plan` is empty, by skill. The plan has to be one of `instance`.
pub fn reasons(instance: &Instance, plan: &Plan) -> Vec<Held> {
    let dense = Dense::new(instance);
    let standing = Standing::new(&dense, plan);
    let held = |empty: &super::plan::Empty| {
        let skill = dense.skills.iter().position(|need| need.id == empty.skill)?;
        let lessons: Vec<usize> = (0..dense.rows.len()).filter(|at| dense.rows[*at].skill == skill).collect();
        let relief = cheapest_relief(&standing, &lessons);
        let (relax, cost) = relief.map_or((None, None), |(relax, cost)| (Some(relax), Some(plan.cost + cost)));
        let because = because(&standing, &lessons, skill);
        Some(Held { skill: empty.skill.clone(), seats: empty.seats, because, relax, cost_then: cost })
    };
    plan.empty.iter().filter_map(held).collect()
}

fn because(standing: &Standing, lessons: &[usize], skill: usize) -> Because {
    let dense = standing.dense;
    let choosable: Vec<usize> = lessons.iter().copied().filter(|at| dense.dropped[*at].is_none()).collect();
    let latest = lessons.iter().filter_map(|at| dense.dropped[*at]).max();
    let open: Vec<usize> = choosable.iter().copied().filter(|at| standing.is_open(*at)).collect();
    if choosable.is_empty() {
        let sieve = dense.skills[skill].sieves.iter().find(|sieve| sieve.left == 0).map(|sieve| sieve.filter);
        return Because::NoLesson(sieve.or(latest).unwrap_or(Dropped::NoLearner));
    }
    if open.is_empty() {
        // Whoever can learn it does.
        return Because::NoLesson(latest.unwrap_or(Dropped::NoLearner));
    }
    let groups: Vec<Binding> = standing.bindings(&open).into_iter().collect();
    let search = Search { standing, open: &open };
    if search.is_possible(&groups) {
        return Because::Price;
    }
    let mut limits = search.least_conflict(&[], false, &groups);
    limits.sort();
    Because::Limits(limits)
}

/// Junker's search for limits that cannot all hold.
struct Search<'a> {
    standing: &'a Standing<'a>,
    open: &'a [usize],
}

impl Search<'_> {
    /// True when some lesson fits although these limits hold.
    fn is_possible(&self, enforced: &[Binding]) -> bool {
        let enforced: BTreeSet<&Binding> = enforced.iter().collect();
        let room = Room { enforced: Some(&enforced), ..Room::default() };
        self.open.iter().any(|at| self.standing.fits(*at, &room))
    }

    fn least_conflict(&self, held: &[Binding], has_grown: bool, groups: &[Binding]) -> Vec<Binding> {
        if groups.is_empty() || (has_grown && !self.is_possible(held)) {
            return Vec::new();
        }
        if groups.len() == 1 {
            return groups.to_vec();
        }
        let (first, second) = groups.split_at(groups.len() / 2);
        let second = self.least_conflict(&[held, first].concat(), true, second);
        let first = self.least_conflict(&[held, &second].concat(), !second.is_empty(), first);
        [first, second].concat()
    }
}

/// The change of the least effort with which a lesson fits, and what the plan then costs more.
fn cheapest_relief(standing: &Standing, lessons: &[usize]) -> Option<(Relax, i64)> {
    let dense = standing.dense;
    let mut best: Option<(i64, i64, usize, Relax)> = None;
    for at in lessons.iter().copied().filter(|at| standing.is_open(*at)) {
        let row = &dense.rows[at];
        let id = |person: usize| dense.people[person].id.clone();
        let days = WEEK * dense.lessons[at].weeks_late(dense.skills[row.skill].due).max(1);
        let mut changes = vec![
            (
                Relax::Learning { person: id(row.learner), quarters: HOURS },
                Room { learning: Some((row.learner, HOURS)), ..Room::default() },
            ),
            (Relax::Later { days }, Room { days, ..Room::default() }),
            (Relax::Overlap { quarters: OVERLAP }, Room { overlap: OVERLAP, ..Room::default() }),
        ];
        if let Some(teacher) = row.teacher {
            let hours = Relax::Teaching { person: id(teacher), quarters: HOURS };
            changes.push((hours, Room { teaching: Some((teacher, HOURS)), ..Room::default() }));
            changes.push((Relax::Mentee { person: id(teacher) }, Room { mentee: Some(teacher), ..Room::default() }));
        }
        let more = row.cost - dense.price(row.skill);
        for (relax, room) in changes {
            let place = (relax.effort() + row.cost, relax.effort(), at);
            let is_better = best.as_ref().is_none_or(|best| place < (best.0, best.1, best.2));
            if more < 0 && is_better && standing.fits(at, &room) {
                best = Some((place.0, place.1, at, relax));
            }
        }
    }
    best.map(|(_, _, at, relax)| (relax, dense.rows[at].cost - dense.price(dense.rows[at].skill)))
}
