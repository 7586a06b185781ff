//! A thank-you: who, to whom, for which skill, in which words.

use crate::id::{ExchangeId, PersonId, SkillId};
use crate::text::Prose;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// One colleague thanking another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thanks {
    /// Who thanks.
    pub from: PersonId,
    /// Who is thanked.
    pub to: PersonId,
    /// For which skill.
    pub skill: SkillId,
    /// In which words.
    pub words: Prose,
    /// When.
    pub at: Timestamp,
    /// The exchange it came out of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exchange: Option<ExchangeId>,
}
