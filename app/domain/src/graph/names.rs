//! Numbers for ids: dense, and in the order of the ids but for those that came since everything was last in order.

use super::{at, number};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Ids and their numbers.
#[derive(Clone, Debug)]
pub(super) struct Names<Id> {
    /// In order; the number of each is its place.
    settled: Arc<Vec<Id>>,
    /// What came later, numbered on from there.
    late: Vec<Id>,
    late_slots: BTreeMap<Id, u32>,
}

impl<Id> Default for Names<Id> {
    fn default() -> Self {
        Self { settled: Arc::default(), late: Vec::new(), late_slots: BTreeMap::new() }
    }
}

impl<Id: Ord + Clone> Names<Id> {
    /// Names for ids that are in order already.
    pub(super) fn settled(ids: Vec<Id>) -> Self {
        Self { settled: Arc::new(ids), ..Self::default() }
    }

    /// The number of an id.
    pub(super) fn slot(&self, id: &Id) -> Option<u32> {
        match self.settled.binary_search(id) {
            Ok(place) => Some(number(place)),
            Err(_) => self.late_slots.get(id).copied(),
        }
    }

    /// The number of an id, a new one when it has none yet.
    pub(super) fn slot_or_new(&mut self, id: &Id) -> u32 {
        self.slot(id).unwrap_or_else(|| {
            let slot = number(self.len());
            self.late.push(id.clone());
            self.late_slots.insert(id.clone(), slot);
            slot
        })
    }

    /// The id of a number that was given.
    pub(super) fn id(&self, slot: u32) -> &Id {
        let settled = self.settled.get(at(slot));
        let id = settled.or_else(|| self.late.get(at(slot).saturating_sub(self.settled.len())));
        id.expect("numbers are only ever made together with their ids")
    }

    pub(super) fn len(&self) -> usize {
        self.settled.len() + self.late.len()
    }

    /// How many stand out of order.
    pub(super) fn late(&self) -> usize {
        self.late.len()
    }

    /// Every number, in the order of the ids.
    pub(super) fn in_order(&self) -> Vec<u32> {
        let mut slots: Vec<u32> = (0..number(self.len())).collect();
        self.order(&mut slots, |slot| *slot);
        slots
    }

    /// Puts what is named by numbers, and stands in their order, into the order of the ids.
    pub(super) fn order<T>(&self, items: &mut [T], slot: impl Fn(&T) -> u32) {
        if !self.late.is_empty() {
            items.sort_by(|a, b| self.id(slot(a)).cmp(self.id(slot(b))));
        }
    }
}
