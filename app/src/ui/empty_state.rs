//! Nothing yet: one sentence, one button, one example. A ring with its missing piece drawn.

use leptos::prelude::*;

use super::MaybeText;

use super::ring::Ring;

/// What stands where a list would be.
#[component]
pub fn EmptyState(
    /// What there is none of: "No ring yet".
    #[prop(into)]
    title: String,
    /// The one button.
    #[prop(optional, into)]
    action: Option<ViewFnOnce>,
    /// What it could look like: "For example: …".
    #[prop(optional, into)]
    example: MaybeText,
    /// One sentence on how to have the first.
    children: Children,
) -> impl IntoView {
    let example = example.0;
    view! {
        <div class="empty">
            <BrokenRing />
            <p class="empty-title">{title}</p>
            <p>{children()}</p>
            {action.map(|action| action.run())}
            {example.map(|text| view! { <p class="empty-example">{text}</p> })}
        </div>
    }
}

#[component]
fn BrokenRing() -> impl IntoView {
    let pieces = Ring::new(32.0, 30.0, 20.0).pieces(3, 14.0, 5.0);
    let last = pieces.len().saturating_sub(1);
    let paths = pieces
        .into_iter()
        .enumerate()
        .map(|(place, d)| view! { <path d=d data-missing=(place == last).then_some("")></path> })
        .collect_view();
    view! {
        <svg viewBox="0 0 64 64" aria-hidden="true">
            {paths}
        </svg>
    }
}
