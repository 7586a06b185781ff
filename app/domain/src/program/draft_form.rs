//! What the editor sends while somebody types, read against the version that it was begun from.
//!
//! Only registers that the form names are looked at. One that holds what it held is no change; one that cannot be read
//! stays as it was typed, beside what to write instead. So nothing that anybody typed is lost.

use super::draft::inside;
use super::{Block, History, List, Path, Problem, Program, ProgramKind, Proposal, Settings, Value, kind, read_blocks};
use crate::id::ItemId;
use crate::rejection::{Noun, Rejection};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, VecDeque};

/// The form as it was sent: its fields by the paths of their registers. Texts, numbers, days, choices, "on" and "off"
/// stand in `values`, the guidelines as one text at `guidelines`, and whether an item is there at `stages/ID`: "on", "off",
/// or "back" for one that is to be there whoever took it out. Ids of
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
            path if self.leaves_out(path) => true,
            path => names(path),
        }
    }

    /// The items that are to be there whoever took them out.
    pub fn brought_back(&self) -> Vec<(List, ItemId)> {
        let back = self.values.iter().filter(|(_, text)| text.trim() == "back");
        back.filter_map(|(name, _)| match Path::parse(name).ok()? {
            Path::Alive(list, item) => Some((list, item)),
            Path::Field(_) | Path::Order(_) | Path::Item(..) => None,
        })
        .collect()
    }

    /// True for what stands inside of an item that is to be out.
    pub fn leaves_out(&self, path: &Path) -> bool {
        inside(path).is_some_and(|(list, item)| self.says_no(&Path::Alive(list, item.clone())))
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
        let Program { kind, revisions, .. } = history.program;
        let mut reading = Reading { kind: *kind, base, revisions, form, read: ReadDraft::default() };
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

struct Reading<'a> {
    kind: ProgramKind,
    base: Settings,
    revisions: &'a BTreeMap<Path, u32>,
    form: &'a DraftForm,
    read: ReadDraft,
}

impl Reading<'_> {
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

    /// True for an item that was there once, and of which the form does not say whether it is to be there: it still shows
    /// what somebody wrote inside.
    fn is_lost(&self, list: List, item: &ItemId) -> bool {
        let alive = Path::Alive(list, item.clone());
        !self.form.values.contains_key(&alive.to_string()) && self.revisions.contains_key(&alive)
    }

    fn presence(&mut self, path: &Path, text: &str) {
        let Path::Alive(list, item) = path else { return };
        let is_wanted = match text.trim() {
            "on" | "back" => true,
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
        if inside(path).is_some_and(|(list, item)| !self.is_there(list, item) && !self.is_lost(list, item)) {
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
    /// are only taken out. Steps stand otherwise when they do within their stage: a form draws them stage by stage.
    fn order(&mut self, list: List, ids: impl Iterator<Item = ItemId>) {
        let mut wanted: Vec<ItemId> = Vec::new();
        for item in ids.filter(|item| self.is_there(list, item)) {
            if !wanted.contains(&item) {
                wanted.push(item);
            }
        }
        let stay: Vec<ItemId> = self.base.items(list).into_iter().filter(|item| self.is_there(list, item)).collect();
        // An item that the form does not show, since somebody else took it out or added it, stays behind the one that
        // it stood behind: it was not moved.
        let mut before = 0;
        for item in &stay {
            let place = wanted.iter().position(|other| other == item);
            if place.is_none() {
                wanted.insert(before, item.clone());
            }
            before = place.unwrap_or(before) + 1;
        }
        if list == List::Steps {
            wanted = self.within_stages(&stay, wanted);
        }
        if wanted != stay {
            let order = wanted.iter().map(ToString::to_string).collect();
            self.read.proposal.writes.insert(Path::Order(list), Value::Several(order));
        }
    }

    /// `stay` with the steps of each stage in their order in `wanted`, and the new ones after them.
    fn within_stages(&self, stay: &[ItemId], wanted: Vec<ItemId>) -> Vec<ItemId> {
        let stage_of = |step: &ItemId| {
            let path = Path::item(List::Steps, step, "stage");
            self.read.proposal.writes.get(&path).unwrap_or(self.base.get(&path)).clone()
        };
        let mut of_stage: BTreeMap<Value, VecDeque<ItemId>> = BTreeMap::new();
        for step in &wanted {
            of_stage.entry(stage_of(step)).or_default().push_back(step.clone());
        }
        let next = |step: &ItemId| of_stage.get_mut(&stage_of(step)).and_then(VecDeque::pop_front);
        let mut order: Vec<ItemId> = stay.iter().filter_map(next).collect();
        let new: Vec<ItemId> = wanted.into_iter().filter(|step| !order.contains(step)).collect();
        order.extend(new);
        order
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
