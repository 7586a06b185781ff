//! Asking a question: about what, whom it goes to, and what is there already.

use super::note_page::notes_about;
use super::{NoteTag, ThreadLine, all_skills};
use crate::id::SkillId;
use crate::rejection::Rejection;
use crate::tag::{PersonTag, SkillTag};
use crate::thread::route;
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// How many notes and solved questions are shown first.
const FEW: usize = 5;

/// The page on which a question is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskQuestionPage {
    /// What it can be about.
    pub skills: Vec<SkillTag>,
    /// What it is about, where one came from a skill.
    pub skill: Option<SkillTag>,
    /// Whom it goes to then; empty without a skill.
    pub goes_to: String,
    /// Notes that may answer it already.
    pub notes: Vec<NoteTag>,
    /// Questions about the same, solved ones first.
    pub questions: Vec<ThreadLine>,
}

/// The page, for the skill that an address names.
pub fn ask_question_page(viewer: &Viewer, skill: Option<&SkillId>) -> Result<AskQuestionPage, Rejection> {
    let me = &viewer.actor.member()?.id;
    let org = viewer.org;
    let skill = skill.filter(|skill| org.skill(skill).is_some());
    let goes_to = skill.map(|skill| match route(org, skill, me, &BTreeSet::new(), viewer.clocks.now) {
        Some(routed) => {
            let person = PersonTag::of(org, &routed.person);
            format!("It goes to {} first, who knows it and was interrupted least.", person.name)
        }
        None => "Nobody else is known to do this alone yet. It stays open to everybody.".to_owned(),
    });
    let about = |skill: &SkillId| {
        let threads = org.threads().filter(|of| of.skill == *skill && of.closed.is_none());
        let mut threads: Vec<_> = threads.collect();
        threads.sort_by_key(|of| (of.accepted.is_none(), Reverse(of.moved_at), &of.id));
        threads.into_iter().take(FEW).map(|thread| ThreadLine::of(viewer, thread)).collect()
    };
    let mut notes = skill.map(|skill| notes_about(viewer, skill)).unwrap_or_default();
    notes.truncate(FEW);
    Ok(AskQuestionPage {
        skills: all_skills(org),
        skill: skill.map(|skill| SkillTag::of(org, skill)),
        goes_to: goes_to.unwrap_or_default(),
        notes,
        questions: skill.map(about).unwrap_or_default(),
    })
}
