//! What to decide next.

use super::branch::Choice;
use super::fixed::Hold;
use super::packing::Packing;
use super::pseudocosts::{Pseudocosts, product};
use super::simplex::Simplex;
use std::collections::{BTreeMap, BTreeSet};

/// What is nearer to nothing or once than this is whole.
const WHOLE: f64 = 1e-6;
/// So many lessons are tried out at most before one is taken.
const TRIED: usize = 8;
/// Lessons that are tried out in a row without a better one.
const IN_VAIN: usize = 4;
/// A try ends after so many pivots.
const PIVOTS: u32 = 15;

/// Where a branch stands.
pub(super) struct Stand<'a> {
    pub(super) packing: &'a Packing,
    pub(super) chosen: &'a [f64],
    pub(super) holds: &'a [Hold],
    pub(super) choices: &'a [Choice],
    /// Below this nothing is searched.
    pub(super) low: f64,
}

impl Stand<'_> {
    /// The lesson whose decision lets the relaxation fall most on both sides: as often before, or when it is tried out
    /// (reliability branching; Achterberg, Koch & Martin 2005). When the use of every lesson is whole, a column that is
    /// not; when all are whole, a column that is not decided. `None` when all is decided.
    pub(super) fn split(&self, simplex: &mut Simplex, costs: &mut Pseudocosts) -> Option<Choice> {
        if let Some(number) = self.lesson(simplex, costs) {
            return Some(Choice::Lesson { number, is_given: true });
        }
        let is_free = |column: &usize| self.holds[*column] == Hold::Free;
        let number = self.nearest_to_half().or_else(|| (0..self.holds.len()).find(is_free))?;
        Some(Choice::Column { number, is_chosen: true })
    }

    fn lesson(&self, simplex: &mut Simplex, costs: &mut Pseudocosts) -> Option<usize> {
        let mut open = self.open();
        open.sort_by(|a, b| costs.score(*b).total_cmp(&costs.score(*a)).then(a.0.cmp(&b.0)));
        let saved = simplex.clone();
        let (mut best, mut in_vain, mut tried) = (None, 0, 0);
        for lesson in open {
            let score = if costs.is_reliable(lesson.0) || tried >= TRIED {
                costs.score(lesson)
            } else {
                tried += 1;
                self.tried(lesson, (&mut *simplex, &saved), costs)
            };
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, lesson.0));
                in_vain = 0;
            } else {
                in_vain += 1;
            }
            if in_vain >= IN_VAIN {
                break;
            }
        }
        best.map(|(_, number)| number)
    }

    /// How far the relaxation falls on both sides within a few pivots.
    fn tried<'p>(
        &self,
        lesson: (usize, f64),
        (simplex, saved): (&mut Simplex<'p>, &Simplex<'p>),
        costs: &mut Pseudocosts,
    ) -> f64 {
        let falls = [false, true].map(|yes| {
            let mut holds = self.holds.to_vec();
            Choice::Lesson { number: lesson.0, is_given: yes }.hold(self.packing, &mut holds);
            simplex.decide(&holds);
            simplex.run(self.low, PIVOTS);
            let fall = saved.objective - simplex.objective;
            simplex.restore(saved);
            costs.note(lesson, yes, fall);
            fall
        });
        product(falls[0], falls[1])
    }

    /// Lessons that are used in part, and how much.
    fn open(&self) -> Vec<(usize, f64)> {
        let number = |choice: &Choice| match *choice {
            Choice::Lesson { number, .. } => Some(number),
            Choice::Column { .. } => None,
        };
        let decided: BTreeSet<usize> = self.choices.iter().filter_map(number).collect();
        let mut used: BTreeMap<usize, f64> = BTreeMap::new();
        for (column, share) in self.chosen.iter().enumerate().filter(|(_, share)| **share > WHOLE) {
            self.packing.lessons.get(column).iter().for_each(|lesson| *used.entry(*lesson).or_default() += share);
        }
        let is_open = |(lesson, share): &(usize, f64)| *share < 1.0 - WHOLE && !decided.contains(lesson);
        used.into_iter().filter(is_open).collect()
    }

    fn nearest_to_half(&self) -> Option<usize> {
        let mut best: Option<(f64, usize)> = None;
        for (number, share) in self.chosen.iter().copied().enumerate() {
            let off = (share - 0.5).abs();
            let is_open = self.holds[number] == Hold::Free && share > WHOLE && share < 1.0 - WHOLE;
            if is_open && best.is_none_or(|(least, _)| off < least - WHOLE) {
                best = Some((off, number));
            }
        }
        best.map(|(_, number)| number)
    }
}
