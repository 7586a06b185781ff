//! One line of text, or a native date, time, number, e-mail or password.

use leptos::html;
use leptos::prelude::*;

use super::MaybeText;

use super::field::control_attributes;
use super::typed::keep_equal;
use super::typed_before::first_text;

/// What a line of text holds. The browser brings the fitting keyboard and picker.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Any words.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// A secret.
    Password,
    /// Words to look for.
    Search,
    /// A number.
    Number,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A day and a time.
    DateTime,
    /// A web address.
    Url,
}

impl InputKind {
    const fn slug(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Password => "password",
            Self::Search => "search",
            Self::Number => "number",
            Self::Date => "date",
            Self::Time => "time",
            Self::DateTime => "datetime-local",
            Self::Url => "url",
        }
    }
}

/// A one-line control. Inside a `Field` it takes id, description and error from it. Anything rarer, such as
/// `attr:min` or `attr:maxlength`, is added as an attribute.
#[component]
pub fn TextInput(
    /// Its name in the form.
    #[prop(into)]
    name: String,
    /// What it holds.
    #[prop(optional)]
    kind: InputKind,
    /// What it holds at first.
    #[prop(optional, into)]
    value: String,
    /// Follows every key, for pages that react while typing; its first value replaces `value`.
    #[prop(optional)]
    bind: Option<RwSignal<String>>,
    /// Needed only outside a `Field`.
    #[prop(optional, into)]
    id: MaybeText,
    /// An example, never a label.
    #[prop(optional, into)]
    placeholder: MaybeText,
    /// What the browser may fill in: "email", "current-password".
    #[prop(optional, into)]
    autocomplete: MaybeText,
    /// Refused when empty.
    #[prop(optional)]
    required: bool,
    /// Shown, not changed.
    #[prop(optional)]
    readonly: bool,
) -> impl IntoView {
    let (id, placeholder, autocomplete) = (id.0, placeholder.0, autocomplete.0);
    let attributes = control_attributes(id);
    let node = NodeRef::<html::Input>::new();
    if let Some(text) = bind {
        keep_equal(node, text);
    }
    let first = match kind {
        InputKind::Password => bind.map_or(value, |text| text.get_untracked()),
        _ => first_text(&name, value, bind),
    };
    view! {
        <input
            class="field-input"
            node_ref=node
            id=attributes.id
            name=name
            type=kind.slug()
            value=first
            placeholder=placeholder
            autocomplete=autocomplete
            required=required
            readonly=readonly
            aria-describedby=move || attributes.described_by.try_get().flatten()
            aria-invalid=move || attributes.invalid.try_get().flatten()
            on:input=move |event| {
                if let Some(text) = bind {
                    text.set(event_target_value(&event));
                }
            }
        />
    }
}
