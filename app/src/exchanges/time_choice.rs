//! A time to choose: those that suit both, on both clocks, or one of one's own.

use crate::ui::{Choice, Field, InputKind, RadioGroup, RadioLook, TextInput};
use domain::slots::Slot;
use leptos::prelude::*;

/// The names under which the form sends the choice.
#[derive(Clone, Copy)]
pub(super) struct TimeNames {
    /// One of the times offered.
    pub slot: &'static str,
    /// One of one's own.
    pub own: &'static str,
}

/// Slots as radio buttons, and a field for another time. `clocks` are the reader's zone and how the other's clock stands
/// to it. `open` is what leaving it open is called; without it the
/// first time is chosen.
#[component]
pub(super) fn TimeChoice(
    legend: String,
    names: TimeNames,
    slots: Vec<Slot>,
    clocks: (String, String),
    #[prop(optional)] open: Option<&'static str>,
    chosen: RwSignal<String>,
    own: RwSignal<String>,
    #[prop(into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let mut choices: Vec<Choice> =
        slots.into_iter().map(|slot| Choice::new(slot.at.0.to_string(), slot.text).with_note(slot.theirs)).collect();
    choices.extend(open.map(|words| Choice::new("", words).with_note("agree on it later")));
    let known = chosen.with_untracked(|chosen| choices.iter().any(|choice| choice.value == *chosen));
    if !known || (open.is_none() && chosen.with_untracked(String::is_empty)) {
        chosen.set(choices.first().map(|choice| choice.value.clone()).unwrap_or_default());
    }
    let none = choices.is_empty();
    let (zone, their_clock) = clocks;
    let hint = format!("On your clock, {zone}. {their_clock} It takes the place of the choice above.");
    let id = format!("{}-time", names.own.replace(['[', ']'], "-"));
    view! {
        <RadioGroup name=names.slot legend choices look=RadioLook::Slots bind=chosen />
        <details class="unfold other-time" open=move || none || error.with(Option::is_some)>
            <summary class="link">"Another time"</summary>
            <Field id label="Day and time" hint error>
                <TextInput name=names.own kind=InputKind::DateTime bind=own />
            </Field>
        </details>
    }
}
