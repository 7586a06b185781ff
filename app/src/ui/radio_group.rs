//! One of a few, all in view, each with what it leads to.

use leptos::html;
use leptos::prelude::*;

use super::Choice;

/// How a group of radio buttons is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RadioLook {
    /// A card each: title and consequence under each other.
    #[default]
    Cards,
    /// One line each, the consequence at its end.
    Lines,
    /// Slots side by side: for times, the second clock as the note.
    Slots,
}

/// A fieldset of native radio buttons.
#[component]
pub fn RadioGroup(
    /// Its name in the form.
    #[prop(into)]
    name: String,
    /// What is being chosen.
    #[prop(into)]
    legend: String,
    /// Keeps the legend for screen readers only, where a heading already asks.
    #[prop(optional)]
    legend_hidden: bool,
    /// The choices, in order.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The value chosen at first.
    #[prop(optional, into)]
    value: String,
    /// How it is drawn.
    #[prop(optional)]
    look: RadioLook,
    /// Follows the choice; its first value replaces `value`.
    #[prop(optional)]
    bind: Option<RwSignal<String>>,
) -> impl IntoView {
    let first = bind.map_or(value, |text| text.get_untracked());
    let radios = move || {
        choices
            .get()
            .into_iter()
            .map(|choice| {
                let checked = choice.value == first;
                view! { <Radio name=name.clone() choice checked look bind /> }
            })
            .collect_view()
    };
    let legend_class = if legend_hidden { "visually-hidden" } else { "field-label" };
    view! {
        <fieldset class="radio-group">
            <legend class=legend_class>{legend}</legend>
            <div
                class=if look == RadioLook::Slots { "slots" } else { "choices" }
                data-compact=(look == RadioLook::Lines).then_some("")
            >
                {radios}
            </div>
        </fieldset>
    }
}

#[component]
fn Radio(
    name: String,
    choice: Choice,
    checked: bool,
    look: RadioLook,
    bind: Option<RwSignal<String>>,
) -> impl IntoView {
    let Choice { value, label, note, refused } = choice;
    let sent = value.clone();
    let node = NodeRef::<html::Input>::new();
    if let Some(text) = bind {
        follow_choice(node, text, value.clone());
    }
    let input = view! {
        <input
            node_ref=node
            class=(look == RadioLook::Slots).then_some("visually-hidden")
            type="radio"
            name=name
            value=value
            checked=checked
            disabled=refused
            on:change=move |_| {
                if let Some(text) = bind {
                    text.set(sent.clone());
                }
            }
        />
    };
    if look == RadioLook::Slots {
        view! {
            <label class="slot">
                {input} {label} {note.map(|note| view! { <small>{note}</small> })}
            </label>
        }
        .into_any()
    } else {
        view! {
            <label class="choice">
                {input} <span class="choice-title">{label}</span>
                {note.map(|note| view! { <span class="choice-note">{note}</span> })}
            </label>
        }
        .into_any()
    }
}

/// Keeps one radio button and the group's signal equal; a choice made before hydration wins.
fn follow_choice(node: NodeRef<html::Input>, text: RwSignal<String>, value: String) {
    Effect::new(move |met: Option<bool>| {
        let Some(input) = node.get() else {
            return false;
        };
        let wanted = text.with(|text| *text == value);
        if met == Some(true) {
            input.set_checked(wanted);
        } else if input.checked() && !wanted {
            text.set(value.clone());
        }
        true
    });
}
