//! Rings that were offered, courses that were proposed, and when it was looked for rings last.

use super::Org;
use crate::id::{CourseId, ExchangeId, PersonId, ProgramId, RingId};
use crate::swap::{Course, SwapLook, SwapRing};
use std::collections::BTreeMap;

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Swaps {
    rings: BTreeMap<RingId, SwapRing>,
    courses: BTreeMap<CourseId, Course>,
    looks: BTreeMap<ProgramId, SwapLook>,
}

impl Org {
    /// Every ring that was ever offered, by id.
    pub fn swap_rings(&self) -> impl Iterator<Item = &SwapRing> {
        self.swaps.rings.values()
    }

    /// One ring.
    pub fn swap_ring(&self, id: &RingId) -> Option<&SwapRing> {
        self.swaps.rings.get(id)
    }

    /// The rings of a program, by id.
    pub fn swap_rings_in(&self, program: &ProgramId) -> impl Iterator<Item = &SwapRing> {
        self.swap_rings().filter(move |ring| ring.program == *program)
    }

    /// The rings in which somebody is, by id.
    pub fn swap_rings_of(&self, person: &PersonId) -> impl Iterator<Item = &SwapRing> {
        self.swap_rings().filter(move |ring| ring.has(person))
    }

    /// The ring of which a request is a lesson.
    pub fn swap_ring_of(&self, exchange: &ExchangeId) -> Option<&SwapRing> {
        self.swap_rings().find(|ring| ring.exchanges().contains(exchange))
    }

    /// Every course that was proposed, by id.
    pub fn courses(&self) -> impl Iterator<Item = &Course> {
        self.swaps.courses.values()
    }

    /// One course.
    pub fn course(&self, id: &CourseId) -> Option<&Course> {
        self.swaps.courses.get(id)
    }

    /// When it was looked last for rings in a program, and what came of it.
    pub fn swap_look(&self, program: &ProgramId) -> Option<&SwapLook> {
        self.swaps.looks.get(program)
    }

    /// The same of every program.
    pub fn swap_looks(&self) -> impl Iterator<Item = &SwapLook> {
        self.swaps.looks.values()
    }

    /// True while a lesson of a ring that counts is still to come, so that the ring takes a place of each of its people.
    pub fn takes_places(&self, ring: &SwapRing) -> bool {
        let is_to_come = |id: &ExchangeId| self.exchange(id).is_none_or(|exchange| exchange.is_open());
        ring.is_open() || ring.exchanges().iter().any(is_to_come)
    }
}

/// Changes, made by the store alone.
impl Org {
    /// Puts or replaces a ring.
    pub fn put_swap_ring(&mut self, ring: SwapRing) {
        self.swaps.rings.insert(ring.id.clone(), ring);
    }

    /// Puts or replaces a course.
    pub fn put_course(&mut self, course: Course) {
        self.swaps.courses.insert(course.id.clone(), course);
    }

    /// Puts or replaces when it was looked last.
    pub fn put_swap_look(&mut self, look: SwapLook) {
        self.swaps.looks.insert(look.program.clone(), look);
    }
}
