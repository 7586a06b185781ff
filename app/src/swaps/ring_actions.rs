//! What can be said to a ring, and what came of it; with the words that are being typed, so that news from the others never
//! takes them away. What was typed for one ring never turns up in another.

use super::api::{ConfirmSwap, DeclineSwap};
use crate::ui::{WrittenFor, toast_when_done};
use domain::swaps::RingPage;
use leptos::prelude::*;

/// The two answers and the drafts of their forms.
#[derive(Clone, Copy)]
pub(super) struct RingActions {
    pub confirm: ServerAction<ConfirmSwap>,
    pub decline: ServerAction<DeclineSwap>,
    pub slot: RwSignal<String>,
    /// Whether the time that was chosen is no longer offered.
    pub is_slot_gone: RwSignal<bool>,
    pub own: RwSignal<String>,
    pub words: RwSignal<String>,
    pub reason: RwSignal<String>,
    of: WrittenFor,
    is_filled: StoredValue<bool>,
}

impl RingActions {
    pub fn new() -> Self {
        let draft = || RwSignal::new(String::new());
        let actions = Self {
            confirm: ServerAction::new(),
            decline: ServerAction::new(),
            slot: draft(),
            is_slot_gone: RwSignal::new(false),
            own: draft(),
            words: draft(),
            reason: draft(),
            of: WrittenFor::nothing(),
            is_filled: StoredValue::new(false),
        };
        toast_when_done(actions.confirm, "You said yes.");
        toast_when_done(actions.decline, "You said no. The others are matched anew.");
        actions
    }

    /// Begins with what was said before when the ring of `page` is another one than before, or the first.
    pub fn write_for(self, page: &RingPage) {
        let is_another = self.of.turns_to(&page.id);
        if is_another {
            self.confirm.clear();
            self.decline.clear();
            [self.slot, self.own, self.reason].iter().for_each(|draft| draft.set(String::new()));
            self.is_slot_gone.set(false);
        }
        if is_another || !self.is_filled.get_value() {
            self.is_filled.set_value(true);
            let yours = page.yours.as_ref();
            self.words.set(yours.map(|yours| yours.words.clone()).unwrap_or_default());
            self.slot.set(yours.and_then(|yours| yours.chosen).map(|at| at.0.to_string()).unwrap_or_default());
        }
    }

    /// Grows whenever an answer has come back.
    pub fn versions(self) -> usize {
        self.confirm.version().get() + self.decline.version().get()
    }

    /// Why the last answer was refused, when that belongs to no field of its form.
    pub fn beside_fields(self) -> Option<String> {
        let values = [self.confirm.value().get(), self.decline.value().get()];
        values.into_iter().flatten().find_map(|value| value.err()?.beside_fields())
    }
}
