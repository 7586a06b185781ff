//! One of a short, known list. The native control: it works everywhere and knows its keys.

use leptos::html;
use leptos::prelude::*;

use super::field::control_attributes;
use super::typed::keep_equal;
use super::{Icon, IconName, MaybeText};

/// One line of a [`Select`] or [`RadioGroup`](super::RadioGroup()).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    if let Some(text) = bind {
        keep_equal(node, text);
    }
    let chosen = bind.map_or(value, |text| text.get_untracked());
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
                aria-describedby=move || attributes.described_by.get()
                aria-invalid=move || attributes.invalid.get()
                on:change=move |event| {
                    if let Some(text) = bind {
                        text.set(event_target_value(&event));
                    }
                }
            >
                {options}
            </select>
            <Icon name=IconName::Down />
        </span>
    }
}
