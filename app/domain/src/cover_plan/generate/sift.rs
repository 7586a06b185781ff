//! One learner and one teacher: what the lesson would take, and what stands in its way.

use super::{Ground, LATER, NEAR_HOURS, NEAR_OVERLAP};
use crate::clocks::Day;
use crate::cover_plan::instance::{Dropped, Lesson, WEEK};
use crate::cover_plan::terms::QUARTER_COST;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::person::Person;
use crate::skill::Skill;

/// What a lesson leads to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Aim<'a> {
    pub(super) skill: &'a Skill,
    pub(super) level: Level,
    pub(super) due: Day,
    /// True when it is learned for what builds on it.
    pub(super) is_first: bool,
}

impl<'a> Aim<'a> {
    pub(super) const fn at_target(skill: &'a Skill, due: Day) -> Self {
        Self { skill, level: skill.target.level, due, is_first: false }
    }
}

/// A lesson that passed all filters before the one that may yet drop it.
pub(super) struct Candidate {
    pub(super) lesson: Lesson,
    pub(super) dropped: Option<Dropped>,
    /// True when little is missing.
    pub(super) is_near: bool,
}

impl<'a> Ground<'a> {
    /// What somebody could learn from each of these teachers, the most possible and cheapest first.
    pub(super) fn of_learner(&mut self, aim: &Aim, learner: &'a Person, teachers: &[&'a Person]) -> Vec<Candidate> {
        let mut found: Vec<Candidate> =
            teachers.iter().filter_map(|teacher| self.candidate(aim, (learner, teacher))).collect();
        found.sort_by(|a, b| (a.dropped, &a.lesson).cmp(&(b.dropped, &b.lesson)));
        found.sort_by_key(|candidate| (candidate.dropped, candidate.lesson.cost));
        found
    }

    fn candidate(&mut self, aim: &Aim, (learner, teacher): (&'a Person, &'a Person)) -> Option<Candidate> {
        if learner.id == teacher.id {
            return None;
        }
        let (skill, to) = (aim.skill, aim.level.number());
        let known = self.org.known(&learner.id, &skill.id).map_or(Level::NONE, |known| known.estimate.level);
        // Whoever is at the level and not surely so takes the last step again.
        let from = known.number().min(to.saturating_sub(1));
        let of_steps =
            |each: &[i64; 4]| -> i64 { each.get(usize::from(from)..usize::from(to)).unwrap_or_default().iter().sum() };
        let (learning, weeks) = (of_steps(&self.terms.steps), of_steps(&self.terms.weeks));
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
            earliest: (weeks > 0).then(|| self.today.plus(weeks * WEEK)),
            to: aim.is_first.then_some(aim.level),
        };
        Some(self.sifted(lesson, aim, (learner, &lacking)))
    }

    /// What a lesson in `skill` costs at least for somebody who knows nothing of it and did not say that they want it.
    pub(super) fn cost_from_nothing(&self, skill: &Skill) -> i64 {
        let steps = self.terms.steps.iter().take(usize::from(skill.target.level.number()));
        let learning: i64 = steps.sum();
        let part = self.terms.teaching_part.max(1);
        (learning + (learning + part - 1) / part) * QUARTER_COST
    }

    /// Filters in the order of [`Dropped`].
    fn sifted(&mut self, lesson: Lesson, aim: &Aim, (learner, lacking): (&'a Person, &[SkillId])) -> Candidate {
        let due = aim.due;
        let leaves = |id: &PersonId| self.org.person(id).and_then(|person| person.leaves_on);
        let is_gone = leaves(&lesson.learner).is_some_and(|last| last <= due);
        let can_begin = self.can_begin(aim, (learner, lacking));
        let free = self.free.of(&lesson);
        let (until, later) = (free.until(due), free.until(due.plus(LATER)));
        let near = |needs: i64, has: i64, later: i64| needs <= has + NEAR_HOURS || needs <= later;
        let pick = lesson.pick();
        let is_pinned = self.pins.contains(&pick);
        let (dropped, is_near) = if is_gone {
            (Some(Dropped::Leaves), false)
        } else if !can_begin {
            (Some(Dropped::Before), false)
        } else if lesson.weeks_late(due) > 0 {
            // How many weeks are missing is said, however many.
            (Some(Dropped::Weeks), true)
        } else if lesson.overlap.is_some_and(|overlap| overlap < self.terms.least_overlap) && !is_pinned {
            let near = lesson.overlap.is_some_and(|overlap| overlap + NEAR_OVERLAP >= self.terms.least_overlap);
            (Some(Dropped::Overlap), near)
        } else if lesson.learning > until.learner {
            (Some(Dropped::LearnerHours), near(lesson.learning, until.learner, later.learner))
        } else if lesson.teaching > until.teacher {
            (Some(Dropped::TeacherHours), near(lesson.teaching, until.teacher, later.teacher))
        } else if self.forbids.contains(&pick) {
            (Some(Dropped::Forbidden), true)
        } else {
            (None, true)
        };
        Candidate { lesson, dropped, is_near: is_near || is_pinned }
    }

    /// True when the learner lacks nothing, or one thing that they can learn in this plan, due no later.
    fn can_begin(&mut self, aim: &Aim, (learner, lacking): (&'a Person, &[SkillId])) -> bool {
        match lacking {
            [] => true,
            [first] if !aim.is_first => match self.due.get(first) {
                Some(due) => *due <= aim.due,
                None => self.can_learn_first(first, learner),
            },
            [_, ..] => false,
        }
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
