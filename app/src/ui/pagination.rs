//! Where in a long list one is, and the two ways on.

use leptos::prelude::*;

/// The foot of a list: what is shown, previous, next. Without more on either side it is only the sentence.
#[component]
pub fn Pagination(
    /// What is shown of what: "1–8 of 11, without the 2 people who are away".
    #[prop(into)]
    summary: Signal<String>,
    /// Address of the page before.
    #[prop(optional, into)]
    previous: Signal<Option<String>>,
    /// Address of the page after.
    #[prop(optional, into)]
    next: Signal<Option<String>>,
) -> impl IntoView {
    let either = move || previous.with(Option::is_some) || next.with(Option::is_some);
    view! {
        <nav class="table-foot" aria-label="Pages">
            <span>{move || summary.get()}</span>
            <Show when=either>
                <span class="buttons">
                    {move || way("Previous", "prev", previous.get())}
                    {move || way("Next", "next", next.get())}
                </span>
            </Show>
        </nav>
    }
}

/// A link without an address stays in place, so that the other one does not jump under the finger.
fn way(words: &'static str, rel: &'static str, href: Option<String>) -> impl IntoView {
    let off = href.is_none().then_some("true");
    view! {
        <a class="button" data-size="small" rel=rel href=href aria-disabled=off role=off.map(|_| "link")>
            {words}
        </a>
    }
}
