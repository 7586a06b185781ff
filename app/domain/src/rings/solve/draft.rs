//! A set of columns that is being built.

use super::packing::Packing;

/// Chosen columns that fit together.
#[derive(Clone, Debug)]
pub(super) struct Draft<'a> {
    pub(super) packing: &'a Packing,
    pub(super) is_chosen: Vec<bool>,
    /// The chosen columns that take each limit.
    takers: Vec<Vec<usize>>,
    pub(super) weight: i64,
}

impl<'a> Draft<'a> {
    /// Nothing is chosen.
    pub(super) fn new(packing: &'a Packing) -> Self {
        let takers = vec![Vec::new(); packing.capacities.len()];
        Self { packing, is_chosen: vec![false; packing.len()], takers, weight: 0 }
    }

    fn is_full(&self, limit: usize) -> bool {
        i64::try_from(self.takers[limit].len()).is_ok_and(|taken| taken >= self.packing.capacities[limit])
    }

    /// True when the column may be chosen as well.
    pub(super) fn fits(&self, column: usize) -> bool {
        !self.is_chosen[column] && self.packing.limits.get(column).iter().all(|limit| !self.is_full(*limit))
    }

    /// Chooses a column that fits.
    pub(super) fn take(&mut self, column: usize) {
        self.is_chosen[column] = true;
        self.weight += self.packing.weights[column];
        self.packing.limits.get(column).iter().for_each(|limit| self.takers[*limit].push(column));
    }

    /// Takes a chosen column back.
    pub(super) fn leave(&mut self, column: usize) {
        self.is_chosen[column] = false;
        self.weight -= self.packing.weights[column];
        for limit in self.packing.limits.get(column) {
            self.takers[*limit].retain(|taker| *taker != column);
        }
    }

    /// Chooses what fits, in this order.
    pub(super) fn fill(&mut self, order: impl Iterator<Item = usize>) {
        for column in order {
            if self.fits(column) {
                self.take(column);
            }
        }
    }

    /// Chooses a column and takes back what stands against it, the lightest first; what was taken back.
    pub(super) fn force(&mut self, column: usize) -> Vec<usize> {
        let mut left = Vec::new();
        for limit in self.packing.limits.get(column) {
            if self.is_full(*limit) {
                let lightest = self.takers[*limit].iter().copied().min_by_key(|at| (self.packing.weights[*at], *at));
                if let Some(lightest) = lightest {
                    self.leave(lightest);
                    left.push(lightest);
                }
            }
        }
        self.take(column);
        left
    }

    /// What is chosen, ascending.
    pub(super) fn chosen(&self) -> Vec<usize> {
        (0..self.is_chosen.len()).filter(|column| self.is_chosen[*column]).collect()
    }
}
