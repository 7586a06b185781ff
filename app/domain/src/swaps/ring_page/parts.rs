//! A ring as a list: who teaches whom what, what they said to it, and how far that is.

use crate::exchange::Stage;
use crate::id::ExchangeId;
use crate::reader::Reader;
use crate::rings::Lesson;
use crate::swap::{Fall, RingStage, SwapRing};
use crate::swaps::words::called;
use crate::tag::{PersonTag, SkillTag};
use crate::wording::sentence;
use serde::{Deserialize, Serialize};

/// One lesson of a ring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RingPart {
    /// Who teaches.
    pub teacher: PersonTag,
    /// "You", or the first word of the name.
    pub teacher_called: String,
    /// "teach" or "teaches".
    pub verb: String,
    /// Who learns: "you", or the first word of the name.
    pub learner_called: String,
    /// What.
    pub skill: SkillTag,
    /// "said yes on Tuesday 16:10", or where the lesson stands once the ring counts.
    pub said: String,
    /// A word for a chip: "yes", "waiting", "agreed".
    pub label: String,
    /// Whether that is good, open or neither.
    pub answer: PartAnswer,
    /// The request that the lesson became and that the reader may open.
    pub exchange: Option<ExchangeId>,
}

/// How a part of a ring looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartAnswer {
    /// Said yes, or agreed on a time, or held.
    Good,
    /// Somebody has still to say something.
    Open,
    /// It will not be.
    Over,
}

/// What somebody of a ring said to the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RingWords {
    /// Who.
    pub by: PersonTag,
    /// What.
    pub words: String,
}

pub(super) fn parts(reader: &Reader, ring: &SwapRing) -> Vec<RingPart> {
    let mut parts: Vec<RingPart> =
        ring.ring.lessons.iter().enumerate().map(|(place, lesson)| part(reader, ring, (place, lesson))).collect();
    // Whoever only learns, at the end of a chain, says yes too.
    let last = ring.ring.lessons.last().filter(|_| ring.ring.is_chain());
    parts.extend(last.map(|lesson| end(reader, ring, lesson)));
    parts
}

fn part(reader: &Reader, ring: &SwapRing, (place, lesson): (usize, &Lesson)) -> RingPart {
    let (said, label, answer) = said(reader, ring, &lesson.teacher);
    let exchange = ring.exchanges().get(place).and_then(|id| reader.org.exchange(id));
    let (said, label, answer) = match exchange {
        Some(exchange) => lesson_stands(reader, exchange),
        None => (said, label, answer),
    };
    let is_in_it = exchange.is_some_and(|exchange| exchange.side_of(&reader.me.id).is_ok());
    let is_you = lesson.teacher == reader.me.id;
    RingPart {
        teacher: PersonTag::of(reader.org, &lesson.teacher),
        teacher_called: sentence(&called(reader, &lesson.teacher)),
        verb: if is_you { "teach" } else { "teaches" }.to_owned(),
        learner_called: called(reader, &lesson.learner),
        skill: SkillTag::of(reader.org, &lesson.skill),
        said,
        label: label.to_owned(),
        answer,
        exchange: exchange.filter(|_| is_in_it).map(|exchange| exchange.id.clone()),
    }
}

fn end(reader: &Reader, ring: &SwapRing, lesson: &Lesson) -> RingPart {
    let (said, label, answer) = said(reader, ring, &lesson.learner);
    RingPart {
        teacher: PersonTag::of(reader.org, &lesson.learner),
        teacher_called: sentence(&called(reader, &lesson.learner)),
        verb: if lesson.learner == reader.me.id { "learn" } else { "learns" }.to_owned(),
        learner_called: String::new(),
        skill: SkillTag::of(reader.org, &lesson.skill),
        said,
        label: label.to_owned(),
        answer,
        exchange: None,
    }
}

/// What somebody said to the ring.
fn said(reader: &Reader, ring: &SwapRing, person: &crate::id::PersonId) -> (String, &'static str, PartAnswer) {
    let gone = ring.fall().map(crate::swap::Fall::gone).unwrap_or_default();
    match (ring.yes_of(person), &ring.stage) {
        (_, RingStage::Fell { .. }) if gone.contains(person) => ("dropped out".to_owned(), "out", PartAnswer::Over),
        (Some(yes), _) => (format!("said yes {}", reader.when(yes.at)), "yes", PartAnswer::Good),
        (None, RingStage::Committed { .. }) => ("said yes".to_owned(), "yes", PartAnswer::Good),
        (None, RingStage::Open) => (format!("asked {}", reader.when(ring.offered_at)), "waiting", PartAnswer::Open),
        (None, RingStage::Fell { .. }) => ("had not answered".to_owned(), "no answer", PartAnswer::Over),
    }
}

/// How far a lesson is, once the ring counts.
fn lesson_stands(reader: &Reader, exchange: &crate::exchange::Exchange) -> (String, &'static str, PartAnswer) {
    match &exchange.stage {
        Stage::Waiting { .. } => ("They are finding a time".to_owned(), "to arrange", PartAnswer::Open),
        Stage::Agreed => {
            let when = exchange.starts_at.map(|at| reader.when(at)).unwrap_or_default();
            (format!("They meet {when}"), "agreed", PartAnswer::Good)
        }
        Stage::Done { .. } => ("They met".to_owned(), "done", PartAnswer::Good),
        Stage::Declined { .. } | Stage::Withdrawn => ("Called off".to_owned(), "called off", PartAnswer::Over),
        Stage::Expired | Stage::Missed => ("It did not come about".to_owned(), "not met", PartAnswer::Over),
    }
}

/// Why somebody could not, in their words; only those in it read them.
pub(super) fn fell_words(reader: &Reader, ring: &SwapRing) -> String {
    match ring.fall() {
        Some(Fall::Declined { reason, .. }) if ring.has(&reader.me.id) => reason.to_string(),
        Some(_) | None => String::new(),
    }
}

/// What those in it said to each other; only they read it.
pub(super) fn words(reader: &Reader, ring: &SwapRing) -> Vec<RingWords> {
    if !ring.has(&reader.me.id) {
        return Vec::new();
    }
    let of =
        |yes: &crate::swap::Yes| RingWords { by: PersonTag::of(reader.org, &yes.person), words: yes.words.to_string() };
    ring.yes.iter().filter(|yes| !yes.words.is_empty()).map(of).collect()
}
