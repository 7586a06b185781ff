//! From the organisation to an instance: who could learn what from whom until when, and in how many hours.
//!
//! A learner works here, is below the target and stays beyond its date. A teacher works here and reaches “can teach” with
//! enough confidence, also where the target is lower. Whoever reaches the target and leaves before its date no longer
//! counts as cover. When a target without a date is due stands in [`Target::due`](crate::skill::Target::due).
//!
//! Whoever lacks one skill that another builds on can learn it first, also where that skill needs nobody: it then stands
//! in the instance without seats, and a lesson in it costs what it takes.

mod firsts;
mod free_time;
mod sift;

use super::instance::{Dropped, Instance, Lesson, Need, Pick, Sieve, WEEK};
use super::terms::{Choices, Terms};
use crate::clocks::{Clocks, Day};
use crate::coverage::holders;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::person::Person;
use crate::skill::Skill;
use crate::time::Zone;
use firsts::Firsts;
use free_time::{FreeTime, Overlaps};
use sift::{Aim, Candidate};
use std::collections::{BTreeMap, BTreeSet};

/// A date this much later is looked at when something stays empty.
pub(super) const LATER: i64 = 7;
/// Lessons that lack no more than these quarter hours are kept, so that it can be said what would help.
pub(super) const NEAR_HOURS: i64 = 16;
/// The same of the quarter hours a day that two people share.
pub(super) const NEAR_OVERLAP: i64 = 4;

/// What to plan for.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The settings.
    pub terms: &'a Terms,
    /// What the planner asked for by hand.
    pub choices: &'a Choices,
    /// Which skills; empty for all that are below target.
    pub skills: &'a [SkillId],
}

/// The instance of an organisation today.
pub fn instance(org: &Org, question: Question, clocks: &Clocks) -> Instance {
    let today = clocks.today(&Zone::utc());
    let asked = |skill: &&Skill| question.skills.is_empty() || question.skills.contains(&skill.id);
    let needs: Vec<(&Skill, Need)> =
        org.skills().filter(asked).filter_map(|skill| Some((skill, need(org, skill, today)?))).collect();
    let mut dates: BTreeSet<Day> = needs.iter().flat_map(|(_, need)| [need.due, need.due.plus(LATER)]).collect();
    let due: BTreeMap<SkillId, Day> = needs.iter().map(|(skill, need)| (skill.id.clone(), need.due)).collect();
    let mut ground = Ground {
        org,
        today,
        terms: question.terms,
        pins: question.choices.pins.iter().collect(),
        forbids: question.choices.forbids.iter().collect(),
        firsts: Firsts::of(org, &needs, &due),
        due,
        free: FreeTime::new(org, today, dates.iter().copied().collect(), clocks),
        overlaps: Overlaps::new(clocks),
    };
    let (mut skills, mut lessons) = (Vec::new(), Vec::new());
    for (skill, mut need) in needs {
        let mut found = ground.lessons(skill, need.due);
        need.sieves = found.sieves;
        found.cut.note(&mut need);
        dates.extend(found.possible_from);
        skills.push(need);
        lessons.append(&mut found.lessons);
    }
    ground.add_firsts(&mut skills, &mut lessons);
    let named = lessons.iter().flat_map(|lesson| [Some(&lesson.learner), lesson.teacher.as_ref()]).flatten();
    let named: BTreeSet<&PersonId> = named.collect();
    let dates: Vec<Day> = dates.into_iter().collect();
    ground.free.count_until(&dates);
    let people = named.into_iter().filter_map(|id| ground.free.colleague(org.person(id)?)).collect();
    let (pins, forbids) = (question.choices.pins.clone(), question.choices.forbids.clone());
    Instance { dates, people, skills, lessons, pins, forbids, terms: question.terms.clone() }
}

/// What a skill lacks until it is due; `None` when enough people know it who stay beyond that day.
fn need(org: &Org, skill: &Skill, today: Day) -> Option<Need> {
    let due = skill.target.due(today);
    let stays = |id: &&PersonId| org.person(id).is_some_and(|person| person.leaves_on.is_none_or(|last| last > due));
    let have = crate::coverage::count(holders(org, skill).filter(stays));
    let seats = u32::from(skill.target.people).saturating_sub(have);
    (seats > 0).then(|| Need {
        id: skill.id.clone(),
        seats,
        due,
        criticality: skill.criticality,
        sieves: Vec::new(),
        cut: 0,
        cut_cost: 0,
    })
}

/// What lessons are made from.
struct Ground<'a> {
    org: &'a Org,
    today: Day,
    terms: &'a Terms,
    pins: BTreeSet<&'a Pick>,
    forbids: BTreeSet<&'a Pick>,
    due: BTreeMap<SkillId, Day>,
    firsts: Firsts,
    free: FreeTime<'a>,
    overlaps: Overlaps<'a>,
}

/// The lessons of a skill, and what the filters left.
struct Found {
    lessons: Vec<Lesson>,
    sieves: Vec<Sieve>,
    cut: Cut,
    /// When everybody takes more weeks than there are until it is due, the date, whole weeks later, on which the first
    /// could have learned it.
    possible_from: Option<Day>,
}

