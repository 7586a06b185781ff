//! Any of a few words: tick-able pills, for "which of these?".

use leptos::html;
use leptos::prelude::*;

use super::kept_choice::{keep_ticks, restore_ticks};
use super::typed_before::values_before;
use super::{Choice, Icon, Way};

/// Pills that are checkboxes. Every ticked one sends `name=value`.
#[component]
pub fn Picks(
    /// Their shared name in the form; ends in `[]` where the server expects a list.
    #[prop(into)]
    name: String,
    /// The words.
    choices: Vec<Choice>,
    /// The values ticked at first.
    #[prop(optional, into)]
    chosen: Vec<String>,
    /// Giving or receiving.
    way: Way,
) -> impl IntoView {
    let before = values_before(&name);
    let chosen = if before.is_empty() { chosen } else { before };
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(group) = node.get() {
            restore_ticks(&group, true);
        }
    });
    let changed = move |_| {
        if let Some(group) = node.get_untracked() {
            keep_ticks(&group);
        }
    };
    let pills = choices
        .into_iter()
        .map(|choice| {
            let checked = chosen.contains(&choice.value);
            view! {
                <label class="pick" data-kind=way.slug()>
                    <input
                        class="visually-hidden"
                        type="checkbox"
                        name=name.clone()
                        value=choice.value
                        checked=checked
                    />
                    <Icon name=way.icon() />
                    {choice.label}
                    {choice.note.map(|note| view! { <small>{note}</small> })}
                </label>
            }
        })
        .collect_view();
    view! {
        <div class="picks" node_ref=node on:change=changed>
            {pills}
        </div>
    }
}
