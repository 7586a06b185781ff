//! A plan in the making: what is chosen, and what still fits beside it.

use super::part::{Lesson, Part};

/// Lessons that fit together.
#[derive(Clone, Debug)]
pub(super) struct Draft<'a> {
    pub(super) part: &'a Part,
    /// For each lesson, whether it is chosen.
    pub(super) is_chosen: Vec<bool>,
    /// For each learner, their lessons.
    pub(super) of_learner: Vec<Vec<usize>>,
    /// For each teacher, theirs.
    pub(super) of_teacher: Vec<Vec<usize>>,
    /// For each skill, how many learn it.
    pub(super) filled: Vec<i64>,
    /// What it costs, with empty seats.
    pub(super) cost: i64,
    /// What was put in or taken out, so that it can be undone.
    journal: Vec<(usize, bool)>,
}

impl<'a> Draft<'a> {
    /// Nothing but what is pinned, with what that builds on; `None` when the latter does not fit.
    pub(super) fn new(part: &'a Part) -> Option<Self> {
        let mut draft = Self {
            part,
            is_chosen: vec![false; part.lessons.len()],
            of_learner: vec![Vec::new(); part.learners.len()],
            of_teacher: vec![Vec::new(); part.teachers.len()],
            filled: vec![0; part.skills.len()],
            cost: part.skills.iter().map(|skill| skill.price * skill.seats).sum(),
            journal: Vec::new(),
        };
        let pins: Vec<usize> = (0..part.lessons.len()).filter(|at| part.lessons[*at].is_pinned).collect();
        pins.iter().for_each(|at| draft.insert(*at));
        let is_whole = draft.bring_first(&pins);
        draft.keep();
        is_whole.then_some(draft)
    }

    /// Puts in what each of these builds on; tries another where a later one then finds no room.
    fn bring_first(&mut self, pins: &[usize]) -> bool {
        let Some((pin, others)) = pins.split_first() else { return true };
        if self.is_built(*pin) {
            return self.bring_first(others);
        }
        for first in self.firsts(*pin) {
            self.insert(first);
            if self.is_built(*pin) && self.is_built(first) && self.bring_first(others) {
                return true;
            }
            self.put_back(first);
        }
        false
    }

    /// Lessons that fit now and that a lesson could build on, the cheapest first.
    fn firsts(&self, at: usize) -> Vec<usize> {
        let lesson = &self.part.lessons[at];
        let groups = self.part.learners[lesson.learner].groups.iter();
        let groups = groups.filter(|group| Some(group.skill) == lesson.after && group.due <= lesson.due);
        let firsts = groups.flat_map(|group| group.lessons.iter().copied());
        let mut firsts: Vec<usize> =
            firsts.filter(|first| self.has_room(*first) && self.teacher_fits(*first)).collect();
        firsts.sort_by_key(|first| (self.part.lessons[*first].cost, *first));
        firsts
    }

    /// The chosen lessons.
    pub(super) fn chosen(&self) -> Vec<usize> {
        (0..self.is_chosen.len()).filter(|at| self.is_chosen[*at]).collect()
    }

    /// How many more seats of a skill could be filled.
    pub(super) fn shortage(&self, skill: usize) -> i64 {
        self.part.skills[skill].seats - self.filled[skill]
    }

    /// How many seats are empty.
    pub(super) fn empty_seats(&self) -> i64 {
        (0..self.filled.len()).map(|skill| self.shortage(skill).max(0)).sum()
    }

    /// True when the learner could take it: one teacher for a skill, few enough lessons, time, and what it builds on.
    pub(super) fn learner_fits(&self, at: usize) -> bool {
        self.has_room(at) && self.is_built(at)
    }

    /// True when the learner takes what it builds on.
    fn is_built(&self, at: usize) -> bool {
        let lesson = &self.part.lessons[at];
        lesson.after.is_none_or(|after| {
            let first = |other: &usize| {
                let other = &self.part.lessons[*other];
                other.skill == after && other.due <= lesson.due
            };
            self.of_learner[lesson.learner].iter().any(first)
        })
    }

    /// True when the learner has time for it, whatever it builds on.
    fn has_room(&self, at: usize) -> bool {
        let lesson = &self.part.lessons[at];
        let others = &self.of_learner[lesson.learner];
        if self.is_chosen[at] || others.len() >= self.part.lessons_each {
            return false;
        }
        others.iter().all(|other| {
            let other = &self.part.lessons[*other];
            let late = other.due.max(lesson.due);
            other.skill != lesson.skill
                && other.learning + lesson.learning <= self.part.learners[lesson.learner].free[late]
        })
    }

