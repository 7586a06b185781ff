//! What the library has on one skill, for the page of that skill.

use super::{NoteLine, ThreadLine};
use crate::id::SkillId;
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// How many notes and questions are shown.
const NOTES: usize = 5;
const QUESTIONS: usize = 3;

/// What the library has on a skill.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillLibrary {
    /// Notes that hold, or may hold, the newest first.
    pub notes: Vec<NoteLine>,
    /// How many more there are.
    pub more: u32,
    /// Questions, open ones first.
    pub questions: Vec<ThreadLine>,
}

/// What it has on `skill`.
pub fn skill_library(viewer: &Viewer, skill: &SkillId) -> SkillLibrary {
    let notes = viewer.org.notes().filter(|note| note.skills.contains(skill) && note.obsolete.is_none());
    let mut notes: Vec<_> = notes.collect();
    notes.sort_by_key(|note| (Reverse(note.changed_at), &note.id));
    let threads = viewer.org.threads().filter(|of| of.skill == *skill && of.closed.is_none());
    let mut threads: Vec<_> = threads.collect();
    threads.sort_by_key(|thread| (!thread.is_open(), Reverse(thread.moved_at), &thread.id));
    SkillLibrary {
        more: u32::try_from(notes.len().saturating_sub(NOTES)).unwrap_or(u32::MAX),
        notes: notes.into_iter().take(NOTES).map(|note| NoteLine::of(viewer, note)).collect(),
        questions: threads.into_iter().take(QUESTIONS).map(|thread| ThreadLine::of(viewer, thread)).collect(),
    }
}
