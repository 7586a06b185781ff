//! What a step is called, so that it can be put off.

use super::NextStepKind;
use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};

/// Names a step: its kind and what it is about, such as `answer:k3f9`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct StepId(String);

impl StepId {
    /// The step of `kind` that is about `subjects`.
    pub(super) fn new(kind: NextStepKind, subjects: &[&str]) -> Self {
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
