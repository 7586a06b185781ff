//! What can be done in the room of a pair, and what came of it, with the words that are being typed: news from the
//! others never takes them away, and what was typed in one room never turns up in another.

use super::api::{ContinuePair, FinishMilestone, FinishPair, GivePairFeedback, PausePair, SayFit, StopPair};
use super::plan_api::{AddAgendaItem, AddGoal, AgreeInPair, KeepPairNote, MoveAgendaItem, MoveGoal, WriteAgreement};
use super::shared_text::SharedText;
use crate::ui::{WrittenFor, toast_when_done, when_done};
use domain::pairs::RoomPage;
use leptos::prelude::*;

/// The moves and the drafts of their forms.
#[derive(Clone, Copy)]
pub(super) struct RoomActions {
    pub add_goal: ServerAction<AddGoal>,
    pub move_goal: ServerAction<MoveGoal>,
    pub agreement: ServerAction<WriteAgreement>,
    pub agree: ServerAction<AgreeInPair>,
    pub add_item: ServerAction<AddAgendaItem>,
    pub move_item: ServerAction<MoveAgendaItem>,
    pub note: ServerAction<KeepPairNote>,
    pub step: ServerAction<FinishMilestone>,
    pub pause: ServerAction<PausePair>,
    pub go_on: ServerAction<ContinuePair>,
    pub fit: ServerAction<SayFit>,
    pub finish: ServerAction<FinishPair>,
    pub feedback: ServerAction<GivePairFeedback>,
    pub stop: ServerAction<StopPair>,
    pub goal_text: RwSignal<String>,
    pub item_text: RwSignal<String>,
    pub agreement_text: SharedText,
    pub note_text: SharedText,
    pub until: RwSignal<String>,
    pub says: RwSignal<String>,
    pub worth: RwSignal<String>,
    pub words: RwSignal<String>,
    pub to_organisers: RwSignal<String>,
    of: WrittenFor,
}

impl RoomActions {
    pub fn new() -> Self {
        let draft = || RwSignal::new(String::new());
        let actions = Self {
            add_goal: ServerAction::new(),
            move_goal: ServerAction::new(),
            agreement: ServerAction::new(),
            agree: ServerAction::new(),
            add_item: ServerAction::new(),
            move_item: ServerAction::new(),
            note: ServerAction::new(),
            step: ServerAction::new(),
            pause: ServerAction::new(),
            go_on: ServerAction::new(),
            fit: ServerAction::new(),
            finish: ServerAction::new(),
            feedback: ServerAction::new(),
            stop: ServerAction::new(),
            goal_text: draft(),
            item_text: draft(),
            agreement_text: SharedText::new(),
            note_text: SharedText::new(),
            until: draft(),
            says: draft(),
            worth: draft(),
            words: draft(),
            to_organisers: draft(),
            of: WrittenFor::nothing(),
        };
        actions.say_what_came_of_it();
        actions
    }

    fn say_what_came_of_it(self) {
        toast_when_done(self.add_goal, "Goal added.");
        toast_when_done(self.agreement, "Kept. The others are asked to agree.");
        toast_when_done(self.agree, "Agreed.");
        toast_when_done(self.add_item, "On the agenda.");
        toast_when_done(self.note, "Kept for you alone.");
        toast_when_done(self.step, "Ticked.");
        toast_when_done(self.pause, "You take a break. The others are told.");
        toast_when_done(self.go_on, "It goes on. The others are told.");
        toast_when_done(self.fit, "Thank you. Nobody else sees your answer.");
        toast_when_done(self.finish, "You came to a close. The others are told.");
        toast_when_done(self.feedback, "Kept.");
        toast_when_done(self.stop, "It has ended. Nobody is told why.");
        when_done(self.add_goal, Callback::new(move |()| self.goal_text.set(String::new())));
        when_done(self.add_item, Callback::new(move |()| self.item_text.set(String::new())));
    }

    /// Takes up what stands in the room of `page`, and begins with empty drafts when it is another one than before.
    pub fn write_for(self, page: &RoomPage) {
        let turns = self.of.turns_to(&page.id);
        self.agreement_text.follow(&page.agreement.text, page.agreement.seen, turns);
        self.note_text.follow(&page.note, page.note_at, turns);
        if !turns {
            return;
        }
        let drafts = [self.goal_text, self.item_text, self.until, self.says, self.worth, self.words];
        for draft in drafts.into_iter().chain([self.to_organisers]) {
            draft.set(String::new());
        }
        if let Some(own) = page.said.iter().find(|said| said.is_own) {
            self.worth.set(own.worth.map(|worth| worth.slug().to_owned()).unwrap_or_default());
            self.words.set(own.words.clone());
            self.to_organisers.set(own.to_organisers.clone());
        }
        self.add_goal.clear();
        self.move_goal.clear();
        self.agreement.clear();
        self.agree.clear();
        self.add_item.clear();
        self.move_item.clear();
        self.note.clear();
        self.step.clear();
        self.pause.clear();
        self.go_on.clear();
        self.fit.clear();
        self.finish.clear();
        self.feedback.clear();
        self.stop.clear();
    }

    /// Grows whenever one of the moves has come back.
    pub fn versions(self) -> usize {
        self.add_goal.version().get()
            + self.move_goal.version().get()
            + self.agreement.version().get()
            + self.agree.version().get()
            + self.add_item.version().get()
            + self.move_item.version().get()
            + self.note.version().get()
            + self.step.version().get()
            + self.pause.version().get()
            + self.go_on.version().get()
            + self.fit.version().get()
            + self.finish.version().get()
            + self.feedback.version().get()
            + self.stop.version().get()
    }

    /// Why the last move was refused, where that belongs to no field.
    pub fn beside_fields(self) -> Option<String> {
        // These have no field of their own: whatever stops them is said above.
        let bare = [
            self.move_goal.value().get(),
            self.agree.value().get(),
            self.move_item.value().get(),
            self.step.value().get(),
            self.go_on.value().get(),
            self.fit.value().get(),
            self.stop.value().get(),
        ];
        let said = bare.into_iter().flatten().find_map(|value| value.err().map(|error| error.to_string()));
        let with_fields = [
            self.add_goal.value().get(),
            self.agreement.value().get(),
            self.add_item.value().get(),
            self.note.value().get(),
            self.pause.value().get(),
            self.finish.value().get(),
            self.feedback.value().get(),
        ];
        said.or_else(|| with_fields.into_iter().flatten().find_map(|value| value.err()?.beside_fields()))
    }
}
