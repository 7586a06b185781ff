//! What a fit is made of.

use leptos::prelude::*;

/// A row for each part, in which its bar starts where the last one ended: together they are the whole fit.
#[component]
pub fn FitParts(
    /// What each part is called, and how many of 1,000 points it brings.
    parts: Vec<(String, u16)>,
) -> impl IntoView {
    let mut start = 0_u16;
    let rows = parts.into_iter().map(|(title, points)| {
        let from = start;
        start = start.saturating_add(points);
        view! {
            <li class="match-row" data-part=(points == 0).then_some("none")>
                <span>{title}</span>
                <svg class="match-bar" viewBox="0 0 1000 28" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="match-track" x="0" y="12" width="1000" height="4"></rect>
                    <rect class="match-part" x=from.to_string() y="2" width=points.to_string() height="24"></rect>
                </svg>
                <data value=points.to_string()>{points / 10}</data>
            </li>
        }
    });
    view! { <ul class="match" aria-label="What this is made of, in points of 100">{rows.collect_view()}</ul> }
}
