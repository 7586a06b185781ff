//! From any prices and choices to an exact state, and the same after a change.

use super::pool::{Arc, NOBODY, at, number};
use super::state::State;

impl State {
    /// Makes the state exact, whatever it was: what contradicts the prices is undone, then everybody and every place
    /// is searched for.
    pub(super) fn finish(&mut self) {
        for mentor in 0..number(self.pool.mentors.len()) {
            self.unseat_the_unpaid(mentor);
        }
        for mentee in 0..number(self.pool.rows.len()) {
            if !self.is_content(mentee) {
                self.unseat(mentee);
            }
        }
        for mentee in 0..number(self.pool.rows.len()) {
            if self.choice[at(mentee)].mentor == NOBODY {
                self.seat(mentee);
            }
        }
        for mentor in 0..number(self.pool.mentors.len()) {
            self.offer(mentor);
        }
    }

    /// Takes mentees from a mentor whose price does not pay for so many, or who takes fewer.
    fn unseat_the_unpaid(&mut self, mentor: u32) {
        while let Some(last) = self.seated[at(mentor)].last().copied() {
            let load = self.load(mentor);
            if load <= self.pool.mentors[at(mentor)].capacity && self.base(load) <= self.price(mentor) {
                return;
            }
            self.unseat(last);
        }
    }

    /// True when a mentee is served as cheaply as can be.
    fn is_content(&self, mentee: u32) -> bool {
        let worth = self.worth(mentee);
        let row = &self.pool.rows[at(mentee)];
        worth <= row.penalty && row.open.iter().all(|arc| self.full_cost(*arc) >= worth)
    }

    /// Makes the state exact again after the row of a mentee changed.
    pub(in crate::matching) fn look_again_at_mentee(&mut self, mentee: u32) {
        let before = self.choice[at(mentee)].mentor;
        if before != NOBODY {
            let find = |arcs: &[Arc]| arcs.iter().find(|arc| arc.to == before).copied();
            match find(&self.pool.rows[at(mentee)].open) {
                Some(arc) => self.set_choice(mentee, before, arc.cost),
                None => self.unseat(mentee),
            }
            if self.choice[at(mentee)].mentor != NOBODY && !self.is_content(mentee) {
                self.unseat(mentee);
            }
        }
        if self.choice[at(mentee)].mentor == NOBODY {
            self.seat(mentee);
            if before != NOBODY {
                self.offer(before);
            }
        }
    }

    /// Makes the state exact again after the capacity of a mentor changed.
    pub(in crate::matching) fn look_again_at_mentor(&mut self, mentor: u32) {
        let before = self.seated[at(mentor)].clone();
        self.unseat_the_unpaid(mentor);
        for mentee in before {
            if self.choice[at(mentee)].mentor == NOBODY {
                self.seat(mentee);
            }
        }
        self.offer(mentor);
    }
}
