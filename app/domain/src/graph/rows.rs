//! Edges as compressed sparse rows, and beside them what has changed since.

use super::{Link, at, number};
use crate::evidence::Level;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Edges by one of their ends, each row in the order of the other end.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    settled: Arc<Columns>,
    /// What differs from the settled rows, by row and neighbour; nothing where an edge is gone.
    changed: BTreeMap<u32, Vec<(u32, Option<Link>)>>,
    pending: usize,
    len: usize,
}

/// A struct of arrays: row `r` is from `starts[r]` to `starts[r + 1]`.
#[derive(Debug, Default)]
struct Columns {
    starts: Vec<u32>,
    neighbour: Vec<u32>,
    level: Vec<Level>,
    chance: Vec<u8>,
    until: Vec<u16>,
    ties: Vec<u8>,
}

impl Rows {
    /// Rows of edges that stand in the order of (row, neighbour). O(edges + rows).
    pub(super) fn settled(edges: &[(u32, u32, Link)], rows: usize) -> Self {
        let mut columns = Columns::default();
        let mut edges_left = edges.iter().peekable();
        for row in 0..number(rows) {
            columns.starts.push(number(columns.neighbour.len()));
            while let Some((_, neighbour, link)) = edges_left.next_if(|edge| edge.0 == row) {
                columns.push(*neighbour, *link);
            }
        }
        columns.starts.push(number(columns.neighbour.len()));
        Self { len: edges.len(), settled: Arc::new(columns), ..Self::default() }
    }

    /// The rows of the other ends of edges that stand in the order of (neighbour, row): each edge goes to the end of its
    /// row, which keeps neighbours in order. O(edges + rows).
    pub(super) fn turned(edges: &[(u32, u32, Link)], rows: usize) -> Self {
        let mut starts = vec![0_u32; rows + 1];
        for (_, row, _) in edges {
            starts[at(*row) + 1] += 1;
        }
        for row in 1..starts.len() {
            starts[row] += starts[row - 1];
        }
        let mut ends = starts.clone();
        let mut turned = vec![(0, 0, Link::default()); edges.len()];
        for (neighbour, row, link) in edges {
            let end = &mut ends[at(*row)];
            turned[at(*end)] = (*row, *neighbour, *link);
            *end += 1;
        }
        Self::settled(&turned, rows)
    }

    /// The edge between a row and a neighbour.
    pub(super) fn get(&self, row: u32, neighbour: u32) -> Option<Link> {
        if let Some(changed) = self.changed.get(&row)
            && let Ok(place) = changed.binary_search_by_key(&neighbour, |change| change.0)
        {
            return changed.get(place).and_then(|change| change.1);
        }
        let (first, end) = self.settled.bounds(row);
        let place = self.settled.neighbour.get(first..end)?.binary_search(&neighbour).ok()?;
        self.settled.edge(first + place).map(|(_, link)| link)
    }

    /// Puts, replaces or drops an edge.
    pub(super) fn put(&mut self, row: u32, neighbour: u32, link: Option<Link>) {
        match (self.get(row, neighbour), link) {
            (None, Some(_)) => self.len += 1,
            (Some(_), None) => self.len -= 1,
            (None, None) | (Some(_), Some(_)) => {}
        }
        let changed = self.changed.entry(row).or_default();
        match changed.binary_search_by_key(&neighbour, |change| change.0) {
            Ok(place) => changed[place].1 = link,
            Err(place) => {
                changed.insert(place, (neighbour, link));
                self.pending += 1;
            }
        }
    }

    /// A row: neighbours and links, in the order of the neighbours' numbers.
    pub(super) fn row(&self, row: u32) -> Row<'_> {
        let (next, end) = self.settled.bounds(row);
        Row { columns: &self.settled, next, end, changed: self.changed.get(&row).map_or(&[], Vec::as_slice) }
    }

    /// How many edges there are.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// How many changes stand beside the settled rows.
    pub(super) fn pending(&self) -> usize {
        self.pending
    }
}

impl Columns {
    fn push(&mut self, neighbour: u32, link: Link) {
        self.neighbour.push(neighbour);
        self.level.push(link.level);
        self.chance.push(link.chance);
        self.until.push(link.until);
        self.ties.push(link.ties);
    }

    fn bounds(&self, row: u32) -> (usize, usize) {
        match (self.starts.get(at(row)), self.starts.get(at(row) + 1)) {
            (Some(first), Some(end)) => (at(*first), at(*end)),
            _ => (0, 0),
        }
    }

    fn edge(&self, place: usize) -> Option<(u32, Link)> {
        let link = Link {
            level: *self.level.get(place)?,
            chance: *self.chance.get(place)?,
            until: *self.until.get(place)?,
            ties: *self.ties.get(place)?,
        };
        Some((*self.neighbour.get(place)?, link))
    }
}

/// The edges of one row.
#[derive(Clone, Debug)]
pub(super) struct Row<'a> {
    columns: &'a Columns,
    next: usize,
    end: usize,
    changed: &'a [(u32, Option<Link>)],
}

impl Iterator for Row<'_> {
    type Item = (u32, Link);

    fn next(&mut self) -> Option<(u32, Link)> {
        loop {
            let settled = (self.next < self.end).then(|| self.columns.neighbour.get(self.next).copied()).flatten();
            let change = self.changed.first().filter(|change| settled.is_none_or(|settled| change.0 <= settled));
            let Some((neighbour, link)) = change else {
                settled?;
                self.next += 1;
                return self.columns.edge(self.next - 1);
            };
            if settled == Some(*neighbour) {
                self.next += 1;
            }
            self.changed = self.changed.get(1..).unwrap_or_default();
            if let Some(link) = link {
                return Some((*neighbour, *link));
            }
        }
    }
}
