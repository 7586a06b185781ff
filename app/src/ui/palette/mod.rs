//! ⌘K: go anywhere, do anything. A modal dialog with an input and a grouped list; focus stays in the input.
//! Without JavaScript the search form in the top bar leads to the same results.

mod results;

use std::future::Future;
use std::time::Duration;

use leptos::ev::{self, KeyboardEvent};
use leptos::html;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement};
use wasm_bindgen::JsCast;

use super::dialog;
use super::list_cursor::{Step, moved};
use super::{Icon, IconName};
use results::{Results, line_id};

/// Id of the palette's dialog: `<Button dialog=PALETTE>` opens it.
pub const PALETTE: &str = "palette";

/// How long typing must rest before the search runs.
const REST: Duration = Duration::from_millis(120);

/// Lines under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaletteGroup {
    /// The heading: "People".
    pub title: String,
    /// Its lines.
    pub items: Vec<PaletteItem>,
}

/// One line: a place to go or a thing to start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaletteItem {
    /// What it is called.
    pub title: String,
    /// What helps to tell it from others.
    pub hint: Option<String>,
    /// Where it leads.
    pub href: String,
    /// Its picture.
    pub icon: IconName,
}

/// The state the parts of the palette share.
#[derive(Clone, Copy)]
struct Palette {
    query: RwSignal<String>,
    active: RwSignal<Option<usize>>,
    shown: Memo<Vec<PaletteGroup>>,
}

impl Palette {
    fn count(self) -> usize {
        self.shown.with_untracked(|groups| groups.iter().map(|group| group.items.len()).sum())
    }
}

/// The palette. Stands once in the shell. ⌘K or Ctrl+K opens it; so does `/` outside of fields, unless
/// `single_keys` is off.
#[component]
pub fn CommandPalette<S, F>(
    /// What is offered before anything is typed.
    #[prop(optional, into)]
    first: Signal<Vec<PaletteGroup>>,
    /// Finds lines for what was typed.
    search: S,
    /// Whether keys without ⌘ or Ctrl open it. People can turn this off.
    #[prop(default = true.into(), into)]
    single_keys: Signal<bool>,
) -> impl IntoView
where
    S: Fn(String) -> F + Send + Sync + 'static,
    F: Future<Output = Vec<PaletteGroup>> + Send + 'static,
{
    let node = NodeRef::<html::Dialog>::new();
    let query = RwSignal::new(String::new());
    let found = Action::new(move |typed: &String| {
        let typed = typed.clone();
        let finding = search(typed.clone());
        async move { (typed, finding.await) }
    });
    let shown = Memo::new(move |before: Option<&Vec<PaletteGroup>>| {
        let typed = query.get();
        if typed.trim().is_empty() {
            return first.get();
        }
        // An answer to an earlier question is not shown; the lines before it stay until the right one comes.
        match found.value().get() {
            Some((asked, groups)) if asked == typed => groups,
            _ => before.cloned().unwrap_or_default(),
        }
    });
    let palette = Palette { query, active: RwSignal::new(None), shown };
    let rest = StoredValue::new(None::<TimeoutHandle>);
    let typed = Callback::new(move |text: String| {
        query.set(text.clone());
        palette.active.set(None);
        if let Some(timer) = rest.get_value() {
            timer.clear();
        }
        let find = move || {
            found.dispatch(text.clone());
        };
        rest.set_value(set_timeout_with_handle(find, REST).ok());
    });
    open_with_keys(node, single_keys);
    view! {
        <dialog
            class="dialog palette"
            node_ref=node
            id=PALETTE
            aria-label="Search or jump to"
            closedby="any"
            on:click=move |event| close_beside(node, &event)
        >
            <PaletteInput palette typed />
            <Results palette />
        </dialog>
    }
}

#[component]
fn PaletteInput(palette: Palette, typed: Callback<String>) -> impl IntoView {
    let marked = move || palette.active.get().map(line_id);
    view! {
        <div class="palette-box">
            <Icon name=IconName::Search />
            <input
                class="combobox-input"
                type="text"
                role="combobox"
                autofocus
                autocomplete="off"
                spellcheck="false"
                placeholder="Search or jump to…"
                aria-label="Search or jump to"
                aria-autocomplete="list"
                aria-expanded="true"
                aria-controls="palette-list"
                aria-activedescendant=marked
                prop:value=move || palette.query.get()
                on:input=move |event| typed.run(event_target_value(&event))
                on:keydown=move |event| press(palette, &event)
            />
            <kbd aria-hidden="true">"Esc"</kbd>
        </div>
    }
}

fn press(palette: Palette, event: &KeyboardEvent) {
    let step = match event.key().as_str() {
        "ArrowDown" => Step::Next,
        "ArrowUp" => Step::Previous,
        "Enter" => {
            event.prevent_default();
            follow(palette.active.get_untracked().unwrap_or_default());
            return;
        }
        _ => return,
    };
    event.prevent_default();
    let from = palette.active.get_untracked();
    palette.active.set(moved(from, step, palette.count()));
}

/// Presses the line's link, so that the router takes it like any other.
fn follow(place: usize) {
    let line = document().get_element_by_id(&line_id(place));
    if let Some(line) = line.and_then(|line| line.dyn_into::<HtmlElement>().ok()) {
        line.click();
    }
}

/// Closes when a line was followed, or when the press was beside the dialog.
fn close_beside(node: NodeRef<html::Dialog>, event: &ev::MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let (Some(dialog), Some(target)) = (node.get_untracked(), target) else {
        return;
    };
    let beside = target == *dialog.unchecked_ref::<Element>();
    if beside || target.closest("a").ok().flatten().is_some() {
        dialog.close();
    }
}

fn open_with_keys(node: NodeRef<html::Dialog>, single_keys: Signal<bool>) {
    Effect::new(move |_| {
        let keys = window_event_listener(ev::keydown, move |event| {
            let chord = (event.meta_key() || event.ctrl_key()) && event.key() == "k";
            let slash = event.key() == "/" && single_keys.get_untracked() && !in_field();
            if let (true, Some(dialog)) = (chord || slash, node.get_untracked()) {
                event.prevent_default();
                dialog::show(&dialog, true);
            }
        });
        on_cleanup(move || keys.remove());
    });
}

/// Whether the focus is where letters are text.
fn in_field() -> bool {
    let focused = document().active_element();
    focused.is_some_and(|element| element.matches("input, textarea, select, [contenteditable]").unwrap_or(true))
}
