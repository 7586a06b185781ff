//! `/search`

use super::api::found;
use super::kind_icon::kind_icon;
use crate::ui::{EmptyState, Icon, LinkButton, Loaded, PageHead, SearchBox, Section};
use crate::wire::load;
use domain::query_string::{Pairs, link, print};
use domain::reader::Phrase;
use domain::search::{Found, FoundGroup, FoundRow, JumpGroup, JumpKind, JumpRow};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// The box, and what it leads to: people first. With nothing typed, everything that can be opened.
#[component]
pub fn SearchPage() -> impl IntoView {
    let search = use_location().search;
    let typed = Memo::new(move |_| search.with(|search| Pairs::parse(search).get("q").unwrap_or_default().to_owned()));
    let page = load(move || typed.get(), found);
    let lead = "People, skills, notes, questions, programs, teams and pages. A letter or two may be wrong.";
    view! {
        <Title text="Search · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead title="Search" lead=Signal::stored(lead.to_owned()) />
            <Loaded from=page failure="The search did not work" let:page>
                <Results page typed=typed.get_untracked() />
            </Loaded>
        </main>
    }
}

#[component]
fn Results(page: Found, typed: String) -> impl IntoView {
    let read_as =
        page.read_as.iter().map(|(typed, read)| format!("“{typed}” was read as “{read}”. ")).collect::<String>();
    let inside = if page.groups.is_empty() && page.places.is_empty() {
        let ask = || view! { <LinkButton href="/new/question">"Ask a colleague"</LinkButton> };
        let words = "Try a name, a skill, a word of a note or the name of a page. Or ask: somebody knows.";
        view! { <EmptyState title="Nothing is called like this" action=ask>{words}</EmptyState> }.into_any()
    } else {
        let groups = page.groups.into_iter().map(|group| view! { <Group group typed=typed.clone() /> }).collect_view();
        let places = page.places.into_iter().map(|group| view! { <Places group /> }).collect_view();
        view! { {groups}{places} }.into_any()
    };
    view! {
        <div class="filters">
            <SearchBox id="q" label="A name, a skill, a word" action="/search" value=typed />
        </div>
        <p class="section-note" role="status">{page.sentence}" "{read_as}</p>
        {inside}
    }
}

#[component]
fn Group(group: FoundGroup, typed: String) -> impl IntoView {
    let kind = group.kind;
    let id = format!("found-{}", kind.title().to_lowercase());
    let rows = group.rows.into_iter().map(|row| view! { <Row row kind /> }).collect_view();
    // The lists look further, and page by page.
    let more = move || match kind {
        JumpKind::People => Some(("/people", "Search the directory")),
        JumpKind::Skills => Some(("/skills", "Search the atlas")),
        JumpKind::Notes => Some(("/library", "Search the library")),
        JumpKind::Questions => Some(("/questions", "Search the questions")),
        JumpKind::Sessions | JumpKind::Programs | JumpKind::Teams | JumpKind::New | JumpKind::Pages => None,
    };
    let aside = move || {
        more().map(|(page, words)| {
            let href = link(page, &print([("q", Some(typed.as_str()))]));
            view! { <a class="link" href=href>{words}</a> }
        })
    };
    let left = (group.more > 0).then(|| view! { <p class="section-note">{format!("and {} more", group.more)}</p> });
    view! {
        <Section id title=kind.title() aside>
            <ul class="rows">{rows}</ul>
            {left}
        </Section>
    }
}

#[component]
fn Row(row: FoundRow, kind: JumpKind) -> impl IntoView {
    let sub = (!row.sub.is_empty()).then(|| view! { <span class="rows-sub">{row.sub}</span> });
    let excerpt = (!row.excerpt.is_empty()).then(|| {
        view! { <span class="found-text" dir="auto"><Marked pieces=row.excerpt /></span> }
    });
    view! {
        <li>
            <Icon name=kind_icon(kind) />
            <span class="rows-main">
                <a class="person-name" href=row.link><Marked pieces=row.title /></a>
                " "
                {sub}
                {excerpt}
            </span>
        </li>
    }
}

/// Words of which some were typed.
#[component]
fn Marked(pieces: Vec<Phrase>) -> impl IntoView {
    let piece = |piece: Phrase| match piece.strong {
        true => view! { <mark>{piece.text}</mark> }.into_any(),
        false => piece.text.into_any(),
    };
    pieces.into_iter().map(piece).collect_view()
}

/// What can be started, and pages.
#[component]
fn Places(group: JumpGroup) -> impl IntoView {
    let kind = group.kind;
    let id = format!("found-{}", kind.title().to_lowercase());
    let row = |row: JumpRow| {
        view! {
            <li>
                <Icon name=kind_icon(kind) />
                <span class="rows-main"><a class="person-name" href=row.link>{row.title}</a></span>
            </li>
        }
    };
    let rows = group.rows.into_iter().map(row).collect_view();
    view! { <Section id title=kind.title()><ul class="rows">{rows}</ul></Section> }
}
