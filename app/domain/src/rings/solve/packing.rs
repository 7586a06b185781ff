//! What is chosen from, without its meaning: columns that take limits.

use super::lists::Lists;
use std::collections::BTreeMap;

/// Columns, each chosen once or not at all, and limits that they take one of.
#[derive(Clone, Debug, Default)]
pub(in crate::rings) struct Packing {
    /// How much there is of each limit.
    pub(super) capacities: Vec<i64>,
    /// What each column is worth.
    pub(super) weights: Vec<i64>,
    /// The limits that each column takes.
    pub(super) limits: Lists,
    /// The lessons of each column.
    pub(super) lessons: Lists,
    /// For each lesson, the limits of one that every column with it takes.
    pub(super) singles: BTreeMap<usize, Vec<usize>>,
    /// The columns that take each limit.
    pub(super) takers: Lists,
    /// What the columns and the limits are called in the whole that this is a part of.
    pub(super) columns: Vec<usize>,
    pub(super) names: Vec<usize>,
}

impl Packing {
    /// Without columns yet.
    pub(in crate::rings) fn new(capacities: Vec<i64>) -> Self {
        let names = (0..capacities.len()).collect();
        Self { capacities, names, ..Self::default() }
    }

    /// How many columns there are.
    pub(in crate::rings) const fn len(&self) -> usize {
        self.weights.len()
    }

    /// The lessons of a column.
    pub(in crate::rings) fn lessons_of(&self, column: usize) -> &[usize] {
        self.lessons.get(column)
    }

    /// Adds a column.
    pub(in crate::rings) fn push(&mut self, weight: i64, limits: &[usize], lessons: &[usize]) {
        self.columns.push(self.weights.len());
        self.weights.push(weight);
        self.limits.push(limits);
        self.lessons.push(lessons);
    }

    /// No columns come any more.
    pub(in crate::rings) fn close(&mut self, singles: BTreeMap<usize, Vec<usize>>) {
        self.takers = self.limits.turned(self.capacities.len());
        self.singles = singles;
    }

    /// The part of it that holds these columns and the limits that they take.
    pub(super) fn part(&self, columns: &[usize]) -> Self {
        let mut place = vec![usize::MAX; self.capacities.len()];
        columns.iter().flat_map(|column| self.limits.get(*column)).for_each(|limit| place[*limit] = 0);
        let taken: Vec<usize> = (0..place.len()).filter(|limit| place[*limit] == 0).collect();
        taken.iter().enumerate().for_each(|(at, limit)| place[*limit] = at);
        let mut part = Self::new(taken.iter().map(|limit| self.capacities[*limit]).collect());
        part.names = taken.iter().map(|limit| self.names[*limit]).collect();
        let mut singles = BTreeMap::new();
        for column in columns {
            let limits: Vec<usize> = self.limits.get(*column).iter().map(|limit| place[*limit]).collect();
            part.push(self.weights[*column], &limits, self.lessons.get(*column));
            for lesson in self.lessons.get(*column) {
                let of = self.singles.get(lesson).into_iter().flatten();
                singles.entry(*lesson).or_insert_with(|| of.map(|limit| place[*limit]).collect());
            }
        }
        part.columns = columns.iter().map(|column| self.columns[*column]).collect();
        part.close(singles);
        part
    }

    /// The parts of these columns that share no limits, the one with the first column first.
    pub(super) fn parts(&self, columns: &[usize]) -> Vec<Self> {
        let mut parent: Vec<usize> = (0..self.capacities.len()).collect();
        for column in columns {
            let limits = self.limits.get(*column);
            for pair in limits.windows(2) {
                let (a, b) = (root(&mut parent, pair[0]), root(&mut parent, pair[1]));
                parent[a.max(b)] = a.min(b);
            }
        }
        let mut of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for column in columns {
            if let Some(first) = self.limits.get(*column).first() {
                of.entry(root(&mut parent, *first)).or_default().push(*column);
            }
        }
        let mut parts: Vec<Vec<usize>> = of.into_values().collect();
        parts.sort_by_key(|columns| columns.first().copied());
        parts.iter().map(|columns| self.part(columns)).collect()
    }
}

fn root(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}
