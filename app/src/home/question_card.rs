//! A question below the one next step, quiet and small: five answers of one tap, skipped for good in another.

use super::question_api::{AnswerQuestion, SkipQuestion, StopQuestions, TakeBackAnswer};
use crate::ui::{
    Audience, Button, ButtonKind, ButtonSize, Note, Reason, Reasons, Status, Toasts, toast_when_done, when_done,
};
use domain::question::{Cell, LevelWords, QuestionSpot, Said};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// What can be done about a question, and what came of it.
#[derive(Clone, Copy)]
pub(super) struct QuestionActions {
    answer: ServerAction<AnswerQuestion>,
    skip: ServerAction<SkipQuestion>,
    take_back: ServerAction<TakeBackAnswer>,
    stop: ServerAction<StopQuestions>,
    /// What was answered last, to be taken back.
    answered: StoredValue<Option<Cell>>,
}

impl QuestionActions {
    pub fn new() -> Self {
        let actions = Self {
            answer: ServerAction::new(),
            skip: ServerAction::new(),
            take_back: ServerAction::new(),
            stop: ServerAction::new(),
            answered: StoredValue::new(None),
        };
        let toasts = Toasts::here();
        let thank = move |()| {
            let undo = Callback::new(move |()| {
                if let Some(Cell { subject, skill }) = actions.answered.get_value() {
                    actions.take_back.dispatch(TakeBackAnswer { subject, skill });
                }
            });
            toasts.say_with("Thank you. It counts at once.", "Undo", undo);
        };
        when_done(actions.answer, Callback::new(thank));
        toast_when_done(actions.skip, "You are not asked this again.");
        toast_when_done(actions.take_back, "Taken back.");
        toast_when_done(actions.stop, "No more questions. You can let them come again in the settings.");
        actions
    }

    /// Grows whenever one of them has come back.
    pub fn versions(self) -> usize {
        self.answer.version().get()
            + self.skip.version().get()
            + self.take_back.version().get()
            + self.stop.version().get()
    }

    fn error(self) -> Option<String> {
        let values =
            [self.answer.value().get(), self.skip.value().get(), self.take_back.value().get(), self.stop.value().get()];
        values.into_iter().flatten().find_map(Result::err).map(|error| error.to_string())
    }
}

/// The question if there is one, and what was said today.
#[component]
pub(super) fn Questions(spot: QuestionSpot, actions: QuestionActions) -> impl IntoView {
    let failed = move || actions.error().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let card = spot.card.map(|card| view! { <QuestionCard card actions /> });
    let said = spot.said.map(|said| view! { <WhatWasSaid said actions /> });
    view! {
        <div role="status">{failed}</div>
        {card}
        {said}
    }
}

#[component]
fn QuestionCard(card: domain::question::QuestionCard, actions: QuestionActions) -> impl IntoView {
    let (subject, skill) = (card.subject.id.to_string(), card.skill.id.to_string());
    let (skipped_subject, skipped_skill) = (subject.clone(), skill.clone());
    let cell = Cell { subject: card.subject.id, skill: card.skill.id };
    let remember = move |_| actions.answered.set_value(Some(cell.clone()));
    let answers = card.levels.into_iter().map(|words| view! { <Answer words actions /> }).collect_view();
    let why = card.why.into_iter().map(|reason| view! { <Reason>{reason}</Reason> }).collect_view();
    view! {
        <section class="question" aria-labelledby="question-title">
            <div class="question-head">
                <h2 class="question-title" id="question-title">{card.title}</h2>
                <p class="question-count">{card.count}</p>
            </div>
            <ActionForm action=actions.answer attr:class="question-answers" on:submit=remember>
                <input type="hidden" name="subject" value=subject />
                <input type="hidden" name="skill" value=skill />
                {answers}
            </ActionForm>
            <Audience text=card.audience />
            <div class="question-foot">
                <details class="unfold question-why">
                    <summary class="link">"Why this?"</summary>
                    <Reasons>{why}</Reasons>
                </details>
                <ActionForm action=actions.skip>
                    <input type="hidden" name="subject" value=skipped_subject />
                    <input type="hidden" name="skill" value=skipped_skill />
                    <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending=actions.skip.pending()>"Skip for good"</Button>
                </ActionForm>
                <ActionForm action=actions.stop>
                    <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending=actions.stop.pending()>"Never ask me such questions"</Button>
                </ActionForm>
            </div>
        </section>
    }
}

/// One answer is one button: its word, and what that looks like in this skill.
#[component]
fn Answer(words: LevelWords, actions: QuestionActions) -> impl IntoView {
    let LevelWords { level, text } = words;
    let busy = move || actions.answer.pending().get().then_some("true");
    view! {
        <button class="question-answer" type="submit" name="level" value=level.number().to_string() aria-busy=busy>
            <b>{level.title()}</b>
            <small>{text}</small>
        </button>
    }
}

#[component]
fn WhatWasSaid(said: Said, actions: QuestionActions) -> impl IntoView {
    view! {
        <div class="question-said">
            <p>{said.text}</p>
            <ActionForm action=actions.take_back>
                <input type="hidden" name="subject" value=said.cell.subject.to_string() />
                <input type="hidden" name="skill" value=said.cell.skill.to_string() />
                <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending=actions.take_back.pending()>"Take back"</Button>
            </ActionForm>
        </div>
    }
}
