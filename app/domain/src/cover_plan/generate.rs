//! From the organisation to an instance: who could learn what from whom until when, and in how many hours.
//!
//! A learner works here, is below the target and stays beyond its date. A teacher works here and reaches “can teach” with
//! enough confidence, also where the target is lower. Whoever reaches the target and leaves before its date no longer
//! counts as cover. When a target without a date is due stands in [`Target::due`](crate::skill::Target::due).

mod free_time;

use super::instance::{Dropped, Instance, Lesson, Need, Pick, Sieve};
use super::terms::{Choices, QUARTER_COST, Terms};
use crate::clocks::{Clocks, Day};
use crate::coverage::holders;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::person::Person;
use crate::skill::Skill;
use crate::time::Zone;
use free_time::{FreeTime, Overlaps};
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
    let dates: BTreeSet<Day> = needs.iter().flat_map(|(_, need)| [need.due, need.due.plus(LATER)]).collect();
    let dates: Vec<Day> = dates.into_iter().collect();
    let due = needs.iter().map(|(skill, need)| (skill.id.clone(), need.due)).collect();
    let mut ground = Ground {
        org,
        terms: question.terms,
        choices: question.choices,
        due,
        free: FreeTime::new(org, today, dates.clone(), clocks),
        overlaps: Overlaps::new(clocks),
    };
    let (mut skills, mut lessons) = (Vec::new(), Vec::new());
    for (skill, mut need) in needs {
        let mut found = ground.lessons(skill, need.due);
        (need.sieves, need.cut) = (found.sieves, found.cut);
        skills.push(need);
        lessons.append(&mut found.lessons);
    }
    let named = lessons.iter().flat_map(|lesson| [Some(&lesson.learner), lesson.teacher.as_ref()]).flatten();
    let named: BTreeSet<&PersonId> = named.collect();
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
    })
}

/// What lessons are made from.
struct Ground<'a> {
    org: &'a Org,
    terms: &'a Terms,
    choices: &'a Choices,
    due: BTreeMap<SkillId, Day>,
    free: FreeTime<'a>,
    overlaps: Overlaps<'a>,
}

/// The lessons of a skill, and what the filters left.
struct Found {
    lessons: Vec<Lesson>,
    sieves: Vec<Sieve>,
    /// Pairs that were left out because enough others are cheaper.
    cut: u32,
}

