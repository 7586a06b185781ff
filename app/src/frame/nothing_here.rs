//! An address at which nothing stands, in the frame for those who are signed in.

use crate::ui::{EmptyState, PageHead};
use leptos::prelude::*;
use leptos_meta::Title;

/// The page of every address that has none. Strangers see it too, so its links load whole pages: for them the server
/// answers with the door.
#[component]
pub fn NothingHere() -> impl IntoView {
    let ways = || {
        view! {
            <div class="button-row">
                <a class="button" data-kind="primary" href="/" rel="external">"Go home"</a>
                <a class="button" href="/search" rel="external">"Search"</a>
            </div>
        }
    };
    view! {
        <Title text="Nothing here · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead title="Nothing stands here" />
            <EmptyState title="No page has this address" action=ways>
                "It may be misspelled, or what it named is gone or not yours to see."
            </EmptyState>
        </main>
    }
}
