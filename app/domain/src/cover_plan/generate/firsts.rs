//! Skills that need nobody more, and that others build on: whoever lacks one can learn it first, as far as with help.

use super::sift::Aim;
use super::{Cut, Ground};
use crate::clocks::Day;
use crate::cover_plan::instance::{Lesson, Need};
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::person::Person;
use crate::skill::Skill;
use std::collections::{BTreeMap, BTreeSet};

/// What can be learned first.
pub(super) struct Firsts {
    /// By when, so that all that builds on it comes no earlier.
    due: BTreeMap<SkillId, Day>,
    /// What each of those who lack it could choose, as far as anybody asked.
    lessons: BTreeMap<(SkillId, PersonId), Of>,
}

/// What one learner could choose to learn a skill first.
#[derive(Default)]
struct Of {
    lessons: Vec<Lesson>,
    cut: Cut,
}

impl Firsts {
    /// What `needs` build on that is not planned for by itself.
    pub(super) fn of(org: &Org, needs: &[(&Skill, Need)], planned: &BTreeMap<SkillId, Day>) -> Self {
        let mut due: BTreeMap<SkillId, Day> = BTreeMap::new();
        for (skill, need) in needs {
            for first in skill.after.iter().filter(|first| org.skill(first).is_some() && !planned.contains_key(*first))
            {
                let by = due.entry(first.clone()).or_insert(need.due);
                *by = need.due.min(*by);
            }
        }
        Self { due, lessons: BTreeMap::new() }
    }
}

impl<'a> Ground<'a> {
    /// True when there is a lesson in which `learner` could learn `first` before what builds on it.
    pub(super) fn can_learn_first(&mut self, first: &SkillId, learner: &'a Person) -> bool {
        let key = (first.clone(), learner.id.clone());
        if let Some(known) = self.firsts.lessons.get(&key) {
            return !known.lessons.is_empty();
        }
        let found = self.first_lessons(first, learner);
        let is_any = !found.lessons.is_empty();
        self.firsts.lessons.insert(key, found);
        is_any
    }

    fn first_lessons(&mut self, first: &SkillId, learner: &'a Person) -> Of {
        let (skill, due) = (self.org.skill(first), self.firsts.due.get(first).copied());
        let (Some(skill), Some(due)) = (skill, due) else { return Of::default() };
        let aim = Aim { skill, level: Level::WITH_HELP, due, is_first: true };
        let [_, most] = self.widest();
        let (mut lessons, mut cut) = (Vec::new(), Cut::default());
        for candidate in self.of_learner(&aim, learner, &self.teachers(skill)) {
            let is_pinned = self.pins.contains(&candidate.lesson.pick());
            if is_pinned || (candidate.dropped.is_none() && lessons.len() < most) {
                lessons.push(candidate.lesson);
            } else if candidate.dropped.is_none() {
                cut.leave_out(1, candidate.lesson.cost);
            }
        }
        Of { lessons, cut }
    }

    /// Adds what the chosen ones among `lessons` build on: a skill without seats, and its lessons.
    pub(super) fn add_firsts(&mut self, skills: &mut Vec<Need>, lessons: &mut Vec<Lesson>) {
        let wanted = |lesson: &Lesson| Some((lesson.after.clone()?, lesson.learner.clone()));
        let wanted: BTreeSet<(SkillId, PersonId)> = lessons.iter().filter_map(wanted).collect();
        for key in wanted {
            // What is planned for by itself is there already.
            let Some(due) = self.firsts.due.get(&key.0) else { continue };
            let of = self.firsts.lessons.remove(&key).unwrap_or_default();
            lessons.extend(of.lessons);
            if let Some(need) = skills.iter_mut().find(|need| need.id == key.0) {
                of.cut.note(need);
                continue;
            }
            let (criticality, sieves) = (Default::default(), Vec::new());
            let mut need = Need { id: key.0, seats: 0, due: *due, criticality, sieves, cut: 0, cut_cost: 0 };
            of.cut.note(&mut need);
            skills.push(need);
        }
    }
}
