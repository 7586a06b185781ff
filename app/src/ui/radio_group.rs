//! One of a few, all in view, each with what it leads to.

use leptos::html;
use leptos::prelude::*;

use super::Choice;
use super::field::FieldError;
use super::kept_choice::{keep_ticks, restore_ticks, tick, ticked};
use super::typed_before::first_text;

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
    /// What is wrong and how to put it right; the group is described by it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let error_id = format!("{name}-error");
    let described_by = {
        let error_id = error_id.clone();
        move || error.try_get().flatten().map(|_| error_id.clone())
    };
    let wrong = move || error.try_get().flatten().map(|text| view! { <FieldError id=error_id.clone() text /> });
    let first = first_text(&name, value, bind);
    let node = NodeRef::<html::Div>::new();
    follow_choices(node, choices, bind);
    let changed = move |event| {
        if let Some(text) = bind {
            text.set(event_target_value(&event));
        } else if let Some(group) = node.get_untracked() {
            keep_ticks(&group);
        }
    };
    let legend_class = if legend_hidden { "visually-hidden" } else { "field-label" };
    view! {
        <fieldset class="radio-group" aria-describedby=described_by>
            <legend class=legend_class>{legend}</legend>
            <div
                class=if look == RadioLook::Slots { "slots" } else { "choices" }
                data-compact=(look == RadioLook::Lines).then_some("")
                node_ref=node
                on:change=changed
            >
                <For each=move || choices.get() key=Choice::clone let:choice>
                    <Radio name=name.clone() checked={choice.value == first} choice look />
                </For>
            </div>
            {wrong}
        </fieldset>
    }
}

#[component]
fn Radio(name: String, choice: Choice, checked: bool, look: RadioLook) -> impl IntoView {
    let Choice { value, label, note, refused } = choice;
    let class = (look == RadioLook::Slots).then_some("visually-hidden");
    let input = view! { <input class=class type="radio" name=name value=value checked=checked disabled=refused /> };
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

/// Keeps what is chosen chosen, by its value, when the choices change or are drawn anew. With a signal the two are
/// kept equal; a choice made before hydration wins.
fn follow_choices(node: NodeRef<html::Div>, choices: Signal<Vec<Choice>>, bind: Option<RwSignal<String>>) {
    Effect::new(move |met: Option<bool>| {
        choices.track();
        let Some(group) = node.get() else {
            return false;
        };
        let Some(text) = bind else {
            restore_ticks(&group, false);
            return true;
        };
        let wanted = text.get();
        match ticked(&group).pop().filter(|found| *found != wanted) {
            Some(found) if met != Some(true) => text.set(found),
            Some(_) | None => tick(&group, &[&wanted]),
        }
        true
    });
}
