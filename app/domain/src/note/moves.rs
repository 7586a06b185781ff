//! The moves of a note, as functions of the note, who moves it and the moment: each returns the note after the move or
//! says why it cannot be made. Who may make it is asked of the organisation by whoever calls.

use super::{Checked, Handed, MOST_SKILLS, Months, Note, NoteVersion, Obsolete};
use crate::id::{NoteId, PersonId, SessionId, SkillId};
use crate::rejection::{Noun, Rejection};
use crate::session::LibraryNote;
use crate::text::{Line, Name, Passage};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// A note as it is first written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What it is called.
    pub title: Name,
    /// What it says.
    pub body: Passage,
    /// What it is about.
    pub skills: Vec<SkillId>,
    /// The session that leaves it.
    pub session: Option<SessionId>,
    /// Who looks at it again; its writer when nobody is named.
    pub verifier: Option<PersonId>,
    /// How often.
    pub every: Months,
}

/// Another text for a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The version that was read when the change was begun.
    pub base: u32,
    /// What the note is called.
    pub title: Name,
    /// What it says.
    pub body: Passage,
    /// What it is about.
    pub skills: Vec<SkillId>,
    /// Why it changes; may be empty.
    pub why: Line,
}

/// One move of somebody who answers for a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteMove {
    /// Say that it holds, as it was read.
    Verify {
        /// The version that was read.
        n: u32,
    },
    /// Say that it holds no more.
    MakeObsolete {
        /// Why.
        why: Line,
    },
    /// Take that back; it is to be looked at then.
    MakeCurrent,
    /// Give it to somebody else.
    HandOver {
        /// To whom.
        to: PersonId,
    },
    /// Choose who looks at it again, and how often.
    Keep {
        /// Who; the owner when nobody is named.
        verifier: Option<PersonId>,
        /// How often.
        every: Months,
    },
}

/// What came of a note, as far as the log tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteStep {
    /// It was written.
    Written,
    /// Its text changed.
    Edited,
    /// An earlier text was brought back.
    Restored,
    /// Somebody said that it holds.
    Verified,
    /// Somebody said that it holds no more.
    MadeObsolete,
    /// That was taken back.
    MadeCurrent,
    /// It was given to somebody else.
    HandedOver,
    /// Somebody else looks at it again, or at another time.
    Kept,
}

impl Draft {
    /// What a session leaves, looked at again after the usual time. Refuses a text of no words.
    pub fn left(by: LibraryNote) -> Result<Self, Rejection> {
        Ok(Self {
            title: by.title,
            body: Passage::parse("note", by.text.as_str())?,
            skills: by.skills.into_iter().take(MOST_SKILLS).collect(),
            session: Some(by.session),
            verifier: None,
            every: Months::USUAL,
        })
    }
}

impl NoteMove {
    /// What the log tells of it.
    pub const fn step(&self) -> NoteStep {
        match self {
            Self::Verify { .. } => NoteStep::Verified,
            Self::MakeObsolete { .. } => NoteStep::MadeObsolete,
            Self::MakeCurrent => NoteStep::MadeCurrent,
            Self::HandOver { .. } => NoteStep::HandedOver,
            Self::Keep { .. } => NoteStep::Kept,
        }
    }
}

impl Note {
    /// The note that `by` writes: theirs, and checked by having been written, unless somebody else is to look at it.
    /// Refuses one about nothing, and about too much.
    pub fn written(id: NoteId, by: PersonId, draft: Draft, at: Timestamp) -> Result<Self, Rejection> {
        check_skills(&draft.skills, draft.session.is_some())?;
        let verifier = draft.verifier.filter(|verifier| *verifier != by);
        let checked = if verifier.is_some() { 0 } else { 1 };
        Ok(Self {
            id,
            title: draft.title,
            body: draft.body,
            skills: draft.skills,
            session: draft.session,
            owner: by.clone(),
            verifier,
            every: draft.every,
            n: 1,
            written_by: by.clone(),
            written_at: at,
            changed_by: by.clone(),
            changed_at: at,
            checked: Checked { by, at, n: checked },
            obsolete: None,
            handed: Vec::new(),
        })
    }

