//! What can be done with a request, and what came of it; with the words that are being typed, so that news from the
//! other side never takes them away. What was typed for one request never turns up in another.

use super::api::{AcceptExchange, ConfirmExchange, DeclineExchange, ProposeTime, WithdrawExchange};
use crate::ui::{WrittenFor, toast_when_done, when_done};
use domain::id::ExchangeId;
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
    of: WrittenFor,
}

impl ExchangeActions {
    pub fn new() -> Self {
        let actions = Self {
            accept: ServerAction::new(),
            propose: ServerAction::new(),
            decline: ServerAction::new(),
            withdraw: ServerAction::new(),
            confirm: ServerAction::new(),
            reason: RwSignal::new(String::new()),
            words: RwSignal::new(String::new()),
            slot: RwSignal::new(String::new()),
            own: RwSignal::new(String::new()),
            of: WrittenFor::nothing(),
        };
        toast_when_done(actions.accept, "Agreed. It stands in your agenda.");
        toast_when_done(actions.propose, "Proposed. You are told when they answer.");
        toast_when_done(actions.decline, "Declined, with your reason.");
        toast_when_done(actions.withdraw, "Taken back.");
        toast_when_done(actions.confirm, "Saved.");
        actions.empty_when_sent();
        actions
    }

    /// Begins with empty drafts when `exchange` is another request than before.
    pub fn write_for(self, exchange: &ExchangeId) {
        if !self.of.turns_to(exchange) {
            return;
        }
        for draft in [self.reason, self.words, self.slot, self.own] {
            draft.set(String::new());
        }
        self.accept.clear();
        self.propose.clear();
        self.decline.clear();
        self.withdraw.clear();
        self.confirm.clear();
    }

    /// Empties the form that has just been sent.
    fn empty_when_sent(self) {
        when_done(self.propose, Callback::new(move |()| self.own.set(String::new())));
        when_done(self.confirm, Callback::new(move |()| self.words.set(String::new())));
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
