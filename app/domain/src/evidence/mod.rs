//! What speaks for somebody knowing something, and the level that follows from it.
//!
//! Evidence is append-only. A level is never stored by hand: it is worked out from the evidence that stands. A
//! correction is a reversal, which takes one piece out of the sum and stays visible.
//!
//! # The model
//!
//! Somebody's level in a skill is one of five, 0 to 4, and is not seen; pieces of evidence are. It is Bayes' rule over
//! five boxes, the model of Dawid and Skene (1979) with ordered answers:
//!
//! ```text
//! S[L] = prior[L] + Σ weight(piece) · log₂ P(what the piece says | L)        belief[L] = 2^S[L] / Σ 2^S
//! ```
//!
//! - What each kind of piece says, and with which chance, stands in `model`; the numbers stand in `tables`, with the
//!   formulas that a test works out again.
//! - A piece weighs what its kind weighs ([`EvidenceRules`], set by program admins), halved with each half-life of its
//!   age. Only evidence fades, never the prior, so that a skill nobody has spoken of for years drifts back to what is
//!   known of anybody (a power prior: Ibrahim and Chen 2000).
//! - Of one giver only the newest word counts in full, and the one before it a quarter: `weighing`.
//! - People rate higher or lower than others; how much is estimated from where they overlap ([`Leniency`]; Linacre
//!   1989) and taken into account.
//!
//! The **level** shown is the median of the belief, its **certainty** how few levels hold four fifths of it, and somebody
//! **counts as knowing** a skill at a level when the chance that they reach it is at least seven in ten
//! ([`Belief::reaches`]). [`explain`] shows the sum piece by piece.
//!
//! All of it is whole numbers: the order of the pieces and the machine do not matter, and what was never given and what
//! was taken back are the same. Ages are counted in days of UTC, so that a level holds for a day: the store works all of
//! them out anew when the day turns.

mod belief;
mod estimate;
mod explain;
mod fixed;
mod leniency;
mod model;
pub mod pages;
mod rules;
mod tables;
#[cfg(test)]
mod tests;
mod weighing;
mod words;

pub use belief::{Belief, Score};
pub use estimate::{Estimate, estimate};
pub use explain::{Explained, Explanation, explain};
pub use leniency::{Leniency, Rater, leniency_of};
pub use model::{Likelihood, Manner, Noise};
pub use rules::{EvidenceRules, SourceRule};
pub use weighing::{Standing, Weighed, Weighing};
pub use words::{counted_words, rating_words, said_as, said_to, silence, what};

use crate::id::{ImportId, PersonId, SkillId};
use crate::rejection::Rejection;
use crate::text::Prose;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// How well somebody knows a skill: 0 none, 1 aware, 2 with help, 3 alone, 4 can teach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

impl Level {
    /// Has not met it.
    pub const NONE: Self = Self(0);
    /// Knows what it is for.
    pub const AWARE: Self = Self(1);
    /// Does it with somebody beside them.
    pub const WITH_HELP: Self = Self(2);
    /// Does it alone.
    pub const ALONE: Self = Self(3);
    /// Does it alone and can teach it.
    pub const CAN_TEACH: Self = Self(4);
    /// Every level, lowest first.
    pub const ALL: [Self; 5] = [Self::NONE, Self::AWARE, Self::WITH_HELP, Self::ALONE, Self::CAN_TEACH];

    /// The level of the form field `level`: a number from 0 to 4.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        text.trim()
            .parse::<u8>()
            .ok()
            .and_then(|n| Self::try_from(n).ok())
            .ok_or_else(|| Rejection::invalid("level", "Choose a level from 0 (none) to 4 (can teach)."))
    }

    /// 0 to 4.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self.0 {
            0 => "none",
            1 => "aware",
            2 => "with help",
            3 => "alone",
            _ => "can teach",
        }
    }

    /// What somebody at this level does, in any skill.
    pub const fn behaviour(self) -> &'static str {
        match self.0 {
            0 => "Has not met it yet.",
            1 => "Knows what it is for and whom to ask.",
            2 => "Does it with somebody beside them.",
            3 => "Does it alone, and others rely on it.",
            _ => "Does it alone and teaches it to others.",
        }
    }
}

impl TryFrom<u8> for Level {
    type Error = Rejection;
    fn try_from(number: u8) -> Result<Self, Rejection> {
        if number > 4 {
            return Err(Rejection::invalid("level", "Choose a level from 0 (none) to 4 (can teach)."));
        }
        Ok(Self(number))
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

/// Where a piece of evidence comes from. The order is that of trust, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Their own estimate.
    Own,
    /// A level that an import brought.
    Imported,
    /// They were taught it in a session that both sides confirmed.
    Attended,
    /// They taught it in a session that both sides confirmed.
    Taught,
    /// A role in a project that needed it.
    Project,
    /// A certificate from outside or within.
    Credential,
    /// They did the work while the person who usually does it was away.
    Drill,
    /// A colleague's estimate.
    Peer,
    /// Their manager's estimate.
    Manager,
}

impl Source {
    /// Every source, least trusted first.
    pub const ALL: [Self; 9] = [
        Self::Own,
        Self::Imported,
        Self::Attended,
        Self::Taught,
        Self::Project,
        Self::Credential,
        Self::Drill,
        Self::Peer,
        Self::Manager,
    ];

    /// Its name in forms and addresses.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Imported => "imported",
            Self::Attended => "attended",
            Self::Taught => "taught",
            Self::Project => "project",
            Self::Credential => "credential",
            Self::Drill => "drill",
            Self::Peer => "peer",
            Self::Manager => "manager",
        }
    }

    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Own => "own estimate",
            Self::Imported => "imported",
            Self::Attended => "learned in a session",
            Self::Taught => "taught it",
            Self::Project => "used in a project",
            Self::Credential => "credential",
            Self::Drill => "stood in for somebody",
            Self::Peer => "a colleague’s estimate",
            Self::Manager => "manager’s estimate",
        }
    }
}

/// One thing that speaks for a level, or against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Whose level it speaks for.
    pub person: PersonId,
    /// In which skill.
    pub skill: SkillId,
    /// The level it speaks for.
    pub level: Level,
    /// Where it comes from.
    pub source: Source,
    /// Who gave it; `None` for imports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// Their words.
    pub note: Prose,
    /// The import that brought it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub import: Option<ImportId>,
    /// Whether it went well, for what can fail: a drill that failed speaks against the level. `None` counts as well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passed: Option<bool>,
    /// When it was taken back; it then counts for nothing and stays listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reversed_at: Option<Timestamp>,
}
