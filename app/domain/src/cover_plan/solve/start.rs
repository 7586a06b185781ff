//! Prices to start from: one for each hour of each teacher until each date, and one for each mentee, instead of one for
//! each lesson. Far fewer, so they settle quickly; what they say a lesson's teacher is worth starts the finer search.

use super::ascent::{Climb, Priced, climb};
use super::part::Part;
use super::relaxed::{FINE, Fixing, NEVER, Relaxed};

/// Learners choose; teachers' limits are priced.
struct Coarse<'a> {
    part: &'a Part,
    relaxed: Relaxed<'a>,
    dates: usize,
    fine: Vec<i64>,
}

/// Prices for [`Relaxed`] after so many rounds, and the bound they give as far as it is known.
pub(super) fn start(part: &Part, fixing: &Fixing, search: &Climb) -> Option<(Vec<i64>, u32)> {
    let dates = part.learners.first().map_or(0, |learner| learner.free.len());
    let relaxed = Relaxed::new(part, fixing.clone());
    let mut coarse = Coarse { part, relaxed, dates, fine: Vec::new() };
    let mut prices: Vec<i64> = part.skills.iter().map(|skill| first_price(part, skill)).collect();
    prices.resize(part.skills.len() + part.teachers.len() * (dates + 1), 0);
    let summit = climb(&mut coarse, prices, search, &mut |_| false)?;
    coarse.refine(&summit.prices);
    Some((coarse.fine, summit.rounds))
}

/// What the last seat of a skill costs when everybody is free.
fn first_price(part: &Part, skill: &super::part::Skill) -> i64 {
    let mut costs: Vec<i64> = skill.lessons.iter().map(|at| part.lessons[*at].cost).collect();
    costs.sort_unstable();
    let last = usize::try_from(skill.seats).unwrap_or(0);
    costs.get(last).copied().unwrap_or(skill.price).min(skill.price) * FINE
}

impl Coarse<'_> {
    fn refine(&mut self, prices: &[i64]) {
        let skills = self.part.skills.len();
        self.fine.clear();
        self.fine.extend(&prices[..skills]);
        for lesson in &self.part.lessons {
            let price = lesson.teacher.map_or(0, |teacher| {
                let of = &prices[skills + teacher * (self.dates + 1)..][..=self.dates];
                lesson.teaching * of[lesson.due..self.dates].iter().sum::<i64>() + of[self.dates]
            });
            self.fine.push(price);
        }
    }
}

impl Priced for Coarse<'_> {
    fn most(&self, at: usize) -> i64 {
        self.part.skills.get(at).map_or(NEVER >> 24, |skill| skill.price * FINE)
    }

    fn least(&self, _: usize) -> i64 {
        0
    }

    fn value(&mut self, prices: &[i64], slope: &mut [i64]) -> Option<i64> {
        let skills = self.part.skills.len();
        self.refine(prices);
        let fine = std::mem::take(&mut self.fine);
        let learned = self.relaxed.learners_alone(&fine);
        self.fine = fine;
        let mut value = learned?;
        slope.fill(0);
        for (slope, skill) in slope.iter_mut().zip(&self.part.skills) {
            *slope = skill.seats;
        }
        for (teacher, row) in self.part.teachers.iter().enumerate() {
            let at = skills + teacher * (self.dates + 1);
            let mentees = i64::try_from(row.mentees).unwrap_or(1_000);
            for (date, free) in row.free.iter().chain([&mentees]).enumerate() {
                value -= prices[at + date] * free;
                slope[at + date] = -free;
            }
        }
        for at in &self.relaxed.learned {
            let lesson = &self.part.lessons[*at];
            slope[lesson.skill] -= 1;
            if let Some(teacher) = lesson.teacher {
                let of = &mut slope[skills + teacher * (self.dates + 1)..][..=self.dates];
                for slope in &mut of[lesson.due..self.dates] {
                    *slope += lesson.teaching;
                }
                of[self.dates] += 1;
            }
        }
        Some(value)
    }

    fn blend(&mut self, _: i64) {}

    fn work(&self) -> u64 {
        self.relaxed.work()
    }
}
