//! One of a short, known list. The native control: it works everywhere and knows its keys.

use leptos::html;
use leptos::prelude::*;

use super::field::control_attributes;
use super::kept_choice::{keep_choice, kept_choice};
use super::typed::keep_equal;
use super::typed_before::first_text;
use super::{Icon, IconName, MaybeText};

/// One line of a [`Select`] or [`RadioGroup`](super::RadioGroup()).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What people read.
    pub label: String,
    /// What choosing it leads to; radio groups show it beside the label.
    pub note: Option<String>,
    /// Shown, not to be chosen; the note says why.
    pub refused: bool,
}

impl Choice {
    /// A choice without a note.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), ..Self::default() }
    }

    /// The same choice with what it leads to.
    pub fn with_note(self, note: impl Into<String>) -> Self {
        Self { note: Some(note.into()), ..self }
    }

    /// The same choice, not to be chosen now.
    pub fn refused(self) -> Self {
        Self { refused: true, ..self }
    }
}

/// A native select. Inside a `Field` it takes id, description and error from it.
#[component]
pub fn Select(
    /// Its name in the form.
    #[prop(into)]
    name: String,
    /// The choices, in order.
    choices: Vec<Choice>,
    /// The value chosen at first.
    #[prop(optional, into)]
    value: String,
    /// Follows the choice; its first value replaces `value`.
    #[prop(optional)]
    bind: Option<RwSignal<String>>,
    /// Needed only outside a `Field`.
    #[prop(optional, into)]
    id: MaybeText,
    /// Refused when the empty value is chosen.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let id = id.0;
    let attributes = control_attributes(id);
    let node = NodeRef::<html::Select>::new();
    let chosen = first_text(&name, value, bind);
    match bind {
        Some(text) => keep_equal(node, text),
        None => keep_chosen(node, chosen.clone()),
    }
    let options = choices
        .into_iter()
        .map(|choice| {
            let selected = choice.value == chosen;
            view! {
                <option value=choice.value selected=selected disabled=choice.refused>
                    {choice.label}
                </option>
            }
        })
        .collect_view();
    view! {
        <span class="select">
            <select
                class="field-input"
                node_ref=node
                id=attributes.id
                name=name
                required=required
                aria-describedby=move || attributes.described_by.try_get().flatten()
                aria-invalid=move || attributes.invalid.try_get().flatten()
                on:change=move |event| {
                    let value = event_target_value(&event);
                    if let Some(text) = bind {
                        text.set(value);
                    } else if let Some(select) = node.get_untracked() {
                        keep_choice(&select, &value);
                    }
                }
            >
                {options}
            </select>
            <Icon name=IconName::Down />
        </span>
    }
}

/// Keeps somebody's own choice when the options are drawn anew; what is no longer to be had gives way to `first`.
fn keep_chosen(node: NodeRef<html::Select>, first: String) {
    Effect::new(move |_| {
        let Some(select) = node.get() else {
            return;
        };
        if let Some(kept) = kept_choice(&select) {
            select.set_value(&kept);
            if select.selected_index() < 0 {
                select.set_value(&first);
            }
        }
    });
}
