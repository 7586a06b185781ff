//! What can be done on the board, and what came of it; with the course that is being proposed.

use super::api::{LookForSwaps, MoveCourse, ProposeCourse, RenewOffer, RenewWant};
use crate::ui::{ComboOption, toast_when_done, when_done};
use leptos::prelude::*;

/// The moves and the draft of a course.
#[derive(Clone, Copy)]
pub(super) struct BoardActions {
    pub look: ServerAction<LookForSwaps>,
    pub propose: ServerAction<ProposeCourse>,
    pub course: ServerAction<MoveCourse>,
    pub offer: ServerAction<RenewOffer>,
    pub want: ServerAction<RenewWant>,
    pub skill: RwSignal<Vec<ComboOption>>,
    pub words: RwSignal<String>,
}

impl BoardActions {
    pub fn new() -> Self {
        let actions = Self {
            look: ServerAction::new(),
            propose: ServerAction::new(),
            course: ServerAction::new(),
            offer: ServerAction::new(),
            want: ServerAction::new(),
            skill: RwSignal::new(Vec::new()),
            words: RwSignal::new(String::new()),
        };
        toast_when_done(actions.look, "Looked. What was found is offered to all in it.");
        toast_when_done(actions.propose, "Proposed. Others can join it now.");
        toast_when_done(actions.course, "Saved.");
        toast_when_done(actions.offer, "Good. It counts from today again.");
        toast_when_done(actions.want, "Good. It counts from today again.");
        let empty = move |()| {
            actions.skill.set(Vec::new());
            actions.words.set(String::new());
        };
        when_done(actions.propose, Callback::new(empty));
        actions
    }

    /// Grows whenever one of the moves has come back.
    pub fn versions(self) -> usize {
        self.look.version().get()
            + self.propose.version().get()
            + self.course.version().get()
            + self.offer.version().get()
            + self.want.version().get()
    }

    /// Why the last move was refused, when that belongs to no field of its form.
    pub fn beside_fields(self) -> Option<String> {
        let values = [
            self.look.value().get(),
            self.propose.value().get(),
            self.course.value().get(),
            self.offer.value().get(),
            self.want.value().get(),
        ];
        values.into_iter().flatten().find_map(|value| value.err()?.beside_fields())
    }
}
