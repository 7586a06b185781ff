//! How pairs end before their close: nobody has to say why, and nobody is told.

use super::{Ended, FitAnswer, Fits, Pair, PairNews, PairStage, When};
use crate::id::PersonId;
use crate::rejection::Rejection;

impl Pair {
    /// The pair once `person` is in the program, or here, no more; `None` where that changes nothing.
    pub fn without(mut self, person: &PersonId, when: When) -> Option<Self> {
        if !self.is_open() || !self.has(person) {
            return None;
        }
        self.part(person, Ended::LeftProgram, when);
        self.moved_at = when.now;
        Some(self)
    }

    /// The pair once an organiser ended it. Refuses one that is over.
    pub fn ended_by_organiser(mut self, when: When) -> Result<Self, Rejection> {
        if !self.is_open() {
            return Err(Rejection::Stale("This pair is over already.".into()));
        }
        self.end(Ended::ByOrganiser, when);
        self.moved_at = when.now;
        Ok(self)
    }

    /// The pair once the round that brought them together was taken back; `None` for one that has met or is over.
    pub fn taken_back(mut self, when: When) -> Option<Self> {
        if !self.is_open() || when.has_met {
            return None;
        }
        self.end(Ended::TakenBack, when);
        self.moved_at = when.now;
        Some(self)
    }

    /// The learners who look for somebody else because somebody has just said that they do not fit: all of them where that
    /// ended it, and the one who said so where a circle goes on.
    pub fn to_be_matched_anew(&self) -> Vec<PersonId> {
        if matches!(self.stage, PairStage::Ended { why: Ended::NotAFit, .. }) {
            return self.learners.clone();
        }
        let parted = |answer: &&FitAnswer| answer.says == Fits::No && answer.at == self.moved_at;
        let parted = self.fit.iter().filter(parted).map(|answer| &answer.person);
        parted.filter(|person| self.gone.contains(person)).cloned().collect()
    }

    pub(super) fn stop(&mut self, by: &PersonId, when: When) {
        self.part(by, Ended::Stopped, when);
    }

    pub(super) fn part_for_lack_of_fit(&mut self, by: &PersonId, when: When) {
        self.part(by, Ended::NotAFit, when);
    }

    /// A circle goes on without one of its learners; everything else ends.
    fn part(&mut self, person: &PersonId, why: Ended, when: When) {
        if self.learners.len() < 2 || *person == self.mentor {
            return self.end(why, when);
        }
        self.learners.retain(|learner| learner != person);
        self.gone.push(person.clone());
        self.tell(None, PairNews::Fewer, when);
    }

    fn end(&mut self, why: Ended, when: When) {
        self.stage = PairStage::Ended { at: when.now, why };
        self.tell(None, PairNews::Ended, when);
    }
}
