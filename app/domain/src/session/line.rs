//! The line: who has a seat, who waits, and who moves up when one opens.
//!
//! The line is kept in the order of answers, and whoever is first is offered what there is. When there is room for fewer
//! guests than they wanted, they are offered that; nobody behind them gets past.

use super::{Answer, Occurrence, Seat, Seating};
use crate::id::PersonId;
use crate::time::Timestamp;

/// More people have a seat than there are seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Over {
    /// By how many seats.
    pub seats: u32,
    /// Who answered last, as many as it takes, the last one first.
    pub people: Vec<PersonId>,
}

impl Answer {
    /// How many seats they have or are held for them.
    pub fn seats(&self) -> u32 {
        match self.seat {
            Seat::Seat | Seat::Held { .. } => self.party(),
            Seat::Nothing | Seat::InLine | Seat::Lapsed => 0,
        }
    }

    /// They and their guests.
    pub(super) fn party(&self) -> u32 {
        1 + u32::from(self.guests)
    }
}

impl Occurrence {
    /// How many seats are taken or held.
    pub fn taken(&self) -> u32 {
        self.answers.iter().map(Answer::seats).sum()
    }

    /// How many seats are free; `None` when there are as many as one likes.
    pub fn free(&self, seating: &Seating) -> Option<u32> {
        seating.capacity.map(|capacity| capacity.saturating_sub(self.taken()))
    }

    /// Those in line, the first one first.
    pub fn line(&self) -> Vec<&Answer> {
        let mut line: Vec<&Answer> = self.answers.iter().filter(|answer| answer.seat == Seat::InLine).collect();
        line.sort_by_key(|answer| answer.number);
        line
    }

    /// The place of `person` in line, from 1.
    pub fn place_in_line(&self, person: &PersonId) -> Option<u32> {
        let answer = self.answer_of(person).filter(|answer| answer.seat == Seat::InLine)?;
        let before = self.answers.iter().filter(|other| other.seat == Seat::InLine && other.number < answer.number);
        u32::try_from(before.count() + 1).ok()
    }

    /// Everybody who is expected: who has a seat, in the order of answers.
    pub fn seated(&self) -> Vec<&Answer> {
        let mut seated: Vec<&Answer> = self.answers.iter().filter(|answer| answer.seat == Seat::Seat).collect();
        seated.sort_by_key(|answer| answer.number);
        seated
    }

    /// Who would have to go for everybody to have a seat; `None` when they do.
    pub fn over(&self, seating: &Seating) -> Option<Over> {
        let seats = self.taken().checked_sub(seating.capacity?).filter(|over| *over > 0)?;
        let mut sitting: Vec<&Answer> = self.answers.iter().filter(|answer| answer.seats() > 0).collect();
        sitting.sort_by_key(|answer| std::cmp::Reverse(answer.number));
        let mut gone = 0;
        let last = sitting.into_iter().take_while(|answer| {
            let is_needed = gone < seats;
            gone += answer.seats();
            is_needed
        });
        Some(Over { seats, people: last.map(|answer| answer.person.clone()).collect() })
    }

    /// When the next held seat lapses.
    pub fn next_lapse(&self) -> Option<Timestamp> {
        let held = self.answers.iter().filter_map(|answer| match answer.seat {
            Seat::Held { until } => Some(until),
            Seat::Nothing | Seat::Seat | Seat::InLine | Seat::Lapsed => None,
        });
        held.min()
    }

    /// The date as it is at `now`: seats that nobody took in time have lapsed, and what is free is held for the first in
    /// line. Nobody has a seat any more to take, nor moves up, on a date that was called off; their places in line stay.
    pub fn passed(mut self, seating: &Seating, now: Timestamp) -> Self {
        for answer in &mut self.answers {
            match answer.seat {
                Seat::Held { .. } if !seating.takes_place => answer.seat = Seat::InLine,
                Seat::Held { until } if until.min(seating.starts) <= now => answer.seat = Seat::Lapsed,
                Seat::Held { until } => answer.seat = Seat::Held { until: until.min(seating.starts) },
                Seat::Nothing | Seat::Seat | Seat::InLine | Seat::Lapsed => {}
            }
        }
        if seating.is_open(now) {
            self.move_up(seating, now);
        }
        self
    }

    /// Holds what is free for the first in line, one after the other.
    fn move_up(&mut self, seating: &Seating, now: Timestamp) {
        let mut free = self.free(seating).unwrap_or(u32::MAX);
        let mut line: Vec<&mut Answer> = self.answers.iter_mut().filter(|answer| answer.seat == Seat::InLine).collect();
        line.sort_by_key(|answer| answer.number);
        for answer in line {
            let Some(room) = free.checked_sub(1) else { return };
            answer.guests = answer.guests.min(u8::try_from(room).unwrap_or(u8::MAX));
            let until = seating.held_until(now);
            let at_once = seating.claim_within.0 == 0 || seating.capacity.is_none();
            answer.seat = if at_once { Seat::Seat } else { Seat::Held { until } };
            free = free.saturating_sub(answer.party());
        }
    }
}
