//! Keys that work on every page, and the sheet that lists them. ⌘K and `/` belong to the palette; Escape is the
//! browser's own.

use super::kept::{RAIL, keep};
use super::new_menu::NEW_MENU;
use super::single_keys::SingleKeys;
use crate::ui::{Dialog, in_field};
use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use leptos::web_sys::{HtmlElement, HtmlFormElement};
use leptos_router::hooks::use_navigate;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// Id of the sheet.
pub(super) const SHEET: &str = "shortcuts";
/// How long `g` waits for the letter of a place.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// Every shortcut, in the order of the sheet.
const LIST: [(&str, &str); 12] = [
    ("⌘ K or Ctrl K", "Search or jump to…"),
    ("/", "The same"),
    ("c", "New: offer, ask, thank"),
    ("g h", "Go home"),
    ("g p", "Go to people"),
    ("g l", "Go to learn"),
    ("g c", "Go to celebrate"),
    ("g m", "Go to me"),
    ("[", "Fold the sidebar, or open it"),
    ("⌘ ↵ or Ctrl ↵", "Send the form you are in"),
    ("Esc", "Close what is open"),
    ("?", "This list"),
];

/// Hears the keys and holds the sheet.
#[component]
pub(super) fn Shortcuts(
    /// The page of whoever is looking.
    me: String,
) -> impl IntoView {
    let (sheet, after_g) = (RwSignal::new(false), RwSignal::new(false));
    let single = SingleKeys::here().0;
    let navigate = use_navigate();
    Effect::new(move |_| {
        let (me, navigate) = (me.clone(), navigate.clone());
        let keys = window_event_listener(ev::keydown, move |event| {
            if event.default_prevented() || event.is_composing() {
                return;
            }
            if event.key() == "Enter" && (event.meta_key() || event.ctrl_key()) {
                send_form(&event);
            } else if single.get_untracked() && is_free(&event) {
                let key = event.key();
                let goal = after_g.get_untracked().then(|| place(&key, &me)).flatten();
                after_g.set(false);
                match (goal, key.as_str()) {
                    (Some(goal), _) => navigate(&goal, leptos_router::NavigateOptions::default()),
                    (None, "g") => wait(after_g),
                    (None, "?") => sheet.set(true),
                    (None, "c") => press_new(),
                    (None, "[") => fold(),
                    (None, _) => return,
                }
                event.prevent_default();
            }
        });
        on_cleanup(move || keys.remove());
    });
    let lines = LIST.map(|(keys, does)| view! { <div><dt><kbd>{keys}</kbd></dt><dd>{does}</dd></div> });
    view! {
        <Dialog id=SHEET title="Keyboard shortcuts" open=sheet>
            <dl class="shortcuts">{lines.into_iter().collect_view()}</dl>
        </Dialog>
    }
}

/// A key that nothing else on the page is waiting for.
fn is_free(event: &KeyboardEvent) -> bool {
    // Some keyboards write `[` with AltGr, which browsers report as Alt and Ctrl.
    let chord = event.meta_key() || event.ctrl_key() || event.alt_key();
    let is_plain = !chord || event.get_modifier_state("AltGraph");
    let is_busy = document().query_selector("dialog:modal, [popover]:popover-open").ok().flatten().is_some();
    is_plain && !event.repeat() && !is_busy && !in_field()
}

fn place(letter: &str, me: &str) -> Option<String> {
    Some(match letter {
        "h" => "/".to_owned(),
        "p" => "/people".to_owned(),
        "l" => "/programs".to_owned(),
        "c" => "/thanks".to_owned(),
        "m" => me.to_owned(),
        _ => return None,
    })
}

fn wait(after_g: RwSignal<bool>) {
    after_g.set(true);
    let forget = move || {
        // The frame may be gone by then.
        let _ = after_g.try_set(false);
    };
    set_timeout(forget, PATIENCE);
}

/// Presses the button that is in sight rather than showing the menu, so that the browser knows where to hang it.
fn press_new() {
    let Ok(buttons) = document().query_selector_all(&format!("[popovertarget='{NEW_MENU}']")) else { return };
    let buttons = (0..buttons.length()).filter_map(|at| buttons.item(at)?.dyn_into::<HtmlElement>().ok());
    if let Some(button) = buttons.into_iter().find(|button| button.offset_width() > 0) {
        button.click();
    }
}

fn send_form(event: &KeyboardEvent) {
    let form = document().active_element().and_then(|field| field.closest("form").ok().flatten());
    if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
        event.prevent_default();
        // Refused only for a button of another form, and there is none.
        drop(form.request_submit());
    }
}

/// Folds the sidebar to a rail, or opens it. The document's head reads this before the first paint.
pub(super) fn fold() {
    let Some(root) = document().document_element() else { return };
    let folded = root.toggle_attribute("data-rail").unwrap_or(false);
    keep(RAIL, folded);
}
