//! What people want to learn and what they offer to teach: the two sides of every exchange.

use crate::evidence::Level;
use crate::id::{ImportId, PersonId, SkillId};
use crate::rejection::Rejection;
use crate::text::Line;
use crate::time::{Minutes, Timestamp};
use serde::{Deserialize, Serialize};

/// Somebody wants to learn a skill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Want {
    /// Who.
    pub person: PersonId,
    /// What.
    pub skill: SkillId,
    /// How well.
    pub target: Level,
    /// How soon.
    pub priority: Priority,
    /// Since when.
    pub at: Timestamp,
    /// The import that brought it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub import: Option<ImportId>,
}

/// Somebody offers to teach a skill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Who.
    pub person: PersonId,
    /// What.
    pub skill: SkillId,
    /// How long one meeting takes.
    pub minutes: Minutes,
    /// Where or how, in their words: "at the ward or by video".
    pub note: Line,
    /// Since when.
    pub at: Timestamp,
}

/// How soon somebody wants to learn something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// When it comes up.
    Someday,
    /// In the next months.
    #[default]
    Soon,
    /// This month.
    Now,
}

impl Priority {
    /// Every choice, least first.
    pub const ALL: [Self; 3] = [Self::Someday, Self::Soon, Self::Now];

    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Someday => "Someday",
            Self::Soon => "Soon",
            Self::Now => "Now",
        }
    }

    /// The choice of the form field `priority`.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        Self::ALL
            .into_iter()
            .find(|choice| choice.title().eq_ignore_ascii_case(text.trim()))
            .ok_or_else(|| Rejection::invalid("priority", "Choose someday, soon or now."))
    }
}
