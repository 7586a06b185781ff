//! The keys of the palette: what opens it, what moves in it, what follows a line.

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use wasm_bindgen::JsCast;

use super::super::dialog;
use super::super::list_cursor::{Step, moved};
use super::Palette;
use super::results::line_id;

/// A key pressed in the box.
pub(super) fn press(palette: Palette, event: &KeyboardEvent) {
    let step = match event.key().as_str() {
        "ArrowDown" => Step::Next,
        "ArrowUp" => Step::Previous,
        // While a word is being composed, Enter belongs to the keyboard.
        "Enter" if !event.is_composing() => {
            event.prevent_default();
            enter(palette);
            return;
        }
        _ => return,
    };
    event.prevent_default();
    let from = palette.active.get_untracked();
    palette.active.set(moved(from, step, palette.count()));
}

/// Follows the marked line; the first one, once it answers what was typed, when none is marked.
fn enter(palette: Palette) {
    if let Some(place) = palette.active.get_untracked() {
        follow(place);
    } else if palette.query.with_untracked(|query| !query.trim().is_empty()) {
        palette.wanted.set(true);
        if !untrack(|| palette.is_answered()) {
            palette.find();
        }
    }
}

/// Presses the line's link, so that the router takes it like any other.
pub(super) fn follow(place: usize) {
    let line = document().get_element_by_id(&line_id(place));
    if let Some(line) = line.and_then(|line| line.dyn_into::<HtmlElement>().ok()) {
        line.click();
    }
}

/// Opens the palette when its keys are pressed, and when a text is put into `asked`.
pub(super) fn open_with_keys(palette: Palette, single_keys: Signal<bool>, asked: RwSignal<Option<String>>) {
    Effect::new(move |_| {
        if let Some(text) = asked.get() {
            asked.set(None);
            open(palette, text);
        }
    });
    Effect::new(move |_| {
        let keys = window_event_listener(ev::keydown, move |event| {
            let chord = (event.meta_key() || event.ctrl_key()) && event.key() == "k";
            let slash = event.key() == "/" && single_keys.get_untracked() && !in_field();
            if chord || slash {
                event.prevent_default();
                open(palette, String::new());
            }
        });
        on_cleanup(move || keys.remove());
    });
}

fn open(palette: Palette, text: String) {
    if let Some(dialog) = palette.node.get_untracked() {
        palette.query.set(text);
        palette.active.set(None);
        palette.wanted.set(false);
        palette.find();
        dialog::show(&dialog, true);
    }
}

/// Whether the focus is where letters are text.
pub fn in_field() -> bool {
    let focused = document().active_element();
    focused.is_some_and(|element| element.matches("input, textarea, select, [contenteditable]").unwrap_or(true))
}