    /// The note with another text by `by`. `vouches` when their word is enough that it holds: else it is to be looked at.
    /// Refuses a change that was begun from another version than this, one that changes nothing, and what
    /// [`Note::written`] refuses.
    pub fn edited(self, by: &PersonId, change: Change, vouches: bool, at: Timestamp) -> Result<Self, Rejection> {
        if change.base != self.n {
            return Err(Rejection::Stale(CHANGED_MEANWHILE.to_owned()));
        }
        check_skills(&change.skills, self.session.is_some())?;
        if (&self.title, &self.body, &self.skills) == (&change.title, &change.body, &change.skills) {
            return Err(Rejection::invalid("body", "Nothing has changed. Change the text, or go back to the note."));
        }
        let Change { title, body, skills, .. } = change;
        let edited = Self { title, body, skills, n: self.n + 1, changed_by: by.clone(), changed_at: at, ..self };
        Ok(if vouches { edited.checked_by(by, at) } else { edited })
    }

    /// The note with the text of an earlier version again, which makes a new one.
    pub fn restored(self, by: &PersonId, from: &NoteVersion, vouches: bool, at: Timestamp) -> Result<Self, Rejection> {
        if from.note != self.id {
            return Err(Rejection::NotFound(Noun::Version));
        }
        let change = Change {
            base: self.n,
            title: from.title.clone(),
            body: from.body.clone(),
            skills: from.skills.clone(),
            why: Line::default(),
        };
        self.edited(by, change, vouches, at).map_err(|rejection| match rejection {
            Rejection::Invalid { .. } => Rejection::Conflict("The note says this already.".to_owned()),
            other => other,
        })
    }

    /// The note after `by` makes `step`.
    pub fn moved(mut self, by: &PersonId, step: NoteMove, at: Timestamp) -> Result<Self, Rejection> {
        match step {
            NoteMove::Verify { .. } if self.obsolete.is_some() => {
                Err(Rejection::Stale("It is marked as obsolete. Take that back first.".to_owned()))
            }
            NoteMove::Verify { n } if n != self.n => Err(Rejection::Stale(
                "It has been changed since you read it. Read it again, then verify it.".to_owned(),
            )),
            NoteMove::Verify { .. } => Ok(self.checked_by(by, at)),
            NoteMove::MakeObsolete { why } if why.is_empty() => {
                Err(Rejection::invalid("why", "Say why it holds no more, or what stands in its place."))
            }
            NoteMove::MakeObsolete { why } => {
                self.obsolete = Some(Obsolete { by: by.clone(), at, why });
                Ok(self)
            }
            NoteMove::MakeCurrent => {
                self.obsolete.take().ok_or_else(|| Rejection::Stale("It is not marked as obsolete.".to_owned()))?;
                // Whoever takes it back may have read it, or not: somebody is to look at it.
                self.checked.n = self.checked.n.min(self.n - 1);
                Ok(self)
            }
            NoteMove::HandOver { to } if to == self.owner => {
                Err(Rejection::invalid("to", "It is theirs already. Choose somebody else."))
            }
            NoteMove::HandOver { to } => {
                let from = std::mem::replace(&mut self.owner, to.clone());
                self.verifier = self.verifier.filter(|verifier| *verifier != to);
                self.handed.push(Handed { by: by.clone(), from, to, at });
                Ok(self)
            }
            NoteMove::Keep { verifier, every } => {
                let owner = &self.owner;
                Ok(Self { verifier: verifier.filter(|verifier| verifier != owner), every, ..self })
            }
        }
    }

    fn checked_by(self, by: &PersonId, at: Timestamp) -> Self {
        let n = self.n;
        Self { checked: Checked { by: by.clone(), at, n }, ..self }
    }
}

/// What a change is told that was begun from an earlier text.
pub(crate) const CHANGED_MEANWHILE: &str =
    "Somebody else has changed this note meanwhile. Both texts are here; nothing is lost.";

fn check_skills(skills: &[SkillId], is_of_session: bool) -> Result<(), Rejection> {
    match skills.len() {
        0 if !is_of_session => Err(Rejection::invalid("skills", "Choose at least one skill that it is about.")),
        count if count > MOST_SKILLS => {
            Err(Rejection::invalid("skills", format!("Choose at most {MOST_SKILLS} skills; the main ones are enough.")))
        }
        _ => Ok(()),
    }
}
