//! What can be done with a request to confirm, and what came of it, with the words that are being typed: news from the
//! other side never takes them away, and what was typed for one request never turns up in another.

use super::api::{DeclineWord, GiveWord, WithdrawConfirmation};
use crate::ui::{WrittenFor, toast_when_done};
use domain::id::ConfirmationId;
use leptos::prelude::*;

/// The moves and the drafts of their forms.
#[derive(Clone, Copy)]
pub(super) struct ConfirmActions {
    pub give: ServerAction<GiveWord>,
    pub decline: ServerAction<DeclineWord>,
    pub withdraw: ServerAction<WithdrawConfirmation>,
    pub note: RwSignal<String>,
    pub own: RwSignal<String>,
    of: WrittenFor,
}

impl ConfirmActions {
    pub fn new() -> Self {
        let actions = Self {
            give: ServerAction::new(),
            decline: ServerAction::new(),
            withdraw: ServerAction::new(),
            note: RwSignal::new(String::new()),
            own: RwSignal::new(String::new()),
            of: WrittenFor::nothing(),
        };
        toast_when_done(actions.give, "Thank you. It counts at once.");
        toast_when_done(actions.decline, "Sent. Nobody else hears of it.");
        toast_when_done(actions.withdraw, "Taken back.");
        actions
    }

    /// Begins with empty drafts when `request` is another one than before.
    pub fn write_for(self, request: &ConfirmationId) {
        if !self.of.turns_to(request) {
            return;
        }
        self.note.set(String::new());
        self.own.set(String::new());
        self.give.clear();
        self.decline.clear();
        self.withdraw.clear();
    }

    /// Grows whenever one of the moves has come back.
    pub fn versions(self) -> usize {
        self.give.version().get() + self.decline.version().get() + self.withdraw.version().get()
    }

    /// Why the last move was refused, when that belongs to no field of its form.
    pub fn beside_fields(self) -> Option<String> {
        let values = [self.give.value().get(), self.decline.value().get(), self.withdraw.value().get()];
        values.into_iter().flatten().find_map(|value| value.err()?.beside_fields())
    }
}
