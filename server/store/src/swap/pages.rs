//! The board and one ring: what is read.

use crate::Store;
use crate::error::Result;
use domain::actor::Actor;
use domain::id::RingId;
use domain::swaps::{RingPage, SwapsPage, SwapsQuery, ring_page, swaps_page};

impl Store {
    /// The board of a swap program, with the actor's rings.
    pub fn swaps_page(&self, actor: &Actor, query: &SwapsQuery) -> Result<SwapsPage> {
        self.read_as(actor, |reader| Ok(swaps_page(reader, query)))
    }

    /// One ring; not found when it does not concern the actor.
    pub fn ring_page(&self, actor: &Actor, id: &RingId) -> Result<RingPage> {
        self.read_as(actor, |reader| ring_page(reader, id))
    }
}
