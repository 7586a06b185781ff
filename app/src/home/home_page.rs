//! `/`

use super::agenda::Today;
use super::api::{
    AcceptLearnerStep, AcceptNextStep, ConfirmSessionStep, OpenSessionStep, SnoozeNextStep, WakeNextSteps, home,
};
use super::next_step_card::{NextStepCard, NothingToDo};
use super::pulse::PulseSection;
use super::question_card::{QuestionActions, Questions};
use super::teachers::Teachers;
use super::waiting::Waiting;
use crate::ui::{Loaded, Note, PageHead, Status, toast_when_done};
use crate::wire::load;
use crate::{AppError, use_live};
use domain::event::Topic;
use leptos::prelude::*;
use leptos_meta::Title;

/// What can be done on this page, and what came of it.
#[derive(Clone, Copy)]
pub(super) struct HomeActions {
    pub accept: ServerAction<AcceptNextStep>,
    pub confirm: ServerAction<ConfirmSessionStep>,
    pub open: ServerAction<OpenSessionStep>,
    pub mentor: ServerAction<AcceptLearnerStep>,
    pub snooze: ServerAction<SnoozeNextStep>,
    pub wake: ServerAction<WakeNextSteps>,
}

impl HomeActions {
    fn new() -> Self {
        let actions = Self {
            accept: ServerAction::new(),
            confirm: ServerAction::new(),
            open: ServerAction::new(),
            mentor: ServerAction::new(),
            snooze: ServerAction::new(),
            wake: ServerAction::new(),
        };
        toast_when_done(actions.confirm, "Thank you. It counts now.");
        toast_when_done(actions.open, "Open. Those who asked are told.");
        toast_when_done(actions.mentor, "You are their mentor. They are told.");
        toast_when_done(actions.accept, "Agreed. It stands in your agenda.");
        toast_when_done(actions.snooze, "Put off.");
        toast_when_done(actions.wake, "Everything you put off is back.");
        actions
    }

    /// Changes whenever one of them has come back.
    fn versions(self) -> usize {
        self.accept.version().get()
            + self.confirm.version().get()
            + self.open.version().get()
            + self.mentor.version().get()
            + self.snooze.version().get()
            + self.wake.version().get()
    }

    fn error(self) -> Option<AppError> {
        let values = [
            self.accept.value().get(),
            self.confirm.value().get(),
            self.open.value().get(),
            self.mentor.value().get(),
            self.snooze.value().get(),
            self.wake.value().get(),
        ];
        values.into_iter().flatten().find_map(Result::err)
    }
}

/// The first page.
#[component]
pub fn HomePage() -> impl IntoView {
    let actions = HomeActions::new();
    let questions = QuestionActions::new();
    let (exchanges, skills) = (use_live(Topic::Exchanges), use_live(Topic::Skills));
    let (programs, sessions) = (use_live(Topic::Programs), use_live(Topic::Sessions));
    let library = use_live(Topic::Library);
    let news = move || (exchanges.get(), skills.get(), programs.get(), sessions.get(), library.get());
    let page = load(move || (news(), actions.versions(), questions.versions()), |_| home());
    view! {
        <Title text="Home · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="Your home page did not load" let:page>
                <Content page actions questions />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: domain::home::HomePage, actions: HomeActions, questions: QuestionActions) -> impl IntoView {
    let failed = move || {
        let error = actions.error()?;
        Some(view! { <Note status=Status::Danger>{error.to_string()}</Note> })
    };
    let step = match page.step {
        Some(step) => view! { <NextStepCard step put_off=page.put_off actions /> }.into_any(),
        None => view! { <NothingToDo put_off=page.put_off actions /> }.into_any(),
    };
    view! {
        <PageHead title=page.greeting lead=Signal::stored(page.lead) />
        <div role="status">{failed}</div>
        {step}
        <Questions spot=page.questions actions=questions />
        <div class="split section">
            <div>
                <Today title=page.agenda_title lines=page.agenda />
                <Teachers people=page.teachers />
            </div>
            <aside aria-label="Your requests and your team">
                <Waiting lines=page.waiting mentors=page.mentors />
                <PulseSection pulse=page.pulse />
            </aside>
        </div>
    }
}
