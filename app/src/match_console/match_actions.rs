//! What can be done with a matching, and what came of it.

use super::api::{DecidePair, DropPairing, KeepPairing, PublishRound, TakeUpPairing, UndoRound, WeighFits};
use crate::AppError;
use crate::ui::toast_when_done;
use leptos::prelude::*;

/// The seven moves.
#[derive(Clone, Copy)]
pub(super) struct MatchActions {
    pub decide: ServerAction<DecidePair>,
    pub weigh: ServerAction<WeighFits>,
    pub keep: ServerAction<KeepPairing>,
    pub drop: ServerAction<DropPairing>,
    pub take_up: ServerAction<TakeUpPairing>,
    pub publish: ServerAction<PublishRound>,
    pub undo: ServerAction<UndoRound>,
}

impl MatchActions {
    pub fn new() -> Self {
        let actions = Self {
            decide: ServerAction::new(),
            weigh: ServerAction::new(),
            keep: ServerAction::new(),
            drop: ServerAction::new(),
            take_up: ServerAction::new(),
            publish: ServerAction::new(),
            undo: ServerAction::new(),
        };
        toast_when_done(actions.decide, "Decided. Everybody was matched again around it.");
        toast_when_done(actions.weigh, "Weighed. Everybody was matched again.");
        toast_when_done(actions.keep, "Kept, to be compared.");
        toast_when_done(actions.drop, "Dropped.");
        toast_when_done(actions.take_up, "Taken up again.");
        toast_when_done(actions.publish, "Published. All of them are told.");
        toast_when_done(actions.undo, "Taken back.");
        actions
    }

    /// Grows whenever one of them has come back.
    pub fn versions(self) -> usize {
        let versions = [
            self.decide.version(),
            self.weigh.version(),
            self.keep.version(),
            self.drop.version(),
            self.take_up.version(),
            self.publish.version(),
            self.undo.version(),
        ];
        versions.into_iter().map(|version| version.get()).sum()
    }

    /// What was refused last and belongs to no field; a pair can be decided about in a row, away from the fields, so that
    /// all of that is told.
    pub fn refused(self) -> Option<String> {
        if let Some(Err(error)) = self.decide.value().get() {
            return Some(error.to_string());
        }
        let refusals = [
            self.weigh.value().get(),
            self.keep.value().get(),
            self.drop.value().get(),
            self.take_up.value().get(),
            self.publish.value().get(),
            self.undo.value().get(),
        ];
        let errors = refusals.into_iter().flatten().filter_map(Result::err);
        errors.filter_map(|error: AppError| error.beside_fields()).next()
    }
}
