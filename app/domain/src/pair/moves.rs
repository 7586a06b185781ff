//! The moves of a pair, as functions of the pair, the mover and the moment: each returns the pair after the move or
//! says why it cannot be made. `close` ends pairs, `plans` has what they write together.

use super::{Feedback, FitAnswer, Fits, Move, News, Pair, PairNews, PairStage, When, Words};
use crate::clocks::Day;
use crate::id::PersonId;
use crate::rejection::{Noun, Rejection};

/// The most news that are kept: the last ones.
const MOST_NEWS: usize = 60;
/// The longest break, in days.
const LONGEST_BREAK: i64 = 120;

impl Pair {
    /// The pair after `by` makes `step`. Not found for those who are not in it.
    pub fn moved(mut self, by: &PersonId, step: Move, when: When) -> Result<Self, Rejection> {
        if !self.has(by) {
            return Err(Rejection::NotFound(Noun::Pair));
        }
        match (&self.stage, step) {
            (PairStage::Finished { .. }, Move::GiveFeedback(words)) => self.take_feedback(by, words, when),
            (_, Move::GiveFeedback(_)) => {
                return Err(Rejection::Conflict("You say how it was when you come to a close.".into()));
            }
            (PairStage::Finished { .. } | PairStage::Ended { .. }, _) => {
                return Err(Rejection::Stale("This pair has come to its end. What you wrote stays here.".into()));
            }
            (PairStage::Active | PairStage::Paused { .. }, Move::Plan(step)) => self.plan(by, step, when)?,
            (PairStage::Active, Move::Pause { until }) => self.pause(by, until, when)?,
            (PairStage::Paused { .. }, Move::Pause { .. }) => {
                return Err(Rejection::Stale("You take a break already.".into()));
            }
            (PairStage::Active, Move::GoOn) => return Err(Rejection::Stale("It goes on already.".into())),
            (PairStage::Paused { .. }, Move::GoOn) => self.go_on(Some(by), when),
            (PairStage::Active | PairStage::Paused { .. }, Move::SayFit { says }) => self.say_fit(by, says, when)?,
            (PairStage::Active | PairStage::Paused { .. }, Move::Finish(words)) => {
                self.stage = PairStage::Finished { at: when.now };
                self.tell(Some(by), PairNews::Finished, when);
                self.take_feedback(by, words, when);
            }
            (PairStage::Active | PairStage::Paused { .. }, Move::Stop) => self.stop(by, when),
        }
        self.moved_at = when.now;
        Ok(self)
    }

    /// The pair once the break that they agreed is over; `None` while it is not.
    pub fn resumed(mut self, when: When) -> Option<Self> {
        let PairStage::Paused { until: Some(until), .. } = self.stage else { return None };
        if until > when.today {
            return None;
        }
        self.go_on(None, when);
        self.moved_at = when.now;
        Some(self)
    }

    /// True when `person` is to say whether they fit: they have met, the program asks, and they have not said it.
    pub fn asks_fit_of(&self, person: &PersonId, when: When) -> bool {
        self.is_open() && self.has(person) && when.asks_fit && when.has_met && self.fit_of(person).is_none()
    }

    fn pause(&mut self, by: &PersonId, until: Option<Day>, when: When) -> Result<(), Rejection> {
        if until.is_some_and(|until| until <= when.today || until > when.today.plus(LONGEST_BREAK)) {
            let words = format!("Choose a day within the next {LONGEST_BREAK} days, or leave it open.");
            return Err(Rejection::invalid("until", words));
        }
        self.stage = PairStage::Paused { since: when.now, by: by.clone(), until };
        self.tell(Some(by), PairNews::Paused, when);
        Ok(())
    }

    fn go_on(&mut self, by: Option<&PersonId>, when: When) {
        self.stage = PairStage::Active;
        self.tell(by, PairNews::WentOn, when);
    }

    /// One yes is kept. One no ends it for both, or lets one learner of a circle go; nobody is told by whom.
    fn say_fit(&mut self, by: &PersonId, says: Fits, when: When) -> Result<(), Rejection> {
        if !when.asks_fit {
            return Err(Rejection::Conflict("This program does not ask whether you fit.".into()));
        }
        if !when.has_met {
            return Err(Rejection::Conflict("Meet once first, then say whether it fits.".into()));
        }
        self.fit.retain(|answer| answer.person != *by);
        self.fit.push(FitAnswer { person: by.clone(), says, at: when.now });
        if says == Fits::No {
            self.part_for_lack_of_fit(by, when);
        }
        Ok(())
    }

    /// What somebody says of the time takes the place of what they said before.
    fn take_feedback(&mut self, by: &PersonId, words: Words, when: When) {
        let Words { worth, words, to_organisers } = words;
        self.feedback.retain(|feedback| feedback.person != *by);
        self.feedback.push(Feedback { person: by.clone(), at: when.now, worth, words, to_organisers });
    }

    /// The others are told of it.
    pub(super) fn tell(&mut self, by: Option<&PersonId>, what: PairNews, when: When) {
        self.news.push(News { at: when.now, by: by.cloned(), what });
        let old = self.news.len().saturating_sub(MOST_NEWS);
        self.news.drain(..old);
    }
}
