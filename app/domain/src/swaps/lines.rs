//! Rings as lines of a list.

use super::words::{all_of, status};
use crate::exchanges::Status;
use crate::id::RingId;
use crate::reader::Reader;
use crate::swap::SwapRing;
use crate::tag::PersonTag;
use crate::time::Face;
use serde::{Deserialize, Serialize};

/// A ring as a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RingLine {
    /// Which.
    pub id: RingId,
    /// "Amara, you and Mateo".
    pub title: String,
    /// What the reader teaches and learns in it; who is in it, for those beside it.
    pub sub: String,
    /// Who is in it, in order.
    pub people: Vec<PersonTag>,
    /// Where it stands.
    pub status: Status,
    /// The last move.
    pub moved: Face,
}

/// A ring as a line.
pub(super) fn line(reader: &Reader, ring: &SwapRing) -> RingLine {
    RingLine {
        id: ring.id.clone(),
        title: all_of(reader, ring),
        sub: own_side(reader, ring),
        people: ring.people().map(|person| PersonTag::of(reader.org, person)).collect(),
        status: status(reader, ring),
        moved: reader.clocks.face(&reader.me.zone, ring.moved_at),
    }
}

/// "You teach SQL for reports and learn Clinical handover."
fn own_side(reader: &Reader, ring: &SwapRing) -> String {
    let me = &reader.me.id;
    let (teach, learn) = (ring.taught_by(me), ring.learned_by(me));
    let name = |lesson: &crate::rings::Lesson| reader.skill_name(&lesson.skill);
    match (teach, learn) {
        (Some(teach), Some(learn)) => format!("You teach {} and learn {}.", name(teach), name(learn)),
        (Some(teach), None) => format!("You teach {}, and begin the chain.", name(teach)),
        (None, Some(learn)) => format!("You learn {}, and end the chain.", name(learn)),
        (None, None) => {
            let skills: Vec<String> = ring.ring.lessons.iter().map(name).collect();
            format!("{}.", skills.join(", "))
        }
    }
}
