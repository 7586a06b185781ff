//! Bidding for places with falling steps (Bertsekas & Castañón 1992; Goldberg & Kennedy 1995), to come near the best
//! matching quickly. What it leaves unsettled is settled by exact searches, so nothing here decides what is answered.

use super::pool::{NOBODY, at, number};
use super::state::State;

/// The first step, in points of score, and how much smaller each next one is.
const FIRST_STEP: i64 = 500;
const FINER: i64 = 5;
/// Bidding starts so many points below what a first look says, as the first look knows nothing of scores.
const MARGIN: i64 = 1_000;

struct Auction<'a> {
    state: &'a mut State,
    /// By mentee, the highest price at which they stay, as far as is known.
    stays_to: Vec<i64>,
    waiting: Vec<u32>,
    step: i64,
}

/// The best offer to a mentee.
struct Offer {
    mentor: u32,
    cost: u32,
    /// What it costs at the prices as they are, and what the next best thing costs.
    first: i64,
    second: i64,
}

impl State {
    /// Bids from the prices as they are.
    pub(super) fn bid(&mut self) {
        let point = self.pool.units().point;
        for mentor in 0..number(self.pool.mentors.len()) {
            let is_closed = self.pool.mentors[at(mentor)].capacity == 0;
            let price = if is_closed { self.pool.scale.highest() } else { self.price(mentor) - MARGIN * point };
            self.set_price(mentor, price.max(0));
        }
        let mentees = self.pool.rows.len();
        (0..number(mentees)).for_each(|mentee| self.unseat(mentee));
        let mut auction = Auction { state: self, stays_to: vec![0; mentees], waiting: Vec::new(), step: 0 };
        let mut step = FIRST_STEP;
        while step > 0 {
            auction.step = step * point;
            auction.run();
            auction.offer_places();
            step /= FINER;
        }
    }
}

impl Auction<'_> {
    /// Bids until nobody who is not content with their place to within a step waits.
    fn run(&mut self) {
        for mentee in (0..number(self.stays_to.len())).rev() {
            if self.is_discontent(mentee) {
                self.state.unseat(mentee);
                self.waiting.push(mentee);
            }
        }
        while let Some(mentee) = self.waiting.pop() {
            self.bid(mentee);
        }
    }

    fn is_discontent(&self, mentee: u32) -> bool {
        let least = self.state.cheapest(mentee).map_or(i64::MAX, |cheapest| cheapest + self.step);
        let worth = self.state.worth(mentee);
        self.state.choice[at(mentee)].mentor == NOBODY
            || worth > least
            || worth > self.state.pool.rows[at(mentee)].penalty
    }

    fn offer(&self, mentee: u32) -> Option<Offer> {
        let row = &self.state.pool.rows[at(mentee)];
        let mut best = Offer { mentor: NOBODY, cost: 0, first: row.penalty, second: row.penalty };
        for arc in &row.open {
            let cost = self.state.full_cost(*arc);
            if cost < best.first {
                best = Offer { mentor: arc.to, cost: arc.cost, first: cost, second: best.first };
            } else if cost < best.second {
                best.second = cost;
            }
        }
        (best.mentor != NOBODY).then_some(best)
    }

    fn bid(&mut self, mentee: u32) {
        let Some(offer) = self.offer(mentee) else { return };
        self.state.stats.bids += 1;
        let mentor = offer.mentor;
        self.stays_to[at(mentee)] = offer.second - i64::from(offer.cost);
        self.state.set_choice(mentee, mentor, offer.cost);
        let (load, price) = (self.state.load(mentor), self.state.price(mentor));
        let next = self.state.base(load);
        let has_place = load <= self.state.pool.mentors[at(mentor)].capacity;
        if has_place && next <= price {
            return;
        }
        let (first, limit) = self.first_to_leave(mentor);
        if has_place && next <= limit + self.step {
            self.state.set_price(mentor, next);
            return;
        }
        self.state.set_price(mentor, price.max(limit + self.step));
        self.state.unseat(first);
        self.waiting.push(first);
    }

    /// Free places above what they cost bid for mentees, until each is taken or no longer above it.
    fn offer_places(&mut self) {
        let mentors = 0..number(self.state.pool.mentors.len());
        let mut waiting: Vec<u32> = mentors.filter(|mentor| self.state.is_overpriced(*mentor)).collect();
        while let Some(mentor) = waiting.pop() {
            while self.state.is_overpriced(mentor) {
                let left = self.offer_place(mentor);
                waiting.extend(left.filter(|left| self.state.is_overpriced(*left)));
            }
        }
    }

    /// Gives a free place to whoever gains most by it, and lowers its price to where the next one would gain too; the
    /// mentor that is left for it.
    fn offer_place(&mut self, mentor: u32) -> Option<u32> {
        self.state.stats.bids += 1;
        let floor = self.state.base(self.state.load(mentor) + 1);
        let (mut first, mut second, mut taker) = (floor, floor, None);
        for arc in self.state.pool.mentors[at(mentor)].column.iter() {
            let pays = self.state.worth(arc.to) - i64::from(arc.cost);
            if pays > second && self.state.choice[at(arc.to)].mentor != mentor {
                if pays > first {
                    (first, second, taker) = (pays, first, Some(*arc));
                } else {
                    second = pays;
                }
            }
        }
        let Some(taker) = taker.filter(|_| first > floor + self.step) else {
            self.state.set_price(mentor, floor);
            return None;
        };
        let price = self.state.price(mentor).min(floor.max(second - self.step));
        self.state.set_price(mentor, price);
        let left = self.state.mentor_of(taker.to);
        self.stays_to[at(taker.to)] = first;
        self.state.set_choice(taker.to, mentor, taker.cost);
        left
    }

    /// Who leaves a mentor first when the price rises, and up to which price they stay.
    fn first_to_leave(&mut self, mentor: u32) -> (u32, i64) {
        loop {
            let seated = self.state.seated[at(mentor)].iter().copied();
            let Some(first) = seated.min_by_key(|mentee| self.stays_to[at(*mentee)]) else { return (NOBODY, 0) };
            let known = self.stays_to[at(first)];
            let limit = self.limit(first, mentor);
            if limit <= known {
                return (first, limit);
            }
            self.stays_to[at(first)] = limit;
        }
    }

    /// The price up to which a mentee stays with a mentor.
    fn limit(&self, mentee: u32, mentor: u32) -> i64 {
        let row = &self.state.pool.rows[at(mentee)];
        let others = row.open.iter().filter(|arc| arc.to != mentor).map(|arc| self.state.full_cost(*arc));
        others.fold(row.penalty, i64::min) - i64::from(self.state.choice[at(mentee)].paid)
    }
}
