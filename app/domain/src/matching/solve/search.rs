//! Shortest paths of exchanges at the prices as they are (Edmonds & Karp 1972; Tomizawa 1971): a mentee looks for a place,
//! or a free place for a mentee. Both keep a state exact but for what is still to be searched for.

use super::pool::{Arc, NOBODY, at};
use super::state::State;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What searches write on, kept so that none has to clear it.
#[derive(Clone, Debug, Default)]
pub(super) struct Scratch {
    heap: BinaryHeap<Reverse<(i64, u32)>>,
    /// By mentor, how far away they are in the search of this number.
    reached: Vec<Reached>,
    search: u32,
    settled: Vec<(u32, i64)>,
}

/// How a mentor was reached.
#[derive(Clone, Copy, Debug)]
struct Reached {
    search: u32,
    distance: i64,
    /// Who comes to them, or who leaves them.
    mentee: u32,
    /// What the new pair of this mentee costs.
    cost: u32,
    /// Where a leaving mentee goes.
    to: u32,
}

const UNREACHED: Reached = Reached { search: 0, distance: i64::MAX, mentee: NOBODY, cost: 0, to: NOBODY };

impl Scratch {
    fn begin(&mut self, mentors: usize) {
        self.search = self.search.wrapping_add(1);
        if self.search == 0 || self.reached.len() < mentors {
            self.reached.clear();
            self.reached.resize(mentors, UNREACHED);
            self.search = 1;
        }
        self.heap.clear();
        self.settled.clear();
    }

    fn get(&self, mentor: u32) -> Reached {
        let reached = self.reached[at(mentor)];
        if reached.search == self.search { reached } else { UNREACHED }
    }

    /// Notes a way to a mentor when it is shorter than what was known; true when it is.
    fn reach(&mut self, mentor: u32, distance: i64, mentee: u32, arc: Arc) -> bool {
        let is_shorter = distance < self.get(mentor).distance;
        if is_shorter {
            let (search, cost, to) = (self.search, arc.cost, arc.to);
            self.reached[at(mentor)] = Reached { search, distance, mentee, cost, to };
            self.heap.push(Reverse((distance, mentor)));
        }
        is_shorter
    }

    /// The nearest mentor that is not settled, when nearer than `within`.
    fn settle(&mut self, within: i64) -> Option<(u32, i64)> {
        while let Some(Reverse((distance, mentor))) = self.heap.pop() {
            if distance >= within {
                return None;
            }
            if distance == self.get(mentor).distance {
                self.settled.push((mentor, distance));
                return Some((mentor, distance));
            }
        }
        None
    }
}

/// Where a mentee's search ends.
#[derive(Clone, Copy)]
enum Seat {
    /// A free place with this mentor.
    Free(u32),
    /// This mentee goes without.
    Instead(u32),
}

/// Where a free place's search ends.
#[derive(Clone, Copy)]
enum Taker {
    /// The place stays free, and its price falls.
    Nobody,
    /// This mentor has one mentee less.
    From(u32),
    /// This mentee, who had nobody, goes to this mentor.
    Unserved(u32, Arc),
}

