//! What can be done with a drill, and what came of it; with the words that are being typed, so that news from the other
//! side never takes them away. What was typed for one drill never turns up in another.

use super::api::{AcceptDrill, DeclineDrill, ProposeDrillDay, ReportDrill, WithdrawDrill};
use crate::error::field_error;
use crate::ui::{WrittenFor, toast_when_done, when_done};
use domain::id::DrillId;
use leptos::prelude::*;

/// The five moves and the drafts of their forms.
#[derive(Clone, Copy)]
pub(super) struct DrillActions {
    pub accept: ServerAction<AcceptDrill>,
    pub propose: ServerAction<ProposeDrillDay>,
    pub decline: ServerAction<DeclineDrill>,
    pub withdraw: ServerAction<WithdrawDrill>,
    pub report: ServerAction<ReportDrill>,
    pub on: RwSignal<String>,
    pub until: RwSignal<String>,
    pub reason: RwSignal<String>,
    pub verdict: RwSignal<String>,
    pub words: RwSignal<String>,
    pub lacked: RwSignal<String>,
    of: WrittenFor,
}

impl DrillActions {
    pub fn new() -> Self {
        let draft = || RwSignal::new(String::new());
        let actions = Self {
            accept: ServerAction::new(),
            propose: ServerAction::new(),
            decline: ServerAction::new(),
            withdraw: ServerAction::new(),
            report: ServerAction::new(),
            on: draft(),
            until: draft(),
            reason: draft(),
            verdict: draft(),
            words: draft(),
            lacked: draft(),
            of: WrittenFor::nothing(),
        };
        toast_when_done(actions.accept, "Said yes.");
        toast_when_done(actions.propose, "Proposed. You are told when they answer.");
        toast_when_done(actions.decline, "Declined, with your reason.");
        toast_when_done(actions.withdraw, "Taken back.");
        toast_when_done(actions.report, "Saved. The other reads it when both of you have said how it went.");
        when_done(actions.propose, Callback::new(move |()| actions.empty(&[actions.on, actions.until])));
        actions
    }

    /// Begins with empty drafts when `drill` is another one than before.
    pub fn write_for(self, drill: &DrillId) {
        if !self.of.turns_to(drill) {
            return;
        }
        self.empty(&[self.on, self.until, self.reason, self.verdict, self.words, self.lacked]);
        self.accept.clear();
        self.propose.clear();
        self.decline.clear();
        self.withdraw.clear();
        self.report.clear();
    }

    fn empty(self, drafts: &[RwSignal<String>]) {
        for draft in drafts {
            draft.set(String::new());
        }
    }

    /// Grows whenever one of the moves has come back.
    pub fn versions(self) -> usize {
        self.accept.version().get()
            + self.propose.version().get()
            + self.decline.version().get()
            + self.withdraw.version().get()
            + self.report.version().get()
    }

    /// Why the last move was refused, when that belongs to no field of its form.
    pub fn beside_fields(self) -> Option<String> {
        let values = [
            self.accept.value().get(),
            self.propose.value().get(),
            self.decline.value().get(),
            self.withdraw.value().get(),
            self.report.value().get(),
        ];
        // A yes has no fields, and a choice has no place for a message: whatever stops them is said here.
        let accept = self.accept.value().get().and_then(Result::err).map(|error| error.to_string());
        let verdict = field_error(self.report.value().get(), "verdict");
        accept.or(verdict).or_else(|| values.into_iter().flatten().find_map(|value| value.err()?.beside_fields()))
    }
}
