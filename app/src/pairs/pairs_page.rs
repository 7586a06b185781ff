//! `/pairs`

use super::api::pairs;
use crate::pair_line::PairRow;
use crate::ui::{ButtonKind, EmptyState, LinkButton, Loaded, PageHead, Section};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::pairs::{PairLine, PairsPage as Page};
use leptos::prelude::*;
use leptos_meta::Title;

/// The reader's pairs.
#[component]
pub fn PairsPage() -> impl IntoView {
    let live = [Topic::Exchanges, Topic::Sessions].map(use_live);
    let page = load(move || live.map(|one| one.get()), |_| pairs());
    view! {
        <Title text="My pairs · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="Your pairs did not load" let:page>
                <Content page />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page) -> impl IntoView {
    let Page { lead, open, past } = page;
    let inside = if open.is_empty() && past.is_empty() {
        let action = || view! { <LinkButton href="/programs" kind=ButtonKind::Primary>"See the programs"</LinkButton> };
        view! {
            <EmptyState title="No pair yet" action example="For example: Chidi and Amara meet every second Thursday; their goal, their agenda and their dates are in one place.">
                "Join a mentorship program, and you get a room together with whoever you are paired with."
            </EmptyState>
        }
        .into_any()
    } else {
        view! {
            <Group id="open" title="They go on" lines=open />
            <Group id="past" title="Before" lines=past />
        }
        .into_any()
    };
    view! {
        <PageHead title="My pairs" lead=Signal::stored(lead) />
        {inside}
    }
}

#[component]
fn Group(id: &'static str, title: &'static str, lines: Vec<PairLine>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let rows = lines.into_iter().map(|line| view! { <PairRow line /> }).collect_view();
        view! { <Section id title><ul class="rows rows-dated">{rows}</ul></Section> }
    })
}
