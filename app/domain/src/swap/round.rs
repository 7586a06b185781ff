//! All rings of a program at once: who answers one may end another. By the rules of [`Offers`], which decide; here their
//! outcome is written onto the rings.

use super::{Fall, RingStage, SwapRing, Yes};
use crate::id::{PersonId, RingId};
use crate::rejection::{Noun, Rejection};
use crate::rings::{Member, NotCounted, Offers, Stage};
use crate::text::Prose;
use crate::time::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// Before everything: an answer that is put back where it was ends nothing by its time.
const EARLIEST: Timestamp = Timestamp(i64::MIN);

/// Whether the time to answer passes: it stands still while a program is paused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passes {
    /// It passes.
    On,
    /// Nobody can answer, so nobody is late.
    NotNow,
}

/// Every ring of a program that takes a place of somebody or asks for one.
#[derive(Clone, Debug)]
pub struct Round {
    offers: Offers,
    rings: Vec<SwapRing>,
}

impl Round {
    /// The rings of a program in which everybody has so many places: those that count and still take places, and those
    /// that are open. Others are left out.
    pub fn new(places: u32, mut rings: Vec<SwapRing>) -> Self {
        rings.retain(|ring| !matches!(ring.stage, RingStage::Fell { .. }));
        // What counts took its places first.
        rings.sort_by(|a, b| (a.is_open(), a.offered_at, &a.id).cmp(&(b.is_open(), b.offered_at, &b.id)));
        let people: BTreeSet<&PersonId> = rings.iter().flat_map(SwapRing::people).collect();
        let members: Vec<Member> =
            people.into_iter().map(|id| Member { id: id.clone(), places, is_starter: false }).collect();
        let mut offers = Offers::new(&members);
        for ring in &rings {
            let at = offers.offer(ring.ring.clone(), ring.until);
            let said = ring.people().filter(|person| !ring.is_open() || ring.yes_of(person).is_some());
            for person in said {
                // One that is overtaken takes no answer more.
                drop(offers.confirm(at, person, EARLIEST).cloned());
            }
        }
        Self { offers, rings }
    }

    /// Somebody says yes: the rings that this changes. The ring counts when they are the last, and then others for which
    /// somebody has no place any more fall. Refuses whoever is not in it, and a ring that was decided already.
    pub fn confirm(mut self, id: &RingId, yes: Yes) -> Result<Vec<SwapRing>, Rejection> {
        let (at, now) = (self.place(id, &yes.person)?, yes.at);
        if !self.rings.get(at).is_some_and(SwapRing::is_open) {
            return Ok(Vec::new());
        }
        self.offers.confirm(at, &yes.person, now).map_err(|why| rejection(&why))?;
        if let Some(ring) = self.rings.get_mut(at) {
            say(ring, yes);
        }
        Ok(self.changed(now, Some(id), &BTreeMap::new()))
    }

    /// Somebody says no, also after they had said yes: the rings that this changes. Refuses whoever is not in it, and a
    /// ring that was decided already.
    pub fn decline(
        mut self,
        id: &RingId,
        (by, reason): (&PersonId, Prose),
        now: Timestamp,
    ) -> Result<Vec<SwapRing>, Rejection> {
        let at = self.place(id, by)?;
        self.offers.decline(at, by, now).map_err(|why| rejection(&why))?;
        Ok(self.changed(now, None, &BTreeMap::from([(by.clone(), reason)])))
    }

    /// Ends every open ring whose time is over, where time passes, and every one in which somebody is who is `gone`: those
    /// that ended.
    pub fn swept(mut self, gone: &BTreeSet<PersonId>, time: Passes, now: Timestamp) -> Vec<SwapRing> {
        if time == Passes::On {
            self.offers.expire(now);
        }
        let mut ended = Vec::new();
        for ring in self.rings.iter().filter(|ring| ring.is_open()) {
            if let Some(person) = ring.people().find(|person| gone.contains(*person)) {
                ended.push(fallen(ring.clone(), Fall::Left { person: person.clone() }, now));
            }
        }
        let others = self.changed(now, None, &BTreeMap::new());
        let is_new = |ring: &SwapRing| ended.iter().all(|one| one.id != ring.id);
        let others: Vec<SwapRing> = others.into_iter().filter(is_new).collect();
        ended.into_iter().chain(others).collect()
    }

