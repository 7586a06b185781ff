//! What can be done on the page of a session; with the words that are being typed, so that news never take them away.
//! What was typed for one date never turns up on another.

use super::api::{AnswerSession, AnswerSurvey, AskSession, ClaimSeat, VoteQuestion, VoteTimes};
use super::host_api::{
    AddMaterial, AnswerFor, CallOffDate, CallOffSession, DropMaterial, GiveSeat, MoveDate, PutDateBack, ReplyQuestion,
    SettlePoll,
};
use crate::AppError;
use crate::error::field_error;
use crate::ui::{ComboOption, WrittenFor, toast_when_done, when_done};
use leptos::prelude::*;

/// What those who come can do, and the drafts of their forms.
#[derive(Clone, Copy)]
pub(super) struct SessionActions {
    pub answer: ServerAction<AnswerSession>,
    pub claim: ServerAction<ClaimSeat>,
    pub vote: ServerAction<VoteTimes>,
    pub ask: ServerAction<AskSession>,
    pub vote_question: ServerAction<VoteQuestion>,
    pub survey: ServerAction<AnswerSurvey>,
    pub question: RwSignal<String>,
    pub useful: RwSignal<String>,
    pub words: RwSignal<String>,
    pub host: HostActions,
    of: WrittenFor,
}

/// What hosts can do beside, and the drafts of their forms.
#[derive(Clone, Copy)]
pub(super) struct HostActions {
    pub call_off: ServerAction<CallOffSession>,
    pub move_date: ServerAction<MoveDate>,
    pub call_off_date: ServerAction<CallOffDate>,
    pub put_back: ServerAction<PutDateBack>,
    pub answer_for: ServerAction<AnswerFor>,
    pub give_seat: ServerAction<GiveSeat>,
    pub settle: ServerAction<SettlePoll>,
    pub reply: ServerAction<ReplyQuestion>,
    pub add: ServerAction<AddMaterial>,
    pub drop: ServerAction<DropMaterial>,
    pub reason: RwSignal<String>,
    pub note: RwSignal<String>,
    pub why: RwSignal<String>,
    pub title: RwSignal<String>,
    pub link: RwSignal<String>,
    pub person: RwSignal<Vec<ComboOption>>,
}

impl SessionActions {
    pub fn new() -> Self {
        let draft = || RwSignal::new(String::new());
        let actions = Self {
            answer: ServerAction::new(),
            claim: ServerAction::new(),
            vote: ServerAction::new(),
            ask: ServerAction::new(),
            vote_question: ServerAction::new(),
            survey: ServerAction::new(),
            question: draft(),
            useful: draft(),
            words: draft(),
            host: HostActions::new(),
            of: WrittenFor::nothing(),
        };
        toast_when_done(actions.answer, "Your answer is saved.");
        toast_when_done(actions.claim, "The seat is yours.");
        toast_when_done(actions.vote, "Your votes are saved.");
        toast_when_done(actions.ask, "Asked. You are told when a host replies.");
        toast_when_done(actions.survey, "Thank you. The hosts read it.");
        when_done(actions.ask, Callback::new(move |()| actions.question.set(String::new())));
        actions
    }

    /// Begins with empty drafts when `date` is another one than before.
    pub fn write_for(self, date: &str) {
        if !self.of.turns_to(&date) {
            return;
        }
        [self.question, self.useful, self.words].into_iter().for_each(|draft| draft.set(String::new()));
        self.answer.clear();
        self.claim.clear();
        self.vote.clear();
        self.ask.clear();
        self.vote_question.clear();
        self.survey.clear();
        self.host.clear();
    }

    /// Grows whenever something has come back.
    pub fn versions(self) -> usize {
        self.answer.version().get()
            + self.claim.version().get()
            + self.vote.version().get()
            + self.ask.version().get()
            + self.vote_question.version().get()
            + self.survey.version().get()
            + self.host.versions()
    }

