//! Several times to choose from: who says what of them, which suits best, and that one of them is settled.

use super::{Fits, Poll, Session, Timing, Vote, When};
use crate::clocks::Clocks;
use crate::id::PersonId;
use crate::rejection::Rejection;
use crate::time::Timestamp;
use std::cmp::Reverse;

/// How many times a poll has at least and at most.
pub const CHOICES: std::ops::RangeInclusive<usize> = 2..=8;

/// How many say what of one time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tally {
    /// It suits them.
    pub yes: u32,
    /// It does if nothing else does.
    pub if_needed: u32,
    /// It does not.
    pub no: u32,
}

impl Poll {
    /// How many say what of `choice`.
    pub fn tally(&self, choice: Timestamp) -> Tally {
        let mut tally = Tally::default();
        for vote in self.votes.iter().filter(|vote| vote.choice == choice) {
            match vote.fits {
                Fits::Yes => tally.yes += 1,
                Fits::IfNeeded => tally.if_needed += 1,
                Fits::No => tally.no += 1,
            }
        }
        tally
    }

    /// The time that suits best: most say yes, then most say if needed, then the earliest. None while nobody voted for
    /// any.
    pub fn best(&self) -> Option<Timestamp> {
        let key = |choice: &Timestamp| {
            let tally = self.tally(*choice);
            (tally.yes, tally.if_needed, Reverse(*choice))
        };
        let best = self.choices.iter().copied().max_by_key(key)?;
        let tally = self.tally(best);
        (tally.yes + tally.if_needed > 0).then_some(best)
    }

    /// What `person` says of `choice`.
    pub fn vote_of(&self, person: &PersonId, choice: Timestamp) -> Option<Fits> {
        let vote = self.votes.iter().find(|vote| vote.person == *person && vote.choice == choice);
        vote.map(|vote| vote.fits)
    }

    /// Everybody who voted, in the order in which they first did.
    pub fn voters(&self) -> Vec<&PersonId> {
        let mut voters: Vec<&PersonId> = Vec::new();
        for vote in &self.votes {
            if !voters.contains(&&vote.person) {
                voters.push(&vote.person);
            }
        }
        voters
    }

    /// Whom `choice` suits, in the order in which they voted.
    pub fn suited(&self, choice: Timestamp) -> Vec<&PersonId> {
        let yes = self.votes.iter().filter(|vote| vote.choice == choice && vote.fits == Fits::Yes);
        yes.map(|vote| &vote.person).collect()
    }

    fn voted(&mut self, person: &PersonId, votes: &[(Timestamp, Fits)]) -> Result<(), Rejection> {
        for (choice, fits) in votes {
            if !self.choices.contains(choice) {
                return Err(Rejection::Stale("The times to choose from are others now. Look again.".into()));
            }
            let known = self.votes.iter_mut().find(|vote| vote.person == *person && vote.choice == *choice);
            match known {
                Some(vote) => vote.fits = *fits,
                None => self.votes.push(Vote { person: person.clone(), choice: *choice, fits: *fits }),
            }
        }
        Ok(())
    }
}

impl Session {
    /// The poll, while its time is not settled.
    pub fn poll(&self) -> Result<&Poll, Rejection> {
        match &self.when {
            When::Voting { poll } if self.called_off.is_none() => Ok(poll),
            When::Voting { .. } => Err(called_off()),
            When::Set { .. } => Err(Rejection::Stale("The time is settled already.".into())),
        }
    }

    /// The session after `person` said which times suit them; what they said of a time before is replaced. Refuses when
    /// voting is over, and times that are not to choose from.
    pub fn voted(mut self, person: &PersonId, votes: &[(Timestamp, Fits)], now: Timestamp) -> Result<Self, Rejection> {
        if now >= self.poll()?.until {
            return Err(Rejection::Conflict("Voting is over. The host settles on a time.".into()));
        }
        if let When::Voting { poll } = &mut self.when {
            poll.voted(person, votes)?;
        }
        Ok(self)
    }

    /// The session once its time is `choice`. Refuses a time that is not to choose from, and one that is over.
    pub fn settled(mut self, choice: Timestamp, clocks: &Clocks) -> Result<Self, Rejection> {
        let poll = self.poll()?;
        if !poll.choices.contains(&choice) {
            return Err(Rejection::Stale("The times to choose from are others now. Look again.".into()));
        }
        if choice <= clocks.now {
            return Err(Rejection::invalid("choice", "That time is over. Choose another, or propose new times."));
        }
        let timing = Timing::once(clocks.wall(&poll.zone, choice), poll.length, poll.zone.clone());
        self.when = When::Set { timing };
        self.revision = self.revision.moved(clocks.now);
        Ok(self)
    }
}

pub(super) fn called_off() -> Rejection {
    Rejection::Stale("This session was called off.".into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{Minutes, Zone};

    const CHOICES: [Timestamp; 3] = [Timestamp(1_000), Timestamp(2_000), Timestamp(3_000)];

    /// Who voted, and what for each of the choices.
    type Voted = (&'static str, [Fits; 3]);

    fn poll(votes: &[Voted]) -> Poll {
        let (length, zone, until) = (Minutes(45), Zone::utc(), Timestamp(900));
        let mut poll = Poll { choices: CHOICES.to_vec(), length, zone, until, votes: Vec::new() };
        for (who, fits) in votes {
            let votes: Vec<_> = CHOICES.into_iter().zip(fits.iter().copied()).collect();
            poll.voted(&who.parse().unwrap(), &votes).unwrap();
        }
        poll
    }

    #[test]
    fn most_yes_wins_then_most_if_needed_then_the_earliest() {
        use Fits::{IfNeeded, No, Yes};
        let rows: [(&[Voted], Option<usize>); 5] = [
            (&[], None),
            (&[("ana", [No, No, No])], None),
            (&[("ana", [Yes, No, Yes]), ("ben", [No, Yes, Yes])], Some(2)),
            (&[("ana", [Yes, Yes, No]), ("ben", [No, IfNeeded, No])], Some(1)),
            (&[("ana", [IfNeeded, IfNeeded, No])], Some(0)),
        ];
        for (votes, best) in rows {
            assert_eq!(poll(votes).best(), best.map(|index| CHOICES[index]), "{votes:?}");
        }
    }

    #[test]
    fn who_votes_again_says_it_anew_and_keeps_their_place() {
        let mut poll = poll(&[("ana", [Fits::No; 3]), ("ben", [Fits::Yes; 3])]);
        let ana = "ana".parse().unwrap();
        poll.voted(&ana, &[(CHOICES[1], Fits::Yes)]).unwrap();
        assert_eq!(poll.tally(CHOICES[1]), Tally { yes: 2, if_needed: 0, no: 0 });
        assert_eq!(poll.suited(CHOICES[1])[0], &ana);
        assert_eq!((poll.voters().len(), poll.votes.len()), (2, 6));
        assert!(poll.voted(&ana, &[(Timestamp(7), Fits::Yes)]).is_err());
    }
}
