//! The relaxation: learners and teachers choose for themselves, and prices make them agree.
//!
//! With a price on each skill's seat and a price that the learner of each lesson pays its teacher, the least cost falls
//! apart into one small choice for each learner (their best two lessons) and one for each teacher (their best load).
//! Whatever the prices are, the sum is a bound. Prices are in 256ths of the unit of costs.

use super::ascent::Priced;
use super::load::Loader;
use super::part::{Learner, Part};

/// How finely prices are counted.
pub(in crate::cover_plan) const FINE: i64 = 256;
/// More than any plan costs, in fine units.
pub(super) const NEVER: i64 = i64::MAX / 4;

/// What is decided in a branch.
#[derive(Clone, Debug)]
pub(super) struct Fixing {
    /// Lessons that are left out.
    pub(super) is_out: Vec<bool>,
    /// Lessons that are chosen.
    pub(super) is_in: Vec<bool>,
    /// For each learner, the skills that they learn.
    pub(super) must: Vec<Vec<usize>>,
}

impl Fixing {
    /// Nothing but the pins.
    pub(super) fn new(part: &Part) -> Self {
        let count = part.lessons.len();
        let mut fixing =
            Self { is_out: vec![false; count], is_in: vec![false; count], must: vec![Vec::new(); part.learners.len()] };
        for (at, lesson) in part.lessons.iter().enumerate() {
            if lesson.is_pinned {
                fixing.choose(part, at, false);
            }
        }
        fixing
    }

    /// Decides that the lesson is chosen, or that one of the learner's in its skill is.
    pub(super) fn choose(&mut self, part: &Part, at: usize, any_teacher: bool) {
        let lesson = &part.lessons[at];
        if !self.must[lesson.learner].contains(&lesson.skill) {
            self.must[lesson.learner].push(lesson.skill);
        }
        if !any_teacher {
            for other in alike(part, at) {
                self.is_out[other] |= other != at;
            }
            self.is_in[at] = true;
        }
    }

    /// Decides that the lesson is left out, or that all of the learner's in its skill are.
    pub(super) fn leave(&mut self, part: &Part, at: usize, any_teacher: bool) {
        if any_teacher {
            for other in alike(part, at) {
                self.is_out[other] = true;
            }
        } else {
            self.is_out[at] = true;
        }
    }
}

/// The learner's lessons in the skill of a lesson.
pub(super) fn alike(part: &Part, at: usize) -> impl Iterator<Item = usize> {
    let lesson = &part.lessons[at];
    let groups = part.learners[lesson.learner].groups.iter().filter(|group| group.skill == lesson.skill);
    groups.flat_map(|group| group.lessons.iter().copied())
}

/// The relaxation of a part in a branch.
#[derive(Debug)]
pub(super) struct Relaxed<'a> {
    part: &'a Part,
    pub(super) fixing: Fixing,
    loader: Loader,
    /// The best lesson of each group of the learner at hand, and the groups that are worth something.
    best: Vec<(i64, usize)>,
    worth: Vec<usize>,
    costs: Vec<i64>,
    /// What the learners chose last.
    pub(super) learned: Vec<usize>,
    taught: Vec<usize>,
    /// For each lesson how often it was chosen lately, in 65,536ths.
    pub(super) often: Vec<i64>,
}

impl<'a> Relaxed<'a> {
    pub(super) fn new(part: &'a Part, fixing: Fixing) -> Self {
        let often = vec![0; part.lessons.len()];
        let costs = part.lessons.iter().map(|lesson| lesson.cost * FINE).collect();
        let (best, worth, learned, taught) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { part, fixing, loader: Loader::new(part), best, worth, costs, learned, taught, often }
    }

    /// What seats and learners come to at these prices; what was chosen is in `learned`.
    pub(super) fn learners_alone(&mut self, prices: &[i64]) -> Option<i64> {
        self.learned.clear();
        let mut value: i64 = self.part.skills.iter().zip(prices).map(|(skill, price)| skill.seats * price).sum();
        for learner in 0..self.part.learners.len() {
            value += self.choose(learner, prices)?;
        }
        Some(value)
    }