impl State {
    /// Finds a place for a mentee who has none, wherever that serves all best; or finds that there is none for them.
    pub(super) fn seat(&mut self, mentee: u32) {
        let penalty = self.pool.rows[at(mentee)].penalty;
        let Some(cheapest) = self.cheapest(mentee).filter(|cheapest| *cheapest < penalty) else { return };
        self.stats.seatings += 1;
        let mut scratch = self.scratch();
        let (mut length, mut end) = (penalty - cheapest, Seat::Instead(mentee));
        for arc in &self.pool.rows[at(mentee)].open {
            let distance = self.full_cost(*arc) - cheapest;
            if distance < length && scratch.reach(arc.to, distance, mentee, *arc) {
                self.take_room(arc.to, distance, &mut length, &mut end);
            }
        }
        while let Some((mentor, distance)) = scratch.settle(length) {
            for other in &self.seated[at(mentor)] {
                let worth = self.worth(*other);
                let row = &self.pool.rows[at(*other)];
                if distance + row.penalty - worth < length {
                    (length, end) = (distance + row.penalty - worth, Seat::Instead(*other));
                }
                for arc in row.open.iter().filter(|arc| arc.to != mentor) {
                    let distance = distance + self.full_cost(*arc) - worth;
                    if distance < length && scratch.reach(arc.to, distance, *other, *arc) {
                        self.take_room(arc.to, distance, &mut length, &mut end);
                    }
                }
            }
        }
        self.move_prices(scratch, length, 1);
        let mut to = match end {
            Seat::Free(mentor) => mentor,
            Seat::Instead(other) => {
                let left = self.choice[at(other)].mentor;
                if left != NOBODY {
                    self.unseat(other);
                }
                left
            }
        };
        while to != NOBODY {
            let step = self.scratch.get(to);
            let left = self.choice[at(step.mentee)].mentor;
            self.set_choice(step.mentee, to, step.cost);
            to = left;
        }
    }

    /// Ends a search at a free place of a mentor, when that is shorter.
    fn take_room(&self, mentor: u32, distance: i64, length: &mut i64, end: &mut Seat) {
        if self.has_room(mentor) {
            let more = (self.base(self.load(mentor) + 1) - self.price(mentor)).max(0);
            if distance + more < *length {
                (*length, *end) = (distance + more, Seat::Free(mentor));
            }
        }
    }

    /// Offers an overpriced free place of a mentor, until it is taken or its price is right.
    pub(super) fn offer(&mut self, mentor: u32) {
        while self.is_overpriced(mentor) {
            self.fill(mentor);
        }
    }

    fn fill(&mut self, root: u32) {
        self.stats.fillings += 1;
        let mut scratch = self.scratch();
        scratch.reach(root, 0, NOBODY, Arc { to: NOBODY, cost: 0 });
        let (mut length, mut end) = (self.price(root) - self.base(self.load(root) + 1), Taker::Nobody);
        while let Some((mentor, distance)) = scratch.settle(length) {
            let price = self.price(mentor);
            for arc in &self.pool.mentors[at(mentor)].column {
                let from = self.choice[at(arc.to)].mentor;
                if from == mentor {
                    continue;
                }
                let distance = distance + i64::from(arc.cost) + price - self.worth(arc.to);
                if distance >= length {
                    continue;
                }
                if from == NOBODY {
                    let pair = Arc { to: mentor, cost: arc.cost };
                    (length, end) = (distance, Taker::Unserved(arc.to, pair));
                } else if scratch.reach(from, distance, arc.to, Arc { to: mentor, cost: arc.cost }) {
                    let less = self.price(from) - self.base(self.load(from));
                    if distance + less < length {
                        (length, end) = (distance + less, Taker::From(from));
                    }
                }
            }
        }
        self.move_prices(scratch, length, -1);
        let mut from = match end {
            Taker::Nobody => return,
            Taker::From(mentor) => mentor,
            Taker::Unserved(mentee, pair) => {
                self.set_choice(mentee, pair.to, pair.cost);
                pair.to
            }
        };
        while from != root {
            let step = self.scratch.get(from);
            self.set_choice(step.mentee, step.to, step.cost);
            from = step.to;
        }
    }

    fn scratch(&mut self) -> Scratch {
        let mut scratch = std::mem::take(&mut self.scratch);
        scratch.begin(self.pool.mentors.len());
        scratch
    }

    /// Moves the price of every mentor nearer than `length` by how much nearer they are.
    fn move_prices(&mut self, scratch: Scratch, length: i64, sign: i64) {
        for (mentor, distance) in scratch.settled.iter().filter(|(_, distance)| *distance < length) {
            self.set_price(*mentor, self.price(*mentor) + sign * (length - distance));
        }
        self.scratch = scratch;
    }
}
