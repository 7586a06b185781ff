//! A line that can be ticked, opened again and taken away: a goal, or something to talk about.

use crate::ui::{Button, ButtonKind, ButtonSize, Icon, IconName, IconSize};
use domain::id::PairId;
use leptos::prelude::*;

/// The box before a line; the words beside it say the same.
#[component]
pub(super) fn TickBox(is_done: bool) -> impl IntoView {
    let check = is_done.then(|| view! { <Icon name=IconName::Check size=IconSize::Small /> });
    view! { <span class="pair-box" aria-hidden="true">{check}</span> }
}

/// What a form of such a line sends, and its two buttons.
#[component]
pub(super) fn LineVerbs(
    pair: PairId,
    /// The field that names the line, and what it holds.
    field: (&'static str, String),
    /// What the line says.
    text: String,
    /// The step that ticks it or opens it again, and its word.
    tick: (&'static str, &'static str),
    pending: Signal<bool>,
) -> impl IntoView {
    let ((name, key), (step, words), other) = (field, tick, text.clone());
    view! {
        <input type="hidden" name="pair" value=pair.to_string() />
        <input type="hidden" name=name value=key />
        <Button size=ButtonSize::Small submit=true pending name="step" value=step>
            {words}<span class="visually-hidden">": "{text}</span>
        </Button>
        <Button size=ButtonSize::Small kind=ButtonKind::Quiet submit=true pending name="step" value="drop">
            "Take away"<span class="visually-hidden">": "{other}</span>
        </Button>
    }
}
