//! Several admins at once: what one proposes against an older version is merged with what others saved since.
//!
//! A register that nobody wrote since the base, or that holds the same by now, merges unasked. One that somebody wrote
//! otherwise is a conflict with both values; any conflict saves nothing. Orders merge item by item. No operational
//! transformation and no CRDT: authority is a version that somebody looked at, not keystrokes; tombstones would break
//! digests and byte-equal restores, and a merge of letters publishes sentences that nobody approved.

use super::merge_order::{as_order, merged_order, order_of};
use super::words::merge3;
use super::{History, List, Path, Settings, Value};
use crate::id::{ItemId, PersonId};
use crate::rejection::{Noun, Rejection};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an admin wants to change: whole values, against a version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The version that it was written against.
    pub base: u32,
    /// The registers that are to hold something else.
    pub writes: BTreeMap<Path, Value>,
}

/// A register that two admins wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Which.
    pub path: Path,
    /// What stood there when mine was begun.
    pub base: Value,
    /// What stands there now.
    pub theirs: Value,
    /// What I want there.
    pub mine: Value,
    /// For texts: both, word by word, where they do not touch the same words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub both: Option<Value>,
    /// Who wrote theirs; `None` for the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// Theirs stands in a draft that was taken over, and not in the program.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_draft: bool,
}

/// A proposal after merging: against the newest version, with what could not be merged beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// What is to be written, and differs from what stands.
    pub proposal: Proposal,
    /// What somebody has to settle first.
    pub conflicts: Vec<Conflict>,
}

/// `proposal` on top of the newest version of `history`. Not found when its base is no version of it.
pub fn merge(history: &History, proposal: &Proposal) -> Result<Merged, Rejection> {
    let base = history.at(proposal.base).ok_or(Rejection::NotFound(Noun::Version))?;
    let mut merging = Merging { history, proposal, base, merged: Merged::default() };
    merging.merged.proposal.base = history.program.n;
    for (path, mine) in &proposal.writes {
        match as_order(path, mine) {
            Some((list, mine)) => merging.order(list, mine),
            None => merging.register(path, mine),
        }
    }
    Ok(merging.merged)
}

struct Merging<'a> {
    history: &'a History<'a>,
    proposal: &'a Proposal,
    base: Settings,
    merged: Merged,
}

impl Merging<'_> {
    fn register(&mut self, path: &Path, mine: &Value) {
        let head = &self.history.program.settings;
        let (before, theirs) = (self.base.get(path), head.get(path));
        if mine == theirs || mine == before {
            return;
        }
        let is_removal = matches!(path, Path::Alive(..)) && *mine != Value::Flag(true);
        let is_in_dispute =
            before != theirs || is_removal && self.edited_inside(path).is_some() || self.removed_around(path).is_some();
        if is_in_dispute {
            self.dispute(path.clone(), mine.clone());
        } else {
            self.merged.proposal.writes.insert(path.clone(), mine.clone());
        }
    }

    /// A register inside the item behind `path` that somebody wrote since the base.
    fn edited_inside(&self, path: &Path) -> Option<Path> {
        let Path::Alive(list, item) = path else { return None };
        let head = &self.history.program.settings;
        let mut inside = head.registers().chain(self.base.registers()).map(|(path, _)| path);
        inside
            .find(|path| {
                let is_inside = matches!(path, Path::Item(of, inside, _) if of == list && inside == item);
                is_inside && self.base.get(path) != head.get(path)
            })
            .cloned()
    }

    /// Whether somebody took out the item that `path` is inside of; then where that stands.
    fn removed_around(&self, path: &Path) -> Option<Path> {
        let Path::Item(list, item, _) = path else { return None };
        let alive = Path::Alive(*list, item.clone());
        let is_brought_back = self.proposal.writes.get(&alive) == Some(&Value::Flag(true));
        let was_there = self.base.has(*list, item);
        (was_there && !is_brought_back && !self.history.program.settings.has(*list, item)).then_some(alive)
    }

    fn order(&mut self, list: List, mine: &[String]) {
        let path = Path::Order(list);
        let theirs = order_of(&self.history.program.settings, list);
        let is_there = |id: &String| {
            let Ok(item) = ItemId::parse(id) else { return false };
            let alive = Path::Alive(list, item.clone());
            match self.proposal.writes.get(&alive) {
                Some(value) => *value == Value::Flag(true),
                None => self.base.has(list, &item) || self.history.program.settings.has(list, &item),
            }
        };
        let mine: Vec<String> = mine.iter().filter(|id| is_there(id)).cloned().collect();
        let found = merged_order(&order_of(&self.base, list), &theirs, &mine);
        if found.settled != found.mine {
            self.dispute(path.clone(), Value::Several(found.mine));
        }
        if found.settled != theirs {
            self.merged.proposal.writes.insert(path, Value::Several(found.settled));
        }
    }

    fn dispute(&mut self, path: Path, mine: Value) {
        let by_whom = self.removed_around(&path).or_else(|| self.edited_inside(&path));
        let written = by_whom.filter(|_| self.base.get(&path) == self.history.program.settings.get(&path));
        let conflict = conflict(self.history, (path, written), self.base.clone(), mine);
        self.merged.conflicts.push(conflict);
    }
}

/// The conflict at a path, as the newest version stands; `written` is the register whose writing made it one, if that is
/// another.
pub(super) fn conflict(
    history: &History,
    (path, written): (Path, Option<Path>),
    base: Settings,
    mine: Value,
) -> Conflict {
    let head = &history.program.settings;
    let (base, theirs) = match &path {
        Path::Order(list) => (Value::Several(order_of(&base, *list)), Value::Several(order_of(head, *list))),
        // What stands in an item that is gone is gone.
        Path::Item(list, item, _) if !head.has(*list, item) => (base.get(&path).clone(), Value::Nothing),
        Path::Field(_) | Path::Alive(..) | Path::Item(..) => (base.get(&path).clone(), head.get(&path).clone()),
    };
    let both = match (&base, &theirs, &mine) {
        (Value::Text(base), Value::Text(theirs), Value::Text(mine)) => merge3(base, theirs, mine).map(Value::Text),
        _ => None,
    };
    let revision = history.program.revisions.get(written.as_ref().unwrap_or(&path)).copied();
    let version = revision.and_then(|n| history.version(n));
    let (by, at) = version.map_or((None, history.program.created_at), |version| (version.by.clone(), version.at));
    Conflict { path, base, theirs, mine, both, by, at, in_draft: false }
}
