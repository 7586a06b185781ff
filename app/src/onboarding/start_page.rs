//! `/start/{1,2,3}`

use super::api::start;
use super::preview::Preview;
use super::question_form::{LearnForm, TeachForm};
use super::when_form::WhenForm;
use crate::ui::{ButtonKind, LinkButton, Loaded, PageHead, Stepper};
use crate::wire::load;
use domain::onboarding::{Question, StartPage as Page};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// One question, the way to the end, and the way out.
#[component]
pub fn StartPage() -> impl IntoView {
    let params = use_params_map();
    let step = Memo::new(move |_| params.read().get("step").unwrap_or_default());
    let page = load(move || step.get(), start);
    let look_around = || view! { <LinkButton href="/" kind=ButtonKind::Quiet>"I’ll look around"</LinkButton> };
    let lead = Signal::stored("Answer what you like. You can change all of it later.".to_owned());
    view! {
        <Title text="Start · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead title="Three questions, then three people" lead actions=look_around />
            <Steps step />
            <Loaded from=page part=true failure="This question did not load" let:page>
                <div class="start">
                    <Form page=page.clone() />
                    <Preview people=page.people />
                </div>
            </Loaded>
        </main>
    }
}

/// Where one is; the way to the first question for who is nowhere.
#[component]
fn Steps(step: Memo<String>) -> impl IntoView {
    let question = move || Question::at(&step.read()).ok();
    let current = Signal::derive(move || question().map_or(0, |question| usize::from(question.place())));
    let steps = Question::ALL.map(|question| question.title().to_owned()).to_vec();
    let lost = move || {
        let begin = || view! { <p><a class="link" href="/start/1">"Begin with the first question"</a></p> };
        question().is_none().then(begin)
    };
    view! {
        <div class="start-steps"><Stepper label="Steps" steps current /></div>
        {lost}
    }
}

#[component]
fn Form(page: Page) -> impl IntoView {
    match page.question {
        Question::Teach => view! { <TeachForm page /> }.into_any(),
        Question::Learn => view! { <LearnForm page /> }.into_any(),
        Question::When => view! { <WhenForm page /> }.into_any(),
    }
}
