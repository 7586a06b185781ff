//! What the editor sends while somebody types, read against the version that it was begun from.
//!
//! Only registers that the form names are looked at. One that holds what it held is no change; one that cannot be read
//! stays as it was typed, beside what to write instead. So nothing that anybody typed is lost.

use super::{Block, History, List, Path, Problem, ProgramKind, Proposal, Settings, Value, kind, read_blocks};
use crate::id::ItemId;
use crate::rejection::{Noun, Rejection};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The form as it was sent: its fields by the paths of their registers. Texts, numbers, days, choices, "on" and "off"
/// stand in `values`, the guidelines as one text at `guidelines`, and whether an item is there at `stages/ID`. Ids of
/// teams, skills and people, and the order of stages and steps, stand in `lists`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftForm {
    /// The version that it was begun from.
    pub base: u32,
    /// What stands in single fields.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// What was chosen in fields that take several; a blank among them is nothing.
    #[serde(default)]
    pub lists: BTreeMap<String, Vec<String>>,
}

/// A form after reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadDraft {
    /// What it changes.
    pub proposal: Proposal,
    /// What could not be read, as it was typed.
    pub typed: BTreeMap<Path, String>,
    /// Why not, and what to write instead.
    pub problems: Vec<Problem>,
}

impl DraftForm {
    /// True when the form speaks for the register, so that what it says there counts instead of an earlier draft's. The
    /// text of the guidelines speaks for every paragraph; whether an item is there, for all its fields once it is not.
    pub fn covers(&self, path: &Path) -> bool {
        let names = |path: &Path| {
            let name = path.to_string();
            self.values.contains_key(&name) || self.lists.contains_key(&name)
        };
        match path {
            Path::Alive(List::Guidelines, _) | Path::Item(List::Guidelines, ..) => {
                names(&Path::Order(List::Guidelines))
            }
            Path::Item(list, item, _) if self.says_no(&Path::Alive(*list, item.clone())) => true,
            path => names(path),
        }
    }

    fn says_no(&self, path: &Path) -> bool {
        self.values.get(&path.to_string()).is_some_and(|text| text.trim() == "off")
    }
}

impl Proposal {
    /// What the form changes in the version that it was begun from, and what of it cannot be read. Not found when there is
    /// no such version.
    pub fn read(history: &History, form: &DraftForm) -> Result<ReadDraft, Rejection> {
        let base = history.at(form.base).ok_or(Rejection::NotFound(Noun::Version))?;
        let mut reading = Reading { kind: history.program.kind, base, read: ReadDraft::default() };
        reading.read.proposal.base = form.base;
        let values: Vec<(Path, &str)> = named(form.values.iter().map(|(name, text)| (name, text.as_str())));
        let lists: Vec<(Path, &[String])> = named(form.lists.iter().map(|(name, ids)| (name, ids.as_slice())));
        // Whether items are there decides what is looked at of them, and is read first.
        values.iter().for_each(|(path, text)| reading.presence(path, text));
        values.iter().for_each(|(path, text)| reading.field(path, text));
        lists.iter().for_each(|(path, ids)| reading.several(path, ids));
        Ok(reading.read)
    }
}

/// The fields whose names are paths; a form of another day may have others.
fn named<'a, T>(fields: impl Iterator<Item = (&'a String, T)>) -> Vec<(Path, T)> {
    fields.filter_map(|(name, sent)| Some((Path::parse(name).ok()?, sent))).collect()
}

struct Reading {
    kind: ProgramKind,
    base: Settings,
    read: ReadDraft,
}

impl Reading {
    /// A register is to hold that value; no change when it does already.
    fn write(&mut self, path: Path, value: Value) {
        if self.kind.value(&self.base, &path) != value {
            self.read.proposal.writes.insert(path, value);
        }
    }

