//! Why two people fit: the band, the reasons in sentences, and the same as a bar of ingredients.

use crate::ui::{Band, IconName, Reason, Reasons, Strength, Way};
use domain::mentoring::{self, Explained, Ingredient, Line};
use leptos::prelude::*;

/// How many reasons are shown before the bar.
const FEW: usize = 4;

/// The band, the strongest reasons, and the bar behind one word; for a `reader` who would learn, or teach.
#[component]
pub(super) fn FitDetails(why: Explained, #[prop(default = Way::Learn)] reader: Way) -> impl IntoView {
    let strength = match why.band {
        mentoring::Band::Stretch => Strength::Stretch,
        mentoring::Band::Good => Strength::Good,
        mentoring::Band::Strong => Strength::Strong,
    };
    let reasons = why.lines.into_iter().take(FEW).map(|line| view! { <Fact line reader /> }).collect_view();
    let better = why.better.map(|better| view! { <p class="quiet">{better}</p> });
    view! {
        <p><Band strength /></p>
        <Reasons>{reasons}</Reasons>
        {better}
        <details class="unfold">
            <summary class="link">"What this is made of"</summary>
            <Parts parts=why.parts />
        </details>
    }
}

#[component]
fn Fact(line: Line, reader: Way) -> impl IntoView {
    let words = view! {
        <b>{line.lead}</b>
        {line.rest}
    };
    match way(line.ingredient, reader) {
        Some(way) => view! { <Reason way>{words}</Reason> }.into_any(),
        None => view! { <Reason icon=icon(line.ingredient)>{words}</Reason> }.into_any(),
    }
}

const fn way(ingredient: Ingredient, reader: Way) -> Option<Way> {
    let other = match reader {
        Way::Learn => Way::Teach,
        Way::Teach => Way::Learn,
    };
    match ingredient {
        Ingredient::Teaches => Some(reader),
        Ingredient::Mutual => Some(other),
        Ingredient::Wish
        | Ingredient::Goal
        | Ingredient::Hours
        | Ingredient::OtherTeam
        | Ingredient::OtherPlace
        | Ingredient::New => None,
    }
}

const fn icon(ingredient: Ingredient) -> IconName {
    match ingredient {
        Ingredient::Wish => IconName::Bookmark,
        Ingredient::Goal => IconName::Target,
        Ingredient::Teaches => IconName::Receive,
        Ingredient::Hours => IconName::Clock,
        Ingredient::OtherTeam => IconName::People,
        Ingredient::OtherPlace => IconName::Place,
        Ingredient::Mutual => IconName::Teach,
        Ingredient::New => IconName::Handover,
    }
}

/// Each ingredient starts where the last one ended.
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
