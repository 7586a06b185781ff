//! When to meet whoever teaches one: times that suit both, one of one's own, or later.

use super::ring_actions::RingActions;
use crate::error::field_error;
use crate::ui::{Choice, Field, InputKind, RadioGroup, RadioLook, TextInput};
use domain::swaps::YourPart;
use leptos::prelude::*;

/// Slots as radio buttons, and a field for another time.
#[component]
pub(super) fn TimeChoice(yours: YourPart, teacher: String, actions: RingActions) -> impl IntoView {
    let error = Signal::derive(move || field_error(actions.confirm.value().get(), "starts_at"));
    let slot = |slot: domain::slots::Slot| Choice::new(slot.at.0.to_string(), slot.text).with_note(slot.theirs);
    let mut choices: Vec<Choice> = yours.slots.into_iter().map(slot).collect();
    choices.push(Choice::new("", "Later").with_note("agree on it then"));
    let is_offered = |text: &String| choices.iter().any(|choice| choice.value == *text);
    if !actions.slot.with_untracked(is_offered) {
        actions.slot.set(String::new());
        actions.is_slot_gone.set(true);
    }
    let gone = Signal::derive(move || {
        let is_open = actions.is_slot_gone.get() && actions.slot.with(String::is_empty);
        is_open.then(|| "The time that you chose is gone. Choose another, or agree on it later.".to_owned())
    });
    let legend = format!("First meeting with {teacher}");
    let hint = format!("On your clock, {}. {} It takes the place of the choice above.", yours.zone, yours.their_clock);
    view! {
        <RadioGroup name="form[slot]" legend choices look=RadioLook::Slots bind=actions.slot error=gone />
        <details class="unfold other-time" open=move || error.with(Option::is_some)>
            <summary class="link">"Another time"</summary>
            <Field id="own" label="Day and time" hint error>
                <TextInput name="form[own]" kind=InputKind::DateTime bind=actions.own />
            </Field>
        </details>
    }
}
