//! Why two people fit: the band, the reasons in sentences, and the same as a bar of ingredients.

use crate::ui::{Band, FitParts, IconName, Reason, Reasons, Way};
use domain::mentoring::{Explained, Ingredient, Line};
use leptos::prelude::*;

/// How many reasons are shown before the bar.
const FEW: usize = 4;

/// The band, the strongest reasons, and the bar behind one word; for a `reader` who would learn, or teach.
#[component]
pub(super) fn FitDetails(why: Explained, #[prop(default = Way::Learn)] reader: Way) -> impl IntoView {
    let parts = why.parts.into_iter().map(|(ingredient, points)| (ingredient.title().to_owned(), points)).collect();
    let reasons = why.lines.into_iter().take(FEW).map(|line| view! { <Fact line reader /> }).collect_view();
    let better = why.better.map(|better| view! { <p class="quiet">{better}</p> });
    view! {
        <p><Band strength=why.band /></p>
        <Reasons>{reasons}</Reasons>
        {better}
        <details class="unfold">
            <summary class="link">"What this is made of"</summary>
            <FitParts parts />
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
