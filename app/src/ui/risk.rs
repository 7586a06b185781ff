//! Three bars and a word: how pressing a gap is. The subject is a skill, never a person.

use leptos::prelude::*;

/// The bars, lit up to `band`, and the words.
#[component]
pub fn RiskBars(
    /// 1 low, 2 medium, 3 high.
    band: u8,
    /// "High", or "Critical, one person left".
    #[prop(into)]
    words: String,
) -> impl IntoView {
    view! {
        <span class="risk" data-band=band>
            <span class="risk-bars" aria-hidden="true">
                <i></i>
                <i></i>
                <i></i>
            </span>
            {words}
        </span>
    }
}
