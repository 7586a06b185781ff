//! What keys do in a combobox. Home, End, ← and → stay with the text.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement};
use wasm_bindgen::JsCast;

use super::super::list_cursor::{Step, moved};
use super::{Combo, ComboMode};

/// Moves, takes, closes and clears. Keys that are used here go no further, so that Escape closes the list and
/// not the dialog around it.
pub(super) fn press(combo: Combo, event: &KeyboardEvent) {
    let used = match event.key().as_str() {
        "ArrowDown" if event.alt_key() => {
            combo.open.set(true);
            true
        }
        "ArrowDown" => mark(combo, Step::Next),
        "ArrowUp" => mark(combo, Step::Previous),
        "Enter" => take(combo),
        "Escape" => escape(combo),
        "Backspace" if combo.query.with_untracked(String::is_empty) => focus_last_chip(combo, event),
        "Home" | "End" | "ArrowLeft" | "ArrowRight" => {
            combo.active.set(None);
            false
        }
        _ => false,
    };
    if used {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn mark(combo: Combo, step: Step) -> bool {
    let count = combo.shown.with_untracked(Vec::len);
    let from = combo.active.get_untracked();
    combo.open.set(true);
    combo.active.set(moved(from, step, count));
    true
}

fn take(combo: Combo) -> bool {
    match combo.active.get_untracked() {
        Some(place) if combo.open.get_untracked() => {
            combo.choose(place);
            true
        }
        _ => false,
    }
}

fn escape(combo: Combo) -> bool {
    if combo.open.get_untracked() {
        combo.close();
        return true;
    }
    let typed = combo.query.with_untracked(|query| !query.is_empty());
    if typed {
        combo.type_text(String::new());
        combo.close();
    }
    typed
}

/// One Backspace goes to the last chip, a second one, on it, takes it away.
fn focus_last_chip(combo: Combo, event: &KeyboardEvent) -> bool {
    if combo.mode != ComboMode::Many || combo.selected.with_untracked(Vec::is_empty) {
        return false;
    }
    let input = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let chips =
        input.and_then(|input| input.parent_element()).and_then(|field| field.query_selector_all(".chip-remove").ok());
    let last = chips
        .and_then(|chips| chips.item(chips.length().checked_sub(1)?))
        .and_then(|chip| chip.dyn_into::<HtmlElement>().ok());
    last.is_some_and(|chip| chip.focus().is_ok())
}
