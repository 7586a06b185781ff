//! Who is not asked the same again for a while: whoever said no, or said nothing.

use crate::id::{PersonId, SkillId};
use crate::swap::{Fall, RingStage, SwapRing};
use crate::time::{Span, Timestamp};
use std::collections::BTreeSet;

/// For so long a lesson is not offered again to whoever declined it.
const AFTER_NO: Span = Span::days(30);
/// For so long whoever did not answer is asked nothing.
const AFTER_SILENCE: Span = Span::days(7);

/// Lessons and people that rest.
pub(super) struct Rest {
    lessons: BTreeSet<(PersonId, PersonId, SkillId)>,
    people: BTreeSet<PersonId>,
}

impl Rest {
    pub(super) fn of(rings: &[&SwapRing], now: Timestamp) -> Self {
        let mut rest = Self { lessons: BTreeSet::new(), people: BTreeSet::new() };
        for ring in rings {
            let RingStage::Fell { at, why, .. } = &ring.stage else { continue };
            match why {
                Fall::Declined { by, .. } if now.since(*at) < AFTER_NO => {
                    let theirs = ring.ring.lessons.iter().filter(|one| one.teacher == *by || one.learner == *by);
                    let keys = theirs.map(|one| (one.teacher.clone(), one.learner.clone(), one.skill.clone()));
                    rest.lessons.extend(keys);
                }
                Fall::Silent { people } if now.since(*at) < AFTER_SILENCE => {
                    rest.people.extend(people.iter().cloned());
                }
                Fall::Declined { .. }
                | Fall::Silent { .. }
                | Fall::Overtaken { .. }
                | Fall::Left { .. }
                | Fall::Replaced => {}
            }
        }
        rest
    }

    /// True for who did not answer not long ago.
    pub(super) fn rests(&self, person: &PersonId) -> bool {
        self.people.contains(person)
    }

    /// True for what one of the two declined not long ago.
    pub(super) fn was_declined(&self, teacher: &PersonId, learner: &PersonId, skill: &SkillId) -> bool {
        self.lessons.contains(&(teacher.clone(), learner.clone(), skill.clone()))
    }
}
