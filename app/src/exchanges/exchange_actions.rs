//! What can be done with a request, and what came of it; with the words that are being typed, so that news from the
//! other side never takes them away.

use super::api::{AcceptExchange, ConfirmExchange, DeclineExchange, ProposeTime, WithdrawExchange};
use crate::AppError;
use leptos::prelude::*;

/// The five moves and the drafts of their forms.
#[derive(Clone, Copy)]
pub(super) struct ExchangeActions {
    pub accept: ServerAction<AcceptExchange>,
    pub propose: ServerAction<ProposeTime>,
    pub decline: ServerAction<DeclineExchange>,
    pub withdraw: ServerAction<WithdrawExchange>,
    pub confirm: ServerAction<ConfirmExchange>,
    pub reason: RwSignal<String>,
    pub words: RwSignal<String>,
    pub slot: RwSignal<String>,
    pub own: RwSignal<String>,
}

impl ExchangeActions {
    pub fn new() -> Self {
        Self {
            accept: ServerAction::new(),
            propose: ServerAction::new(),
            decline: ServerAction::new(),
            withdraw: ServerAction::new(),
            confirm: ServerAction::new(),
            reason: RwSignal::new(String::new()),
            words: RwSignal::new(String::new()),
            slot: RwSignal::new(String::new()),
            own: RwSignal::new(String::new()),
        }
    }

    /// Grows whenever one of the moves has come back.
    pub fn versions(self) -> usize {
        self.accept.version().get()
            + self.propose.version().get()
            + self.decline.version().get()
            + self.withdraw.version().get()
            + self.confirm.version().get()
    }

    /// Why the last move was refused, when that belongs to no field of its form.
    pub fn beside_fields(self) -> Option<String> {
        let values = [
            self.accept.value().get(),
            self.propose.value().get(),
            self.decline.value().get(),
            self.withdraw.value().get(),
            self.confirm.value().get(),
        ];
        // A yes has no fields: whatever stops it is said here.
        let accept = self.accept.value().get().and_then(Result::err).map(|error| error.to_string());
        accept.or_else(|| values.into_iter().flatten().find_map(|value| value.err()?.beside_fields()))
    }
}

/// The message that belongs beside the field `name` of the form that `value` answers.
pub(super) fn field_error(value: Option<Result<(), AppError>>, name: &str) -> Option<String> {
    value?.err()?.field(name)
}
