//! Why someone or something is shown. Reasons are facts, not scores.

use leptos::prelude::*;

use super::{Icon, IconName, Way};

/// A list of `Reason`s.
#[component]
pub fn Reasons(
    /// The reasons, the strongest first.
    children: Children,
) -> impl IntoView {
    view! { <ul class="reasons">{children()}</ul> }
}

/// One reason: an icon and a fact.
#[component]
pub fn Reason(
    /// What the fact is about; the arrow when a `way` is given.
    #[prop(optional_no_strip, into)]
    icon: Option<IconName>,
    /// Giving or receiving.
    #[prop(optional_no_strip, into)]
    way: Option<Way>,
    /// The fact.
    children: Children,
) -> impl IntoView {
    let icon = icon.or(way.map(Way::icon)).unwrap_or(IconName::Info);
    let icon = match way {
        Some(way) => view! { <Icon name=icon way /> }.into_any(),
        None => view! { <Icon name=icon /> }.into_any(),
    };
    view! {
        <li>
            {icon}
            <span>{children()}</span>
        </li>
    }
}
