//! Stages with their steps, as an ordered list.

use super::fields::{FieldView, Sheet};
use crate::id::ItemId;
use crate::program::{List, Path, Standing, Value, inside};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

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
    /// Somebody else took it out, and something that the draft wrote inside is kept: words for that.
    pub lost: Option<String>,
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
    /// Somebody else took it out, and something that the draft wrote inside is kept: words for that.
    pub lost: Option<String>,
}

/// How an item stands in the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// It is in it.
    Here,
    /// The draft takes it out.
    Gone,
    /// Somebody else took it out, and something of the draft is inside.
    Lost,
}

impl Sheet<'_> {
    /// The stages of the draft in their order, with those that somebody else took out while something of the draft is
    /// inside, and after them those that the draft takes out.
    pub fn stages(&self) -> Vec<StageView> {
        let inside = self.inside();
        self.items(List::Stages).into_iter().map(|(id, place)| self.stage(id, place, &inside)).collect()
    }

    fn stage(&self, id: ItemId, place: Place, inside: &BTreeMap<ItemId, u32>) -> StageView {
        let steps = self.items(List::Steps).into_iter().filter(|(step, _)| self.stage_of(step).as_ref() == Some(&id));
        StageView {
            name: self.settings.text(&Path::item(List::Stages, &id, "title")).to_owned(),
            fields: self.item_fields(List::Stages, &id, &["title", "about", "days"]),
            steps: steps.map(|(step, place)| self.step(step, place)).collect(),
            people: inside.get(&id).copied().unwrap_or(0),
            is_new: place == Place::Here && !self.history.program.settings.has(List::Stages, &id),
            is_gone: place != Place::Here,
            lost: (place == Place::Lost).then(|| self.taken_out(List::Stages, &id)),
            id,
        }
    }

    fn step(&self, id: ItemId, place: Place) -> StepView {
        StepView {
            name: self.settings.text(&Path::item(List::Steps, &id, "title")).to_owned(),
            fields: self.item_fields(List::Steps, &id, &["title", "remind_after", "done_when"]),
            is_new: place == Place::Here && !self.history.program.settings.has(List::Steps, &id),
            is_gone: place != Place::Here,
            lost: (place == Place::Lost).then(|| self.taken_out(List::Steps, &id)),
            id,
        }
    }

    fn stage_of(&self, step: &ItemId) -> Option<ItemId> {
        ItemId::parse(self.settings.text(&Path::item(List::Steps, step, "stage"))).ok()
    }

    fn item_fields(&self, list: List, item: &ItemId, keys: &[&'static str]) -> Vec<FieldView> {
        keys.iter().filter_map(|key| self.of_item(&Path::item(list, item, key))).collect()
    }

    /// The items of the draft, those that are lost where they stood, and after them those that the draft takes out.
    fn items(&self, list: List) -> Vec<(ItemId, Place)> {
        let lost = self.lost(list);
        let mut settings = self.settings.clone();
        lost.iter().for_each(|item| settings.set(Path::Alive(list, item.clone()), Value::Flag(true)));
        let place = |item: &ItemId| if lost.contains(item) { Place::Lost } else { Place::Here };
        let shown: Vec<_> = settings.items(list).into_iter().map(|item| (place(&item), item)).collect();
        let is_shown = |item: &ItemId| shown.iter().any(|(_, other)| other == item);
        let gone = self.history.program.settings.items(list).into_iter().filter(|item| !is_shown(item));
        let gone: Vec<_> = gone.map(|item| (item, Place::Gone)).collect();
        shown.into_iter().map(|(place, item)| (item, place)).chain(gone).collect()
    }

    /// The items that neither the program nor the draft has, and inside of which the draft holds something: also the
    /// stages of steps that are shown.
    fn lost(&self, list: List) -> BTreeSet<ItemId> {
        let draft = self.draft.into_iter();
        let touched = draft.flat_map(|draft| {
            let unsettled = draft.unsettled.iter().map(|conflict| &conflict.path);
            draft.writes.keys().chain(draft.typed.keys()).chain(unsettled)
        });
        let touched = touched.filter_map(inside).filter(|(of, _)| *of == list).map(|(_, item)| item.clone());
        let mut lost: BTreeSet<ItemId> = touched.collect();
        if list == List::Stages {
            let steps = self.settings.items(List::Steps).into_iter().chain(self.lost(List::Steps));
            lost.extend(steps.filter_map(|step| self.stage_of(&step)));
        }
        lost.retain(|item| !self.settings.has(list, item) && !self.history.program.settings.has(list, item));
        lost
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
