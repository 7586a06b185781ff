//! When a note was put to use: somebody solved a question with it, or did a drill from it alone. It speaks for the note,
//! and stands beside what its verifier says; it verifies nothing by itself.

use super::Note;
use crate::drill::{Drill, Verdict};
use crate::id::{DrillId, ThreadId};
use crate::org::Org;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// One time that it was put to use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Use {
    /// The accepted answer of a question rests on it.
    Question {
        /// Which.
        thread: ThreadId,
        /// When the answer was accepted.
        at: Timestamp,
    },
    /// A drill was passed from it alone.
    Drill {
        /// Which.
        drill: DrillId,
        /// When the second of the two said so.
        at: Timestamp,
    },
}

impl Use {
    /// When.
    pub const fn at(&self) -> Timestamp {
        match self {
            Self::Question { at, .. } | Self::Drill { at, .. } => *at,
        }
    }
}

/// Every time that a note was put to use, the newest first.
pub fn uses(org: &Org, note: &Note) -> Vec<Use> {
    let threads = org.threads().filter_map(|thread| {
        let accepted = thread.accepted.as_ref()?;
        let answer = thread.answer(accepted.answer)?;
        (answer.note.as_ref() == Some(&note.id)).then(|| Use::Question { thread: thread.id.clone(), at: accepted.at })
    });
    let drills = org.drills().filter(|drill| names(drill, note));
    let drills = drills.filter_map(|drill| passed(drill).map(|at| Use::Drill { drill: drill.id.clone(), at }));
    let mut uses: Vec<Use> = threads.chain(drills).collect();
    uses.sort_by_key(|used| std::cmp::Reverse(used.at()));
    uses
}

/// True when the notes of a drill are this note, by its address.
fn names(drill: &Drill, note: &Note) -> bool {
    let href = note.href();
    let is_end = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
    drill.notes.as_str().match_indices(&href).any(|(at, _)| is_end(&drill.notes.as_str()[at + href.len()..]))
}

/// When a drill was passed; `None` when it was not.
fn passed(drill: &Drill) -> Option<Timestamp> {
    let outcome = drill.outcome()?;
    (outcome.claim == Verdict::Alone).then_some(drill.moved_at)
}
