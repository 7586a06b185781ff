//! What has been chosen: chips that can be taken away, and the hidden inputs the form sends.

use leptos::ev::{Event, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement};
use wasm_bindgen::JsCast;

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
        combo.select(|chosen| chosen.retain(|other| *other != option));
    });
    let key = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Backspace" | "Delete") {
            event.prevent_default();
            focus_input(&event);
            remove.run(());
        }
    };
    let press = move |event: MouseEvent| {
        focus_input(&event);
        remove.run(());
    };
    view! {
        <span class="chip" data-kind=way.map(Way::slug)>
            {way.map(|way| view! { <Icon name=way.icon() /> })}
            {label.clone()}
            <button
                class="chip-remove"
                type="button"
                aria-label=format!("Remove {label}")
                on:click=press
                on:keydown=key
            >
                <Icon name=IconName::X size=IconSize::Small />
            </button>
        </span>
    }
}

/// Goes back to the input before the chip under the focus goes.
fn focus_input(event: &Event) {
    let chip = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let field = chip.and_then(|chip| chip.closest(".combobox-box").ok().flatten());
    let input = field.and_then(|field| field.query_selector(".combobox-input").ok().flatten());
    if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
        // An input that cannot take the focus leaves it to the browser.
        let _ = input.focus();
    }
}
