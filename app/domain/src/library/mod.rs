//! The library on the page: notes and questions, one of each, writing, earlier texts, and what waits to be looked at.
//!
//! What may be done is asked of `note` and `thread`, never decided here. The console reads as everybody does and moves
//! nothing.

mod asking;
mod history;
mod lines;
mod list;
mod note_form;
mod note_page;
mod question_page;
mod questions;
mod skill;
#[cfg(test)]
mod tests;
mod verify;
mod words;

pub use asking::{AskQuestionPage, ask_question_page};
pub use history::{NoteHistoryPage, ShownVersion, VersionLine, note_history_page};
pub use lines::{NoteLine, NoteTag, ThreadLine};
pub use list::{LibraryPage, LibraryQuery, ShownNotes, library_page};
pub use note_form::{NoteFormPage, NoteFormQuery, note_form_page};
pub(crate) use note_page::notes_of;
pub use note_page::{NoteMoves, NotePage, UseLine, note_page};
pub use question_page::{AnswerCard, QuestionPage, ThreadMoves, question_page};
pub use questions::{QuestionsPage, QuestionsQuery, ShownQuestions, questions_page};
pub use skill::{SkillLibrary, skill_library};
pub use verify::{VerifyPage, due_for, verify_page};

use crate::id::SkillId;
use crate::org::Org;
use crate::search::{Entry, fold};
use crate::tag::SkillTag;
use std::collections::BTreeMap;

/// How many lines stand on one page of a list.
const PER_PAGE: usize = 20;

/// Which lines stand on page `page` of `total`, from 1: where they begin, a sentence, and the numbers of the pages beside.
fn page_of(page: u32, total: usize) -> (usize, String, Option<u32>, Option<u32>) {
    let page = page.max(1);
    let from = usize::try_from(page - 1).unwrap_or(usize::MAX).saturating_mul(PER_PAGE).min(total);
    let to = (from + PER_PAGE).min(total);
    let summary = if total == 0 { String::new() } else { format!("{}–{to} of {total}", (from + 1).min(total)) };
    (from, summary, (page > 1).then_some(page - 1), (to < total).then_some(page + 1))
}

/// What of the library holds what was typed, with how well it fits.
fn fitting(org: &Org, typed: &str) -> BTreeMap<Entry, u32> {
    let words = org.words();
    let hits = words.holding(&words.read(typed, false));
    let hits = hits.into_iter().filter(|hit| matches!(hit.entry, Entry::Note(_) | Entry::Question(_)));
    hits.map(|hit| (hit.entry.clone(), hit.score)).collect()
}

/// Every skill by name, for a form.
fn all_skills(org: &Org) -> Vec<SkillTag> {
    let mut skills: Vec<SkillTag> = org.skills().map(|skill| SkillTag::of(org, &skill.id)).collect();
    skills.sort_by_cached_key(|skill| fold(&skill.name));
    skills
}

/// The skill that an address names; nothing when it is not there.
fn named_skill(org: &Org, id: &str) -> Option<SkillTag> {
    let id = SkillId::parse(id).ok().filter(|id| org.skill(id).is_some())?;
    Some(SkillTag::of(org, &id))
}