    fn refuse(&mut self, path: &Path, typed: &str, refused: Rejection) {
        self.read.typed.insert(path.clone(), typed.to_owned());
        self.read.problems.push(Problem::at(path.clone(), refused.to_string()));
    }

    fn is_there(&self, list: List, item: &ItemId) -> bool {
        let path = Path::Alive(list, item.clone());
        *self.read.proposal.writes.get(&path).unwrap_or(self.base.get(&path)) == Value::Flag(true)
    }

    fn presence(&mut self, path: &Path, text: &str) {
        let Path::Alive(list, item) = path else { return };
        let is_wanted = match text.trim() {
            "on" => true,
            "off" => false,
            _ => return,
        };
        if is_wanted != self.base.has(*list, item) {
            self.read.proposal.writes.insert(path.clone(), Value::Flag(is_wanted));
        }
    }

    fn field(&mut self, path: &Path, text: &str) {
        if *path == Path::Order(List::Guidelines) {
            return self.guidelines(text);
        }
        let Some(field) = self.kind.field(path) else { return };
        if matches!(path, Path::Item(list, item, _) if !self.is_there(*list, item)) {
            return;
        }
        match kind::read(field, path, text) {
            Ok(value) => self.write(path.clone(), value),
            Err(refused) => self.refuse(path, text, refused),
        }
    }

    fn several(&mut self, path: &Path, ids: &[String]) {
        if let Path::Order(list) = path {
            return self.order(*list, ids.iter().filter_map(|id| ItemId::parse(id.trim()).ok()));
        }
        let Some(field) = self.kind.field(path) else { return };
        match kind::read_ids(field, path, ids) {
            Ok(value) => self.write(path.clone(), value),
            Err(refused) => self.refuse(path, &ids.join(", "), refused),
        }
    }

    /// An order is written when items that stay stand otherwise, or when new ones have to find their place; not when some
    /// are only taken out.
    fn order(&mut self, list: List, ids: impl Iterator<Item = ItemId>) {
        let mut wanted: Vec<ItemId> = Vec::new();
        for item in ids.filter(|item| self.is_there(list, item)) {
            if !wanted.contains(&item) {
                wanted.push(item);
            }
        }
        let stay: Vec<ItemId> = self.base.items(list).into_iter().filter(|item| self.is_there(list, item)).collect();
        // An item that the form does not know of, since somebody else added it, keeps its place after the others.
        let unnamed: Vec<ItemId> = stay.iter().filter(|item| !wanted.contains(item)).cloned().collect();
        wanted.extend(unnamed);
        if wanted != stay {
            let order = wanted.iter().map(ToString::to_string).collect();
            self.read.proposal.writes.insert(Path::Order(list), Value::Several(order));
        }
    }

    fn guidelines(&mut self, text: &str) {
        const LIST: List = List::Guidelines;
        let text_of = |item: &ItemId| self.base.text(&Path::item(LIST, item, "text")).to_owned();
        let before: Vec<Block> =
            self.base.items(LIST).into_iter().map(|item| Block { text: text_of(&item), item }).collect();
        let blocks = read_blocks(&before, text);
        let mut writes: Vec<(Path, Value)> = Vec::new();
        for block in &blocks {
            let path = Path::item(LIST, &block.item, "text");
            let Some(field) = self.kind.field(&path) else { return };
            match kind::read(field, &path, &block.text) {
                Ok(value) => writes.push((path, value)),
                Err(refused) => return self.refuse(&Path::Order(LIST), text, refused),
            }
            writes.push((Path::Alive(LIST, block.item.clone()), Value::Flag(true)));
        }
        for gone in before.iter().filter(|old| !blocks.iter().any(|block| block.item == old.item)) {
            writes.push((Path::Alive(LIST, gone.item.clone()), Value::Flag(false)));
        }
        writes.into_iter().for_each(|(path, value)| self.write(path, value));
        self.order(LIST, blocks.into_iter().map(|block| block.item));
    }
}

#[cfg(test)]
mod tests;
