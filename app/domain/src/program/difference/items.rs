//! What became of the items of a list: which came, went and moved, and which of their fields are others.

use super::{Both, Change, WordChange, title_of};
use crate::id::ItemId;
use crate::program::longest_run::common;
use crate::program::{List, Path, Settings};

impl Both<'_> {
    pub(super) fn list(&self, list: List) -> Vec<Change> {
        let (old, new) = (self.before.items(list), self.after.items(list));
        let came = new.iter().filter(|item| !old.contains(item)).map(|item| self.came(list, item));
        let gone = old.iter().filter(|item| !new.contains(item)).map(|item| self.gone(list, item));
        let mut found: Vec<Change> = came.chain(gone).chain(self.moved(list)).collect();
        found.extend(new.iter().filter(|item| old.contains(item)).flat_map(|item| self.item_fields(list, item)));
        found
    }

    fn came(&self, list: List, item: &ItemId) -> Change {
        let path = Path::Alive(list, item.clone());
        let text = |key| self.after.text(&Path::item(list, item, key)).to_owned();
        if list == List::Guidelines {
            let (label, after) = ("How this works: a new paragraph".to_owned(), text("text"));
            return Change { path, label, before: String::new(), words: vec![WordChange::New(after.clone())], after };
        }
        let stage = self.stage_of(self.after, list, item).map(|stage| title_of(self.after, List::Stages, &stage));
        let within = stage.map(|stage| format!(" in “{stage}”")).unwrap_or_default();
        let place = self.place(self.after, list, item);
        let after = if place.is_empty() { format!("new{within}") } else { format!("new{within}, {place}") };
        let words = Some(text("about")).filter(|about| !about.is_empty()).map(WordChange::New).into_iter().collect();
        Change { path, label: labelled(self.after, list, item), before: String::new(), after, words }
    }

    fn gone(&self, list: List, item: &ItemId) -> Change {
        let path = Path::Alive(list, item.clone());
        if list == List::Guidelines {
            let before = self.before.text(&Path::item(list, item, "text")).to_owned();
            let (label, words) = ("How this works: a paragraph is gone", vec![WordChange::Gone(before.clone())]);
            return Change { path, label: label.to_owned(), before, after: String::new(), words };
        }
        let before = title_of(self.before, list, item);
        Change { path, label: labelled(self.before, list, item), before, after: String::new(), words: Vec::new() }
    }

    /// The items that stand elsewhere among those that were there before, in one change of the order.
    fn moved(&self, list: List) -> Option<Change> {
        let stays = |item: &&ItemId| {
            self.before.has(list, item)
                && self.after.has(list, item)
                && self.stage_of(self.before, list, item) == self.stage_of(self.after, list, item)
        };
        let (old, new) = (self.before.items(list), self.after.items(list));
        let mut stages: Vec<Option<ItemId>> = Vec::new();
        for stage in new.iter().filter(stays).map(|item| self.stage_of(self.after, list, item)) {
            if !stages.contains(&stage) {
                stages.push(stage);
            }
        }
        let mut moved: Vec<&ItemId> = Vec::new();
        for stage in stages {
            let siblings = |items: &&ItemId| stays(items) && self.stage_of(self.after, list, items) == stage;
            let old: Vec<&ItemId> = old.iter().filter(siblings).collect();
            let new: Vec<&ItemId> = new.iter().filter(siblings).collect();
            let kept: Vec<usize> = common(&old, &new).into_iter().map(|(_, at_new)| at_new).collect();
            moved.extend(new.iter().enumerate().filter(|(at, _)| !kept.contains(at)).map(|(_, item)| *item));
        }
        let places = |settings: &Settings| -> Vec<String> {
            moved
                .iter()
                .map(|item| format!("“{}” {}", title_of(settings, list, item), self.place(settings, list, item)))
                .collect()
        };
        let label = match list {
            List::Guidelines => "How this works: order of paragraphs",
            List::Stages => "Order of stages",
            List::Steps => "Order of steps",
        };
        let (before, after) = (places(self.before).join("; "), places(self.after).join("; "));
        let change = || Change { path: Path::Order(list), label: label.to_owned(), before, after, words: Vec::new() };
        (!moved.is_empty()).then(change)
    }

    fn item_fields(&self, list: List, item: &ItemId) -> Vec<Change> {
        let spec = self.kind.lists().iter().filter(|spec| spec.list == list);
        let one = |field: &'static super::FieldSpec| {
            let label = match (list, field.key) {
                (List::Guidelines, _) => field.label.to_owned(),
                (_, "title") => labelled(self.before, list, item),
                _ => format!("{}: {}", labelled(self.after, list, item), field.label.to_lowercase()),
            };
            self.field(Path::item(list, item, field.key), field, label)
        };
        spec.flat_map(|spec| spec.fields).filter_map(one).collect()
    }

    /// Where an item stands: "before “Thank and close”", "at the end"; empty for the only one. A step stands among those
    /// of its stage.
    fn place(&self, settings: &Settings, list: List, item: &ItemId) -> String {
        let stage = self.stage_of(settings, list, item);
        let mut siblings = settings.items(list);
        siblings.retain(|other| self.stage_of(settings, list, other) == stage);
        let next = siblings.iter().skip_while(|other| *other != item).nth(1);
        match next {
            Some(next) => format!("before “{}”", title_of(settings, list, next)),
            None if siblings.len() > 1 => "at the end".to_owned(),
            None => String::new(),
        }
    }

    /// The stage of a step; `None` for other items.
    fn stage_of(&self, settings: &Settings, list: List, item: &ItemId) -> Option<ItemId> {
        let is_step = list == List::Steps;
        is_step.then(|| ItemId::parse(settings.text(&Path::item(list, item, "stage"))).ok()).flatten()
    }
}

/// "Stage “First talk”".
fn labelled(settings: &Settings, list: List, item: &ItemId) -> String {
    let noun = match list {
        List::Guidelines => "Paragraph",
        List::Stages => "Stage",
        List::Steps => "Step",
    };
    format!("{noun} “{}”", title_of(settings, list, item))
}
