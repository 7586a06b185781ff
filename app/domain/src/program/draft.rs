//! What an admin has changed and not published: it waits on the server, so that no crash and no reload loses a letter.
//!
//! Values that can be read stand in `writes`; what was typed and cannot be read yet ("every blue moon" as a rhythm) stays
//! in `typed` as it is; and what somebody else changed meanwhile is `unsettled` until its author decides.

use super::merge::conflict;
use super::{Conflict, History, Path, Proposal, Value, merge};
use crate::id::{PersonId, ProgramId};
use crate::rejection::{Noun, Rejection};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One admin's changes of one program that are not live.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Of which program.
    pub program: ProgramId,
    /// Whose.
    pub person: PersonId,
    /// The version that `writes` were written against.
    pub base: u32,
    /// The registers that are to hold something else.
    pub writes: BTreeMap<Path, Value>,
    /// What was typed into fields that cannot be read, as it was typed.
    #[serde(default)]
    pub typed: BTreeMap<Path, String>,
    /// What two admins wrote and its author has to settle; not in `writes`.
    #[serde(default)]
    pub unsettled: Vec<Conflict>,
    /// When it was kept last.
    pub at: Timestamp,
}

/// How a conflict is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Take {
    /// What stands there now.
    Theirs,
    /// What I want there.
    Mine,
    /// Both, word by word, where the conflict proposes it.
    Both,
}

impl Draft {
    /// What it proposes, without what is typed and unsettled.
    pub fn proposal(&self) -> Proposal {
        Proposal { base: self.base, writes: self.writes.clone() }
    }

    /// True when publishing it would change nothing and it holds nothing that anybody typed.
    pub fn is_empty(&self) -> bool {
        self.writes.is_empty() && self.typed.is_empty() && self.unsettled.is_empty()
    }

    /// The same against the newest version: what merges stays in `writes`, what does not is unsettled. Not found when its
    /// base is no version.
    pub fn rebased(mut self, history: &History) -> Result<Self, Rejection> {
        let base = history.at(self.base).ok_or(Rejection::NotFound(Noun::Version))?;
        let merged = merge(history, &self.proposal())?;
        // What came to stand as I want it needs no decision any more; what moved on again is shown as it is now.
        let head = &history.program.settings;
        let unsettled = std::mem::take(&mut self.unsettled).into_iter();
        let mut still: Vec<Conflict> = unsettled
            .filter(|conflict| *head.get(&conflict.path) != conflict.mine)
            .filter(|conflict| !merged.conflicts.iter().any(|newer| newer.path == conflict.path))
            .map(|known| {
                let mut fresh = conflict(history, (known.path.clone(), None), base.clone(), known.mine.clone());
                fresh.base = known.base.clone();
                if fresh.theirs == known.theirs { known } else { fresh }
            })
            .collect();
        still.extend(merged.conflicts);
        still.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Self { base: history.program.n, writes: merged.proposal.writes, unsettled: still, ..self })
    }

    /// The same after its author has settled the conflict at `path`. Stale when there is none, or none that both fit into.
    pub fn settled(self, history: &History, path: &Path, take: Take) -> Result<Self, Rejection> {
        let mut draft = self.rebased(history)?;
        let Some(at) = draft.unsettled.iter().position(|conflict| conflict.path == *path) else {
            return Err(Rejection::Stale("There is nothing left to settle there. Look at the draft again.".into()));
        };
        let conflict = draft.unsettled.remove(at);
        let value = match take {
            Take::Theirs => return Ok(draft),
            Take::Mine => conflict.mine,
            Take::Both => conflict.both.ok_or_else(|| {
                Rejection::Stale("Both do not fit into one text any more. Take one of them, or write it anew.".into())
            })?,
        };
        // To keep what is inside of an item that somebody took out is to keep the item.
        if let Path::Item(list, item, _) = path
            && !history.program.settings.has(*list, item)
        {
            draft.writes.insert(Path::Alive(*list, item.clone()), Value::Flag(true));
        }
        draft.writes.insert(path.clone(), value);
        Ok(draft)
    }
}
