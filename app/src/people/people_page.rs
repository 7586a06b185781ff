//! `/people`: the directory.

use super::api::{DropView, SaveView, people};
use super::directory_table::DirectoryTable;
use super::filters::Filters;
use super::near_matches::NearMatches;
use super::nobody::Nobody;
use super::views::Views;
use crate::ui::{Icon, IconName, LinkButton, Loaded, PageHead, Pagination, toast_when_done};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// What can be done with views, and what came of it.
#[derive(Clone, Copy)]
pub(super) struct ViewActions {
    pub save: ServerAction<SaveView>,
    pub drop: ServerAction<DropView>,
}

/// The directory. What it shows is the address.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let search = use_location().search;
    let actions = ViewActions { save: ServerAction::new(), drop: ServerAction::new() };
    toast_when_done(actions.save, "View saved.");
    toast_when_done(actions.drop, "View dropped.");
    let live = (use_live(Topic::People), use_live(Topic::Skills));
    let changes = move || (live.0.get(), live.1.get(), actions.save.version().get(), actions.drop.version().get());
    let page = load(move || (search.get(), changes()), |(query, _)| people(query));
    view! {
        <Title text="People · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="The directory did not load" let:page>
                <Directory page actions />
            </Loaded>
        </main>
    }
}

#[component]
fn Directory(page: domain::people::PeoplePage, actions: ViewActions) -> impl IntoView {
    let mine = || view! { <LinkButton href="/me/skills">"Edit my skills"</LinkButton> };
    let near = page.near.clone();
    view! {
        <PageHead title="People" lead=Signal::stored(page.lead.clone()) actions=mine />
        <Views views=page.views.clone() query=page.query.clone() actions />
        <Filters page=page.clone() />
        <Found page />
        <NearMatches people=near />
    }
}

/// The rows, or what to do when there are none.
#[component]
fn Found(page: domain::people::PeoplePage) -> impl IntoView {
    let read_as: Vec<String> =
        page.read_as.iter().map(|(typed, read)| format!("No “{typed}” here: showing “{read}”.")).collect();
    let csv = page.query.csv_link();
    let found = page.found.clone();
    let rows = if page.rows.is_empty() {
        view! { <Nobody drop=page.drop /> }.into_any()
    } else {
        let summary = format!("{}–{} of {}", page.first, page.last(), page.total);
        let (previous, next) = (page.previous(), page.next());
        view! {
            <DirectoryTable page />
            <Pagination summary previous=Signal::stored(previous) next=Signal::stored(next) />
        }
        .into_any()
    };
    view! {
        <section class="section" data-tight="" aria-labelledby="found">
            <div class="section-head">
                <h2 class="section-title" id="found">
                    <span role="status">{found}</span>
                </h2>
                <a class="button" data-kind="quiet" data-size="small" data-print="no" href=csv rel="external" download="people.csv">
                    <Icon name=IconName::Download />
                    "CSV"
                </a>
            </div>
            <p class="section-note">{read_as.join(" ")}</p>
            {rows}
        </section>
    }
}
