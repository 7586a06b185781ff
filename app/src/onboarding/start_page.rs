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
    let question = Memo::new(move |_| match params.read().get("step").as_deref() {
        Some("2") => Question::Learn,
        Some("3") => Question::When,
        _ => Question::Teach,
    });
    let page = load(move || question.get(), start);
    let steps = Question::ALL.into_iter().map(|question| question.title().to_owned()).collect::<Vec<_>>();
    let look_around = || view! { <LinkButton href="/" kind=ButtonKind::Quiet>"I’ll look around"</LinkButton> };
    view! {
        <Title text="Start · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead
                title="Three questions, then three people"
                lead=Signal::stored("Answer what you like. You can change all of it later.".to_owned())
                actions=look_around
            />
            <div class="start-steps">
                <Stepper label="Steps" steps current=Signal::derive(move || usize::from(question.get().place())) />
            </div>
            <Loaded from=page failure="This question did not load" let:page>
                <div class="start">
                    <Form question=question.get_untracked() page=page.clone() />
                    <Preview people=page.people />
                </div>
            </Loaded>
        </main>
    }
}

#[component]
fn Form(question: Question, page: Page) -> impl IntoView {
    match question {
        Question::Teach => view! { <TeachForm page /> }.into_any(),
        Question::Learn => view! { <LearnForm page /> }.into_any(),
        Question::When => view! { <WhenForm page /> }.into_any(),
    }
}