    /// True when the teacher could give it.
    pub(super) fn teacher_fits(&self, at: usize) -> bool {
        let lesson = &self.part.lessons[at];
        let Some(teacher) = lesson.teacher else { return true };
        let (row, others) = (&self.part.teachers[teacher], &self.of_teacher[teacher]);
        if others.len() >= row.mentees {
            return false;
        }
        let fits_until = |due: usize| {
            let spent = others.iter().map(|other| &self.part.lessons[*other]).filter(|other| other.due <= due);
            spent.map(|other| other.teaching).sum::<i64>() + lesson.teaching <= row.free[due]
        };
        let later = others.iter().map(|other| self.part.lessons[*other].due).filter(|due| *due > lesson.due);
        fits_until(lesson.due) && later.into_iter().all(fits_until)
    }

    /// True when it could be put in as it is.
    pub(super) fn fits(&self, at: usize) -> bool {
        !self.is_chosen[at] && self.learner_fits(at) && self.teacher_fits(at)
    }

    /// Puts it in, together with what it builds on where that is missing; false when it does not fit.
    pub(super) fn take(&mut self, at: usize) -> bool {
        if self.fits(at) {
            self.insert(at);
            return true;
        }
        if self.part.lessons[at].after.is_none() || !self.has_room(at) || self.is_built(at) {
            return false;
        }
        for first in self.firsts(at) {
            self.insert(first);
            if self.fits(at) && self.is_built(first) {
                self.insert(at);
                return true;
            }
            // Two lessons that build on each other come together.
            if self.fits(at) && self.part.lessons[first].after == Some(self.part.lessons[at].skill) {
                self.insert(at);
                if self.is_built(first) {
                    return true;
                }
                self.put_back(at);
            }
            self.put_back(first);
        }
        false
    }

    /// Takes back what was put in last.
    fn put_back(&mut self, at: usize) {
        self.drop(at);
        self.journal.push((at, false));
    }

    /// Puts in what fits.
    pub(super) fn insert(&mut self, at: usize) {
        self.put(at);
        self.journal.push((at, true));
    }

    /// Takes it out, and what the learner builds on it.
    pub(super) fn remove(&mut self, at: usize) {
        let lesson = self.part.lessons[at];
        let built = self.of_learner[lesson.learner].iter().copied();
        let built: Vec<usize> = built.filter(|other| self.part.lessons[*other].after == Some(lesson.skill)).collect();
        self.drop(at);
        self.journal.push((at, false));
        for other in built {
            if self.is_chosen[other] {
                self.remove(other);
            }
        }
    }

    /// True when taking it out would take out nothing that is pinned.
    pub(super) fn may_go(&self, at: usize) -> bool {
        let lesson = &self.part.lessons[at];
        let is_needed = |other: &usize| {
            let other = &self.part.lessons[*other];
            other.is_pinned && other.after == Some(lesson.skill)
        };
        !lesson.is_pinned && !self.of_learner[lesson.learner].iter().any(is_needed)
    }

    /// Forgets what could be undone.
    pub(super) fn keep(&mut self) {
        self.journal.clear();
    }

    /// Undoes everything since [`Draft::keep`].
    pub(super) fn undo(&mut self) {
        while let Some((at, was_put)) = self.journal.pop() {
            if was_put {
                self.drop(at);
            } else {
                self.put(at);
            }
        }
    }

    /// The learners, teachers and skills that were touched since [`Draft::keep`].
    pub(super) fn touched(&self) -> impl Iterator<Item = &Lesson> {
        self.journal.iter().map(|(at, _)| &self.part.lessons[*at])
    }

    fn put(&mut self, at: usize) {
        let lesson = &self.part.lessons[at];
        if self.shortage(lesson.skill) > 0 {
            self.cost -= self.part.skills[lesson.skill].price;
        }
        self.cost += lesson.cost;
        self.filled[lesson.skill] += 1;
        self.is_chosen[at] = true;
        self.of_learner[lesson.learner].push(at);
        if let Some(teacher) = lesson.teacher {
            self.of_teacher[teacher].push(at);
        }
    }

    fn drop(&mut self, at: usize) {
        let lesson = &self.part.lessons[at];
        self.filled[lesson.skill] -= 1;
        if self.shortage(lesson.skill) > 0 {
            self.cost += self.part.skills[lesson.skill].price;
        }
        self.cost -= lesson.cost;
        self.is_chosen[at] = false;
        self.of_learner[lesson.learner].retain(|other| *other != at);
        if let Some(teacher) = lesson.teacher {
            self.of_teacher[teacher].retain(|other| *other != at);
        }
    }
}
