//! Two or three small choices that swap one picture: "Picture, Table". Links, so the choice has an address.

use leptos::prelude::*;

/// One choice of a [`Segmented`] row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its word.
    pub label: String,
    /// The address that shows it.
    pub href: String,
    /// Whether it is the one shown.
    pub current: bool,
}

/// A row of choices, the shown one lit.
#[component]
pub fn Segmented(
    /// What is being chosen, read aloud.
    #[prop(into)]
    label: String,
    /// The choices.
    #[prop(into)]
    segments: Signal<Vec<Segment>>,
) -> impl IntoView {
    let links = move || {
        segments
            .get()
            .into_iter()
            .map(|segment| {
                let current = segment.current.then_some("true");
                view! {
                    <a class="button" href=segment.href aria-current=current>
                        {segment.label}
                    </a>
                }
            })
            .collect_view()
    };
    view! {
        <nav class="segmented" aria-label=label>
            {links}
        </nav>
    }
}
