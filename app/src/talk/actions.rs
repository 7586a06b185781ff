//! What can be done with comments, and the words that are being typed, so that news never takes them away.

use super::api::{EditComment, RemoveComment, ReportComment, WriteComment};
use crate::ui::{WrittenFor, toast_when_done, when_done};
use leptos::prelude::*;

/// The actions of the comments below one thing.
#[derive(Clone, Copy)]
pub struct TalkActions {
    pub(super) write: ServerAction<WriteComment>,
    pub(super) edit: ServerAction<EditComment>,
    pub(super) remove: ServerAction<RemoveComment>,
    pub(super) report: ServerAction<ReportComment>,
    pub(super) text: RwSignal<String>,
    of: WrittenFor,
}

impl TalkActions {
    /// For the page that it is called on.
    pub fn new() -> Self {
        let actions = Self {
            write: ServerAction::new(),
            edit: ServerAction::new(),
            remove: ServerAction::new(),
            report: ServerAction::new(),
            text: RwSignal::new(String::new()),
            of: WrittenFor::nothing(),
        };
        when_done(actions.write, Callback::new(move |()| actions.text.set(String::new())));
        toast_when_done(actions.edit, "Changed.");
        toast_when_done(actions.remove, "Removed. A mark stays in its place.");
        toast_when_done(actions.report, "Reported. A program admin looks at it.");
        actions
    }

    /// Grows whenever something was done: read it in the page's source.
    pub fn versions(self) -> usize {
        self.write.version().get()
            + self.edit.version().get()
            + self.remove.version().get()
            + self.report.version().get()
    }

    /// Begins with an empty draft when `subject` is another one than before.
    pub(super) fn write_for(self, subject: &String) {
        if self.of.turns_to(subject) {
            self.text.set(String::new());
            self.write.clear();
            self.edit.clear();
            self.remove.clear();
            self.report.clear();
        }
    }

    /// Why the last change of a comment was refused.
    pub(super) fn refusal(self) -> Option<String> {
        let values = [self.edit.value().get(), self.remove.value().get(), self.report.value().get()];
        let write = self.write.value().get().and_then(Result::err).and_then(|error| error.beside_fields());
        write.or_else(|| values.into_iter().flatten().find_map(Result::err).map(|error| error.to_string()))
    }
}

impl Default for TalkActions {
    fn default() -> Self {
        Self::new()
    }
}
