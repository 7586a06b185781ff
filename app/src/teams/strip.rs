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
    let (shared, single) = (share(strip.shared), share(strip.single));
    let missing = if strip.missing == 0 { 0 } else { 1_000 - shared - single };
    view! {
        <span class="cover-strip">
            <svg class="strip" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="strip-base" width="1000" height="10"></rect>
                <rect class="strip-shared" width=shared height="10"></rect>
                <rect class="strip-single" x=shared width=single height="10"></rect>
                <rect class="strip-missing" x=1_000 - missing width=missing height="10"></rect>
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
