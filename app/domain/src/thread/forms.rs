//! Questions and answers as forms send them.

use super::{Asking, ThreadMove};
use crate::chosen;
use crate::id::NoteId;
use crate::org::Org;
use crate::rejection::{Noun, Rejection};
use crate::text::{Line, Passage, Prose};
use serde::{Deserialize, Serialize};

/// What the form of a question sends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionForm {
    /// The skill, by id.
    #[serde(default)]
    pub skill: String,
    /// The skill, by name.
    #[serde(default)]
    pub skill_text: String,
    /// The question.
    #[serde(default)]
    pub title: String,
    /// What else there is to say.
    #[serde(default)]
    pub details: String,
}

/// What the form of an answer sends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerForm {
    /// The number of the answer that is put in other words; empty for a new one.
    #[serde(default)]
    pub number: String,
    /// The answer.
    #[serde(default)]
    pub text: String,
    /// The note that it rests on; empty for none.
    #[serde(default)]
    pub note: String,
}

impl QuestionForm {
    /// What is asked. Refuses the first field that cannot be taken.
    pub fn asking(&self, org: &Org) -> Result<Asking, Rejection> {
        Ok(Asking {
            skill: chosen::skill(org, "skill", &self.skill, &self.skill_text)?,
            title: Line::parse("title", &self.title)?,
            details: Prose::parse("details", &self.details)?,
        })
    }
}

impl AnswerForm {
    /// The move. Refuses an empty answer, and notes that are not there.
    pub fn step(&self, org: &Org) -> Result<ThreadMove, Rejection> {
        let text = Passage::parse("text", &self.text)?;
        let note = self.note.trim();
        let note = if note.is_empty() { None } else { Some(NoteId::parse(note)?) };
        if note.as_ref().is_some_and(|note| org.note(note).is_none()) {
            return Err(Rejection::NotFound(Noun::Note));
        }
        let number = self.number.trim();
        if number.is_empty() {
            return Ok(ThreadMove::Answer { text, note });
        }
        let number = number.parse().map_err(|_| Rejection::Stale("That answer was taken back.".to_owned()))?;
        Ok(ThreadMove::EditAnswer { number, text, note })
    }
}
