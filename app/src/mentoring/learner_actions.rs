//! What a learner can do on the way to a mentor, with the words that are being typed, so that news never takes them away.

use super::api::{AskMentor, RankMentors, StopSeeking, TakeBackMentorRequest};
use crate::ui::{WrittenFor, toast_when_done};
use domain::id::ProgramId;
use leptos::prelude::*;

/// The moves and the draft of the request.
#[derive(Clone, Copy)]
pub(super) struct LearnerActions {
    pub rank: ServerAction<RankMentors>,
    pub ask: ServerAction<AskMentor>,
    pub take_back: ServerAction<TakeBackMentorRequest>,
    pub stop: ServerAction<StopSeeking>,
    pub words: RwSignal<String>,
    /// The words that were suggested last, to tell them from those that somebody wrote.
    suggested: StoredValue<String>,
    of: WrittenFor,
}

impl LearnerActions {
    pub fn new() -> Self {
        let actions = Self {
            rank: ServerAction::new(),
            ask: ServerAction::new(),
            take_back: ServerAction::new(),
            stop: ServerAction::new(),
            words: RwSignal::new(String::new()),
            suggested: StoredValue::new(String::new()),
            of: WrittenFor::nothing(),
        };
        toast_when_done(actions.rank, "Your wishes are saved.");
        toast_when_done(actions.ask, "Asked. You are told when they answer.");
        toast_when_done(actions.take_back, "Taken back.");
        toast_when_done(actions.stop, "You are not looking any more. Rank somebody to look again.");
        actions
    }

    /// Puts the suggested words there unless somebody has changed the last ones; what was typed for another program is
    /// never kept.
    pub fn write_for(self, program: &ProgramId, suggested: &str) {
        if self.of.turns_to(program) {
            self.words.set(self.suggested.get_value());
            self.rank.clear();
            self.ask.clear();
            self.take_back.clear();
            self.stop.clear();
        }
        let untouched = self.words.with_untracked(|text| self.suggested.with_value(|last| text == last));
        if untouched {
            self.words.set(suggested.to_owned());
        }
        self.suggested.set_value(suggested.to_owned());
    }

    /// Grows whenever one of the moves has come back.
    pub fn versions(self) -> usize {
        self.rank.version().get()
            + self.ask.version().get()
            + self.take_back.version().get()
            + self.stop.version().get()
    }

    /// Why the last move was refused, when that belongs to no field that is shown.
    pub fn refused(self) -> Option<String> {
        let values = [self.rank.value().get(), self.take_back.value().get(), self.stop.value().get()];
        let other = values.into_iter().flatten().find_map(Result::err);
        let asked = self.ask.value().get().and_then(Result::err).filter(|error| error.field("words").is_none());
        other.or(asked).map(|error| error.to_string())
    }
}
