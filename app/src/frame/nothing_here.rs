//! An address at which nothing stands, in the frame for those who are signed in.

use super::Framed;
use crate::ui::{EmptyState, LinkButton, PageHead};
use leptos::prelude::*;
use leptos_meta::Title;

/// The page of every address that has none.
#[component]
pub fn NothingHere() -> impl IntoView {
    let ways = || view! { <LinkButton href="/" kind=crate::ui::ButtonKind::Primary>"Go home"</LinkButton><LinkButton href="/search">"Search"</LinkButton> };
    view! {
        <Title text="Nothing here · Kith" />
        <Framed>
            <main class="page" id="main" tabindex="-1">
                <PageHead title="Nothing stands here" />
                <EmptyState title="No page has this address" action=ways>
                    "It may be misspelled, or what it named is gone or not yours to see."
                </EmptyState>
            </main>
        </Framed>
    }
}