/// Pairs that were left out because enough others are cheaper.
#[derive(Clone, Copy, Debug, Default)]
struct Cut {
    pairs: usize,
    /// What each of them costs at least.
    cost: Option<i64>,
}

impl Cut {
    fn leave_out(&mut self, pairs: usize, cost: i64) {
        if pairs > 0 {
            self.pairs += pairs;
            self.cost = Some(self.cost.map_or(cost, |least| least.min(cost)));
        }
    }

    /// Writes them down beside those that `need` has already.
    fn note(self, need: &mut Need) {
        if let Some(cost) = self.cost {
            need.cut_cost = if need.cut > 0 { need.cut_cost.min(cost) } else { cost };
            need.cut = need.cut.saturating_add(u32::try_from(self.pairs).unwrap_or(u32::MAX));
        }
    }
}

impl<'a> Ground<'a> {
    fn lessons(&mut self, skill: &'a Skill, due: Day) -> Found {
        let (learners, not_looked_at) = self.learners(skill);
        let teachers = self.teachers(skill);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut sieves = vec![Sieve { filter: Dropped::NoLearner, left: count(learners.len()) }];
        sieves.push(Sieve { filter: Dropped::NoTeacher, left: count(teachers.len()) });
        let looked_at = teachers.len();
        let mut candidates = Vec::new();
        for learner in learners {
            candidates.push(self.of_learner(&Aim::at_target(skill, due), learner, &teachers));
        }
        let all = || candidates.iter().flatten();
        let order = [
            Dropped::Leaves,
            Dropped::Before,
            Dropped::Weeks,
            Dropped::Overlap,
            Dropped::LearnerHours,
            Dropped::TeacherHours,
            Dropped::Forbidden,
        ];
        for filter in order {
            // Filters stand in this order, so what an earlier one dropped has a lower place.
            let left = all().filter(|candidate| candidate.dropped.is_none_or(|dropped| dropped > filter)).count();
            sieves.push(Sieve { filter, left: count(left) });
        }
        let is_in_time = |candidate: &Candidate| candidate.dropped.is_none_or(|dropped| dropped > Dropped::Weeks);
        let late = || all().filter(|candidate| candidate.dropped == Some(Dropped::Weeks));
        let weeks = if all().any(is_in_time) { None } else { late().map(|late| late.lesson.weeks_late(due)).min() };
        let possible_from = weeks.map(|weeks| due.plus(weeks * WEEK));
        candidates.sort_by_key(|of| of.first().map(|best| (best.dropped, best.lesson.cost)));
        let [learners, teachers] = self.widest();
        let (mut lessons, mut cut) = (Vec::new(), Cut::default());
        cut.leave_out(not_looked_at * looked_at, self.cost_from_nothing(skill));
        for (at, of_learner) in candidates.into_iter().enumerate() {
            let may_be = of_learner.into_iter().filter(|candidate| candidate.dropped.is_none() || candidate.is_near);
            for (place, candidate) in may_be.enumerate() {
                let is_pinned = self.pins.contains(&candidate.lesson.pick());
                if is_pinned || (at < learners && place < teachers) {
                    lessons.push(candidate.lesson);
                } else if candidate.dropped.is_none() {
                    cut.leave_out(1, candidate.lesson.cost);
                }
            }
        }
        Found { lessons, sieves, cut, possible_from }
    }

    /// Who could learn it: whoever knows something of it or wants it, and others where these are few; and how many more
    /// there are.
    fn learners(&self, skill: &Skill) -> (Vec<&'a Person>, usize) {
        let org = self.org;
        let is_below = |person: &&Person| {
            let known = org.known(&person.id, &skill.id);
            person.is_active() && known.is_none_or(|known| !known.estimate.reaches(skill.target.level))
        };
        let knowers = org.knowers_of(&skill.id).map(|(id, _)| id);
        let near: BTreeSet<&PersonId> = knowers.chain(org.wanters_of(&skill.id).map(|(id, _)| id)).collect();
        let pinned = self.pins.iter().filter(|pin| pin.skill == skill.id).map(|pin| &pin.learner);
        let near: BTreeSet<&PersonId> = near.into_iter().chain(pinned).collect();
        let mut learners: Vec<&Person> = near.iter().filter_map(|id| org.person(id)).filter(is_below).collect();
        let most = usize::try_from(self.terms.widest[0]).unwrap_or(usize::MAX);
        let mut others = org.people().filter(|person| !near.contains(&person.id)).filter(is_below);
        let missing = most.saturating_sub(learners.len());
        learners.extend(others.by_ref().take(missing));
        (learners, others.count())
    }

    /// How many learners are kept for a skill, and how many teachers for each of them.
    fn widest(&self) -> [usize; 2] {
        self.terms.widest.map(|most| usize::try_from(most).unwrap_or(usize::MAX))
    }

    fn teachers(&self, skill: &Skill) -> Vec<&'a Person> {
        let knowers = self.org.knowers_of(&skill.id);
        let teachers = knowers.filter(|(_, known)| known.estimate.reaches(Level::CAN_TEACH));
        teachers.filter_map(|(id, _)| self.org.person(id)).filter(|person| person.is_active()).collect()
    }
}

#[cfg(test)]
mod tests;
