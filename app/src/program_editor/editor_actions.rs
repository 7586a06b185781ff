//! What can be done with a program, and what came of it; it outlives what changes the page around it.

use super::api::{
    CancelSchedule, DiscardDraft, DropChange, DropDraftOf, KeepDraft, MoveProgram, PublishDraft, SettleChange,
    StopRollOut, TakeOverDraft, WidenRollOut,
};
use crate::AppError;
use crate::ui::{Toasts, toast_when_done, when_done};
use domain::program::forms::Published;
use leptos::prelude::*;

/// The things to do.
#[derive(Clone, Copy)]
pub(super) struct EditorActions {
    /// Without JavaScript alone: with it, see `keep`.
    pub keep: ServerAction<KeepDraft>,
    pub settle: ServerAction<SettleChange>,
    pub drop: ServerAction<DropChange>,
    pub discard: ServerAction<DiscardDraft>,
    pub take_over: ServerAction<TakeOverDraft>,
    pub drop_of: ServerAction<DropDraftOf>,
    pub publish: ServerAction<PublishDraft>,
    pub widen: ServerAction<WidenRollOut>,
    pub stop: ServerAction<StopRollOut>,
    pub cancel: ServerAction<CancelSchedule>,
    pub move_on: ServerAction<MoveProgram>,
}

impl EditorActions {
    pub fn new() -> Self {
        let actions = Self {
            keep: ServerAction::new(),
            settle: ServerAction::new(),
            drop: ServerAction::new(),
            discard: ServerAction::new(),
            take_over: ServerAction::new(),
            drop_of: ServerAction::new(),
            publish: ServerAction::new(),
            widen: ServerAction::new(),
            stop: ServerAction::new(),
            cancel: ServerAction::new(),
            move_on: ServerAction::new(),
        };
        toast_when_done(actions.settle, "Settled.");
        toast_when_done(actions.drop, "Taken back.");
        toast_when_done(actions.discard, "Your changes are thrown away.");
        toast_when_done(actions.take_over, "They are your changes now. Their owner is told.");
        toast_when_done(actions.drop_of, "Dropped. It stands in the audit.");
        toast_when_published(actions.publish);
        toast_when_done(actions.widen, "Let out further.");
        toast_when_done(actions.stop, "Stopped where it is.");
        toast_when_done(actions.cancel, "Called off.");
        actions
    }

    /// Grows whenever one of them has come back.
    pub fn versions(self) -> usize {
        let versions = [
            self.settle.version(),
            self.drop.version(),
            self.discard.version(),
            self.take_over.version(),
            self.drop_of.version(),
            self.publish.version(),
            self.widen.version(),
            self.stop.version(),
            self.cancel.version(),
            self.move_on.version(),
        ];
        versions.into_iter().map(|version| version.get()).sum()
    }

    /// Why the last publish was refused.
    pub fn publish_refused(self) -> Option<String> {
        self.publish.value().get()?.err().map(|error| error.to_string())
    }

    /// What was refused last, for the line above the form.
    pub fn refused(self) -> Option<String> {
        let refusals = [
            self.keep.value().get(),
            self.settle.value().get(),
            self.drop.value().get(),
            self.discard.value().get(),
            self.take_over.value().get(),
            self.drop_of.value().get(),
            self.widen.value().get(),
            self.stop.value().get(),
            self.cancel.value().get(),
            self.move_on.value().get(),
        ];
        refusals.into_iter().flatten().filter_map(Result::err).next().map(|error: AppError| error.to_string())
    }
}

/// Says what became of a draft: live now, or waiting for its day.
fn toast_when_published(publish: ServerAction<PublishDraft>) {
    let (toasts, value) = (Toasts::here(), publish.value());
    let say = move |()| {
        if let Some(Ok(published)) = value.get_untracked() {
            toasts.say(words_of(&published));
        }
    };
    when_done(publish, Callback::new(say));
}

fn words_of(published: &Published) -> String {
    match published {
        Published::Live { .. } => "Published. You can bring the version before back on the history page.".to_owned(),
        Published::Scheduled { due, .. } => {
            format!("Scheduled for {}. Nothing has changed yet; until then it can be called off here.", due.in_full())
        }
    }
}