    fn place(&self, id: &RingId, person: &PersonId) -> Result<usize, Rejection> {
        let found = self.rings.iter().position(|ring| ring.id == *id);
        found.filter(|at| self.rings[*at].has(person)).ok_or(Rejection::NotFound(Noun::Ring))
    }

    /// Every ring that stands elsewhere than before, and `said`, to which somebody said yes.
    fn changed(self, now: Timestamp, said: Option<&RingId>, reasons: &BTreeMap<PersonId, Prose>) -> Vec<SwapRing> {
        let outcomes = self.rings.into_iter().zip(self.offers.all());
        let after = |(ring, offer): (SwapRing, &crate::rings::Offer)| {
            if !ring.is_open() {
                return None;
            }
            let is_said = said == Some(&ring.id);
            match &offer.stage {
                Stage::Open => is_said.then_some(SwapRing { moved_at: now, ..ring }),
                Stage::Committed => {
                    let stage = RingStage::Committed { at: now, exchanges: Vec::new(), over: false };
                    Some(SwapRing { stage, moved_at: now, ..ring })
                }
                Stage::Declined(by) => {
                    let reason = reasons.get(by).cloned().unwrap_or_default();
                    Some(fallen(ring, Fall::Declined { by: by.clone(), reason }, now))
                }
                Stage::Expired => {
                    let people = ring.silent().cloned().collect();
                    Some(fallen(ring, Fall::Silent { people }, now))
                }
                Stage::Overtaken(person) => Some(fallen(ring, Fall::Overtaken { person: person.clone() }, now)),
            }
        };
        outcomes.filter_map(after).collect()
    }
}

/// The ring with somebody's yes, once.
fn say(ring: &mut SwapRing, yes: Yes) {
    match ring.yes.iter_mut().find(|said| said.person == yes.person) {
        Some(said) => (said.words, said.starts_at) = (yes.words, yes.starts_at),
        None => ring.yes.push(yes),
    }
}

/// The ring as one that will not be.
pub(super) fn fallen(ring: SwapRing, why: Fall, now: Timestamp) -> SwapRing {
    let mended = why == Fall::Replaced;
    SwapRing { stage: RingStage::Fell { at: now, why, mended }, moved_at: now, ..ring }
}

fn rejection(why: &NotCounted) -> Rejection {
    match why {
        NotCounted::NotAsked => Rejection::NotFound(Noun::Ring),
        NotCounted::Over(stage) => Rejection::Stale(over(stage).to_owned()),
    }
}

impl SwapRing {
    /// Why nothing can be said to it any more, once it fell.
    pub fn over(&self) -> Option<Rejection> {
        let stage = match self.fall()? {
            Fall::Declined { by, .. } | Fall::Left { person: by } => Stage::Declined(by.clone()),
            Fall::Silent { .. } => Stage::Expired,
            Fall::Overtaken { person } => Stage::Overtaken(person.clone()),
            Fall::Replaced => return Some(Rejection::Stale(REPLACED.to_owned())),
        };
        Some(Rejection::Stale(over(&stage).to_owned()))
    }
}

const REPLACED: &str =
    "This ring was taken back before anybody had said yes. Look at your swaps for what is offered now.";

/// Why nothing can be said to a ring any more.
const fn over(stage: &Stage) -> &'static str {
    match stage {
        Stage::Open | Stage::Committed => {
            "All have said yes already: the swap counts. Talk to each other about the time."
        }
        Stage::Declined(_) => "Somebody dropped out meanwhile. Look at your swaps for what is offered instead.",
        Stage::Expired => "The time to answer is over. Look at your swaps for what is offered now.",
        Stage::Overtaken(_) => "Somebody in it has no place left: another swap counted first. Look at your swaps.",
    }
}
