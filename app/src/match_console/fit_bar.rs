//! How well two people fit: a band, and a bar in which each ingredient is as wide as it weighs; unfolded, the same in
//! sentences.

use crate::ui::{Band, Strength};
use domain::mentoring::{self, Ingredient};
use leptos::prelude::*;

/// The band of a fit as the design system draws it.
pub(super) const fn strength(band: mentoring::Band) -> Strength {
    match band {
        mentoring::Band::Stretch => Strength::Stretch,
        mentoring::Band::Good => Strength::Good,
        mentoring::Band::Strong => Strength::Strong,
    }
}

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
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <div class="pairing-fit">
            <Band strength=strength(band) />
            <Bar parts=parts.clone() />
            <details class="unfold" open=open>
                <summary class="link">"What speaks for it"</summary>
                <ul class="pairing-lines">{lines}</ul>
                <Parts parts />
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

/// Each ingredient in a row of its own, starting where the last one ended.
#[component]
fn Parts(parts: Vec<(Ingredient, u16)>) -> impl IntoView {
    let mut start = 0_u16;
    let rows = parts
        .into_iter()
        .map(|(ingredient, points)| {
            let from = start;
            start = start.saturating_add(points);
            view! {
                <li class="match-row" data-part=(points == 0).then_some("none")>
                    <span>{ingredient.title()}</span>
                    <svg class="match-bar" viewBox="0 0 1000 28" preserveAspectRatio="none" aria-hidden="true">
                        <rect class="match-track" x="0" y="12" width="1000" height="4"></rect>
                        <rect class="match-part" x=from.to_string() y="2" width=points.to_string() height="24"></rect>
                    </svg>
                    <data value=points.to_string()>{points / 10}</data>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="match" aria-label="What this is made of, in points of 100">{rows}</ul> }
}
