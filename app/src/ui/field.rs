//! Label above, hint below it, then the control, then what is wrong and how to put it right.

use leptos::context::Provider;
use leptos::prelude::*;

use super::{Icon, IconName, IconSize, MaybeText};

/// A field around one control. The control inside finds its id, its description and whether it is in error
/// by itself, so the page says each thing once.
#[component]
pub fn Field(
    /// The control's id, unique on the page. Error summaries link to it.
    #[prop(into)]
    id: String,
    /// What is asked for, in the words of the person answering.
    #[prop(into)]
    label: String,
    /// One sentence that helps to answer.
    #[prop(optional, into)]
    hint: MaybeText,
    /// Who will read the answer. Stands above the box and is never widened later.
    #[prop(optional, into)]
    audience: MaybeText,
    /// Marks the field as one that may be left empty.
    #[prop(optional)]
    optional: bool,
    /// Keeps the label for screen readers only, where a heading already asks.
    #[prop(optional)]
    label_hidden: bool,
    /// What is wrong and how to put it right; shown after a failed submit, never while typing.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The control.
    children: Children,
) -> impl IntoView {
    let (hint, audience) = (hint.0, audience.0);
    let around = Around { id: id.clone(), hinted: hint.is_some(), error };
    let label_class = if label_hidden { "visually-hidden" } else { "field-label" };
    let hint_id = around.hint_id();
    let error_id = around.error_id();
    let wrong = move || {
        let id = error_id.clone();
        error.try_get().flatten().map(|text| view! { <FieldError id text /> })
    };
    view! {
        <div class="field">
            <label class=label_class for=id>
                {label}
                {optional.then(|| view! { " "<span class="field-optional">"optional"</span> })}
            </label>
            {hint.map(|text| view! { <p class="field-hint" id=hint_id>{text}</p> })}
            {audience.map(|text| view! { <Audience text /> })}
            <Provider value=around>{children()}</Provider>
            {wrong}
        </div>
    }
}

/// Who reads a text, with a lock.
#[component]
pub fn Audience(
    /// A whole sentence: "Only Rosalind reads this, ever."
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <p class="field-audience">
            <Icon name=IconName::Lock size=IconSize::Small />
            {text}
        </p>
    }
}

/// What is wrong with a control, for it to be described by.
#[component]
pub(super) fn FieldError(id: String, text: String) -> impl IntoView {
    view! {
        <p class="field-error" id=id>
            <Icon name=IconName::Alert size=IconSize::Small />
            {text}
        </p>
    }
}

/// What a field tells the control inside it.
#[derive(Clone)]
struct Around {
    id: String,
    hinted: bool,
    error: Signal<Option<String>>,
}

impl Around {
    fn hint_id(&self) -> String {
        format!("{}-hint", self.id)
    }

    fn error_id(&self) -> String {
        format!("{}-error", self.id)
    }
}

/// The attributes a control takes from the field around it. Signals of a page that is being drawn anew may be gone while
/// its old fields still stand; read with `try_get`, they say nothing then.
#[derive(Clone)]
pub(super) struct ControlAttributes {
    /// Its id.
    pub id: Option<String>,
    /// The ids of the hint and of the error, as far as they are there.
    pub described_by: Signal<Option<String>>,
    /// `"true"` while there is an error.
    pub invalid: Signal<Option<&'static str>>,
}

/// Reads the field around a control; without one, only `id` is known.
pub(super) fn control_attributes(id: Option<String>) -> ControlAttributes {
    let Some(around) = use_context::<Around>() else {
        return ControlAttributes { id, described_by: Signal::default(), invalid: Signal::default() };
    };
    let error = around.error;
    let hint = around.hinted.then(|| around.hint_id());
    let error_id = around.error_id();
    let described_by = Signal::derive(move || {
        let error = is_some(error).then(|| error_id.clone());
        let ids: Vec<String> = hint.clone().into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    });
    ControlAttributes {
        id: id.or(Some(around.id)),
        described_by,
        invalid: Signal::derive(move || is_some(error).then_some("true")),
    }
}

fn is_some(error: Signal<Option<String>>) -> bool {
    error.try_with(Option::is_some) == Some(true)
}
