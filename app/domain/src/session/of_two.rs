//! The hour of two who agreed on it: it stays theirs, neither answers to it apart, and what the learner said before its
//! host did counts with the host’s word.

use super::{Closing, Hour, News, Occurrence, OpenTo, Session, SessionPlan, Told, When};
use crate::id::PersonId;
use crate::rejection::Rejection;
use crate::text::Prose;

/// That the learner of an hour of two said that they met before its host did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidBefore {
    /// Who.
    pub person: PersonId,
    /// Their thanks; may be empty.
    pub words: Prose,
}

impl Session {
    /// Passes those who may say whether they come. Refuses what [`Session::may_sit`] refuses, and the two who agreed on
    /// their hour: they move it or call it off, so that nobody waits alone.
    pub fn may_answer(&self, person: &PersonId) -> Result<(), Rejection> {
        self.may_sit(person)?;
        if self.exchange.is_some() {
            let words = "The two of you agreed on this hour. Move it, or call it off.";
            return Err(Rejection::Conflict(words.into()));
        }
        Ok(())
    }

    /// Refuses a plan by which the hour of two would be one of others, or several.
    pub(super) fn stays_of_two(&self, plan: &SessionPlan) -> Result<(), Rejection> {
        if self.exchange.is_none() {
            return Ok(());
        }
        let words = "This hour is for the two who agreed on it. Plan a session of its own for more.";
        if self.hosts != plan.hosts {
            return Err(Rejection::invalid("hosts", words));
        }
        let others = |people: &[PersonId]| people.iter().filter(|one| !self.is_host(one)).eq(self.asked());
        if !matches!(&plan.open_to, OpenTo::Invited { people } if others(people)) {
            return Err(Rejection::invalid("people", words));
        }
        match &plan.when {
            When::Set { timing } if timing.repeats.is_some() => Err(Rejection::invalid("until", words)),
            When::Set { .. } | When::Voting { .. } => Ok(()),
        }
    }
}

impl Hour<'_> {
    /// The date once the host `by` has said what came of it and whoever was there had said so before: it counts. Refuses
    /// what [`Hour::closed`] and [`Hour::countersigned`] refuse.
    pub fn closed_as_said(
        &self,
        date: Occurrence,
        says: &Closing,
        by: &PersonId,
        before: &PersonId,
    ) -> Result<Occurrence, Rejection> {
        let told = date.told.clone();
        let closed = self.closed(date, says, by)?;
        let seen = closed.closed.as_ref().map_or(self.now, |closed| closed.at);
        let mut after = self.countersigned(closed, before, seen)?;
        // Nobody is asked for what they have said; the host knows what they did.
        after.told = told;
        after.told.push(Told { person: before.clone(), at: self.now, by: Some(by.clone()), news: News::Counted });
        Ok(after)
    }
}
