//! A small number with one fewer and one more.

use leptos::prelude::*;

use super::field::control_attributes;
use super::{Icon, IconName, IconSize};

/// A number between `min` and `max`. Without JavaScript it is a plain number field.
#[component]
pub fn NumberStepper(
    /// Its name in the form.
    #[prop(into)]
    name: String,
    /// What is counted, read aloud.
    #[prop(into)]
    label: String,
    /// The number.
    bind: RwSignal<u32>,
    /// The least it can be.
    #[prop(optional)]
    min: u32,
    /// The most it can be.
    #[prop(default = 999)]
    max: u32,
) -> impl IntoView {
    let attributes = control_attributes(None);
    let fewer = move |_| bind.update(|number| *number = number.saturating_sub(1).max(min));
    let more = move |_| bind.update(|number| *number = number.saturating_add(1).min(max));
    let typed = move |event| {
        if let Ok(number) = event_target_value(&event).trim().parse::<u32>() {
            bind.set(number.clamp(min, max));
        }
    };
    let group_label = label.clone();
    view! {
        <span class="stepper-number" role="group" aria-label=group_label>
            <button type="button" aria-label="One fewer" on:click=fewer>
                <Icon name=IconName::Minus size=IconSize::Small />
            </button>
            <input
                id=attributes.id
                name=name
                type="text"
                inputmode="numeric"
                aria-label=label
                aria-describedby=move || attributes.described_by.try_get().flatten()
                value=bind.get_untracked().to_string()
                prop:value=move || bind.get().to_string()
                on:change=typed
            />
            <button type="button" aria-label="One more" on:click=more>
                <Icon name=IconName::Plus size=IconSize::Small />
            </button>
        </span>
    }
}
