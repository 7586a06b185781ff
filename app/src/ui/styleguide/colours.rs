//! The colour tokens by what they are for.

use leptos::prelude::*;

use super::specimen::{Guide, Specimen};

const PAPER: [&str; 8] = ["bg", "surface", "surface-2", "surface-3", "border", "border-strong", "stage", "stage-line"];
const INK: [&str; 4] = ["text", "text-2", "text-3", "focus"];
const ACTION: [&str; 5] = ["primary", "primary-hover", "on-primary", "primary-soft", "on-primary-soft"];
const WAYS: [&str; 7] = ["teach", "teach-soft", "teach-fill", "on-teach-fill", "learn", "learn-soft", "learn-fill"];
const STATUS: [&str; 8] =
    ["success", "success-soft", "warning", "warning-soft", "danger", "danger-soft", "info", "info-soft"];
const DATA: [&str; 15] = [
    "heat-0", "heat-1", "heat-2", "heat-3", "heat-4", "heat-5", "risk-1", "risk-2", "risk-3", "cat-1", "cat-2",
    "cat-3", "cat-4", "cat-5", "cat-6",
];

#[component]
pub(super) fn Colours() -> impl IntoView {
    let note = "Marigold is giving, indigo is receiving, pine is acting. None of them decorates.";
    view! {
        <Guide id="colour" title="Colour" note>
            <Swatches name="paper" tokens=&PAPER />
            <Swatches name="ink" tokens=&INK />
            <Swatches name="action" tokens=&ACTION />
            <Swatches name="giving, receiving" tokens=&WAYS />
            <Swatches name="status" tokens=&STATUS />
            <Swatches name="data" tokens=&DATA />
        </Guide>
    }
}

#[component]
fn Swatches(name: &'static str, tokens: &'static [&'static str]) -> impl IntoView {
    let swatches = tokens
        .iter()
        .map(|token| {
            view! {
                <li>
                    <span class="swatch" data-token=*token></span>
                    <code>{*token}</code>
                </li>
            }
        })
        .collect_view();
    view! {
        <Specimen name wide=true>
            <ul class="swatches">{swatches}</ul>
        </Specimen>
    }
}
