//! The coverage strip: how much of what a team works with is shared, hangs on one person, or on nobody.

use domain::teams::Strip;
use leptos::prelude::*;

/// Three parts of one bar, and the numbers in words.
#[component]
pub(super) fn CoverageStrip(strip: Strip) -> impl IntoView {
    let total = strip.total();
    if total == 0 {
        return view! { <span class="quiet">{strip.phrase()}</span> }.into_any();
    }
    let share = move |part: u32| part * 1_000 / total;
    let shared = share(strip.shared);
    // What the two parts leave free is what nobody covers: the ground of the bar is hatched.
    let single = if strip.missing == 0 { 1_000 - shared } else { share(strip.single) };
    let missing = (strip.missing > 0).then_some("");
    view! {
        <span class="cover-strip">
            <svg class="strip" data-missing=missing viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="strip-shared" width=shared height="10"></rect>
                <rect class="strip-single" x=shared width=single height="10"></rect>
            </svg>
            <span class="table-sub">{strip.phrase()}</span>
        </span>
    }
    .into_any()
}

/// How to read the strip.
#[component]
pub(super) fn StripKey() -> impl IntoView {
    view! {
        <ul class="key" aria-label="How to read a strip">
            <li>
                <span class="key-part" data-kind="shared"></span>
                "two people or more"
            </li>
            <li>
                <span class="key-part" data-kind="single"></span>
                "one person"
            </li>
            <li>
                <span class="key-part" data-kind="missing"></span>
                "nobody"
            </li>
        </ul>
    }
}
