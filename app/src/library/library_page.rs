//! `/library`

use super::api::library;
use super::lines::{NoteLines, ThreadLines};
use crate::ui::{
    ButtonKind, EmptyState, FilterChip, IconName, LinkButton, Loaded, Note, PageHead, Pagination, SearchBox, Section,
    Status, Tab, Tabs,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::library::{LibraryPage as Page, LibraryQuery};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// Notes, with what narrows them; open questions beside them.
#[component]
pub fn LibraryPage() -> impl IntoView {
    let (search, live) = (use_location().search, use_live(Topic::Library));
    let page = load(move || (search.get(), live.get()), |(query, _)| library(query));
    view! {
        <Title text="Library · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="The library did not load" let:page>
                <Content page />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page) -> impl IntoView {
    let verbs = || {
        view! {
            <LinkButton href="/new/note" kind=ButtonKind::Primary icon=IconName::Note>"Write a 3-minute note"</LinkButton>
            <LinkButton href="/new/question" icon=IconName::Message>"Ask a question"</LinkButton>
        }
    };
    let waits = (page.to_verify > 0).then(|| {
        let words = if page.to_verify == 1 { "One note waits" } else { "Some notes wait" };
        view! {
            <Note status=Status::Warning>
                {words}" for you to say that it still holds. "<a class="link" href="/library/verify">"Look at what waits"</a>
            </Note>
        }
    });
    let open = (!page.questions.is_empty()).then(|| {
        let all = || view! { <a class="link" href="/questions">"All questions"</a> };
        let questions = page.questions.clone();
        view! { <Section id="open" title="Open questions" aside=all><ThreadLines questions /></Section> }
    });
    let (lead, is_empty) = (page.lead.clone(), page.is_empty);
    let inside = if is_empty { view! { <Nothing /> }.into_any() } else { view! { <Narrowed page /> }.into_any() };
    view! {
        <PageHead title="Library" lead=Signal::stored(lead) actions=verbs />
        {waits}
        <div class="split section">
            <div>{inside}</div>
            <aside aria-label="Questions">{open}</aside>
        </div>
    }
}

#[component]
fn Nothing() -> impl IntoView {
    let write = || view! { <LinkButton href="/new/note" icon=IconName::Note>"Write the first one"</LinkButton> };
    view! {
        <EmptyState title="Nothing is written down yet" action=write example="For example: “Block a lost chip”, four lines and the place of the list.">
            "Three minutes are enough: what you would say to whoever stands in for you tomorrow."
        </EmptyState>
    }
}

/// The box, the views, the skills, and what is left.
#[component]
fn Narrowed(page: Page) -> impl IntoView {
    let query = page.query.clone();
    let tab = |(shown, count): &(domain::library::ShownNotes, u32)| {
        let href = LibraryQuery { shown: *shown, page: 1, ..query.clone() }.href();
        Tab::new(shown.title(), href, *shown == query.shown).with_count(*count)
    };
    let tabs: Vec<Tab> = page.counts.iter().map(tab).collect();
    let found = if page.notes.is_empty() {
        let all = || view! { <LinkButton href="/library">"Show all notes"</LinkButton> };
        view! { <EmptyState title="No note fits" action=all>"Another word, or another skill? What nobody wrote down, somebody may know: ask."</EmptyState> }
            .into_any()
    } else {
        view! { <NoteLines notes=page.notes.clone() /> }.into_any()
    };
    let pages = (!page.summary.is_empty()).then(|| {
        let (previous, next) = (Signal::stored(page.previous.clone()), Signal::stored(page.next.clone()));
        view! { <Pagination summary=Signal::stored(page.summary.clone()) previous next /> }
    });
    view! {
        <div class="filters">
            <SearchBox id="library-q" label="A word of a note" action="/library" value=page.query.text.clone() />
        </div>
        <Tabs label="Which notes" tabs=Signal::stored(tabs) />
        <Skills page />
        {found}
        {pages}
    }
}

#[component]
fn Skills(page: Page) -> impl IntoView {
    let query = page.query;
    let chip = |id: String, name: String| {
        let on = id == query.skill;
        let href = LibraryQuery { skill: if on { String::new() } else { id }, page: 1, ..query.clone() }.href();
        view! { <li><FilterChip label=name href on /></li> }
    };
    let chosen = page.skill.filter(|chosen| page.skills.iter().all(|(skill, _)| skill.id != chosen.id));
    let chosen = chosen.map(|skill| chip(skill.id.to_string(), skill.name));
    let skills = page.skills.into_iter();
    let chips =
        skills.map(|(skill, count)| chip(skill.id.to_string(), format!("{} {count}", skill.name))).collect_view();
    view! { <nav aria-label="Narrow by skill"><ul class="library-skills">{chosen}{chips}</ul></nav> }
}
