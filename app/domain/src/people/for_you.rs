//! What one colleague could be to the reader, in a few words: the quick reason beside a row of the directory.
//!
//! The full matching with times and loads is `suggest`; this looks at offers, wants and levels alone.

use crate::actor::Actor;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::suggest::Band;
use crate::tag::SkillTag;
use crate::want::Priority;
use serde::{Deserialize, Serialize};

/// What a colleague could be to the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForYou {
    /// How well it fits.
    pub band: Band,
    /// Why, in a few words.
    pub reason: String,
}

/// The reader's side, looked up once.
pub(super) struct Reader<'a> {
    me: Option<&'a PersonId>,
    wants: Vec<(&'a SkillId, Priority, Level)>,
    offers: Vec<&'a SkillId>,
}

impl<'a> Reader<'a> {
    pub fn of(org: &'a Org, actor: &'a Actor) -> Self {
        let me = actor.person();
        let level = |me: &PersonId, skill: &SkillId| org.known(me, skill).map(|k| k.estimate.level).unwrap_or_default();
        Self {
            me,
            wants: me
                .into_iter()
                .flat_map(|me| org.wants_of(me).map(move |(skill, want)| (skill, want.priority, level(me, skill))))
                .collect(),
            offers: me.into_iter().flat_map(|me| org.offers_of(me).map(|(skill, _)| skill)).collect(),
        }
    }

    /// True for everybody but the reader themself, when the reader is somebody.
    pub fn may_ask(&self, person: &PersonId) -> bool {
        self.me.is_some_and(|me| me != person)
    }

    /// What `person` could be to the reader; `None` for themself and where nothing fits.
    pub fn sees(&self, org: &Org, person: &PersonId) -> Option<ForYou> {
        if self.me == Some(person) {
            return None;
        }
        let name = |skill: &SkillId| SkillTag::of(org, skill).name;
        let taught =
            self.wants.iter().filter(|(skill, ..)| org.offer(person, skill).is_some()).max_by_key(|want| want.1);
        let wanted = self.offers.iter().find(|skill| org.want(person, skill).is_some());
        let level = |skill: &SkillId| org.known(person, skill).map(|known| known.estimate.level).unwrap_or_default();
        let (band, reason) = match (taught, wanted) {
            (Some((teaches, ..)), Some(wants)) => (Band::Strong, format!("swap {} for {}", name(teaches), name(wants))),
            (Some((skill, Priority::Now, _)), None) => {
                (Band::Strong, format!("offers {}, which you want now", name(skill)))
            }
            (Some((skill, ..)), None) => (Band::Good, format!("offers {}, which you want", name(skill))),
            (None, Some(skill)) => (Band::Good, format!("wants {}, which you teach", name(skill))),
            (None, None) => {
                let (skill, ..) =
                    self.wants.iter().find(|(skill, _, own)| level(skill) >= Level::ALONE && level(skill) > *own)?;
                (Band::Stretch, format!("knows {}, does not offer it yet", name(skill)))
            }
        };
        Some(ForYou { band, reason })
    }
}
