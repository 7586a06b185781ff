//! The one thing to do next: of all that a person could do, what goes first, and why.
//!
//! The order is the same for everybody and can be read here: the kind, then urgency × value ÷ effort, then the id.
//! What somebody put off does not come up before its time. Pages and the store of what was put off are elsewhere.

mod chances;
mod confirmations;
mod drills;
mod meetings;
mod programs;
mod snooze;
#[cfg(test)]
mod tests;
mod while_waiting;

pub use snooze::{Pause, Snooze, Snoozed};

use crate::exchange::Side;
use crate::id::ExchangeId;
use crate::reader::{Phrase, Reader};
use crate::rejection::Rejection;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// What stands on Home when there is nothing to do.
pub const NOTHING: &str = "Nothing needs you. Enjoy lunch.";

/// Something to do next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextStep {
    /// Names it when it is put off; the same as long as it is the same step.
    pub id: StepId,
    /// What kind of step it is, which decides what goes first.
    pub kind: NextStepKind,
    /// "Confirm Thursday 12:30 with Amara".
    pub title: String,
    /// What the button says: "Confirm Thursday 12:30".
    pub verb: String,
    /// What the button does.
    pub act: Act,
    /// How long it takes: "about 1 minute".
    pub effort: String,
    /// Who waits, since when, for what.
    pub why: Vec<Phrase>,
    /// What was written when it was asked for.
    pub quote: Option<Quote>,
    /// Why it goes before everything else.
    pub reasons: Vec<String>,
    /// The two people it is about, for the picture.
    pub pair: Option<PairPicture>,
}

/// The words that came with a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// Whose they are: "Amara asks:" or "You asked:".
    pub lead: String,
    /// The first line of them.
    pub words: String,
}

/// What pressing a step's button does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Act {
    /// Leads to a page.
    Open {
        /// Its path.
        href: String,
    },
    /// Says yes to the proposed time.
    Accept {
        /// Of which request.
        exchange: ExchangeId,
        /// The time that the button names, so that a newer proposal is not agreed to unseen.
        starts_at: Timestamp,
    },
}

/// Two people and what passes between them, as the reader sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairPicture {
    /// The other's name.
    pub other: String,
    /// The other's id, for the colour.
    pub other_id: String,
    /// The reader's name.
    pub you: String,
    /// The reader's id, for the colour.
    pub you_id: String,
    /// The side of the reader.
    pub side: Side,
    /// What is taught.
    pub skill: String,
    /// Whether the other has said yes.
    pub other_yes: bool,
    /// Whether the reader has.
    pub you_yes: bool,
}

/// The kinds of steps, in the order in which they go first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NextStepKind {
    /// Somebody waits for the reader's answer.
    Answer,
    /// A meeting within 24 hours.
    Meet,
    /// A meeting that is over and not confirmed.
    Confirm,
    /// A step of a program that is due within three days or that people are to be reminded of, or a program that is over.
    Due,
    /// A meeting that was agreed for later.
    Prepare,
    /// The reader alone can teach what several ask for.
    Rescue,
    /// The reader asked somebody today and waits for the answer.
    Meanwhile,
    /// Somebody could teach what the reader wants.
    Ask,
    /// No thanks given for three weeks.
    Thank,
    /// Something is missing from the reader's profile.
    Profile,
}

impl NextStepKind {
    /// Every kind, what goes first first.
    pub const ALL: [Self; 10] = [
        Self::Answer,
        Self::Meet,
        Self::Confirm,
        Self::Due,
        Self::Prepare,
        Self::Rescue,
        Self::Meanwhile,
        Self::Ask,
        Self::Thank,
        Self::Profile,
    ];

