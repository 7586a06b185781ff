//! A moment in words, with the moment itself for machines. The server writes the words in the reader's zone;
//! nothing here looks at a clock, so server and browser agree.

use leptos::prelude::*;

use super::MaybeText;

/// A moment: `<time>` with its words.
#[component]
pub fn When(
    /// The moment as machines read it: `2026-11-18T12:30:00Z`.
    #[prop(into)]
    datetime: String,
    /// Its words in the reader's zone: "Thursday 12:30".
    #[prop(into)]
    text: String,
    /// More on hover: the same moment elsewhere, or to the second.
    #[prop(optional, into)]
    title: MaybeText,
) -> impl IntoView {
    let title = title.0;
    view! {
        <time datetime=datetime title=title>
            {text}
        </time>
    }
}

/// "Saved at 09:41": says aloud that a change has been kept. Draws an empty line before the first.
#[component]
pub fn SavedWhen(
    /// When it was saved, in words.
    #[prop(into)]
    at: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <p class="field-hint" role="status">
            {move || at.get().map(|at| format!("Saved {at}"))}
        </p>
    }
}
