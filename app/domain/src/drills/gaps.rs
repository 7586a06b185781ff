//! What drills found lacking in the notes of a skill. It is about the notes: nobody is named.

use super::is_done;
use crate::drill::Drill;
use crate::id::SkillId;
use crate::org::Org;
use crate::text::Line;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// How many are listed.
const MOST: usize = 20;

/// What the notes of a skill lack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotesGaps {
    /// "Three gaps found in the notes by drills."
    pub sentence: String,
    /// Each of them, the newest first.
    pub gaps: Vec<String>,
}

/// What the notes of `skill` lack, by the drills since the last one that found nothing lacking and was passed; `None` when
/// there is nothing to name.
pub fn notes_gaps(org: &Org, skill: &SkillId) -> Option<NotesGaps> {
    let mut done: Vec<&Drill> = org.drills().filter(|drill| drill.skill == *skill && is_done(drill)).collect();
    done.sort_by_key(|drill| (Reverse(drill.moved_at), &drill.id));
    let is_clean =
        |drill: &&Drill| drill.gaps().next().is_none() && drill.outcome().is_some_and(|outcome| outcome.passed());
    let mut gaps: Vec<&Line> = Vec::new();
    for gap in done.into_iter().take_while(|drill| !is_clean(drill)).flat_map(Drill::gaps) {
        if gaps.iter().all(|known| known.as_str().to_lowercase() != gap.as_str().to_lowercase()) {
            gaps.push(gap);
        }
    }
    if gaps.is_empty() {
        return None;
    }
    let found = counted(gaps.len(), "gap found in the notes by drills", "gaps found in the notes by drills");
    Some(NotesGaps {
        sentence: sentence(&format!("{found}.")),
        gaps: gaps.into_iter().take(MOST).map(ToString::to_string).collect(),
    })
}
