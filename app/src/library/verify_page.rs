//! `/library/verify`

use super::api::notes_to_verify;
use super::lines::NoteLines;
use crate::ui::{EmptyState, LinkButton, Loaded, PageHead, Section};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::library::{NoteLine, VerifyPage as Page};
use leptos::prelude::*;
use leptos_meta::Title;

/// What waits for one's word, what has no owner, and for program admins what waits for others.
#[component]
pub fn VerifyPage() -> impl IntoView {
    let live = (use_live(Topic::Library), use_live(Topic::People));
    let page = load(move || (live.0.get(), live.1.get()), |_| notes_to_verify());
    view! {
        <Title text="To verify · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This list did not load" let:page>
                <Content page />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page) -> impl IntoView {
    let none = page.mine.is_empty() && page.without_owner.is_empty() && page.of_others.is_empty();
    let inside = if none {
        let library = || view! { <LinkButton href="/library">"To the library"</LinkButton> };
        view! {
            <EmptyState title="Nothing waits" action=library>
                "A note comes here when its months are over, when somebody else changed it, or when its owner is gone."
            </EmptyState>
        }
        .into_any()
    } else {
        view! {
            <Group id="mine" title="Waiting for your word" note="Read it. It still holds: verify it. It does not: change it, or say so." notes=page.mine />
            <Group id="alone" title="Without an owner" note="Whoever answered for them works here no more. Take over what you know." notes=page.without_owner />
            <Group id="others" title="Waiting for others" note="As a program admin you may say it for them." notes=page.of_others />
        }
        .into_any()
    };
    view! {
        <PageHead title="To verify" lead=Signal::stored(page.lead) />
        {inside}
    }
}

#[component]
fn Group(id: &'static str, title: &'static str, note: &'static str, notes: Vec<NoteLine>) -> impl IntoView {
    (!notes.is_empty()).then(|| view! { <Section id title note><NoteLines notes /></Section> })
}
