//! What an admin has changed and not published: it waits on the server, so that no crash and no reload loses a letter.
//!
//! Values that can be read stand in `writes`; what was typed and cannot be read yet ("every blue moon" as a rhythm) stays
//! in `typed` as it is; and what somebody else changed meanwhile is `unsettled` until its author decides.

use super::merge::conflict;
use super::{Conflict, History, List, Path, Proposal, Value, merge};
use crate::id::{ItemId, PersonId, ProgramId};
use crate::rejection::{Noun, Rejection};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const NOT_BOTH: &str = "Both do not fit into one text any more. Take one of them, or write it anew.";

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
        // What stands in another draft does not move with the program.
        let (in_draft, unsettled): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.unsettled).into_iter().partition(|conflict| conflict.in_draft);
        let mut still: Vec<Conflict> = unsettled
            .into_iter()
            .filter(|conflict| *head.get(&conflict.path) != conflict.mine)
            .filter(|conflict| !merged.conflicts.iter().any(|newer| newer.path == conflict.path))
            .map(|known| {
                let mut fresh = conflict(history, (known.path.clone(), None), base.clone(), known.mine.clone());
                fresh.base = known.base.clone();
                if fresh.theirs == known.theirs { known } else { fresh }
            })
            .collect();
        still.extend(merged.conflicts);
        still.extend(in_draft);
        still.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Self { base: history.program.n, writes: merged.proposal.writes, unsettled: still, ..self })
    }

    /// The same without the change at `path`, and without what that brought: the fields of an item, the steps that a new
    /// stage was to hold, and its place in the order. Not found when its base is no version.
    pub fn without(self, history: &History, path: &Path) -> Result<Self, Rejection> {
        let mut draft = self.rebased(history)?;
        let mut undone = vec![path.clone()];
        if let Path::Alive(List::Stages, stage) = path
            && draft.writes.get(path) == Some(&Value::Flag(true))
        {
            undone.extend(draft.steps_into(history, stage));
        }
        // An item that somebody took out goes with all that was written inside of it.
        let is_gone = matches!(path, Path::Alive(list, item) if !history.program.settings.has(*list, item));
        let is_written = is_gone || draft.writes.contains_key(path);
        let is_undone = |other: &Path| undone.iter().any(|path| path == other || is_written && path.covers(other));
        draft.writes.retain(|path, _| !is_undone(path));
        draft.typed.retain(|path, _| !is_undone(path));
        draft.unsettled.retain(|conflict| !is_undone(&conflict.path));
        // An order that names what is not there any more is read anew.
        draft.rebased(history)
    }

    /// The registers by which steps come to stand in `stage`: of new ones, whether they are there.
    fn steps_into(&self, history: &History, stage: &ItemId) -> Vec<Path> {
        let into = |(path, value): (&Path, &Value)| {
            let Path::Item(List::Steps, step, key) = path else { return None };
            let is_old = history.program.settings.has(List::Steps, step);
            let undone = || if is_old { path.clone() } else { Path::Alive(List::Steps, step.clone()) };
            (key.as_str() == "stage" && *value == Value::Text(stage.to_string())).then(undone)
        };
        self.writes.iter().filter_map(into).collect()
    }

    /// The same after its author has settled the conflict at `path`. Stale when there is none, or none that both fit into.
    pub fn settled(self, history: &History, path: &Path, take: Take) -> Result<Self, Rejection> {
        let mut draft = self.rebased(history)?;
        let Some(at) = draft.unsettled.iter().position(|conflict| conflict.path == *path) else {
            return Err(Rejection::Stale("There is nothing left to settle there. Look at the draft again.".into()));
        };
        let conflict = draft.unsettled.remove(at);
        if conflict.in_draft {
            let value = match take {
                Take::Theirs => conflict.theirs,
                Take::Mine => conflict.mine,
                Take::Both => conflict.both.ok_or_else(|| Rejection::Stale(NOT_BOTH.into()))?,
            };
            return Ok(draft.decided(history, path, value));
        }
        let lost = inside(path).filter(|(list, item)| !history.program.settings.has(*list, item));
        let value = match (take, lost) {
            (Take::Theirs, Some((list, item))) => return Ok(draft.left_out(list, item)),
            (Take::Theirs, None) => return Ok(draft),
            (Take::Mine, _) => conflict.mine,
            (Take::Both, _) => conflict.both.ok_or_else(|| Rejection::Stale(NOT_BOTH.into()))?,
        };
        draft.writes.insert(path.clone(), value);
        // To keep what is inside of an item that somebody took out is to keep the item.
        match lost {
            Some((list, item)) => draft.brought_back(history, list, item),
            None => Ok(draft),
        }
    }

    /// The same with an item there, whoever took it out: what its author wrote inside stands, and the steps that were
    /// taken out with a stage come back with it.
    pub fn brought_back(self, history: &History, list: List, item: &ItemId) -> Result<Self, Rejection> {
        let mut draft = self.rebased(history)?;
        for (list, item) in std::iter::once((list, item.clone())).chain(gone_with(history, list, item)) {
            let alive = Path::Alive(list, item.clone());
            draft.unsettled.retain(|conflict| conflict.path != alive);
            if history.program.settings.has(list, &item) {
                draft.writes.remove(&alive);
                continue;
            }
            draft.writes.insert(alive, Value::Flag(true));
            // Only that it was taken out stood against what is written there now.
            let is_free = |conflict: &Conflict| {
                inside(&conflict.path) == Some((list, &item))
                    && *history.program.settings.get(&conflict.path) == conflict.base
            };
            let (free, still): (Vec<_>, Vec<_>) = draft.unsettled.into_iter().partition(is_free);
            draft.unsettled = still;
            draft.writes.extend(free.into_iter().map(|conflict| (conflict.path, conflict.mine)));
        }
        Ok(draft)
    }

    /// The same without anything inside of an item.
    pub fn left_out(mut self, list: List, item: &ItemId) -> Self {
        let is_other = |path: &Path| inside(path) != Some((list, item));
        self.writes.retain(|path, _| is_other(path));
        self.typed.retain(|path, _| is_other(path));
        self.unsettled.retain(|conflict| is_other(&conflict.path));
        self
    }

    /// The same, with what was written inside of an item after somebody took it out waiting for a decision: it would
    /// be published where nobody sees it.
    pub fn asking_for_the_lost(mut self, history: &History) -> Result<Self, Rejection> {
        let base = history.at(self.base).ok_or(Rejection::NotFound(Noun::Version))?;
        let is_there = |list: List, item: &ItemId| {
            let wanted = self.writes.get(&Path::Alive(list, item.clone()));
            wanted == Some(&Value::Flag(true)) || base.has(list, item) || history.program.settings.has(list, item)
        };
        let lost: Vec<Path> = self
            .writes
            .keys()
            .filter(|path| inside(path).is_some_and(|(list, item)| !is_there(list, item)))
            .cloned()
            .collect();
        for path in lost {
            let alive = inside(&path).map(|(list, item)| Path::Alive(list, item.clone()));
            let Some(mine) = self.writes.remove(&path) else { continue };
            self.unsettled.push(conflict(history, (path, alive), base.clone(), mine));
        }
        Ok(self)
    }

    /// The same, with what `other` changes and this does not touch.
    pub fn with(mut self, history: &History, other: Self) -> Result<Self, Rejection> {
        let other = other.rebased(history)?;
        self = self.rebased(history)?;
        let own = self.clone();
        let is_own = |path: &Path| {
            own.writes.contains_key(path)
                || own.typed.contains_key(path)
                || own.unsettled.iter().any(|conflict| conflict.path == *path)
        };
        self.writes.extend(other.writes.into_iter().filter(|(path, _)| !is_own(path)));
        self.typed.extend(other.typed.into_iter().filter(|(path, _)| !is_own(path)));
        self.unsettled.extend(other.unsettled.into_iter().filter(|conflict| !is_own(&conflict.path)));
        Ok(self)
    }
}

