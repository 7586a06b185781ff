//! The relaxation by the dual simplex method with bounds on both sides.
//!
//! Columns are between nothing and once, so any basis can be made dual feasible by setting each column that is not in it
//! to the side that pays: the search may go from branch to branch with the basis that it happens to have, and stop at any
//! time with prices that give a true bound.

mod refresh;
mod step;

use super::binding::binding;
use super::fixed::{Hold, fine, steering};
use super::inverse::Inverse;
use super::lists::Lists;
use super::packing::Packing;

/// How far a value may be out of its bounds.
const FEASIBLE: f64 = 1e-8;
/// The least number to divide by.
const PIVOT: f64 = 1e-7;
/// The basis is inverted anew after so many pivots.
const FRESH: u32 = 400;
/// Of a variable that is not in the basis.
const OUTSIDE: usize = usize::MAX;

/// How a run of pivots ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// At the optimum.
    Best,
    /// Below what was asked for.
    Low,
    /// Nothing fulfils the decisions.
    Void,
    /// Before that: the pivots are used up.
    Spent,
}

/// A relaxation over some columns of a packing. Variables are the free room of each row, then the columns.
#[derive(Clone, Debug)]
pub(super) struct Simplex<'a> {
    pub(super) packing: &'a Packing,
    /// The limits that can bind, a row for each of them.
    limits: Vec<usize>,
    size: usize,
    /// The rows that each column of the packing takes, and how much there is of each.
    rows: Lists,
    room: Vec<f64>,
    /// The columns that take part.
    pub(super) columns: Vec<usize>,
    pub(super) takes_part: Vec<bool>,
    inverse: Inverse,
    basis: Vec<usize>,
    place: Vec<usize>,
    hold: Vec<Hold>,
    is_high: Vec<bool>,
    profit: Vec<f64>,
    /// The variables of undecided columns that take each row.
    takers: Vec<Vec<usize>>,
    /// How much each variable changes with the price of what leaves, and where that may be other than nothing.
    along: Vec<f64>,
    touched: Vec<usize>,
    is_seen: Vec<bool>,
    x: Vec<f64>,
    column: Vec<f64>,
    change: Vec<f64>,
    pub(super) objective: f64,
    since_fresh: u32,
    pub(super) pivots: u32,
    pub(super) work: u64,
}

impl<'a> Simplex<'a> {
    /// Without columns yet.
    pub(super) fn new(packing: &'a Packing) -> Self {
        let limits = binding(packing);
        let size = limits.len();
        let mut row = vec![OUTSIDE; packing.capacities.len()];
        limits.iter().enumerate().for_each(|(at, limit)| row[*limit] = at);
        let mut rows = Lists::default();
        for column in 0..packing.len() {
            let taken = packing.limits.get(column).iter().map(|limit| row[*limit]);
            rows.push(&taken.filter(|row| *row != OUTSIDE).collect::<Vec<usize>>());
        }
        let room: Vec<f64> = limits.iter().map(|limit| steering(packing.capacities[*limit])).collect();
        Self {
            packing,
            limits,
            size,
            rows,
            columns: Vec::new(),
            takes_part: vec![false; packing.len()],
            inverse: Inverse::of_limits(size),
            basis: (0..size).collect(),
            place: (0..size).collect(),
            hold: vec![Hold::Free; size],
            is_high: vec![false; size],
            profit: vec![0.0; size],
            takers: vec![Vec::new(); size],
            along: vec![0.0; size],
            touched: Vec::new(),
            is_seen: vec![false; size],
            x: room.clone(),
            room,
            column: Vec::new(),
            change: vec![0.0; size],
            objective: 0.0,
            since_fresh: 0,
            pivots: 0,
            work: 0,
        }
    }

    fn rows(&self, variable: usize) -> &[usize] {
        self.rows.get(self.columns[variable - self.size])
    }

    fn range(&self, variable: usize) -> (f64, f64) {
        match self.hold[variable] {
            Hold::Out => (0.0, 0.0),
            Hold::In => (1.0, 1.0),
            Hold::Free if variable < self.size => (0.0, f64::INFINITY),
            Hold::Free => (0.0, 1.0),
        }
    }

    /// What a row costs.
    fn price(&self, row: usize) -> f64 {
        if self.place[row] == OUTSIDE { -self.profit[row] } else { 0.0 }
    }

    /// What each limit of the packing costs, as it counts.
    pub(super) fn prices(&self) -> Vec<i64> {
        let mut prices = vec![0; self.packing.capacities.len()];
        self.limits.iter().enumerate().for_each(|(row, limit)| prices[*limit] = fine(self.price(row)));
        prices
    }

