//! Why two people fit: reasons in sentences, and the same as a bar of ingredients with its numbers as a table.

use crate::ui::{Band, IconName, Reason, Reasons, Strength, Way};
use domain::suggest::{self, Ingredient, IngredientKind, Suggestion};
use leptos::prelude::*;

/// The band and the reasons.
#[component]
pub(super) fn WhyYouTwo(why: Suggestion) -> impl IntoView {
    let strength = match why.band {
        suggest::Band::Stretch => Strength::Stretch,
        suggest::Band::Good => Strength::Good,
        suggest::Band::Strong => Strength::Strong,
    };
    let reasons = why
        .reasons
        .into_iter()
        .map(|reason| {
            let words = view! {
                <b>{reason.lead}</b>
                {reason.rest}
            };
            match way(reason.kind) {
                Some(way) => view! { <Reason way>{words}</Reason> }.into_any(),
                None => view! { <Reason icon=icon(reason.kind)>{words}</Reason> }.into_any(),
            }
        })
        .collect_view();
    let better = why.better.map(|better| view! { <p class="quiet">{better}</p> });
    view! {
        <p><Band strength /></p>
        <Reasons>{reasons}</Reasons>
        {better}
        <details class="unfold">
            <summary class="link">"What this is made of"</summary>
            <Parts parts=why.ingredients />
        </details>
    }
}

const fn way(kind: IngredientKind) -> Option<Way> {
    match kind {
        IngredientKind::Teaches | IngredientKind::Goal => Some(Way::Learn),
        IngredientKind::Mutual => Some(Way::Teach),
        IngredientKind::Hours | IngredientKind::Capacity | IngredientKind::OtherTeam | IngredientKind::Answers => None,
    }
}

const fn icon(kind: IngredientKind) -> IconName {
    match kind {
        IngredientKind::Goal => IconName::Target,
        IngredientKind::Teaches => IconName::Receive,
        IngredientKind::Hours => IconName::Clock,
        IngredientKind::Mutual => IconName::Teach,
        IngredientKind::Capacity => IconName::Calendar,
        IngredientKind::OtherTeam => IconName::People,
        IngredientKind::Answers => IconName::Message,
    }
}

/// Each ingredient starts where the last one ended.
#[component]
fn Parts(parts: Vec<Ingredient>) -> impl IntoView {
    let mut start = 0_u16;
    let rows = parts
        .into_iter()
        .map(|part| {
            let from = start;
            start = start.saturating_add(part.points);
            view! {
                <li class="match-row" data-part=(part.points == 0).then_some("none")>
                    <span>{part.kind.title()}</span>
                    <svg class="match-bar" viewBox="0 0 1000 28" preserveAspectRatio="none" aria-hidden="true">
                        <rect class="match-track" x="0" y="12" width="1000" height="4"></rect>
                        <rect class="match-part" x=from.to_string() y="2" width=part.points.to_string() height="24"></rect>
                    </svg>
                    <data value=part.points.to_string()>{part.points / 10}</data>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="match" aria-label="What this is made of, in points of 100">{rows}</ul> }
}
