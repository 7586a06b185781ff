//! A ring is offered to all its people at once and counts when all of them have confirmed.
//!
//! What counts takes a place of each of its people in the same step that the last one confirms, and no sooner: of two
//! offers that need one place, the first to be confirmed by all is committed and the other is overtaken, in whichever order
//! the answers come. An answer that arrives twice is the same answer. What has ended does not begin again.
//!
//! When an offer ends without counting, [`repair`](super::repair()) says what to offer instead.

use super::instance::{Member, Ring};
use super::repair::Standing;
use crate::id::PersonId;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How far an offer is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Somebody has still to confirm.
    Open,
    /// All confirmed.
    Committed,
    /// Somebody declined.
    Declined(PersonId),
    /// Somebody did not answer in time.
    Expired,
    /// Somebody's last place went to another ring.
    Overtaken(PersonId),
}

/// A ring that its people are asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The ring.
    pub ring: Ring,
    /// When it expires.
    pub until: Timestamp,
    /// Who said yes so far.
    pub confirmed: BTreeSet<PersonId>,
    /// How far it is.
    pub stage: Stage,
}

/// Why an answer does not count.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotCounted {
    /// There is no such offer, or the person is not in its ring.
    #[error("You are not asked about this ring.")]
    NotAsked,
    /// It ended already.
    #[error("This ring was decided already. Look at your swaps for what is offered now.")]
    Over(Stage),
}

/// Every offer of a pool, and the places that there are.
#[derive(Clone, Debug, Default)]
pub struct Offers {
    places: BTreeMap<PersonId, u32>,
    offers: Vec<Offer>,
}

impl Offers {
    /// None yet.
    pub fn new(people: &[Member]) -> Self {
        let places = people.iter().map(|member| (member.id.clone(), member.places)).collect();
        Self { places, offers: Vec::new() }
    }

    /// Every offer, the first one first.
    pub fn all(&self) -> &[Offer] {
        &self.offers
    }

    /// Asks everyone in a ring until then; its place among the offers. It is overtaken at once where a place is gone.
    pub fn offer(&mut self, ring: Ring, until: Timestamp) -> usize {
        self.offers.push(Offer { ring, until, confirmed: BTreeSet::new(), stage: Stage::Open });
        self.overtake();
        self.offers.len() - 1
    }

    /// Somebody says yes. The ring counts from now on when they are the last. Refuses whoever is not asked, and an offer
    /// that has ended otherwise.
    pub fn confirm(&mut self, at: usize, person: &PersonId, now: Timestamp) -> Result<&Stage, NotCounted> {
        self.expire(now);
        let offer = Self::asked(&mut self.offers, at, person)?;
        match offer.stage {
            Stage::Open => {}
            Stage::Committed => return Ok(&Stage::Committed),
            Stage::Declined(_) | Stage::Expired | Stage::Overtaken(_) => {
                return Err(NotCounted::Over(offer.stage.clone()));
            }
        }
        offer.confirmed.insert(person.clone());
        if offer.ring.people().all(|person| offer.confirmed.contains(person)) {
            offer.stage = Stage::Committed;
            self.overtake();
        }
        Ok(self.offers.get(at).map_or(&Stage::Open, |offer| &offer.stage))
    }

    /// Somebody says no, also after they had said yes, as long as it does not count. Refuses whoever is not asked, and an
    /// offer that has ended otherwise.
    pub fn decline(&mut self, at: usize, person: &PersonId, now: Timestamp) -> Result<(), NotCounted> {
        self.expire(now);
        let offer = Self::asked(&mut self.offers, at, person)?;
        match &offer.stage {
            Stage::Open => offer.stage = Stage::Declined(person.clone()),
            Stage::Declined(by) if by == person => {}
            stage => return Err(NotCounted::Over(stage.clone())),
        }
        Ok(())
    }

    /// Ends every open offer whose time is over.
    pub fn expire(&mut self, now: Timestamp) {
        for offer in self.offers.iter_mut().filter(|offer| offer.stage == Stage::Open && offer.until <= now) {
            offer.stage = Stage::Expired;
        }
    }

    /// What stands, as a repair takes it: what counts, what is open, and the offers in `fallen`.
    pub fn standing(&self, fallen: &[usize]) -> Vec<Standing> {
        let stands = |(at, offer): &(usize, &Offer)| match offer.stage {
            Stage::Open | Stage::Committed => true,
            Stage::Declined(_) | Stage::Expired | Stage::Overtaken(_) => fallen.contains(at),
        };
        let standing = |(_, offer): (usize, &Offer)| Standing {
            ring: offer.ring.clone(),
            confirmed: offer.confirmed.iter().cloned().collect(),
        };
        self.offers.iter().enumerate().filter(stands).map(standing).collect()
    }

    fn asked<'a>(offers: &'a mut [Offer], at: usize, person: &PersonId) -> Result<&'a mut Offer, NotCounted> {
        let offer = offers.get_mut(at).ok_or(NotCounted::NotAsked)?;
        if offer.ring.people().any(|asked| asked == person) { Ok(offer) } else { Err(NotCounted::NotAsked) }
    }

    /// How many places of each person are taken.
    fn taken(&self) -> BTreeMap<&PersonId, u32> {
        let mut taken: BTreeMap<&PersonId, u32> = BTreeMap::new();
        for offer in self.offers.iter().filter(|offer| offer.stage == Stage::Committed) {
            offer.ring.people().for_each(|person| *taken.entry(person).or_default() += 1);
        }
        taken
    }

    /// Ends every open offer for which somebody has no place any more.
    fn overtaken(&self) -> Vec<(usize, PersonId)> {
        let taken = self.taken();
        let has_none = |person: &&PersonId| {
            let places = self.places.get(*person).copied().unwrap_or(0);
            taken.get(*person).copied().unwrap_or(0) >= places
        };
        let open = self.offers.iter().enumerate().filter(|(_, offer)| offer.stage == Stage::Open);
        open.filter_map(|(at, offer)| Some((at, offer.ring.people().find(has_none)?.clone()))).collect()
    }

    fn overtake(&mut self) {
        for (at, person) in self.overtaken() {
            self.offers[at].stage = Stage::Overtaken(person);
        }
    }
}

#[cfg(test)]
mod tests;
