//! `/search`

use super::api::jump;
use super::kind_icon::kind_icon;
use crate::ui::{EmptyState, Icon, LinkButton, Loaded, PageHead, PersonLine, SearchBox, Section};
use crate::wire::load;
use domain::query_string::{Pairs, link, print};
use domain::search::{JumpGroup, JumpKind, JumpRow};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// The box, and what it leads to: people first. With nothing typed, everything that can be opened.
#[component]
pub fn SearchPage() -> impl IntoView {
    let search = use_location().search;
    let typed = Memo::new(move |_| search.with(|search| Pairs::parse(search).get("q").unwrap_or_default().to_owned()));
    let found = load(move || typed.get(), jump);
    view! {
        <Title text="Search · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead title="Search" lead="People, skills, teams and pages. A letter or two may be wrong." />
            <Loaded from=found failure="The search did not work" let:groups>
                <Found groups typed=typed.get_untracked() />
            </Loaded>
        </main>
    }
}

#[component]
fn Found(groups: Vec<JumpGroup>, typed: String) -> impl IntoView {
    let count: usize = groups.iter().map(|group| group.rows.len()).sum();
    let said = match (typed.trim().is_empty(), count) {
        (true, _) => String::new(),
        (false, 0) => format!("Nothing found for “{typed}”."),
        (false, 1) => format!("One result for “{typed}”."),
        (false, count) => format!("{count} results for “{typed}”."),
    };
    let inside = if groups.is_empty() {
        let people = || view! { <LinkButton href="/people">"See all people"</LinkButton> };
        let words = "Try a name, a skill, a team or the name of a page.";
        view! { <EmptyState title="Nothing is called like this" action=people>{words}</EmptyState> }.into_any()
    } else {
        groups.into_iter().map(|group| view! { <Group group typed=typed.clone() /> }).collect_view().into_any()
    };
    view! {
        <div class="filters">
            <SearchBox id="q" label="Person, skill, team or page" action="/search" value=typed />
        </div>
        <p class="section-note" role="status">{said}</p>
        {inside}
    }
}

#[component]
fn Group(group: JumpGroup, typed: String) -> impl IntoView {
    let kind = group.kind;
    let id = format!("found-{}", kind.title().to_lowercase());
    let rows = group.rows.into_iter().map(|row| view! { <li><Row row kind /></li> }).collect_view();
    // The lists of people and skills look further than names: at jobs, places, levels and areas.
    let more = move || match kind {
        JumpKind::People => Some(("/people", "Search the directory")),
        JumpKind::Skills => Some(("/skills", "Search the atlas")),
        JumpKind::Teams | JumpKind::New | JumpKind::Pages => None,
    };
    let aside = move || {
        more().map(|(page, words)| {
            let href = link(page, &print([("q", Some(typed.as_str()))]));
            view! { <a class="link" href=href>{words}</a> }
        })
    };
    view! {
        <Section id title=kind.title() aside>
            <ul class="rows">{rows}</ul>
        </Section>
    }
}

#[component]
fn Row(row: JumpRow, kind: JumpKind) -> impl IntoView {
    let JumpRow { title, sub, link } = row;
    if kind == JumpKind::People {
        let seed = link.trim_start_matches("/people/").to_owned();
        return view! { <PersonLine name=title seed href=link sub=Some(sub).filter(|sub| !sub.is_empty()) /> }
            .into_any();
    }
    let sub = (!sub.is_empty()).then(|| view! { <span class="rows-sub">{sub}</span> });
    view! {
        <Icon name=kind_icon(kind) />
        <span class="rows-main"><a class="person-name" href=link>{title}</a>" "{sub}</span>
    }
    .into_any()
}
