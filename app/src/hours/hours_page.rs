//! `/hours`

use super::api::hours;
use super::give_form::{GiveDraft, GiveForm};
use super::scale::Scale;
use super::statement::Entries;
use crate::ui::{EmptyState, LinkButton, Loaded, PageHead, Section};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::hours::HoursPage as Page;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

/// What one holds, every entry behind it, and giving some away.
#[component]
pub fn HoursPage() -> impl IntoView {
    let (query, draft, live) = (use_query_map(), GiveDraft::new(), use_live(Topic::Exchanges));
    let before = move || query.read().get("before").and_then(|before| before.parse().ok());
    let page = load(move || (before(), live.get(), draft.action.version().get()), |(before, ..)| hours(before));
    view! {
        <Title text="Hours · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="Your hours did not load" let:page>
                <Content page draft />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, draft: GiveDraft) -> impl IntoView {
    let Page { lead, limit, scale, lines, older, is_later_page, choices, key } = page;
    let find = || view! { <LinkButton href="/sessions/new">"Plan a session"</LinkButton> };
    let inside = if lines.is_empty() {
        view! {
            <EmptyState title="Nothing has moved yet" action=find example="For example: show somebody your spreadsheet for 45 minutes, and 45 minutes are yours to learn in.">
                "Teach an hour and it is yours to spend; once both sides say that it took place, it stands here."
            </EmptyState>
        }
        .into_any()
    } else {
        view! { <Entries lines older is_later_page /> }.into_any()
    };
    let proof = || view! { <a class="link" href="/hours/proof" rel="external">"The proof that all hours even out"</a> };
    view! {
        <PageHead title="Hours" lead=Signal::stored(lead.clone()) />
        <div class="split" data-rail="wide">
            <div>
                <Scale scale lead limit />
                <Section id="entries" title="What moved" aside=proof>{inside}</Section>
            </div>
            <aside aria-label="Give hours">
                <GiveForm choices key=key.as_str().to_owned() draft />
                <HowItWorks />
            </aside>
        </div>
    }
}

#[component]
fn HowItWorks() -> impl IntoView {
    view! {
        <Section id="how" title="How hours work">
            <p class="section-note">
                "An hour is an hour, whatever is taught. Who teaches gains it; those who learn share it out among themselves. At a lunch the commons pays, so that nobody counts minutes at the table."
            </p>
            <p class="section-note">
                "Nothing here is ever changed or deleted. A mistake is taken back by another entry, and both stay."
            </p>
        </Section>
    }
}
