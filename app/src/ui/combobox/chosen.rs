//! What has been chosen: chips that can be taken away, and the hidden inputs the form sends.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::super::{Icon, IconName, IconSize, Way};
use super::{Combo, ComboMode, ComboOption, text_name};

/// The chosen options of one combobox.
#[component]
pub(super) fn Chosen(combo: Combo, name: String, way: Option<Way>) -> impl IntoView {
    let key = |option: &ComboOption| (option.value.clone(), option.label.clone());
    view! {
        <For each=move || combo.selected.get() key=key let:option>
            <One combo name=name.clone() way option />
        </For>
    }
}

#[component]
fn One(combo: Combo, name: String, way: Option<Way>, option: ComboOption) -> impl IntoView {
    let (name, value) =
        if option.value.is_empty() { (text_name(&name), option.label.clone()) } else { (name, option.value.clone()) };
    // One new thing is sent by the input that shows it.
    let sends = combo.mode == ComboMode::Many || !option.value.is_empty();
    let chip = (combo.mode == ComboMode::Many).then(|| view! { <Removable combo way option /> });
    view! {
        {sends.then(|| view! { <input type="hidden" name=name value=value /> })}
        {chip}
    }
}

#[component]
fn Removable(combo: Combo, way: Option<Way>, option: ComboOption) -> impl IntoView {
    let label = option.label.clone();
    let remove = Callback::new(move |()| {
        combo.selected.update(|chosen| chosen.retain(|other| *other != option));
    });
    let key = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Backspace" | "Delete") {
            event.prevent_default();
            remove.run(());
        }
    };
    view! {
        <span class="chip" data-kind=way.map(Way::slug)>
            {way.map(|way| view! { <Icon name=way.icon() /> })}
            {label.clone()}
            <button
                class="chip-remove"
                type="button"
                aria-label=format!("Remove {label}")
                on:click=move |_| remove.run(())
                on:keydown=key
            >
                <Icon name=IconName::X size=IconSize::Small />
            </button>
        </span>
    }
}
