//! Whose place is replaced, and how much that counts.

use crate::rings::solve::dense::Dense;
use crate::rings::solve::packing::Packing;
use std::collections::BTreeMap;

/// How many places of each person fell that they had confirmed, and how many that were only offered.
#[derive(Clone, Debug, Default)]
pub(super) struct Places(BTreeMap<usize, [usize; 2]>);

impl Places {
    /// One more.
    pub(super) fn add(&mut self, person: usize, is_confirmed: bool) {
        self.0.entry(person).or_default()[usize::from(!is_confirmed)] += 1;
    }

    /// Confirmed and offered ones by person.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, [usize; 2])> {
        self.0.iter().map(|(person, places)| (*person, *places))
    }

    fn of(&self, person: usize) -> [usize; 2] {
        self.0.get(&person).copied().unwrap_or_default()
    }
}

/// What a place counts: one that was confirmed, one that was offered, any other.
pub(super) struct Weights {
    each: [i64; 3],
    /// How each person may be given a place: what it counts, and the limit that it takes where there are several ways.
    ways: BTreeMap<usize, Vec<(i64, Option<usize>)>>,
    /// How much there is of the limits that were added.
    more: Vec<i64>,
}

impl Weights {
    /// Each so heavy that all that come after it weigh less.
    pub(super) fn new(dense: &Dense, packing: &Packing, (columns, left): (&[usize], &[i64]), places: &Places) -> Self {
        let mut weights = Self { each: [0; 3], ways: BTreeMap::new(), more: Vec::new() };
        let (mut seats, mut fit) = (0, 0);
        let mut learners = BTreeMap::new();
        for column in columns {
            for at in packing.lessons_of(*column) {
                let row = &dense.lessons[*at];
                let most = learners.entry(row.learner).or_insert(0);
                *most = row.lesson.weight.max(*most);
            }
        }
        let mut lost = 0;
        for (person, most) in &learners {
            seats += left[*person];
            fit += left[*person] * most;
            lost += i64::try_from(places.of(*person).iter().sum::<usize>()).unwrap_or(0);
        }
        let served = fit + 1;
        let offered = served * seats + served;
        let confirmed = offered * lost + offered;
        weights.each = [confirmed + offered + served, offered + served, served];
        for person in learners.into_keys() {
            weights.add_ways(person, places.of(person), (left[person], left.len()));
        }
        weights
    }

    fn add_ways(&mut self, person: usize, [confirmed, offered]: [usize; 2], (left, limits): (i64, usize)) {
        let count = |n: usize| i64::try_from(n).unwrap_or(0);
        let other = left - count(confirmed) - count(offered);
        let kinds = [count(confirmed), count(offered), other];
        let there: Vec<(i64, i64)> = self.each.into_iter().zip(kinds).filter(|(_, most)| *most > 0).collect();
        let is_alone = there.len() == 1;
        for (weight, most) in there {
            let limit = (!is_alone).then(|| limits + self.more.len());
            if !is_alone {
                self.more.push(most);
            }
            self.ways.entry(person).or_default().push((weight, limit));
        }
    }

    /// How much there is of each limit, those that were added last.
    pub(super) fn capacities(&self, left: &[i64]) -> Vec<i64> {
        left.iter().map(|left| (*left).max(0)).chain(self.more.iter().copied()).collect()
    }

    /// Every way to give these learners a place each in one ring: its weight and the limits that it takes.
    pub(super) fn ways(&self, learners: &[usize], worth: i64) -> Vec<(i64, Vec<usize>)> {
        let mut all = vec![(worth, Vec::new())];
        for learner in learners {
            let own = self.ways.get(learner).map_or(&[][..], Vec::as_slice);
            let with = |(weight, limits): (i64, Vec<usize>)| {
                own.iter().map(move |(more, limit)| {
                    (weight + more, limits.iter().copied().chain(*limit).collect::<Vec<usize>>())
                })
            };
            all = all.into_iter().flat_map(with).collect();
        }
        all
    }
}