    /// What a column of the packing pays at the prices.
    pub(super) fn pays(&self, column: usize) -> f64 {
        let taken: f64 = self.rows.get(column).iter().map(|row| self.price(*row)).sum();
        steering(self.packing.weights[column]) - taken
    }

    /// How much of each column of the packing is chosen.
    pub(super) fn chosen(&self) -> Vec<f64> {
        let mut chosen = vec![0.0; self.packing.len()];
        for (at, column) in self.columns.iter().enumerate() {
            let variable = self.size + at;
            let place = self.place[variable];
            let outside = if self.is_high[variable] { 1.0 } else { 0.0 };
            chosen[*column] = if place == OUTSIDE { outside } else { self.x[place] };
        }
        chosen
    }

    /// Lets a column take part. What is decided about it comes with the next decisions.
    pub(super) fn add(&mut self, column: usize) {
        self.takes_part[column] = true;
        self.columns.push(column);
        self.place.push(OUTSIDE);
        self.hold.push(Hold::Free);
        self.is_high.push(false);
        self.profit.push(0.0);
        self.along.push(0.0);
        self.is_seen.push(false);
    }

    /// Goes back to where it stood before, without the columns that have joined since. What is decided comes anew.
    pub(super) fn restore(&mut self, saved: &Self) {
        self.inverse.restore(&saved.inverse);
        self.basis.clone_from(&saved.basis);
        self.x.clone_from(&saved.x);
        self.place.fill(OUTSIDE);
        self.place[..saved.place.len()].copy_from_slice(&saved.place);
        self.is_high.fill(false);
        self.is_high[..saved.is_high.len()].copy_from_slice(&saved.is_high);
        self.profit[..saved.profit.len()].copy_from_slice(&saved.profit);
        self.objective = saved.objective;
        self.since_fresh = saved.since_fresh;
        self.work += u64::try_from(self.size * self.size / 8).unwrap_or(0);
    }

    /// Sets what is decided about each column of the packing.
    pub(super) fn decide(&mut self, holds: &[Hold]) {
        self.takers.iter_mut().for_each(Vec::clear);
        for (at, column) in self.columns.iter().enumerate() {
            let variable = self.size + at;
            self.hold[variable] = holds[*column];
            if holds[*column] == Hold::Free {
                self.rows.get(*column).iter().for_each(|row| self.takers[*row].push(variable));
            }
        }
        self.settle();
    }

    /// Sets each column outside the basis to the side that pays.
    fn settle(&mut self) {
        self.work += u64::try_from(self.columns.len()).unwrap_or(0);
        let mut moved = Vec::new();
        self.objective = (0..self.size).map(|row| self.price(row) * self.room[row]).sum();
        for at in 0..self.columns.len() {
            let variable = self.size + at;
            self.profit[variable] = if self.place[variable] == OUTSIDE { self.pays(self.columns[at]) } else { 0.0 };
            let pays = match self.hold[variable] {
                Hold::Free => self.profit[variable] > 0.0,
                Hold::Out => false,
                Hold::In => true,
            };
            if self.place[variable] == OUTSIDE {
                if pays != self.is_high[variable] {
                    self.is_high[variable] = pays;
                    moved.push(variable);
                }
                self.objective += if pays { self.profit[variable] } else { 0.0 };
            }
        }
        self.shift(&moved);
    }

    /// The values in the basis after these columns went to their other side.
    fn shift(&mut self, moved: &[usize]) {
        let mut touched = Vec::new();
        for variable in moved {
            let by = if self.is_high[*variable] { 1.0 } else { -1.0 };
            for row in self.rows.get(self.columns[*variable - self.size]) {
                if self.change[*row] == 0.0 {
                    touched.push(*row);
                }
                self.change[*row] += by;
            }
        }
        touched.sort_unstable();
        touched.dedup();
        self.inverse.shift(&mut self.x, &self.change, &touched);
        self.work += u64::try_from(touched.len() * self.size / 4).unwrap_or(0);
        touched.iter().for_each(|row| self.change[*row] = 0.0);
    }

    /// Pivots until the optimum, or until the objective is below `low`.
    pub(super) fn run(&mut self, low: f64, most: u32) -> Ended {
        for _ in 0..most {
            if self.since_fresh >= FRESH {
                self.refresh();
            }
            if let Some(ended) = self.step() {
                return ended;
            }
            if self.objective < low {
                return Ended::Low;
            }
        }
        Ended::Spent
    }
}
