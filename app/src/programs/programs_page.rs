//! `/programs`

use super::api::programs;
use super::program_card::ProgramTile;
use crate::ui::{
    ButtonKind, CardWidth, Cards, EmptyState, FilterChip, IconName, LinkButton, Loaded, PageHead, Section,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::programs::{CataloguePage, ProgramCard};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// The reader's own programs first, then those they can join, then the others.
#[component]
pub fn ProgramsPage() -> impl IntoView {
    let (search, live) = (use_location().search, use_live(Topic::Programs));
    let page = load(move || (search.get(), live.get()), |(query, _)| programs(query));
    view! {
        <Title text="Programs · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="The programs did not load" let:page>
                <Content page />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: CataloguePage) -> impl IntoView {
    let (may_start, has_own) = (page.may_start, !page.mine.is_empty());
    let start = move || {
        may_start.then(|| {
            let kind = if has_own { ButtonKind::Plain } else { ButtonKind::Primary };
            view! { <LinkButton href="/new/program" kind icon=IconName::Plus>"Start a program"</LinkButton> }
        })
    };
    let lead = page.lead.clone();
    let is_bare = page.is_empty;
    let found = !(page.mine.is_empty() && page.open.is_empty() && page.others.is_empty());
    let filters = (!is_bare).then(|| view! { <Filters page=page.clone() /> });
    let inside = match (is_bare, found) {
        (true, _) => view! { <NoProgram may_start /> }.into_any(),
        (false, false) => view! { <NothingFits page=page.clone() /> }.into_any(),
        (false, true) => view! {
            <Group id="mine" title="Yours" cards=page.mine />
            <Group id="open" title="Open to you" cards=page.open />
            <Group id="others" title="Others" cards=page.others />
        }
        .into_any(),
    };
    view! {
        <PageHead title="Programs" lead=Signal::stored(lead) actions=start />
        {filters}
        {inside}
    }
}

/// By kind, and by what is open: each a link, so that what is shown has an address.
#[component]
fn Filters(page: CataloguePage) -> impl IntoView {
    let (open, open_href) = (page.query.open, page.open_href);
    let kinds = page
        .kinds
        .into_iter()
        .map(|kind| view! { <li><FilterChip label=kind.label href=kind.href on=kind.is_on /></li> })
        .collect_view();
    view! {
        <nav aria-label="Narrow the list">
            <ul class="program-filters">
                <li><FilterChip label="Open to me" href=open_href on=open /></li>
                {kinds}
            </ul>
        </nav>
    }
}

#[component]
fn Group(id: &'static str, title: &'static str, cards: Vec<ProgramCard>) -> impl IntoView {
    (!cards.is_empty()).then(|| {
        let tiles = cards.into_iter().map(|card| view! { <ProgramTile card /> }).collect_view();
        view! { <Section id title><div class="program-cards"><Cards width=CardWidth::Wide>{tiles}</Cards></div></Section> }
    })
}

#[component]
fn NoProgram(may_start: bool) -> impl IntoView {
    let verb = move || match may_start {
        true => view! { <LinkButton href="/new/program">"Start the first one"</LinkButton> },
        false => view! { <LinkButton href="/start/people">"See who can teach you"</LinkButton> },
    };
    view! {
        <EmptyState title="No program yet" action=verb example="For example: Pairs for Care, two people each, every second Thursday at lunch.">
            "A program is what colleagues do together for a while: pairs, swaps, feedback, projects, lunches."
        </EmptyState>
    }
}

/// Something narrows the list to nothing: says what, and leads back.
#[component]
fn NothingFits(page: CataloguePage) -> impl IntoView {
    let kind = page.kinds.into_iter().find(|kind| kind.is_on).map(|kind| kind.label);
    let title = match (kind, page.query.open) {
        (Some(kind), true) => format!("No {} is open to you now", kind.to_lowercase()),
        (Some(kind), false) => format!("No {} yet", kind.to_lowercase()),
        (None, _) => "No program is open to you now".to_owned(),
    };
    let all = || view! { <LinkButton href="/programs">"Show all programs"</LinkButton> };
    view! { <EmptyState title action=all>"Others may fit, or take you on their waiting list."</EmptyState> }
}
