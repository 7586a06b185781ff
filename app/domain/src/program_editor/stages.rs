//! Stages with their steps, as an ordered list.

use super::fields::{FieldView, Sheet};
use crate::id::ItemId;
use crate::program::{List, Path, Settings, Standing};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageView {
    /// Which.
    pub id: ItemId,
    /// What it is called, in the draft.
    pub name: String,
    /// Its name, what happens in it, and how long it lasts.
    pub fields: Vec<FieldView>,
    /// What is to be done in it, in order.
    pub steps: Vec<StepView>,
    /// How many people are in it now.
    pub people: u32,
    /// It is new in the draft.
    pub is_new: bool,
    /// It is taken out in the draft.
    pub is_gone: bool,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepView {
    /// Which.
    pub id: ItemId,
    /// What it is called, in the draft.
    pub name: String,
    /// Its name and when it reminds.
    pub fields: Vec<FieldView>,
    /// It is new in the draft.
    pub is_new: bool,
    /// It is taken out in the draft.
    pub is_gone: bool,
}

impl Sheet<'_> {
    /// The stages of the draft in their order, and after them those that it takes out.
    pub fn stages(&self) -> Vec<StageView> {
        let inside = self.inside();
        self.items(List::Stages).into_iter().map(|(id, is_gone)| self.stage(id, is_gone, &inside)).collect()
    }

    fn stage(&self, id: ItemId, is_gone: bool, inside: &BTreeMap<ItemId, u32>) -> StageView {
        let of_stage =
            |settings: &Settings, step: &ItemId| settings.text(&Path::item(List::Steps, step, "stage")) == id.as_str();
        let steps = self.items(List::Steps).into_iter().filter(|(step, _)| of_stage(&self.settings, step));
        StageView {
            name: self.settings.text(&Path::item(List::Stages, &id, "title")).to_owned(),
            fields: self.item_fields(List::Stages, &id, &["title", "about", "days"]),
            steps: steps.map(|(step, is_gone)| self.step(step, is_gone)).collect(),
            people: inside.get(&id).copied().unwrap_or(0),
            is_new: !self.history.program.settings.has(List::Stages, &id),
            is_gone,
            id,
        }
    }

    fn step(&self, id: ItemId, is_gone: bool) -> StepView {
        StepView {
            name: self.settings.text(&Path::item(List::Steps, &id, "title")).to_owned(),
            fields: self.item_fields(List::Steps, &id, &["title", "remind_after"]),
            is_new: !self.history.program.settings.has(List::Steps, &id),
            is_gone,
            id,
        }
    }

    fn item_fields(&self, list: List, item: &ItemId, keys: &[&'static str]) -> Vec<FieldView> {
        keys.iter().filter_map(|key| self.of_item(&Path::item(list, item, key))).collect()
    }

    /// The items of the draft, and after them, with `true`, those that are live and not in the draft.
    fn items(&self, list: List) -> Vec<(ItemId, bool)> {
        let mine = self.settings.items(list);
        let gone = self.history.program.settings.items(list).into_iter().filter(|item| !mine.contains(item));
        let gone: Vec<_> = gone.map(|item| (item, true)).collect();
        mine.into_iter().map(|item| (item, false)).chain(gone).collect()
    }

    fn inside(&self) -> BTreeMap<ItemId, u32> {
        let mut inside = BTreeMap::new();
        for participant in self.viewer.org.participants(&self.history.program.id) {
            if let (Standing::Inside, Some(stage)) = (&participant.standing, participant.stage()) {
                *inside.entry(stage.clone()).or_default() += 1;
            }
        }
        inside
    }
}
