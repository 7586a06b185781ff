//! A note and a question as lines of a list.

use super::words;
use crate::exchanges::Status;
use crate::id::{NoteId, ThreadId};
use crate::markdown::plain;
use crate::note::{Note, needs_owner, uses};
use crate::org::Org;
use crate::reader::Phrase;
use crate::tag::{PersonTag, SkillTag};
use crate::thread::Thread;
use crate::time::Face;
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};

/// How many letters of a text stand in a line.
const PREVIEW: usize = 160;

/// A note mentioned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteTag {
    /// Which.
    pub id: NoteId,
    /// What it is called.
    pub title: String,
}

/// A note as a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteLine {
    /// Which.
    pub id: NoteId,
    /// What it is called.
    pub title: String,
    /// How it begins, or where it holds what was typed; strong pieces were typed.
    pub preview: Vec<Phrase>,
    /// What it is about.
    pub skills: Vec<SkillTag>,
    /// Who answers for it.
    pub owner: PersonTag,
    /// True when that is somebody who works here no more.
    pub needs_owner: bool,
    /// How it stands.
    pub status: Status,
    /// When its text changed last.
    pub changed: Face,
    /// How often it was put to use.
    pub used: u32,
}

/// A question as a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadLine {
    /// Which.
    pub id: ThreadId,
    /// The question.
    pub title: String,
    /// About what.
    pub skill: SkillTag,
    /// Who asks.
    pub by: PersonTag,
    /// How it stands.
    pub status: Status,
    /// How many answers it has.
    pub answers: u32,
    /// How many others would like it answered.
    pub wanted: u32,
    /// When it was asked.
    pub at: Face,
}

impl NoteTag {
    /// The tag of `id`; named by the id when there is no such note.
    pub fn of(org: &Org, id: &NoteId) -> Self {
        let title = org.note(id).map_or_else(|| id.to_string(), |note| note.title.to_string());
        Self { id: id.clone(), title }
    }
}

impl NoteLine {
    /// The line of `note`, with how its text begins.
    pub(super) fn of(viewer: &Viewer, note: &Note) -> Self {
        let org = viewer.org;
        Self {
            id: note.id.clone(),
            title: note.title.to_string(),
            preview: vec![Phrase::plain(preview(note.body.as_str()))],
            skills: note.skills.iter().map(|skill| SkillTag::of(org, skill)).collect(),
            owner: PersonTag::of(org, &note.owner),
            needs_owner: needs_owner(org, note),
            status: words::of_note(viewer, note),
            changed: viewer.day(note.changed_at),
            used: u32::try_from(uses(org, note).len()).unwrap_or(u32::MAX),
        }
    }

    /// The same, with where it holds what was typed.
    pub(super) fn with_found(self, org: &Org, typed: &str) -> Self {
        let Some(note) = org.note(&self.id) else { return self };
        let found = crate::search::excerpt_of(org, &plain(note.body.as_str()), typed);
        if found.is_empty() { self } else { Self { preview: found, ..self } }
    }
}

impl ThreadLine {
    /// The line of `thread`.
    pub(super) fn of(viewer: &Viewer, thread: &Thread) -> Self {
        Self {
            id: thread.id.clone(),
            title: thread.title.to_string(),
            skill: SkillTag::of(viewer.org, &thread.skill),
            by: PersonTag::of(viewer.org, &thread.by),
            status: words::of_thread(viewer, thread),
            answers: count(thread.standing_answers().count()),
            wanted: count(thread.wanted_too.len()),
            at: viewer.day(thread.at),
        }
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// How a text begins, without markup, up to the end of a word.
fn preview(text: &str) -> String {
    let text = plain(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= PREVIEW {
        return text;
    }
    let cut: String = text.chars().take(PREVIEW).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{} …", whole.trim_end_matches([',', ';', ':', '.']))
}