    /// What the learner chooses at these prices; adds it to what is learned. `None` when a decision cannot be kept.
    fn choose(&mut self, learner: usize, prices: &[i64]) -> Option<i64> {
        let row: &Learner = &self.part.learners[learner];
        let must = &self.fixing.must[learner];
        let (seats, pairs) = prices.split_at(self.part.skills.len());
        self.best.clear();
        for group in &row.groups {
            let mut best = (NEVER, usize::MAX);
            for at in &group.lessons {
                if !self.fixing.is_out[*at] {
                    let price = self.costs[*at] + pairs[*at];
                    if price < best.0 {
                        best = (price, *at);
                    }
                }
            }
            if best.0 < NEVER {
                best.0 -= seats[group.skill];
            }
            self.best.push(best);
        }
        if must.is_empty() && row.is_plain {
            return Some(self.choose_plainly(learner));
        }
        let keeps = |skills: &[usize]| must.iter().all(|skill| skills.contains(skill));
        let mut choice = (if must.is_empty() { 0 } else { NEVER }, None, None);
        for (at, group) in row.groups.iter().enumerate() {
            let value = self.best[at].0;
            if value < choice.0 && group.after.is_none() && (must.is_empty() || keeps(&[group.skill])) {
                choice = (value, Some(at), None);
            }
        }
        for (a, b) in &row.pairs {
            let value = self.best[*a].0.saturating_add(self.best[*b].0);
            if value < choice.0 && (must.is_empty() || keeps(&[row.groups[*a].skill, row.groups[*b].skill])) {
                choice = (value, Some(*a), Some(*b));
            }
        }
        if choice.0 >= NEVER / 2 {
            return None;
        }
        self.learned.extend([choice.1, choice.2].into_iter().flatten().map(|group| self.best[group].1));
        Some(choice.0)
    }
}

impl Relaxed<'_> {
    /// The same where any single group and any pair that fits may be chosen.
    fn choose_plainly(&mut self, learner: usize) -> i64 {
        let row: &Learner = &self.part.learners[learner];
        self.worth.clear();
        self.worth.extend((0..self.best.len()).filter(|group| self.best[*group].0 < 0));
        let mut choice = (0, None, None);
        for (place, b) in self.worth.iter().enumerate() {
            if self.best[*b].0 < choice.0 {
                choice = (self.best[*b].0, Some(*b), None);
            }
            for a in &self.worth[..place] {
                let value = self.best[*a].0 + self.best[*b].0;
                if value < choice.0 && row.fits[a * row.groups.len() + b] {
                    choice = (value, Some(*a), Some(*b));
                }
            }
        }
        self.learned.extend([choice.1, choice.2].into_iter().flatten().map(|group| self.best[group].1));
        choice.0
    }
}

impl Priced for Relaxed<'_> {
    fn most(&self, at: usize) -> i64 {
        self.part.skills.get(at).map_or(NEVER, |skill| skill.price * FINE)
    }

    fn least(&self, at: usize) -> i64 {
        match self.part.lessons.get(at.wrapping_sub(self.part.skills.len())) {
            Some(lesson) if at >= self.part.skills.len() => {
                if lesson.teacher.is_some() {
                    -NEVER
                } else {
                    0
                }
            }
            Some(_) | None => 0,
        }
    }

    fn value(&mut self, prices: &[i64], slope: &mut [i64]) -> Option<i64> {
        let skills = self.part.skills.len();
        self.taught.clear();
        let mut value = self.learners_alone(prices)?;
        for teacher in 0..self.part.teachers.len() {
            let load = self.loader.best(self.part, teacher, &prices[skills..], &self.fixing)?;
            value -= load;
            self.taught.extend(&self.loader.taken);
        }
        slope.fill(0);
        for (slope, skill) in slope.iter_mut().zip(&self.part.skills) {
            *slope = skill.seats;
        }
        for at in &self.learned {
            slope[self.part.lessons[*at].skill] -= 1;
            if self.part.lessons[*at].teacher.is_some() {
                slope[skills + at] += 1;
            }
        }
        for at in &self.taught {
            slope[skills + at] -= 1;
        }
        Some(value)
    }

    fn blend(&mut self, part: i64) {
        for often in &mut self.often {
            *often -= (*often * part) >> 16;
        }
        for at in &self.learned {
            self.often[*at] += part;
        }
    }

    fn work(&self) -> u64 {
        u64::try_from(self.part.lessons.len() * 3).unwrap_or(0) + 16
    }
}
