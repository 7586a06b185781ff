//! Times that skills dropped below their target, and who wants to be told.

use super::Org;
use crate::coverage::{CoverDrop, Watch};
use crate::id::{PersonId, SkillId};

impl Org {
    /// Every time that a skill dropped below its target, by skill, the oldest first.
    pub fn drops(&self) -> impl Iterator<Item = &CoverDrop> {
        self.drops.values()
    }

    /// The drop that a skill has not got over; `None` when it is not below its target, or always was.
    pub fn open_drop(&self, skill: &SkillId) -> Option<&CoverDrop> {
        let all = self.drops.range((skill.clone(), 0)..=(skill.clone(), u32::MAX));
        all.map(|(_, drop)| drop).next_back().filter(|drop| drop.recovered_at.is_none())
    }

    /// What somebody said about being told of a skill's drops.
    pub fn watch(&self, person: &PersonId, skill: &SkillId) -> Option<&Watch> {
        self.watches.get(person, skill)
    }
}

/// Changes, made by the store alone.
impl Org {
    /// Puts or replaces a drop.
    pub fn put_drop(&mut self, drop: CoverDrop) {
        self.drops.insert((drop.skill.clone(), drop.number), drop);
    }

    /// Puts or replaces what somebody said about being told of a skill's drops.
    pub fn put_watch(&mut self, watch: Watch) {
        self.watches.put(&watch.person.clone(), &watch.skill.clone(), Some(watch));
    }
}
