//! The control of a field, by what can stand in it.

use super::editing::ids;
use super::people_field::PeopleOf;
use crate::ui::{Choice, InputKind, Select, TextArea, TextInput};
use domain::program_editor::{Control, FieldView};
use leptos::prelude::*;

/// The control, holding `text`.
#[component]
pub(super) fn ControlOf(
    view: FieldView,
    text: RwSignal<String>,
    /// The field as the server knows it by now.
    news: Memo<Option<FieldView>>,
) -> impl IntoView {
    let name = format!("form[values][{}]", view.path);
    match view.control {
        Control::Line => view! { <TextInput name bind=text /> }.into_any(),
        Control::Prose { rows } => view! { <TextArea name bind=text rows /> }.into_any(),
        Control::Number { min, max, unit } => view! { <NumberOf name text min max unit /> }.into_any(),
        Control::OneOf { choices } => {
            let choices = choices.into_iter().map(|(value, label)| Choice::new(value, label)).collect();
            view! { <Select name choices bind=text /> }.into_any()
        }
        Control::Flag => view! { <FlagOf path=view.path text /> }.into_any(),
        Control::Day => view! { <TextInput name kind=InputKind::Date bind=text /> }.into_any(),
        Control::TimeOfDay => view! { <TextInput name kind=InputKind::Time bind=text /> }.into_any(),
        Control::Several { choices, none } => view! { <SeveralOf path=view.path text choices none /> }.into_any(),
        Control::People { none, .. } => view! { <PeopleOf path=view.path text view=news none /> }.into_any(),
    }
}

/// A number with what it counts. Text for the browser, so that what is no number is kept and told of.
#[component]
fn NumberOf(name: String, text: RwSignal<String>, min: i64, max: i64, unit: String) -> impl IntoView {
    view! {
        <span class="number-of">
            <TextInput name bind=text attr:inputmode="numeric" attr:data-min=min.to_string() attr:data-max=max.to_string() />
            <span class="quiet">{unit}</span>
        </span>
    }
}

/// A switch. What is off sends nothing, so the form also says that it has the switch.
#[component]
fn FlagOf(path: String, text: RwSignal<String>) -> impl IntoView {
    let (id, name) = (super::form_field::field_id(&path), format!("form[values][{path}]"));
    let on = move || text.with(|text| text == "on");
    view! {
        <span class="switch">
            <input type="hidden" name="form[lists][flags][]" value=path />
            <input
                id=id
                type="checkbox"
                role="switch"
                name=name
                value="on"
                checked=text.with_untracked(|text| text == "on")
                prop:checked=on
                on:change=move |event| text.set(if event_target_checked(&event) { "on" } else { "off" }.to_owned())
            />
            <span>{move || if on() { "Yes" } else { "No" }}</span>
        </span>
    }
}

/// Several of many: what is chosen on one line, all of them behind it.
#[component]
fn SeveralOf(path: String, text: RwSignal<String>, choices: Vec<(String, String)>, none: String) -> impl IntoView {
    let (id, name) = (super::form_field::field_id(&path), format!("form[lists][{path}][]"));
    let known = choices.clone();
    let words = move || {
        let chosen = text.with(|text| ids(text));
        let names: Vec<&str> =
            known.iter().filter(|(id, _)| chosen.contains(id)).map(|(_, name)| name.as_str()).collect();
        if names.is_empty() { none.clone() } else { names.join(", ") }
    };
    let boxes = choices
        .into_iter()
        .map(|(value, label)| view! { <OneOfSeveral name=name.clone() value label text /> })
        .collect_view();
    view! {
        <details class="several">
            <summary class="field-input" id=id>{words}</summary>
            <input type="hidden" name=name value="" />
            <div class="several-boxes">{boxes}</div>
        </details>
    }
}

#[component]
fn OneOfSeveral(name: String, value: String, label: String, text: RwSignal<String>) -> impl IntoView {
    let (own, sent) = (value.clone(), value.clone());
    let first = text.with_untracked(|text| ids(text).contains(&own));
    let on = move || text.with(|text| ids(text).contains(&own));
    let change = move |event| {
        let mut chosen = text.with_untracked(|text| ids(text));
        chosen.retain(|id| *id != value);
        if event_target_checked(&event) {
            chosen.push(value.clone());
            chosen.sort();
        }
        text.set(chosen.join(", "));
    };
    view! {
        <label class="check">
            <input type="checkbox" name=name value=sent checked=first prop:checked=on on:change=change />
            {label}
        </label>
    }
}
