//! What can be done with a request to confirm, and what came of it, with the words that are being typed: news from the
//! other side never takes them away, and what was typed for one request never turns up in another.

use super::api::{DeclineWord, GiveWord, WithdrawConfirmation};
use crate::AppError;
use crate::ui::toast_when_done;
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
    of: StoredValue<Option<ConfirmationId>>,
}

impl ConfirmActions {
    pub fn new() -> Self {
        let actions = Self {
            give: ServerAction::new(),
            decline: ServerAction::new(),
            withdraw: ServerAction::new(),
            note: RwSignal::new(String::new()),
            own: RwSignal::new(String::new()),
            of: StoredValue::new(None),
        };
        toast_when_done(actions.give, "Thank you. It counts at once.");
        toast_when_done(actions.decline, "Sent. Nobody else hears of it.");
        toast_when_done(actions.withdraw, "Taken back.");
        actions
    }

    /// Begins with empty drafts when `request` is another one than before.
    pub fn write_for(self, request: &ConfirmationId) {
        let before = self.of.with_value(Clone::clone);
        if before.as_ref() == Some(request) {
            return;
        }
        self.of.set_value(Some(request.clone()));
        if before.is_some() {
            self.note.set(String::new());
            self.own.set(String::new());
            self.give.clear();
            self.decline.clear();
            self.withdraw.clear();
        }
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

/// The message that belongs beside the field `name` of the form that `value` answers.
pub(super) fn field_error(value: Option<Result<(), AppError>>, name: &str) -> Option<String> {
    value?.err()?.field(name)
}
