//! What can be done with a question, and the answer that is being typed.

use super::questions_api::{
    AcceptAnswer, CloseQuestion, GiveAnswer, PassOnQuestion, RemoveAnswer, ReopenQuestion, WantAnswer,
};
use crate::ui::{WrittenFor, toast_when_done, when_done};
use domain::id::ThreadId;
use leptos::prelude::*;

/// The moves, and the drafts of their forms.
#[derive(Clone, Copy)]
pub(super) struct QuestionActions {
    pub answer: ServerAction<GiveAnswer>,
    pub remove: ServerAction<RemoveAnswer>,
    pub accept: ServerAction<AcceptAnswer>,
    pub reopen: ServerAction<ReopenQuestion>,
    pub close: ServerAction<CloseQuestion>,
    pub want: ServerAction<WantAnswer>,
    pub pass_on: ServerAction<PassOnQuestion>,
    pub text: RwSignal<String>,
    pub why: RwSignal<String>,
    of: WrittenFor,
}

impl QuestionActions {
    pub fn new() -> Self {
        let actions = Self {
            answer: ServerAction::new(),
            remove: ServerAction::new(),
            accept: ServerAction::new(),
            reopen: ServerAction::new(),
            close: ServerAction::new(),
            want: ServerAction::new(),
            pass_on: ServerAction::new(),
            text: RwSignal::new(String::new()),
            why: RwSignal::new(String::new()),
            of: WrittenFor::nothing(),
        };
        toast_when_done(actions.answer, "Answered. Whoever asked is told.");
        toast_when_done(actions.accept, "Accepted. Whoever wanted it too is told.");
        toast_when_done(actions.remove, "Taken back.");
        toast_when_done(actions.close, "Closed.");
        toast_when_done(actions.pass_on, "Passed on.");
        when_done(actions.answer, Callback::new(move |()| actions.text.set(String::new())));
        actions
    }

    /// Begins anew when `question` is another one than before.
    pub fn write_for(self, question: &ThreadId) {
        if self.of.turns_to(question) {
            self.text.set(String::new());
            self.why.set(String::new());
            self.answer.clear();
            self.remove.clear();
            self.accept.clear();
            self.reopen.clear();
            self.close.clear();
            self.want.clear();
            self.pass_on.clear();
        }
    }

    /// Grows whenever one of the moves has come back.
    pub fn versions(self) -> usize {
        self.answer.version().get()
            + self.remove.version().get()
            + self.accept.version().get()
            + self.reopen.version().get()
            + self.close.version().get()
            + self.want.version().get()
            + self.pass_on.version().get()
    }

    /// Why the last move was refused, when that belongs to no field.
    pub fn beside_fields(self) -> Option<String> {
        let values = [
            self.answer.value().get(),
            self.remove.value().get(),
            self.accept.value().get(),
            self.reopen.value().get(),
            self.close.value().get(),
            self.want.value().get(),
            self.pass_on.value().get(),
        ];
        values.into_iter().flatten().find_map(|value| value.err()?.beside_fields())
    }
}