/// A lesson that passed all filters before the one that may yet drop it.
struct Candidate {
    lesson: Lesson,
    dropped: Option<Dropped>,
    /// True when little is missing.
    is_near: bool,
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
            let mut of_learner: Vec<Candidate> =
                teachers.iter().filter_map(|teacher| self.candidate(skill, due, (learner, teacher))).collect();
            of_learner.sort_by(|a, b| (a.dropped, &a.lesson).cmp(&(b.dropped, &b.lesson)));
            of_learner.sort_by_key(|candidate| (candidate.dropped, candidate.lesson.cost));
            candidates.push(of_learner);
        }
        let all = || candidates.iter().flatten();
        let order = [
            Dropped::Leaves,
            Dropped::Before,
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
        candidates.sort_by_key(|of| of.first().map(|best| (best.dropped, best.lesson.cost)));
        let [learners, teachers] = self.terms.widest.map(|most| usize::try_from(most).unwrap_or(usize::MAX));
        let (mut lessons, mut cut) = (Vec::new(), not_looked_at * looked_at);
        for (at, of_learner) in candidates.into_iter().enumerate() {
            let may_be = of_learner.into_iter().filter(|candidate| candidate.dropped.is_none() || candidate.is_near);
            for (place, candidate) in may_be.enumerate() {
                let is_pinned = self.choices.pins.contains(&candidate.lesson.pick());
                if is_pinned || (at < learners && place < teachers) {
                    lessons.push(candidate.lesson);
                } else if candidate.dropped.is_none() {
                    cut += 1;
                }
            }
        }
        Found { lessons, sieves, cut: count(cut) }
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
        let pinned = self.choices.pins.iter().filter(|pin| pin.skill == skill.id).map(|pin| &pin.learner);
        let near: BTreeSet<&PersonId> = near.into_iter().chain(pinned).collect();
        let mut learners: Vec<&Person> = near.iter().filter_map(|id| org.person(id)).filter(is_below).collect();
        let most = usize::try_from(self.terms.widest[0]).unwrap_or(usize::MAX);
        let mut others = org.people().filter(|person| !near.contains(&person.id)).filter(is_below);
        let missing = most.saturating_sub(learners.len());
        learners.extend(others.by_ref().take(missing));
        (learners, others.count())
    }

    fn teachers(&self, skill: &Skill) -> Vec<&'a Person> {
        let knowers = self.org.knowers_of(&skill.id);
        let teachers = knowers.filter(|(_, known)| known.estimate.reaches(Level::CAN_TEACH));
        teachers.filter_map(|(id, _)| self.org.person(id)).filter(|person| person.is_active()).collect()
    }

    fn candidate(
        &mut self,
        skill: &Skill,
        due: Day,
        (learner, teacher): (&'a Person, &'a Person),
    ) -> Option<Candidate> {
        if learner.id == teacher.id {
            return None;
        }
        let target = skill.target.level;
        let known = self.org.known(&learner.id, &skill.id).map_or(Level::NONE, |known| known.estimate.level);
        // Whoever is at the level and not surely so takes the last step again.
        let from = known.number().min(target.number().saturating_sub(1));
        let steps = self.terms.steps.get(usize::from(from)..usize::from(target.number())).unwrap_or_default();
        let learning: i64 = steps.iter().sum();
        let part = self.terms.teaching_part.max(1);
        let teaching = (learning + part - 1) / part;
        let overlap = self.overlaps.quarters(learner, teacher);
        let is_wanted = self.org.want(&learner.id, &skill.id).is_some();
        let percent = if is_wanted { self.terms.wanted_percent } else { 100 };
        let cost = (learning + teaching) * QUARTER_COST * percent / 100
            + (self.terms.good_overlap - overlap).max(0) * self.terms.overlap_cost;
        let lacking = self.lacking(learner, skill);
        let lesson = Lesson {
            skill: skill.id.clone(),
            learner: learner.id.clone(),
            teacher: Some(teacher.id.clone()),
            learning,
            teaching,
            cost,
            overlap: Some(overlap),
            after: lacking.first().cloned(),
            from: Level::try_from(from).unwrap_or_default(),
            is_wanted,
        };
        Some(self.sifted(lesson, due, &lacking))
    }

    /// Filters in the order of [`Dropped`].
    fn sifted(&mut self, lesson: Lesson, due: Day, lacking: &[SkillId]) -> Candidate {
        let leaves = |id: &PersonId| self.org.person(id).and_then(|person| person.leaves_on);
        let in_time = |after: &SkillId| self.due.get(after).is_some_and(|first| *first <= due);
        let free = self.free.of(&lesson);
        let (until, later) = (free.until(due), free.until(due.plus(LATER)));
        let near = |needs: i64, has: i64, later: i64| needs <= has + NEAR_HOURS || needs <= later;
        let pick: Pick = lesson.pick();
        let is_pinned = self.choices.pins.contains(&pick);
        let (dropped, is_near) = if leaves(&lesson.learner).is_some_and(|last| last <= due) {
            (Some(Dropped::Leaves), false)
        } else if lacking.len() > 1 || !lacking.iter().all(in_time) {
            (Some(Dropped::Before), false)
        } else if lesson.overlap.is_some_and(|overlap| overlap < self.terms.least_overlap) && !is_pinned {
            let near = lesson.overlap.is_some_and(|overlap| overlap + NEAR_OVERLAP >= self.terms.least_overlap);
            (Some(Dropped::Overlap), near)
        } else if lesson.learning > until.learner {
            (Some(Dropped::LearnerHours), near(lesson.learning, until.learner, later.learner))
        } else if lesson.teaching > until.teacher {
            (Some(Dropped::TeacherHours), near(lesson.teaching, until.teacher, later.teacher))
        } else if self.choices.forbids.contains(&pick) {
            (Some(Dropped::Forbidden), true)
        } else {
            (None, true)
        };
        Candidate { lesson, dropped, is_near: is_near || is_pinned }
    }

    /// What the learner has to learn first, of which they know too little to do it with help.
    fn lacking(&self, learner: &Person, skill: &Skill) -> Vec<SkillId> {
        let lacks = |after: &&SkillId| {
            let known = self.org.known(&learner.id, after);
            self.org.skill(after).is_some() && known.is_none_or(|known| !known.estimate.reaches(Level::WITH_HELP))
        };
        skill.after.iter().filter(lacks).cloned().collect()
    }
}

#[cfg(test)]
mod tests;
