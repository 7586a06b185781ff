//! Why two people fit: reasons in sentences, and the same as a bar of ingredients with its numbers as a table.

use crate::ui::{Band, FitParts, IconName, Reason, Reasons, Way};
use domain::suggest::{IngredientKind, Suggestion};
use leptos::prelude::*;

/// The band and the reasons.
#[component]
pub(super) fn WhyYouTwo(why: Suggestion) -> impl IntoView {
    let parts = why.ingredients.into_iter().map(|part| (part.kind.title().to_owned(), part.points)).collect();
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
        <p><Band strength=why.band /></p>
        <Reasons>{reasons}</Reasons>
        {better}
        <details class="unfold">
            <summary class="link">"What this is made of"</summary>
            <FitParts parts />
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
