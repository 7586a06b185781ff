//! What there is to read before and see after, and what those who were there say afterwards.

use super::{Material, Occurrence, Session, Survey};
use crate::id::PersonId;
use crate::rejection::Rejection;
use crate::text::Prose;
use crate::time::Timestamp;

/// The most things to read and see of one session.
pub const MOST_MATERIALS: usize = 40;

impl Session {
    /// The session with one more thing to read or see. Refuses one without a name, a second one of the same address, and
    /// too many.
    pub fn with_material(mut self, material: Material) -> Result<Self, Rejection> {
        if material.title.is_empty() {
            return Err(Rejection::invalid("title", "Say what it is called."));
        }
        if self.materials.iter().any(|known| known.link == material.link) {
            return Err(Rejection::invalid("link", "That address is there already."));
        }
        if self.materials.len() >= MOST_MATERIALS {
            return Err(Rejection::Conflict(format!("There are {MOST_MATERIALS} already. Take one away first.")));
        }
        self.materials.push(material);
        Ok(self)
    }

    /// The session without it. Refuses when it is not there.
    pub fn without_material(mut self, material: &Material) -> Result<Self, Rejection> {
        let before = self.materials.len();
        self.materials.retain(|known| known != material);
        if self.materials.len() == before {
            return Err(Rejection::Stale("That is not there any more. Look again.".into()));
        }
        Ok(self)
    }
}

impl Occurrence {
    /// The date after `person` said how useful it was, from 1 to 5. Refuses those who were not there, and before the host
    /// closed it.
    pub fn surveyed(mut self, person: &PersonId, useful: u8, words: &Prose, now: Timestamp) -> Result<Self, Rejection> {
        if !(1..=5).contains(&useful) {
            return Err(Rejection::invalid("useful", "Choose a number from 1 to 5."));
        }
        if !self.was_there(person) {
            return Err(Rejection::Conflict("Only those who were there are asked.".into()));
        }
        let closed = self.closed.as_mut();
        let closed = closed.ok_or(Rejection::Conflict("The host has not closed this session yet.".into()))?;
        let survey = Survey { person: person.clone(), useful, words: words.clone(), at: now };
        match closed.surveys.iter_mut().find(|known| known.person == *person) {
            Some(known) => *known = survey,
            None => closed.surveys.push(survey),
        }
        Ok(self)
    }
}
