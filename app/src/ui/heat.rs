//! A cell of a team-by-skill grid: how many can, over how many need it. Hatched where it is needed and nobody can.

use leptos::prelude::*;

/// One cell.
#[component]
pub fn HeatCell(
    /// How many can.
    have: u32,
    /// How many need it; none means it is not needed here.
    need: u32,
    /// Drawn small, in a key.
    #[prop(optional)]
    example: bool,
) -> impl IntoView {
    let state = match (have, need) {
        (0, 0) => Some("none"),
        (0, _) => Some("missing"),
        _ => None,
    };
    let step = (have > 0).then(|| have.min(4));
    let shown = if need == 0 {
        view! {
            <span aria-hidden="true">"·"</span>
            <span class="visually-hidden">"not needed"</span>
        }
        .into_any()
    } else {
        view! {
            {have}
            <small>"/"{need}</small>
        }
        .into_any()
    };
    view! {
        <span class="cell" data-state=state data-step=step data-example=example.then_some("")>
            {shown}
        </span>
    }
}
