//! The inverse anew, so that errors of rounding do not add up.

use super::{OUTSIDE, PIVOT, Simplex};
use crate::rings::solve::fixed::steering;
use crate::rings::solve::inverse::Inverse;

impl Simplex<'_> {
    /// Inverts the basis from nothing, and recomputes prices and values.
    pub(super) fn refresh(&mut self) {
        let wanted: Vec<usize> = self.basis.iter().copied().filter(|variable| *variable >= self.size).collect();
        let stays: Vec<bool> = (0..self.size).map(|limit| self.place[limit] != OUTSIDE).collect();
        self.inverse = Inverse::of_limits(self.size);
        self.basis = (0..self.size).collect();
        for variable in 0..self.place.len() {
            self.place[variable] = if variable < self.size { variable } else { OUTSIDE };
        }
        let mut column = Vec::new();
        for variable in wanted {
            self.inverse.column(self.rows(variable), &mut column);
            let (mut at, mut most) = (OUTSIDE, PIVOT);
            for (place, cell) in column.iter().enumerate() {
                let may_leave = self.basis[place] < self.size && !stays[self.basis[place]];
                if may_leave && cell.abs() > most {
                    (at, most) = (place, cell.abs());
                }
            }
            // A basis that has become singular loses a column.
            if at != OUTSIDE {
                self.place[self.basis[at]] = OUTSIDE;
                self.place[variable] = at;
                self.basis[at] = variable;
                self.inverse.load(at);
                self.work += u64::try_from(self.inverse.pivot(at, &column)).unwrap_or(0);
            }
        }
        self.since_fresh = 0;
        self.reprice();
        self.revalue();
        self.settle();
    }

    fn reprice(&mut self) {
        let weight = |variable: &usize| match variable.checked_sub(self.size) {
            Some(at) => steering(self.packing.weights[self.columns[at]]),
            None => 0.0,
        };
        let weights: Vec<f64> = self.basis.iter().map(weight).collect();
        let prices = self.inverse.weighed(&weights);
        for (limit, price) in prices.into_iter().enumerate() {
            self.profit[limit] = if self.place[limit] == OUTSIDE { -price } else { 0.0 };
        }
    }

    fn revalue(&mut self) {
        let mut change: Vec<f64> = self.room.iter().map(|most| -most).collect();
        for at in 0..self.columns.len() {
            let variable = self.size + at;
            if self.place[variable] == OUTSIDE && self.is_high[variable] {
                self.rows(variable).iter().for_each(|row| change[*row] += 1.0);
            }
        }
        let all: Vec<usize> = (0..self.size).collect();
        self.x = vec![0.0; self.size];
        self.inverse.shift(&mut self.x, &change, &all);
    }
}
