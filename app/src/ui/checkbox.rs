//! Yes or no: a box for "include this", a switch for "from now on".

use leptos::prelude::*;

use super::typed_before::values_before;

/// A native checkbox with its words. Sends `value` when ticked and nothing otherwise.
#[component]
pub fn Checkbox(
    /// Its name in the form.
    #[prop(into)]
    name: String,
    /// What the form sends when it is ticked.
    #[prop(default = "true".to_owned(), into)]
    value: String,
    /// Whether it is ticked at first.
    #[prop(optional)]
    checked: bool,
    /// Follows the tick; its first value replaces `checked`.
    #[prop(optional)]
    bind: Option<RwSignal<bool>>,
    /// Its words; hide them with `visually-hidden` only in a table's column of boxes.
    children: Children,
) -> impl IntoView {
    view! {
        <label class="check">
            <Tick name value checked bind />
            {children()}
        </label>
    }
}

/// A switch: a checkbox that takes effect from now on.
#[component]
pub fn Switch(
    /// Its name in the form.
    #[prop(into)]
    name: String,
    /// What the form sends when it is on.
    #[prop(default = "true".to_owned(), into)]
    value: String,
    /// Whether it is on at first.
    #[prop(optional)]
    checked: bool,
    /// Follows the switch; its first value replaces `checked`.
    #[prop(optional)]
    bind: Option<RwSignal<bool>>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <label class="switch">
            <Tick name value checked bind attr:role="switch" />
            {children()}
        </label>
    }
}

#[component]
fn Tick(name: String, value: String, checked: bool, bind: Option<RwSignal<bool>>) -> impl IntoView {
    let node = NodeRef::<leptos::html::Input>::new();
    // An empty box sends nothing, so that only a tick is known to have been made.
    let ticked_before = values_before(&name).contains(&value);
    if let Some(on) = bind {
        Effect::new(move |met: Option<bool>| {
            let Some(input) = node.get() else {
                return false;
            };
            let wanted = on.get();
            if input.checked() != wanted {
                if met == Some(true) {
                    input.set_checked(wanted);
                } else {
                    on.set(input.checked());
                }
            }
            true
        });
    }
    view! {
        <input
            node_ref=node
            type="checkbox"
            name=name
            value=value
            checked=ticked_before || bind.map_or(checked, |on| on.get_untracked())
            on:change=move |event| {
                if let Some(on) = bind {
                    on.set(event_target_checked(&event));
                }
            }
        />
    }
}
