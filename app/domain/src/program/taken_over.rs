//! Changes that wait in somebody else's draft, taken over by another admin: what both of them touched, whoever takes over
//! decides, and nothing that either wrote is lost.

use super::draft::inside;
use super::merge_order::order_of;
use super::words::merge3;
use super::{Conflict, Draft, History, List, Path, Value, kind};
use crate::id::{ItemId, PersonId, ProgramId};
use crate::rejection::Rejection;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

const SETTLE_FIRST: &str = "Settle first what is to be decided in your own changes, then take these over.";

const OF_THREE: &str = "There are two values to decide between in these changes, where you have a third. Publish your own \
    changes first, or take that one back.";

/// That somebody's changes were taken over, of which they are told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenOver {
    /// Of which program.
    pub program: ProgramId,
    /// Whose they were.
    pub owner: PersonId,
    /// Who has them now.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

impl Draft {
    /// The same with all that `other` changes. What only one of both touches stands; what both want otherwise waits for a
    /// decision, as does an item that one takes out while the other writes in it. Refuses while something of this draft
    /// waits for one already, and where a third value would come to two that wait for one.
    pub fn taking_over(self, history: &History, other: Self) -> Result<Self, Rejection> {
        let (draft, other) = (self.rebased(history)?, other.rebased(history)?);
        if !draft.unsettled.is_empty() {
            return Err(Rejection::Conflict(SETTLE_FIRST.to_owned()));
        }
        let own = draft.clone();
        let has_three = |one: &Conflict| one.in_draft && own.wants(&one.path).is_some_and(|mine| mine != one.mine);
        if other.unsettled.iter().any(has_three) {
            return Err(Rejection::Conflict(OF_THREE.to_owned()));
        }
        let mut taking = Taking { history, by: &other.person, at: other.at, draft };
        for (path, theirs) in &other.writes {
            taking.written(path, theirs);
        }
        for (path, theirs) in &other.typed {
            taking.typed(path, theirs);
        }
        for conflict in &other.unsettled {
            taking.unsettled(conflict);
        }
        taking.items_out_of(&own, &other);
        taking.draft.unsettled.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(taking.draft)
    }

    /// The same with `value` wanted at `path`, as somebody decided who took a draft over: what cannot be read stays as it
    /// was typed, and an item that is to be out goes with all that was written inside.
    pub(super) fn decided(mut self, history: &History, path: &Path, value: Value) -> Self {
        self.typed.remove(path);
        if let (Path::Alive(list, item), Value::Flag(false)) = (path, &value) {
            self = self.left_out(*list, item);
        }
        match (value, history.program.kind.field(path)) {
            (Value::Text(text), Some(field)) => match kind::read(field, path, &text) {
                Ok(value) => self.wanting(history, path, value),
                Err(_) => self.typing(path, text),
            },
            (Value::Text(text), None) => self.typing(path, text),
            (value, _) => self.wanting(history, path, value),
        }
    }

    fn typing(mut self, path: &Path, text: String) -> Self {
        self.writes.remove(path);
        self.typed.insert(path.clone(), text);
        self
    }

    fn wanting(mut self, history: &History, path: &Path, value: Value) -> Self {
        if *history.program.settings.get(path) == value {
            self.writes.remove(path);
        } else {
            self.writes.insert(path.clone(), value);
        }
        self
    }

    /// What it wants at a register, read or as typed.
    fn wants(&self, path: &Path) -> Option<Value> {
        self.writes.get(path).cloned().or_else(|| self.typed.get(path).cloned().map(Value::Text))
    }

    fn writes_inside(&self, list: List, item: &ItemId) -> bool {
        self.writes.keys().chain(self.typed.keys()).any(|path| inside(path) == Some((list, item)))
    }

    /// The items that it takes out.
    fn out(&self) -> impl Iterator<Item = (List, &ItemId)> {
        self.writes.iter().filter_map(|(path, value)| match (path, value) {
            (Path::Alive(list, item), Value::Flag(false)) => Some((*list, item)),
            _ => None,
        })
    }
}

/// A draft on its way into another.
struct Taking<'a> {
    history: &'a History<'a>,
    by: &'a PersonId,
    at: Timestamp,
    draft: Draft,
}

impl Taking<'_> {
    fn written(&mut self, path: &Path, theirs: &Value) {
        match self.draft.wants(path) {
            None => drop(self.draft.writes.insert(path.clone(), theirs.clone())),
            Some(mine) if mine == *theirs => {}
            Some(mine) => self.dispute(path, theirs.clone(), mine),
        }
    }

    fn typed(&mut self, path: &Path, theirs: &str) {
        match self.draft.wants(path) {
            None => drop(self.draft.typed.insert(path.clone(), theirs.to_owned())),
            Some(Value::Text(mine)) if mine == theirs => {}
            Some(mine) => self.dispute(path, Value::Text(theirs.to_owned()), mine),
        }
    }

    /// What its owner had to decide, whoever takes over decides.
    fn unsettled(&mut self, conflict: &Conflict) {
        match self.draft.wants(&conflict.path) {
            None => self.draft.unsettled.push(conflict.clone()),
            Some(mine) if mine == conflict.mine => {}
            Some(mine) => self.dispute(&conflict.path, conflict.mine.clone(), mine),
        }
    }

    /// An item that one takes out and the other writes in is there or not, as is decided.
    fn items_out_of(&mut self, own: &Draft, other: &Draft) {
        for (list, item) in own.out().filter(|(list, item)| other.writes_inside(*list, item)) {
            self.dispute(&Path::Alive(list, item.clone()), Value::Flag(true), Value::Flag(false));
        }
        for (list, item) in other.out().filter(|(list, item)| own.writes_inside(*list, item)) {
            self.dispute(&Path::Alive(list, item.clone()), Value::Flag(false), Value::Flag(true));
        }
    }

    fn dispute(&mut self, path: &Path, theirs: Value, mine: Value) {
        self.draft.writes.remove(path);
        self.draft.typed.remove(path);
        let head = &self.history.program.settings;
        let base = match path {
            Path::Order(list) => Value::Several(order_of(head, *list)),
            Path::Field(_) | Path::Alive(..) | Path::Item(..) => head.get(path).clone(),
        };
        let both = match (&base, &theirs, &mine) {
            (Value::Text(base), Value::Text(theirs), Value::Text(mine)) => merge3(base, theirs, mine).map(Value::Text),
            _ => None,
        };
        let (path, by) = (path.clone(), Some(self.by.clone()));
        self.draft.unsettled.push(Conflict { path, base, theirs, mine, both, by, at: self.at, in_draft: true });
    }
}
