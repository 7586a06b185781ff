//! What can be done with a note beside changing its text.

use super::api::{HandOverNote, KeepNote, MakeNoteCurrent, MakeNoteObsolete, TakeOverNote, VerifyNote};
use crate::ui::{WrittenFor, toast_when_done};
use domain::id::NoteId;
use leptos::prelude::*;

/// The moves, and the reason that is being typed.
#[derive(Clone, Copy)]
pub(super) struct NoteActions {
    pub verify: ServerAction<VerifyNote>,
    pub make_obsolete: ServerAction<MakeNoteObsolete>,
    pub make_current: ServerAction<MakeNoteCurrent>,
    pub hand_over: ServerAction<HandOverNote>,
    pub take_over: ServerAction<TakeOverNote>,
    pub keep: ServerAction<KeepNote>,
    pub why: RwSignal<String>,
    of: WrittenFor,
}

impl NoteActions {
    pub fn new() -> Self {
        let actions = Self {
            verify: ServerAction::new(),
            make_obsolete: ServerAction::new(),
            make_current: ServerAction::new(),
            hand_over: ServerAction::new(),
            take_over: ServerAction::new(),
            keep: ServerAction::new(),
            why: RwSignal::new(String::new()),
            of: WrittenFor::nothing(),
        };
        toast_when_done(actions.verify, "Verified. It stands for another while.");
        toast_when_done(actions.make_obsolete, "Marked as obsolete. It stays to be read.");
        toast_when_done(actions.make_current, "Taken back. It waits to be verified.");
        toast_when_done(actions.hand_over, "Handed over. They are told.");
        toast_when_done(actions.take_over, "It is yours now.");
        toast_when_done(actions.keep, "Saved.");
        actions
    }

    /// Begins anew when `note` is another one than before.
    pub fn write_for(self, note: &NoteId) {
        if self.of.turns_to(note) {
            self.why.set(String::new());
            self.verify.clear();
            self.make_obsolete.clear();
            self.make_current.clear();
            self.hand_over.clear();
            self.take_over.clear();
            self.keep.clear();
        }
    }

    /// Grows whenever one of the moves has come back.
    pub fn versions(self) -> usize {
        self.verify.version().get()
            + self.make_obsolete.version().get()
            + self.make_current.version().get()
            + self.hand_over.version().get()
            + self.take_over.version().get()
            + self.keep.version().get()
    }

    /// Why the last move was refused, when that belongs to no field.
    pub fn beside_fields(self) -> Option<String> {
        let values = [
            self.verify.value().get(),
            self.make_obsolete.value().get(),
            self.make_current.value().get(),
            self.hand_over.value().get(),
            self.take_over.value().get(),
            self.keep.value().get(),
        ];
        values.into_iter().flatten().find_map(|value| value.err()?.beside_fields())
    }
}
