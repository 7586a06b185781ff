//! The kinds of steps: which goes before which, why, and what they are called.

use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};

/// The kinds of steps, in the order in which they go first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NextStepKind {
    /// Somebody waits for the reader's answer.
    Answer,
    /// A seat is held for the reader, and not for ever.
    Claim,
    /// A meeting within 24 hours.
    Meet,
    /// A meeting that is over and not confirmed.
    Confirm,
    /// A step of a program that is due within three days or that people are to be reminded of, a program that is over, or a
    /// note that waits for the reader to say that it holds.
    Due,
    /// A meeting that was agreed for later.
    Prepare,
    /// A session that colleagues wait for is ready to be opened.
    Host,
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
    pub const ALL: [Self; 12] = [
        Self::Answer,
        Self::Claim,
        Self::Meet,
        Self::Confirm,
        Self::Due,
        Self::Prepare,
        Self::Host,
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
            Self::Claim => "A seat is held for you, and after that it goes to the next in line.",
            Self::Meet => "It happens within 24 hours.",
            Self::Confirm => "It has just happened, and you still remember it well.",
            Self::Due => "It is due soon, and you took it on.",
            Self::Prepare => "You promised it.",
            Self::Host => "Several colleagues wait for it, and everything is ready.",
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
            Self::Answer | Self::Claim | Self::Confirm => None,
            Self::Meet => Some("Never for meetings"),
            Self::Due => Some("Never for what falls due"),
            Self::Prepare => Some("Never for meetings to come"),
            Self::Host => Some("Never for sessions that I could hold"),
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
            Self::Claim => "claim",
            Self::Meet => "meet",
            Self::Confirm => "confirm",
            Self::Due => "due",
            Self::Prepare => "prepare",
            Self::Host => "host",
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
