//! One ring, for those in it and those who bring people together.

mod parts;
mod yours;

pub use parts::{PartAnswer, RingPart, RingWords};
pub use yours::{YourPart, YourSide};

use super::why::{WhyRing, why};
use super::words::{all_of, fall, in_sentences, lead, status, title};
use crate::exchanges::{Status, Tone};
use crate::id::{PersonId, ProgramId, RingId};
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::swap::{RingStage, SwapRing, may_see};
use crate::tag::PersonTag;
use serde::{Deserialize, Serialize};

/// One ring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RingPage {
    /// Which.
    pub id: RingId,
    /// "One yes to go".
    pub title: String,
    /// "Amara, you and Mateo".
    pub people: String,
    /// "Three people, three skills. Each teaches one and learns one. …"
    pub lead: String,
    /// Of which program.
    pub program: ProgramId,
    /// What that is called.
    pub program_title: String,
    /// Where it stands.
    pub status: Status,
    /// "Lapses on Friday 18:00"; empty when it does not.
    pub lapses: String,
    /// The people of the picture, in order; each gives to the next.
    pub faces: Vec<RingFace>,
    /// True when the last of them gives to the first.
    pub is_closed: bool,
    /// The picture as sentences.
    pub label: String,
    /// "2 of 3".
    pub count: String,
    /// The same as a list: who teaches whom what, and what they said.
    pub parts: Vec<RingPart>,
    /// The reader’s part; `None` for those beside it.
    pub yours: Option<YourPart>,
    /// What people of it said to each other; nothing for those beside it.
    pub words: Vec<RingWords>,
    /// Why it fits.
    pub why: Option<WhyRing>,
    /// What becomes of the others when the reader cannot; empty where that is not foreseen.
    pub if_not: String,
    /// Why it will not be; empty while it may.
    pub fell: String,
    /// The same in the words of who could not, for those in it; may be empty.
    pub fell_words: String,
    /// The ring that was offered instead and that the reader may see.
    pub instead: Option<RingId>,
    /// The ring of which this one keeps what can be kept, when the reader may see it.
    pub mends: Option<RingId>,
}

/// Somebody in the picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RingFace {
    /// Who.
    pub person: PersonTag,
    /// What they give; empty for the last of a chain.
    pub gives: String,
    /// What they have said.
    pub answer: FaceAnswer,
    /// Whether it is the reader.
    pub is_you: bool,
}

/// What somebody in the picture has said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaceAnswer {
    /// Yes.
    Yes,
    /// Nothing yet.
    Waiting,
    /// They dropped out.
    Out,
}

/// One ring; not found for those whom it does not concern.
pub fn ring_page(reader: &Reader, id: &RingId) -> Result<RingPage, Rejection> {
    let ring = reader.org.swap_ring(id).ok_or(Rejection::NotFound(Noun::Ring))?;
    let actor = reader.actor();
    may_see(reader.org, &actor, ring)?;
    let program = reader.org.program(&ring.program);
    let sees = |other: &&SwapRing| may_see(reader.org, &actor, other).is_ok();
    let after = reader.org.swap_rings_in(&ring.program).filter(|other| other.mends.as_ref() == Some(id)).filter(sees);
    let before = ring.mends.as_ref().and_then(|before| reader.org.swap_ring(before)).filter(sees);
    let (yes, all) = (ring.people().count() - ring.silent().count(), ring.people().count());
    let status = status(reader, ring);
    let waits = ring.waits(reader.now());
    Ok(RingPage {
        id: ring.id.clone(),
        title: title(reader, ring),
        people: all_of(reader, ring),
        lead: lead(reader, ring),
        program: ring.program.clone(),
        program_title: program.map_or_else(|| ring.program.to_string(), |program| program.title().to_owned()),
        lapses: if waits { format!("Lapses {}", on_day(&reader.when(ring.until))) } else { String::new() },
        faces: faces(reader, ring),
        is_closed: !ring.ring.is_chain(),
        label: in_sentences(reader, ring),
        count: format!("{yes} of {all}"),
        parts: parts::parts(reader, ring),
        yours: yours::yours(reader, ring),
        words: parts::words(reader, ring),
        why: why(reader.org, ring, reader.clocks),
        if_not: if status.tone == Tone::Yours || waits { yours::if_not(reader, ring) } else { String::new() },
        fell: ring.fall().map(|why| fall(reader, why)).unwrap_or_default(),
        fell_words: parts::fell_words(reader, ring),
        instead: after.max_by_key(|other| (other.is_open(), other.offered_at)).map(|other| other.id.clone()),
        mends: before.map(|before| before.id.clone()),
        status,
    })
}

/// "on Friday 18:00", "today 18:00".
fn on_day(when: &str) -> String {
    let is_near = ["today", "tomorrow", "yesterday"].iter().any(|day| when.starts_with(day));
    if is_near { when.to_owned() } else { format!("on {when}") }
}

fn faces(reader: &Reader, ring: &SwapRing) -> Vec<RingFace> {
    let gone = ring.fall().map(crate::swap::Fall::gone).unwrap_or_default();
    let answer = |person: &PersonId| match &ring.stage {
        RingStage::Fell { .. } if gone.contains(person) => FaceAnswer::Out,
        RingStage::Committed { .. } => FaceAnswer::Yes,
        RingStage::Open | RingStage::Fell { .. } if ring.yes_of(person).is_some() => FaceAnswer::Yes,
        RingStage::Open | RingStage::Fell { .. } => FaceAnswer::Waiting,
    };
    let face = |person: &PersonId| RingFace {
        person: PersonTag::of(reader.org, person),
        gives: ring.taught_by(person).map(|lesson| reader.skill_name(&lesson.skill)).unwrap_or_default(),
        answer: answer(person),
        is_you: *person == reader.me.id,
    };
    ring.people().map(face).collect()
}
