//! What can be done with a program, and what came of it.

use super::api::{
    ContinueProgram, DeclineInvitation, FinishStage, FinishStep, FinishStepFor, GiveRole, InviteToProgram, JoinProgram,
    LeaveProgram, PauseProgram, RemoveParticipant, TakeRole,
};
use crate::AppError;
use crate::applicants::api::AnswerApplication;
use crate::outbox::{Letter, Outbox};
use crate::ui::{ComboOption, toast_when_done, when_done};
use domain::id::ItemId;
use domain::programs::ProgramPage;
use leptos::prelude::*;

/// The moves, and whom one is about to invite.
#[derive(Clone, Copy)]
pub(super) struct ProgramActions {
    pub join: ServerAction<JoinProgram>,
    pub leave: ServerAction<LeaveProgram>,
    pub decline: ServerAction<DeclineInvitation>,
    pub step: ServerAction<FinishStep>,
    pub stage: ServerAction<FinishStage>,
    pub invite: ServerAction<InviteToProgram>,
    pub answer: ServerAction<AnswerApplication>,
    pub take_role: ServerAction<TakeRole>,
    pub give_role: ServerAction<GiveRole>,
    pub remove: ServerAction<RemoveParticipant>,
    pub step_for: ServerAction<FinishStepFor>,
    pub pause: ServerAction<PauseProgram>,
    pub go_on: ServerAction<ContinueProgram>,
    /// Whom the form names.
    pub invitee: RwSignal<Vec<ComboOption>>,
    /// As what one is about to join.
    pub role: RwSignal<String>,
    /// What waits for a connection.
    outbox: Outbox,
}

impl ProgramActions {
    pub fn new() -> Self {
        let actions = Self {
            join: ServerAction::new(),
            leave: ServerAction::new(),
            decline: ServerAction::new(),
            step: ServerAction::new(),
            stage: ServerAction::new(),
            invite: ServerAction::new(),
            answer: ServerAction::new(),
            take_role: ServerAction::new(),
            give_role: ServerAction::new(),
            remove: ServerAction::new(),
            step_for: ServerAction::new(),
            pause: ServerAction::new(),
            go_on: ServerAction::new(),
            invitee: RwSignal::new(Vec::new()),
            role: RwSignal::new(String::new()),
            outbox: Outbox::here(),
        };
        toast_when_done(actions.join, "Done. It stands under your programs.");
        toast_when_done(actions.leave, "You have left. What you did stays yours.");
        toast_when_done(actions.decline, "Declined.");
        toast_when_done(actions.step, "Ticked.");
        toast_when_done(actions.stage, "On to the next stage.");
        toast_when_done(actions.invite, "Asked. They are told.");
        toast_when_done(actions.answer, "Answered. They are told.");
        toast_when_done(actions.take_role, "Changed.");
        toast_when_done(actions.give_role, "Changed. They are told.");
        toast_when_done(actions.remove, "Taken out. What they did stays theirs.");
        toast_when_done(actions.step_for, "Ticked for them.");
        toast_when_done(actions.pause, "Paused. Nothing is due until it goes on.");
        toast_when_done(actions.go_on, "It goes on. Everybody in it is told.");
        when_done(actions.invite, Callback::new(move |()| actions.invitee.set(Vec::new())));
        actions
    }

    /// From now on what could not be sent waits in this browser: of these a second press is the same as one.
    pub fn keep_what_is_not_sent(self, page: &ProgramPage) {
        let outbox = self.outbox;
        let (href, title) = (format!("/programs/{}", page.id), StoredValue::new(page.title.clone()));
        let steps = page.stages.iter().flat_map(|stage| &stage.steps);
        let steps: Vec<_> = steps.map(|step| (step.id.clone(), step.title.clone())).collect();
        let steps = StoredValue::new(steps);
        let of = move |what: &str| format!("{what} “{}”", title.get_value());
        let done = move |id: &ItemId| {
            let named = |steps: &Vec<(ItemId, String)>| steps.iter().find(|(step, _)| step == id).cloned();
            steps.with_value(named).map_or_else(|| of("A step of"), |(_, step)| format!("“{step}”, done,"))
        };
        outbox.keep_lost(self.join, href.clone(), move |lost| {
            (Letter::JoinProgram { program: lost.program, role: lost.role }, of("To join"))
        });
        outbox.keep_lost(self.step, href.clone(), move |lost| {
            let label = done(&lost.step);
            (Letter::FinishStep { program: lost.program, step: lost.step }, label)
        });
        outbox.keep_lost(self.stage, href.clone(), move |lost| {
            (Letter::FinishStage { program: lost.program, stage: lost.stage }, of("The next stage of"))
        });
        outbox.keep_lost(self.step_for, href.clone(), move |lost| {
            let label = done(&lost.step);
            (Letter::FinishStepFor { program: lost.program, person: lost.person, step: lost.step }, label)
        });
        outbox.keep_lost(self.answer, href, move |lost| {
            let letter = Letter::AnswerApplication {
                program: lost.program,
                person: lost.person,
                answer: lost.answer,
                words: lost.words,
            };
            (letter, of("Your answer about"))
        });
    }

    /// Grows whenever one of the moves has come back, or something that waited was sent.
    pub fn versions(self) -> usize {
        self.outbox.sent()
            + self.join.version().get()
            + self.leave.version().get()
            + self.decline.version().get()
            + self.step.version().get()
            + self.stage.version().get()
            + self.invite.version().get()
            + self.answer.version().get()
            + self.take_role.version().get()
            + self.give_role.version().get()
            + self.remove.version().get()
            + self.step_for.version().get()
            + self.pause.version().get()
            + self.go_on.version().get()
    }

    /// Why the last move was refused, where that belongs to no field.
    pub fn beside_fields(self) -> Option<String> {
        let values = [
            self.join.value().get(),
            self.leave.value().get(),
            self.decline.value().get(),
            self.step.value().get(),
            self.stage.value().get(),
            self.take_role.value().get(),
            self.give_role.value().get(),
            self.remove.value().get(),
            self.step_for.value().get(),
            self.pause.value().get(),
            self.go_on.value().get(),
        ];
        // These forms have no place for a message of their own: whatever stops them is said here.
        let said = values.into_iter().flatten().find_map(|value| value.err().map(|error| error.to_string()));
        let beside = || self.invite.value().get()?.err()?.beside_fields();
        said.or_else(|| self.answer.value().get()?.err()?.beside_fields()).or_else(beside)
    }

    /// What is wrong with whom the form names.
    pub fn invitee_error(self) -> Option<String> {
        let error: AppError = self.invite.value().get()?.err()?;
        error.field("person")
    }
}
