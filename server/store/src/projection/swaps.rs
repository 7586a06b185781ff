//! Rings, courses and looks as memory holds them.

use super::queries::{COURSES, SWAP_LOOKS, SWAP_RINGS};
use super::stale::Stale;
use crate::Store;
use crate::error::Result;
use domain::org::Org;
use domain::swap::{Course, SwapLook, SwapRing};
use serde_json::json;

/// What was read of them.
pub(super) struct Swaps {
    rings: Vec<SwapRing>,
    courses: Vec<Course>,
    looks: Vec<SwapLook>,
}

impl Swaps {
    /// Puts it into an organisation.
    pub(super) fn put(self, org: &mut Org) {
        self.rings.into_iter().for_each(|ring| org.put_swap_ring(ring));
        self.courses.into_iter().for_each(|course| org.put_course(course));
        self.looks.into_iter().for_each(|look| org.put_swap_look(look));
    }
}

impl Store {
    /// All of it.
    pub(super) async fn whole_swaps(&self) -> Result<Swaps> {
        Ok(Swaps {
            rings: self.rows("SELECT *, record::id(id) AS id FROM swap_ring", json!({})).await?,
            courses: self.rows("SELECT *, record::id(id) AS id FROM course", json!({})).await?,
            looks: self.rows("SELECT * OMIT id FROM swap_look", json!({})).await?,
        })
    }

    /// What of it is stale.
    pub(super) async fn swaps_again(&self, stale: &Stale) -> Result<Swaps> {
        Ok(Swaps {
            rings: self.named(&stale.swap_rings, SWAP_RINGS, json!({ "keys": stale.swap_rings })).await?,
            courses: self.named(&stale.courses, COURSES, json!({ "keys": stale.courses })).await?,
            looks: self.named(&stale.swap_looks, SWAP_LOOKS, json!({ "keys": stale.swap_looks })).await?,
        })
    }
}