    /// Why the last thing was refused, when that belongs to no field of its form.
    pub fn beside_fields(self) -> Option<String> {
        let without_fields = [
            self.answer.value().get(),
            self.claim.value().get(),
            self.vote.value().get(),
            self.vote_question.value().get(),
        ];
        let refused = without_fields.into_iter().flatten().find_map(|value| Some(value.err()?.to_string()));
        let useful = field_error(self.survey.value().get(), "useful");
        let values = [self.ask.value().get(), self.survey.value().get()];
        refused.or(useful).or_else(|| beside(values)).or_else(|| self.host.beside_fields())
    }
}

impl HostActions {
    fn new() -> Self {
        let draft = || RwSignal::new(String::new());
        let actions = Self {
            call_off: ServerAction::new(),
            move_date: ServerAction::new(),
            call_off_date: ServerAction::new(),
            put_back: ServerAction::new(),
            answer_for: ServerAction::new(),
            give_seat: ServerAction::new(),
            settle: ServerAction::new(),
            reply: ServerAction::new(),
            add: ServerAction::new(),
            drop: ServerAction::new(),
            reason: draft(),
            note: draft(),
            why: draft(),
            title: draft(),
            link: draft(),
            person: RwSignal::new(Vec::new()),
        };
        toast_when_done(actions.call_off, "Called off. Everybody who meant to come is told.");
        toast_when_done(actions.move_date, "Changed. Everybody who comes is told.");
        toast_when_done(actions.call_off_date, "Called off. Everybody who meant to come is told.");
        toast_when_done(actions.put_back, "Put back to where the series has it.");
        toast_when_done(actions.answer_for, "Answered for them. They are told.");
        toast_when_done(actions.give_seat, "The seat is theirs. They are told.");
        toast_when_done(actions.settle, "Settled. Everybody who voted is told.");
        toast_when_done(actions.reply, "Replied.");
        toast_when_done(actions.add, "Added.");
        toast_when_done(actions.drop, "Taken away.");
        when_done(actions.add, Callback::new(move |()| empty(&[actions.title, actions.link])));
        when_done(actions.move_date, Callback::new(move |()| empty(&[actions.note])));
        when_done(actions.call_off_date, Callback::new(move |()| empty(&[actions.why])));
        when_done(actions.answer_for, Callback::new(move |()| actions.person.set(Vec::new())));
        actions
    }

    fn clear(self) {
        empty(&[self.reason, self.note, self.why, self.title, self.link]);
        self.person.set(Vec::new());
        self.call_off.clear();
        self.move_date.clear();
        self.call_off_date.clear();
        self.put_back.clear();
        self.answer_for.clear();
        self.give_seat.clear();
        self.settle.clear();
        self.reply.clear();
        self.add.clear();
        self.drop.clear();
    }

    fn versions(self) -> usize {
        self.call_off.version().get()
            + self.move_date.version().get()
            + self.call_off_date.version().get()
            + self.put_back.version().get()
            + self.answer_for.version().get()
            + self.give_seat.version().get()
            + self.settle.version().get()
            + self.reply.version().get()
            + self.add.version().get()
            + self.drop.version().get()
    }

    fn beside_fields(self) -> Option<String> {
        let without_fields = [
            self.put_back.value().get(),
            self.give_seat.value().get(),
            self.settle.value().get(),
            self.drop.value().get(),
        ];
        let refused = without_fields.into_iter().flatten().find_map(|value| Some(value.err()?.to_string()));
        let says = field_error(self.answer_for.value().get(), "says");
        refused.or(says).or_else(|| {
            beside([
                self.call_off.value().get(),
                self.move_date.value().get(),
                self.call_off_date.value().get(),
                self.answer_for.value().get(),
                self.reply.value().get(),
                self.add.value().get(),
            ])
        })
    }
}

fn empty(drafts: &[RwSignal<String>]) {
    drafts.iter().for_each(|draft| draft.set(String::new()));
}

fn beside<const N: usize>(values: [Option<Result<(), AppError>>; N]) -> Option<String> {
    values.into_iter().flatten().find_map(|value| value.err()?.beside_fields())
}
