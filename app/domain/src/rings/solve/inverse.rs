//! The inverse of the basis, kept whole: a ring takes few limits, so that most of it is zero.

/// What is smaller than this is zero.
const NOTHING: f64 = 1e-12;

/// A square matrix, column by column, with the squared length of each row: the weights of dual steepest edge (Forrest &
/// Goldfarb 1992).
#[derive(Clone, Debug)]
pub(super) struct Inverse {
    size: usize,
    cells: Vec<f64>,
    pub(super) norms: Vec<f64>,
    /// The row that was loaded, and where it is not zero.
    row: Vec<f64>,
    support: Vec<usize>,
    /// Of a pivot: how many times each row takes the pivot row, and the product of both before that.
    times: Vec<f64>,
    along: Vec<f64>,
}

impl Inverse {
    /// Of the basis in which every limit stands for itself.
    pub(super) fn of_limits(size: usize) -> Self {
        let mut inverse = Self {
            size,
            cells: vec![0.0; size * size],
            norms: vec![1.0; size],
            row: vec![0.0; size],
            support: Vec::new(),
            times: Vec::new(),
            along: Vec::new(),
        };
        (0..size).for_each(|at| inverse.cells[at * size + at] = 1.0);
        inverse
    }

    /// Becomes that inverse.
    pub(super) fn restore(&mut self, saved: &Self) {
        self.cells.clone_from(&saved.cells);
        self.norms.clone_from(&saved.norms);
    }

    /// What stands for one limit.
    fn limit(&self, limit: usize) -> &[f64] {
        &self.cells[limit * self.size..(limit + 1) * self.size]
    }

    /// Brings one row together, for [`Self::loaded`] and [`Self::pivot`].
    pub(super) fn load(&mut self, at: usize) {
        self.support.clear();
        for (place, limit) in self.cells.chunks_exact(self.size.max(1)).enumerate() {
            self.row[place] = limit[at];
            if limit[at] != 0.0 {
                self.support.push(place);
            }
        }
    }

    /// Where the loaded row is not zero, and what stands there.
    pub(super) fn loaded(&self) -> impl Iterator<Item = (usize, f64)> {
        self.support.iter().map(|place| (*place, self.row[*place]))
    }

    /// The inverse times a column that is one at these limits.
    pub(super) fn column(&self, limits: &[usize], column: &mut Vec<f64>) {
        column.clear();
        column.resize(self.size, 0.0);
        for limit in limits {
            column.iter_mut().zip(self.limit(*limit)).for_each(|(sum, cell)| *sum += cell);
        }
    }

    /// Takes from `x` the inverse times `change`, which is not zero at `limits`.
    pub(super) fn shift(&self, x: &mut [f64], change: &[f64], limits: &[usize]) {
        let mut sums = vec![0.0; self.size];
        for limit in limits {
            let by = change[*limit];
            sums.iter_mut().zip(self.limit(*limit)).for_each(|(sum, cell)| *sum += cell * by);
        }
        x.iter_mut().zip(sums).for_each(|(x, sum)| *x -= sum);
    }

    /// The rows times these weights, summed up.
    pub(super) fn weighed(&self, weights: &[f64]) -> Vec<f64> {
        let product = |limit: &[f64]| limit.iter().zip(weights).map(|(cell, weight)| weight * cell).sum();
        self.cells.chunks_exact(self.size.max(1)).map(product).collect()
    }

    /// The basis gets `column`, as seen through the inverse, in place `at`, whose row was loaded. Returns the steps of
    /// work: four cells are one.
    pub(super) fn pivot(&mut self, at: usize, column: &[f64]) -> usize {
        let (size, by) = (self.size, column[at]);
        self.times.clear();
        self.times.extend(column.iter().map(|times| if times.abs() < NOTHING { 0.0 } else { *times }));
        self.times[at] = 0.0;
        self.along.clear();
        self.along.resize(size, 0.0);
        // Most rows change. Going over all of them needs no lookups, so that several are worked on at once.
        for place in &self.support {
            let own = self.row[*place] / by;
            let limit = &mut self.cells[place * size..(place + 1) * size];
            for ((cell, times), along) in limit.iter_mut().zip(&self.times).zip(&mut self.along) {
                *along += *cell * own;
                let after = *cell - times * own;
                *cell = if after.abs() < NOTHING { 0.0 } else { after };
            }
            limit[at] = own;
        }
        self.norms[at] /= by * by;
        let own = self.norms[at];
        for ((norm, times), along) in self.norms.iter_mut().zip(&self.times).zip(&self.along) {
            if *times != 0.0 {
                *norm = (*norm - 2.0 * times * along + times * times * own).max(1e-6);
            }
        }
        size * (self.support.len() + 1) / 4
    }
}
