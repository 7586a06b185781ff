//! The inverse of the basis, kept whole: a ring takes few limits, so that most of it is zero.

/// What is smaller than this is zero.
const NOTHING: f64 = 1e-12;

/// A square matrix, row by row, with the squared length of each row: the weights of dual steepest edge (Forrest &
/// Goldfarb 1992).
#[derive(Clone, Debug)]
pub(super) struct Inverse {
    size: usize,
    cells: Vec<f64>,
    pub(super) norms: Vec<f64>,
    /// The pivot row and where it is not zero.
    row: Vec<f64>,
    support: Vec<usize>,
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
        };
        (0..size).for_each(|at| inverse.cells[at * size + at] = 1.0);
        inverse
    }

    /// One row.
    pub(super) fn row(&self, at: usize) -> &[f64] {
        &self.cells[at * self.size..(at + 1) * self.size]
    }

    /// The inverse times a column that is one at these limits.
    pub(super) fn column(&self, limits: &[usize], column: &mut Vec<f64>) {
        column.clear();
        for row in self.cells.chunks_exact(self.size.max(1)) {
            column.push(limits.iter().map(|limit| row[*limit]).sum());
        }
    }

    /// Takes from `x` the inverse times `change`, which is not zero at `limits`.
    pub(super) fn shift(&self, x: &mut [f64], change: &[f64], limits: &[usize]) {
        for (x, row) in x.iter_mut().zip(self.cells.chunks_exact(self.size.max(1))) {
            *x -= limits.iter().map(|limit| row[*limit] * change[*limit]).sum::<f64>();
        }
    }

    /// The basis gets `column`, as seen through the inverse, in place `at`. Returns how many cells were looked at.
    pub(super) fn pivot(&mut self, at: usize, column: &[f64]) -> usize {
        let (size, by) = (self.size, column[at]);
        self.support.clear();
        for (place, cell) in self.cells[at * size..(at + 1) * size].iter_mut().enumerate() {
            if *cell != 0.0 {
                *cell /= by;
                self.support.push(place);
            }
            self.row[place] = *cell;
        }
        self.norms[at] /= by * by;
        let mut touched = size;
        for (other, times) in column.iter().enumerate() {
            if other == at || times.abs() < NOTHING {
                continue;
            }
            let row = &mut self.cells[other * size..(other + 1) * size];
            let along = subtract(row, *times, (&self.row, &self.support));
            let norm = self.norms[other] - 2.0 * times * along + times * times * self.norms[at];
            self.norms[other] = norm.max(1e-6);
            touched += self.support.len();
        }
        touched
    }
}

/// Takes so many times the pivot row from another one; the product of both before that.
fn subtract(row: &mut [f64], times: f64, (pivot, support): (&[f64], &[usize])) -> f64 {
    let mut each = |place: usize| {
        let (before, by) = (row[place], pivot[place]);
        let after = before - times * by;
        row[place] = if after.abs() < NOTHING { 0.0 } else { after };
        before * by
    };
    // Four sums that do not wait for each other.
    let mut along = [0.0; 4];
    let fours = support.chunks_exact(4);
    let rest: f64 = fours.remainder().iter().map(|place| each(*place)).sum();
    for four in fours {
        along.iter_mut().zip(four).for_each(|(sum, place)| *sum += each(*place));
    }
    rest + along.iter().sum::<f64>()
}
