//! A box to look for something: a form that goes to an address, so it works before anything else does.

use leptos::prelude::*;

use super::{Icon, IconName, MaybeText};

/// A search form. Sends `GET action?name=…`.
#[component]
pub fn SearchBox(
    /// Id of the input, unique on the page.
    #[prop(into)]
    id: String,
    /// What can be found, read aloud and shown in the box.
    #[prop(into)]
    label: String,
    /// The page that shows the result.
    #[prop(into)]
    action: String,
    /// Name of the query in the address.
    #[prop(default = "q".to_owned(), into)]
    name: String,
    /// What is being looked for now.
    #[prop(optional, into)]
    value: String,
    /// A key that leads here, shown at the end of the box.
    #[prop(optional, into)]
    shortcut: MaybeText,
) -> impl IntoView {
    let shortcut = shortcut.0;
    view! {
        <form class="search" role="search" method="get" action=action>
            <label class="visually-hidden" for=id.clone()>
                {label.clone()}
            </label>
            <Icon name=IconName::Search />
            <input
                class="field-input"
                id=id
                name=name
                type="search"
                value=value
                placeholder=format!("{label}…")
            />
            {shortcut.map(|keys| view! { <kbd aria-hidden="true">{keys}</kbd> })}
        </form>
    }
}
