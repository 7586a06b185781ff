//! One pivot: who leaves, who enters, and what changes.

use super::{Ended, FEASIBLE, OUTSIDE, PIVOT, Simplex};
use crate::rings::solve::fixed::{Hold, above};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Variables by the price at which they stop another.
type Stops = BinaryHeap<Reverse<(u64, usize)>>;

impl Simplex<'_> {
    /// Who leaves the basis, and by how much its value is out of its bounds.
    fn leaving(&self) -> Option<(usize, f64)> {
        let (mut best, mut most) = (None, 0.0);
        for (at, x) in self.x.iter().enumerate() {
            let (low, high) = self.range(self.basis[at]);
            let over = if *x > high { x - high } else { (x - low).min(0.0) };
            if over.abs() > FEASIBLE && over * over > most * self.inverse.norms[at] {
                most = over * over / self.inverse.norms[at];
                best = Some((at, over));
            }
        }
        best
    }

    /// Pivots once, unless the run is over.
    pub(super) fn step(&mut self) -> Option<Ended> {
        let Some((at, over)) = self.leaving() else { return Some(Ended::Best) };
        let sign = if over > 0.0 { 1.0 } else { -1.0 };
        let mut stops = self.stops(at, sign);
        let (mut slope, mut ratio, mut passed) = (over.abs(), 0.0, Vec::new());
        let entering = loop {
            let Some(Reverse((bits, variable))) = stops.pop() else { return self.give_up(&passed) };
            let next = f64::from_bits(bits);
            self.objective -= slope * (next - ratio);
            ratio = next;
            slope = if variable < self.size { -1.0 } else { slope - self.along[variable].abs() };
            if slope <= FEASIBLE {
                break variable;
            }
            self.is_high[variable] ^= true;
            passed.push(variable);
        };
        let entering = self.steadier(entering, ratio, &mut stops);
        self.shift(&passed);
        self.exchange(at, over, (entering, ratio * sign));
        None
    }

    /// Nothing stops the price. With an old inverse that may be an error of rounding.
    fn give_up(&mut self, passed: &[usize]) -> Option<Ended> {
        passed.iter().for_each(|variable| self.is_high[*variable] ^= true);
        if self.since_fresh == 0 {
            return Some(Ended::Void);
        }
        self.refresh();
        None
    }

    /// Where the price of what leaves may not rise further without a variable changing its side.
    fn stops(&mut self, at: usize, sign: f64) -> Stops {
        self.see_along(at);
        let mut stops = Vec::new();
        for variable in self.touched.iter().copied() {
            if self.place[variable] != OUTSIDE || self.hold[variable] != Hold::Free {
                continue;
            }
            let along = self.along[variable];
            let towards = if self.is_high[variable] { -along * sign } else { along * sign };
            if towards > PIVOT {
                let left = if self.is_high[variable] { self.profit[variable] } else { -self.profit[variable] };
                let ratio = above(left) / towards;
                stops.push(Reverse((ratio.to_bits(), variable)));
            }
        }
        self.work += u64::try_from(self.place.len()).unwrap_or(0);
        BinaryHeap::from(stops)
    }

    /// Which variables outside the basis change with the price of what leaves, and how much.
    fn see_along(&mut self, at: usize) {
        self.inverse.load(at);
        for variable in self.touched.drain(..) {
            self.along[variable] = 0.0;
            self.is_seen[variable] = false;
        }
        for (limit, cell) in self.inverse.loaded() {
            for variable in std::iter::once(&limit).chain(&self.takers[limit]) {
                self.along[*variable] += cell;
                if !self.is_seen[*variable] {
                    self.is_seen[*variable] = true;
                    self.touched.push(*variable);
                }
            }
        }
    }

    /// Of the variables that stop at the same price, the one that is divided by most safely.
    fn steadier(&self, mut entering: usize, ratio: f64, stops: &mut Stops) -> usize {
        while let Some(Reverse((bits, variable))) = stops.pop() {
            if f64::from_bits(bits) > ratio + FEASIBLE {
                break;
            }
            if self.along[variable].abs() > self.along[entering].abs() {
                entering = variable;
            }
        }
        entering
    }

    /// What stands in place `at` leaves at the bound that it is over, and `entering` takes its place.
    fn exchange(&mut self, at: usize, over: f64, (entering, rise): (usize, f64)) {
        let mut column = std::mem::take(&mut self.column);
        let own = [entering];
        let limits = if entering < self.size { &own[..] } else { self.rows(entering) };
        self.inverse.column(limits, &mut column);
        let leaving = self.basis[at];
        let (low, high) = self.range(leaving);
        let by = column[at];
        let step = (self.x[at] - if over > 0.0 { high } else { low }) / by;
        self.x.iter_mut().zip(&column).for_each(|(x, along)| *x -= step * along);
        self.x[at] = step + if self.is_high[entering] { 1.0 } else { 0.0 };
        self.touched.iter().for_each(|variable| self.profit[*variable] += rise * self.along[*variable]);
        self.profit[leaving] = rise;
        self.is_high[leaving] = high > 0.0 && over > 0.0 || self.hold[leaving] == Hold::In;
        self.place[leaving] = OUTSIDE;
        self.profit[entering] = 0.0;
        self.place[entering] = at;
        self.basis[at] = entering;
        self.work += u64::try_from(self.inverse.pivot(at, &column)).unwrap_or(0);
        self.column = column;
        self.pivots += 1;
        self.since_fresh += 1;
    }
}
