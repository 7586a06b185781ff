//! Nobody fits: the filter to drop, by name.

use crate::ui::{ButtonKind, EmptyState, LinkButton};
use domain::people::Drop;
use leptos::prelude::*;

/// "No one matches. Remove Care East?"
#[component]
pub(super) fn Nobody(drop: Option<Drop>) -> impl IntoView {
    let Some(drop) = drop else {
        let words = "Nobody works here yet. An admin can invite people or import them.";
        return view! { <EmptyState title="No people yet">{words}</EmptyState> }.into_any();
    };
    let people = if drop.count == 1 { "person matches" } else { "people match" };
    let (verb, rest) = match drop.label {
        Some(label) => (format!("Remove {label}"), format!("Without {label}, {} {people}.", drop.count)),
        None => {
            ("Remove all filters".to_owned(), "No single filter is to blame; they leave nobody together.".to_owned())
        }
    };
    let link = drop.link;
    let action = move || view! { <LinkButton href=link kind=ButtonKind::Primary>{verb}</LinkButton> };
    view! { <EmptyState title="No one matches" action>{rest}</EmptyState> }.into_any()
}