/// The item that a register is inside of.
pub(crate) const fn inside(path: &Path) -> Option<(List, &ItemId)> {
    match path {
        Path::Item(list, item, _) => Some((*list, item)),
        Path::Field(_) | Path::Order(_) | Path::Alive(..) => None,
    }
}

/// The steps that one version took out together with their stage.
fn gone_with(history: &History, list: List, stage: &ItemId) -> Vec<(List, ItemId)> {
    let (settings, revisions) = (&history.program.settings, &history.program.revisions);
    let taken_out = revisions.get(&Path::Alive(List::Stages, stage.clone()));
    if list != List::Stages || settings.has(List::Stages, stage) || taken_out.is_none() {
        return Vec::new();
    }
    let step = |path: &Path| match path {
        Path::Alive(List::Steps, step) => Some(step.clone()),
        Path::Alive(..) | Path::Field(_) | Path::Order(_) | Path::Item(..) => None,
    };
    let of_stage = |step: &ItemId| {
        settings.text(&Path::item(List::Steps, step, "stage")) == stage.as_str() && !settings.has(List::Steps, step)
    };
    let with_it = revisions.iter().filter(|(_, n)| Some(*n) == taken_out).filter_map(|(path, _)| step(path));
    with_it.filter(of_stage).map(|step| (List::Steps, step)).collect()
}
