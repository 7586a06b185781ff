//! `/questions`

use super::lines::ThreadLines;
use super::questions_api::questions;
use crate::ui::{
    ButtonKind, EmptyState, FilterChip, IconName, LinkButton, Loaded, PageHead, Pagination, SearchBox, Tab, Tabs,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::library::{QuestionsPage as Page, QuestionsQuery, ShownQuestions};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// Questions, with what narrows them.
#[component]
pub fn QuestionsPage() -> impl IntoView {
    let (search, live) = (use_location().search, use_live(Topic::Library));
    let page = load(move || (search.get(), live.get()), |(query, _)| questions(query));
    view! {
        <Title text="Questions · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="The questions did not load" let:page>
                <Content page />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page) -> impl IntoView {
    let verbs = || {
        view! { <LinkButton href="/new/question" kind=ButtonKind::Primary icon=IconName::Message>"Ask a question"</LinkButton> }
    };
    let query = page.query.clone();
    let tab = |(shown, count): &(ShownQuestions, u32)| {
        let href = QuestionsQuery { shown: *shown, page: 1, ..query.clone() }.href();
        Tab::new(shown.title(), href, *shown == query.shown).with_count(*count)
    };
    let tabs: Vec<Tab> = page.counts.iter().map(tab).collect();
    let skill = page.skill.clone().map(|skill| {
        let href = QuestionsQuery { skill: String::new(), page: 1, ..query.clone() }.href();
        view! { <ul class="library-skills"><li><FilterChip label=skill.name href on=true /></li></ul> }
    });
    let pages = (!page.summary.is_empty()).then(|| {
        let (previous, next) = (Signal::stored(page.previous.clone()), Signal::stored(page.next.clone()));
        view! { <Pagination summary=Signal::stored(page.summary.clone()) previous next /> }
    });
    let found = if page.questions.is_empty() {
        view! { <Nothing shown=page.query.shown /> }.into_any()
    } else {
        view! { <ThreadLines questions=page.questions /> }.into_any()
    };
    view! {
        <PageHead title="Questions" lead=Signal::stored(page.lead) actions=verbs />
        <div class="filters">
            <SearchBox id="questions-q" label="A word of a question" action="/questions" value=page.query.text />
        </div>
        <Tabs label="Which questions" tabs=Signal::stored(tabs) />
        {skill}
        {found}
        {pages}
    }
}

#[component]
fn Nothing(shown: ShownQuestions) -> impl IntoView {
    let (title, words) = match shown {
        ShownQuestions::Open => ("No question is open", "Ask what you would otherwise find out the long way."),
        ShownQuestions::ForMe => (
            "Nothing was put to you",
            "When somebody asks what you know and you were interrupted least, it comes to you.",
        ),
        ShownQuestions::Mine => {
            ("You have not asked yet", "A question in one line is enough. It goes to one colleague, not to all.")
        }
        ShownQuestions::Solved => (
            "Nothing is solved yet",
            "Whoever asked says which answer solved it; then it stands here for the next one.",
        ),
    };
    let ask = || view! { <LinkButton href="/new/question">"Ask a question"</LinkButton> };
    view! {
        <EmptyState title action=ask example="For example: “Why does the pump in room 4 beep although nothing is wrong?”">{words}</EmptyState>
    }
}
