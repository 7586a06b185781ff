//! The moves of a mentor’s row: how many they take, pausing, and what silence does.

use super::{MOST_UNANSWERED, Mentor, Paused, PausedBecause, Rules};
use crate::id::{PersonId, ProgramId};
use crate::rejection::Rejection;
use crate::time::Timestamp;

impl Mentor {
    /// Somebody who has said nothing yet: they take as many as the program lets them.
    pub const fn usual(program: ProgramId, person: PersonId, now: Timestamp) -> Self {
        Self { program, person, places: None, paused: None, unanswered: 0, moved_at: now }
    }

    /// How many they take at once, paused or not.
    pub fn places(&self, rules: &Rules) -> u32 {
        self.places.unwrap_or(rules.places).min(rules.places)
    }

    /// How many they take at once now: none while they are paused.
    pub fn open_places(&self, rules: &Rules) -> u32 {
        if self.paused.is_some() { 0 } else { self.places(rules) }
    }

    /// The row after one of their places was taken, by a yes of theirs or by an organiser. `learners` is how many they
    /// have already, `more` how many come. Refuses more than they take.
    pub fn taking(mut self, rules: &Rules, learners: u32, more: u32, now: Timestamp) -> Result<Self, Rejection> {
        if learners.saturating_add(more) > self.places(rules) {
            return Err(Rejection::Conflict(match self.places(rules) {
                1 => "The one place is taken. Nobody new can come until it is free.".to_owned(),
                places => format!("All {places} places are taken. Nobody new can come until one is free."),
            }));
        }
        self.unanswered = 0;
        self.moved_at = now;
        Ok(self)
    }

    /// The row after they answered, whatever they said.
    pub const fn answered(mut self, now: Timestamp) -> Self {
        self.unanswered = 0;
        self.moved_at = now;
        self
    }

    /// The row after they let a request pass without an answer; after [`MOST_UNANSWERED`] of them they are paused.
    pub fn stayed_silent(mut self, now: Timestamp) -> Self {
        self.unanswered = self.unanswered.saturating_add(1);
        if self.unanswered >= MOST_UNANSWERED && self.paused.is_none() {
            self.paused = Some(Paused { since: now, because: PausedBecause::Silent });
        }
        self.moved_at = now;
        self
    }

    /// The row of somebody who takes nobody new for now. Those whom they have stay. Refuses when they are paused already.
    pub fn paused(mut self, now: Timestamp) -> Result<Self, Rejection> {
        if self.paused.is_some() {
            return Err(Rejection::Stale("You are paused already.".into()));
        }
        self.paused = Some(Paused { since: now, because: PausedBecause::Own });
        self.moved_at = now;
        Ok(self)
    }

    /// The row of somebody who takes learners again. Refuses when they are not paused.
    pub fn back(mut self, now: Timestamp) -> Result<Self, Rejection> {
        if self.paused.take().is_none() {
            return Err(Rejection::Stale("You take learners already.".into()));
        }
        self.unanswered = 0;
        self.moved_at = now;
        Ok(self)
    }

    /// The row of somebody who takes `places` learners at once. Refuses none and more than the program lets them. Whom they
    /// have already stays, also when they are more.
    pub fn with_places(mut self, places: u32, rules: &Rules, now: Timestamp) -> Result<Self, Rejection> {
        if !(1..=rules.places).contains(&places) {
            let words = match rules.places {
                1 => "This program lets a mentor take one learner. Pause if you want to take nobody.".to_owned(),
                most => format!("Write a number from 1 to {most}. Pause if you want to take nobody."),
            };
            return Err(Rejection::invalid("places", words));
        }
        self.places = Some(places);
        self.moved_at = now;
        Ok(self)
    }
}
