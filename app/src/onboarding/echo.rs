//! The ring far behind the people.

use crate::ui::ring::Ring;
use leptos::prelude::*;

/// The motif as ground, never as information.
#[component]
pub(super) fn Echo() -> impl IntoView {
    let pieces = Ring::new(50.0, 49.0, 39.0).pieces(3, 6.0, 10.0);
    let paths = pieces.into_iter().map(|d| view! { <path d=d></path> }).collect_view();
    view! {
        <svg class="next-step-echo start-echo" viewBox="0 0 100 100" aria-hidden="true">
            {paths}
        </svg>
    }
}
