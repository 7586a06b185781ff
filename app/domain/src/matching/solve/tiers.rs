//! A first look that knows nothing of scores: who can be served at all, and how evenly. It tells roughly what places are
//! worth, so that bidding starts near where it ends.
//!
//! Mentees come in the order of their waits and take the least asked mentor, or a chain of mentees moves on for them
//! (Berge 1957). Where nobody can move, all mentors of the search are *closed* for good: whoever comes later can reach no
//! free place through them. Then chains even out the loads (Harvey, Ladner, Lovász & Tamir 2006), the greatest first, and
//! mentors from whom none leads on are closed likewise.

use super::pool::{NOBODY, at, number};
use super::state::State;

/// Chains of mentees who move on.
struct Tiers<'a> {
    state: &'a mut State,
    /// Mentors through whom no chain leads on.
    is_closed: Vec<bool>,
    /// By mentor, the search that saw them, and who comes to them.
    seen: Vec<(u32, u32)>,
    search: u32,
    queue: Vec<u32>,
}

impl State {
    /// Serves as many as can be, the longest wait first, as evenly as can be, and prices mentors by that.
    pub(super) fn serve_in_tiers(&mut self) {
        let mentors = self.pool.mentors.len();
        let mut order: Vec<u32> = (0..number(self.pool.rows.len())).collect();
        order.sort_by_key(|mentee| -self.pool.rows[at(*mentee)].penalty);
        let mut tiers = Tiers {
            state: self,
            is_closed: vec![false; mentors],
            seen: vec![(0, NOBODY); mentors],
            search: 0,
            queue: Vec::new(),
        };
        order.into_iter().for_each(|mentee| tiers.serve(mentee));
        tiers.even_out();
    }
}

impl Tiers<'_> {
    fn serve(&mut self, mentee: u32) {
        let row = &self.state.pool.rows[at(mentee)];
        let has_room = |mentor: &u32| !self.is_closed[at(*mentor)] && self.state.has_room(*mentor);
        let free = row.open.iter().map(|arc| arc.to).filter(has_room);
        // Among mentors that are asked alike, the one whom fewest could ask.
        let asked = |mentor: &u32| (self.state.load(*mentor), self.state.pool.mentors[at(*mentor)].column.len());
        if let Some(mentor) = free.min_by_key(asked) {
            self.state.set_choice(mentee, mentor, 0);
            return;
        }
        self.begin();
        self.look_from(mentee);
        let room = |state: &State, mentor: u32| state.has_room(mentor);
        match self.find(room) {
            Some(mentor) => self.move_on(mentor),
            None => self.close(self.state.pool.rows[at(mentee)].penalty),
        }
    }

    fn even_out(&mut self) {
        let mentors = number(self.is_closed.len());
        let greatest = (0..mentors).map(|mentor| self.state.load(mentor)).max().unwrap_or(0);
        for load in (2..=greatest).rev() {
            for mentor in 0..mentors {
                if self.is_closed[at(mentor)] || self.state.load(mentor) != load {
                    continue;
                }
                self.begin();
                self.see(mentor, NOBODY);
                let is_less_asked = |state: &State, other: u32| state.load(other) + 2 <= load && state.has_room(other);
                match self.find(is_less_asked) {
                    Some(other) => self.move_on(other),
                    None => self.close(self.state.base(load)),
                }
            }
        }
    }

    fn begin(&mut self) {
        self.search += 1;
        self.queue.clear();
    }

    fn see(&mut self, mentor: u32, mentee: u32) {
        self.seen[at(mentor)] = (self.search, mentee);
        self.queue.push(mentor);
    }

    fn look_from(&mut self, mentee: u32) {
        let state = &*self.state;
        for arc in &state.pool.rows[at(mentee)].open {
            let (seen, is_closed) = (&mut self.seen[at(arc.to)], self.is_closed[at(arc.to)]);
            if seen.0 != self.search && !is_closed {
                *seen = (self.search, mentee);
                self.queue.push(arc.to);
            }
        }
    }

    /// The first mentor of the search with what is looked for.
    fn find(&mut self, is_found: impl Fn(&State, u32) -> bool) -> Option<u32> {
        let mut next = 0;
        while let Some(mentor) = self.queue.get(next).copied() {
            if is_found(self.state, mentor) {
                return Some(mentor);
            }
            next += 1;
            for place in 0..self.state.seated[at(mentor)].len() {
                self.look_from(self.state.seated[at(mentor)][place]);
            }
        }
        None
    }

    /// Everybody on the way to a mentor moves one on.
    fn move_on(&mut self, mentor: u32) {
        let mut to = mentor;
        loop {
            let (_, mentee) = self.seen[at(to)];
            if mentee == NOBODY {
                return;
            }
            let left = self.state.choice[at(mentee)].mentor;
            self.state.set_choice(mentee, to, 0);
            if left == NOBODY {
                return;
            }
            to = left;
        }
    }

    /// No chain leads on from the mentors of the search: a place with them is worth this much.
    fn close(&mut self, price: i64) {
        for mentor in std::mem::take(&mut self.queue) {
            self.is_closed[at(mentor)] = true;
            self.state.set_price(mentor, price);
        }
    }
}
