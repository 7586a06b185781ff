//! What a mentor can do, with what is being typed, so that news never takes it away.

use super::api::{AcceptLearner, DeclineLearner, PauseMentoring, ResumeMentoring, SetMentorPlaces};
use crate::ui::{WrittenFor, toast_when_done};
use domain::id::ProgramId;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The moves and their drafts.
#[derive(Clone, Copy)]
pub(super) struct MentorActions {
    pub accept: ServerAction<AcceptLearner>,
    pub decline: ServerAction<DeclineLearner>,
    pub pause: ServerAction<PauseMentoring>,
    pub resume: ServerAction<ResumeMentoring>,
    pub places: ServerAction<SetMentorPlaces>,
    pub reason: RwSignal<String>,
    /// How many places somebody is choosing, by program.
    chosen: StoredValue<BTreeMap<ProgramId, ArcRwSignal<u32>>>,
    of: WrittenFor,
}

impl MentorActions {
    pub fn new() -> Self {
        let actions = Self {
            accept: ServerAction::new(),
            decline: ServerAction::new(),
            pause: ServerAction::new(),
            resume: ServerAction::new(),
            places: ServerAction::new(),
            reason: RwSignal::new(String::new()),
            chosen: StoredValue::new(BTreeMap::new()),
            of: WrittenFor::nothing(),
        };
        toast_when_done(actions.accept, "You are their mentor. They are told.");
        toast_when_done(actions.decline, "Answered. Their request goes on to the next wish.");
        toast_when_done(actions.pause, "Paused. Nobody new asks you.");
        toast_when_done(actions.resume, "Welcome back. Learners can ask you again.");
        toast_when_done(actions.places, "Saved.");
        actions
    }

    /// The draft of how many places there are in a program; `now` until somebody has chosen.
    pub fn places_in(self, program: &ProgramId, now: u32) -> RwSignal<u32> {
        let mut draft = None;
        self.chosen.update_value(|all| {
            draft = Some(all.entry(program.clone()).or_insert_with(|| ArcRwSignal::new(now)).clone());
        });
        draft.map_or_else(|| RwSignal::new(now), RwSignal::from)
    }

    /// Begins with empty drafts when `about` is another request than before.
    pub fn write_for(self, about: &str) {
        if self.of.turns_to(&about) {
            self.reason.set(String::new());
            self.accept.clear();
            self.decline.clear();
        }
    }

    /// Grows whenever one of the moves has come back.
    pub fn versions(self) -> usize {
        self.accept.version().get()
            + self.decline.version().get()
            + self.pause.version().get()
            + self.resume.version().get()
            + self.places.version().get()
    }

    /// Why the last move was refused, when that belongs to no field that is shown.
    pub fn refused(self) -> Option<String> {
        let values =
            [self.accept.value().get(), self.pause.value().get(), self.resume.value().get(), self.places.value().get()];
        let declined = self.decline.value().get().and_then(Result::err).filter(|error| error.field("reason").is_none());
        values.into_iter().flatten().find_map(Result::err).or(declined).map(|error| error.to_string())
    }
}
