//! A link that looks like a button, for the one place a screen leads to.

use leptos::prelude::*;

use super::{ButtonKind, ButtonSize, Icon, IconName};

/// A link drawn as a button. Works without JavaScript; the router takes it over where it runs.
#[component]
pub fn LinkButton(
    /// Where it goes.
    #[prop(into)]
    href: Signal<String>,
    /// Its weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// Its size.
    #[prop(optional)]
    size: ButtonSize,
    /// Stands before the words.
    #[prop(optional_no_strip, into)]
    icon: Option<IconName>,
    /// Its words: a verb.
    children: Children,
) -> impl IntoView {
    view! {
        <a
            class="button"
            data-kind=kind.slug()
            data-size=size.slug()
            href=move || href.get()
        >
            {icon.map(|name| view! { <Icon name /> })}
            {children()}
        </a>
    }
}