    /// Why such a step stands where it stands.
    pub const fn because(self) -> &'static str {
        match self {
            Self::Answer => "Someone is waiting on you. That goes before everything else.",
            Self::Meet => "It happens within 24 hours.",
            Self::Confirm => "It has just happened, and you still remember it well.",
            Self::Due => "It is due soon, and you took it on.",
            Self::Prepare => "You promised it.",
            Self::Rescue => "Several people wait for what only you can teach.",
            Self::Meanwhile => "You have just asked, and nothing is waiting on you.",
            Self::Ask => "Nothing is waiting on you, so this is about what you want.",
            Self::Thank => "Nothing is waiting on you, and it takes half a minute.",
            Self::Profile => "Nothing is waiting on you. This helps others to find you.",
        }
    }

    /// What "never" is offered for: "Never for suggestions". `None` where a colleague waits: they would wait for ever.
    pub const fn never(self) -> Option<&'static str> {
        match self {
            Self::Answer | Self::Confirm => None,
            Self::Meet => Some("Never for meetings"),
            Self::Due => Some("Never for steps of programs"),
            Self::Prepare => Some("Never for meetings to come"),
            Self::Rescue => Some("Never for skills I alone can teach"),
            Self::Meanwhile => Some("Never while I wait"),
            Self::Ask => Some("Never for suggestions"),
            Self::Thank => Some("Never for thank-yous"),
            Self::Profile => Some("Never for my profile"),
        }
    }

    /// The word for it in forms and in the store.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Meet => "meet",
            Self::Confirm => "confirm",
            Self::Due => "due",
            Self::Prepare => "prepare",
            Self::Rescue => "rescue",
            Self::Meanwhile => "meanwhile",
            Self::Ask => "ask",
            Self::Thank => "thank",
            Self::Profile => "profile",
        }
    }

    /// The kind of a form's field.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.slug() == text.trim())
            .ok_or_else(|| Rejection::invalid("kind", "Choose one of the steps on your home page."))
    }
}

/// Names a step: its kind and what it is about, such as `answer:k3f9`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct StepId(String);

impl StepId {
    /// The step of `kind` that is about `subjects`.
    fn new(kind: NextStepKind, subjects: &[&str]) -> Self {
        Self([&[kind.slug()], subjects].concat().join(":"))
    }

    /// The step of a form's field.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b':';
        let kind = text.split(':').next().unwrap_or_default();
        if text.len() > 250 || !text.bytes().all(allowed) || NextStepKind::parse(kind).is_err() {
            return Err(Rejection::invalid("step", "Choose one of the steps on your home page."));
        }
        Ok(Self(text.to_owned()))
    }

    /// As it stands in forms.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for StepId {
    type Error = Rejection;
    fn try_from(text: String) -> Result<Self, Rejection> {
        Self::parse(&text)
    }
}

impl From<StepId> for String {
    fn from(id: StepId) -> Self {
        id.0
    }
}

/// A step with what decides its place among others of its kind.
struct Candidate {
    step: NextStep,
    /// 1 to 100: how soon it must be.
    urgency: u32,
    /// 1 to 100: how much it gives.
    value: u32,
    /// How many minutes it takes.
    minutes: u32,
}

/// What the reader could do, and what they put off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// What is left to do, what goes first first.
    pub next: Vec<NextStep>,
    /// How many colleagues wait for the reader's answer, put off or not.
    pub waiting: usize,
    /// How many steps, and kinds of steps, the reader put off.
    pub put_off: usize,
}

/// Everything the reader could do next, what goes first first; what they put off is only counted.
pub fn steps(reader: &Reader, snoozes: &[Snooze]) -> Steps {
    let (me, now) = (&reader.me.id, reader.now());
    let mut candidates = meetings::candidates(reader);
    candidates.extend(confirmations::candidates(reader));
    candidates.extend(drills::candidates(reader));
    candidates.extend(programs::candidates(reader));
    candidates.extend(chances::candidates(reader));
    let is_off = |c: &Candidate| snoozes.iter().any(|snooze| snooze.covers(&c.step, me, now));
    let empty_kinds = snoozes.iter().filter_map(|snooze| snooze.kind_of(me));
    let empty_kinds = empty_kinds.filter(|kind| candidates.iter().all(|c| c.step.kind != *kind)).count();
    let put_off = candidates.iter().filter(|c| is_off(c)).count() + empty_kinds;
    let waiting = candidates.iter().filter(|c| c.step.kind == NextStepKind::Answer).count();
    candidates.retain(|c| !is_off(c));
    candidates.sort_by(|a, b| {
        let place = |c: &Candidate| (c.step.kind, Reverse(c.urgency * c.value * 60 / c.minutes.max(1)));
        place(a).cmp(&place(b)).then_with(|| a.step.id.cmp(&b.step.id))
    });
    Steps { next: candidates.into_iter().map(|candidate| candidate.step).collect(), waiting, put_off }
}

/// Everything the reader could do next, what goes first first; what they put off is left out.
pub fn next_steps(reader: &Reader, snoozes: &[Snooze]) -> Vec<NextStep> {
    steps(reader, snoozes).next
}

/// "about 1 minute", "about half an hour".
fn effort(minutes: u32) -> String {
    match minutes {
        0 | 1 => "about 1 minute".to_owned(),
        30 => "about half an hour".to_owned(),
        n => format!("about {n} minutes"),
    }
}
