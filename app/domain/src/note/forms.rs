//! A note as forms send it.

use super::{Change, Draft, Months};
use crate::chosen;
use crate::id::{NoteId, PersonId, SessionId, SkillId};
use crate::org::Org;
use crate::rejection::Rejection;
use crate::text::{Line, Name, Passage};
use serde::{Deserialize, Serialize};

/// What the form of a note sends. Skills and the verifier are ids as chosen, or names as typed where there is no script.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteForm {
    /// The note that is changed; empty for a new one.
    #[serde(default)]
    pub id: String,
    /// The version that the change was begun from; 0 for a new one.
    #[serde(default)]
    pub base: u32,
    /// What it is called.
    #[serde(default)]
    pub title: String,
    /// What it says.
    #[serde(default)]
    pub body: String,
    /// The skills, by id.
    #[serde(default)]
    pub skills: Vec<String>,
    /// The skills, by name.
    #[serde(default)]
    pub skills_text: Vec<String>,
    /// The session that leaves it; mostly none.
    #[serde(default)]
    pub session: String,
    /// Who looks at it again, by id.
    #[serde(default)]
    pub verifier: String,
    /// The same by name.
    #[serde(default)]
    pub verifier_text: String,
    /// How often, in months; empty for as usual.
    #[serde(default)]
    pub every: String,
    /// Why it changes.
    #[serde(default)]
    pub why: String,
}

impl NoteForm {
    /// The note that is changed; `None` for a new one.
    pub fn note(&self) -> Result<Option<NoteId>, Rejection> {
        let id = self.id.trim();
        if id.is_empty() { Ok(None) } else { NoteId::parse(id).map(Some) }
    }

    /// A new note. Refuses the first field that cannot be taken.
    pub fn draft(&self, org: &Org) -> Result<Draft, Rejection> {
        let session = self.session.trim();
        Ok(Draft {
            title: Name::parse("title", &self.title)?,
            body: Passage::parse("body", &self.body)?,
            skills: self.skills(org)?,
            session: if session.is_empty() { None } else { Some(SessionId::parse(session)?) },
            verifier: self.verifier(org)?,
            every: if self.every.trim().is_empty() { Months::USUAL } else { Months::parse(&self.every)? },
        })
    }

    /// Another text for a note. Refuses the first field that cannot be taken.
    pub fn as_change(&self, org: &Org) -> Result<Change, Rejection> {
        Ok(Change {
            base: self.base,
            title: Name::parse("title", &self.title)?,
            body: Passage::parse("body", &self.body)?,
            skills: self.skills(org)?,
            why: Line::parse("why", &self.why)?,
        })
    }

    fn skills(&self, org: &Org) -> Result<Vec<SkillId>, Rejection> {
        chosen::skills(org, "skills", &self.skills, &self.skills_text)
    }

    fn verifier(&self, org: &Org) -> Result<Option<PersonId>, Rejection> {
        chosen::someone(org, "verifier", &self.verifier, &self.verifier_text)
    }
}
