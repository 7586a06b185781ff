//! How well two people fit: a band, and a bar in which each ingredient is as wide as it weighs; unfolded, the same in
//! sentences.

use crate::ui::{Band, FitParts};
use domain::mentoring::{self, Ingredient};
use leptos::prelude::*;

/// Band, bar and sentences.
#[component]
pub(super) fn FitBar(
    band: mentoring::Band,
    parts: Vec<(Ingredient, u16)>,
    lines: Vec<String>,
    /// Shows the sentences at once.
    #[prop(optional)]
    open: bool,
) -> impl IntoView {
    let named = parts.iter().map(|(ingredient, points)| (ingredient.title().to_owned(), *points)).collect();
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <div class="pairing-fit">
            <Band strength=band />
            <Bar parts />
            <details class="unfold" open=open>
                <summary class="link">"What speaks for it"</summary>
                <ul class="pairing-lines">{lines}</ul>
                <FitParts parts=named />
            </details>
        </div>
    }
}

/// All ingredients one after the other.
#[component]
fn Bar(parts: Vec<(Ingredient, u16)>) -> impl IntoView {
    let mut start = 0_u16;
    let pieces = parts
        .into_iter()
        .map(|(_, points)| points)
        .filter(|points| *points > 0)
        .map(|points| {
            let from = start;
            start = start.saturating_add(points);
            // A gap tells the pieces apart where colours cannot.
            let width = points.saturating_sub(8).max(4).to_string();
            view! { <rect class="pairing-piece" x=from.to_string() y="0" width=width height="40"></rect> }
        })
        .collect_view();
    view! {
        <svg class="pairing-bar" viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">
            <rect class="match-track" x="0" y="16" width="1000" height="8"></rect>
            {pieces}
        </svg>
    }
}
