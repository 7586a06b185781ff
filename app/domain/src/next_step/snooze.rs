//! Not now: a step put off for a day or a week, or a kind of step for good.

use super::{NextStep, NextStepKind, StepId};
use crate::id::PersonId;
use crate::rejection::Rejection;
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// Something that somebody put off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snooze {
    /// Who.
    pub person: PersonId,
    /// What.
    pub what: Snoozed,
    /// Until when; `None` for good.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
}

/// What can be put off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "off", rename_all = "snake_case")]
pub enum Snoozed {
    /// One step.
    Step {
        /// Which.
        step: StepId,
    },
    /// A kind of step.
    Kind {
        /// Which.
        kind: NextStepKind,
    },
}

/// For how long a step is put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pause {
    /// Until tomorrow.
    Day,
    /// For a week.
    Week,
    /// This kind for good.
    Never,
}

impl Pause {
    /// The choice of the form field `pause`.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        match text.trim() {
            "day" => Ok(Self::Day),
            "week" => Ok(Self::Week),
            "never" => Ok(Self::Never),
            _ => Err(Rejection::invalid("pause", "Choose tomorrow, in a week, or never.")),
        }
    }
}

impl Snooze {
    /// `person` puts `step` off at `now`. Refuses for good what a colleague waits for.
    pub fn new(person: PersonId, step: StepId, pause: Pause, now: Timestamp) -> Result<Self, Rejection> {
        let kind = NextStepKind::parse(step.as_str().split(':').next().unwrap_or_default())?;
        let (what, until) = match pause {
            Pause::Day => (Snoozed::Step { step }, Some(now.after(Span::days(1)))),
            Pause::Week => (Snoozed::Step { step }, Some(now.after(Span::days(7)))),
            Pause::Never if kind.never().is_none() => {
                let why = "A colleague is waiting for this. Put it off for a day or a week, or say no.";
                return Err(Rejection::Conflict(why.into()));
            }
            Pause::Never => (Snoozed::Kind { kind }, None),
        };
        Ok(Self { person, what, until })
    }

    /// The kind of steps that `person` does not want at all, if that is what it says.
    pub(super) fn kind_of(&self, person: &PersonId) -> Option<NextStepKind> {
        match &self.what {
            Snoozed::Kind { kind } if self.person == *person && kind.never().is_some() => Some(*kind),
            Snoozed::Kind { .. } | Snoozed::Step { .. } => None,
        }
    }

    /// True while it keeps `step` from `person`.
    pub fn covers(&self, step: &NextStep, person: &PersonId, now: Timestamp) -> bool {
        let named = match &self.what {
            Snoozed::Step { step: id } => *id == step.id,
            Snoozed::Kind { kind } => *kind == step.kind && kind.never().is_some(),
        };
        named && self.person == *person && self.until.is_none_or(|until| now < until)
    }
}
