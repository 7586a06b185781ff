//! ⌘K: go anywhere, do anything. A modal dialog with an input and a grouped list; focus stays in the input.
//! Without JavaScript the search form in the top bar leads to the same results.

mod keys;
mod results;

use std::future::Future;
use std::time::Duration;

use leptos::ev;
use leptos::html;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::web_sys::Element;
use wasm_bindgen::JsCast;

use super::{Icon, IconName};
pub use keys::in_field;
use keys::{follow, open_with_keys, press};
use results::{Results, line_id};

/// Id of the palette's dialog.
const PALETTE: &str = "palette";

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

/// What was asked, and the lines that answer it.
type Answer = (String, Vec<PaletteGroup>);

/// The state the parts of the palette share.
#[derive(Clone, Copy)]
struct Palette {
    node: NodeRef<html::Dialog>,
    query: RwSignal<String>,
    active: RwSignal<Option<usize>>,
    /// Enter was pressed before the answer came.
    wanted: RwSignal<bool>,
    found: Action<String, Answer>,
    rest: StoredValue<Option<TimeoutHandle>>,
    shown: Memo<Vec<PaletteGroup>>,
}

impl Palette {
    fn count(self) -> usize {
        self.shown.with_untracked(|groups| groups.iter().map(|group| group.items.len()).sum())
    }

    /// Whether the lines shown answer what stands in the box.
    fn is_answered(self) -> bool {
        let found = self.found.value().get();
        found.is_some_and(|(asked, _)| self.query.with(|query| *query == asked))
    }

    /// Takes what was typed; the search runs once typing rests.
    fn type_in(self, text: String) {
        self.query.set(text);
        self.active.set(None);
        self.wanted.set(false);
        self.stop_resting();
        self.rest.set_value(set_timeout_with_handle(move || self.find(), REST).ok());
    }

    /// Searches for what stands in the box, at once.
    fn find(self) {
        self.stop_resting();
        self.found.dispatch(self.query.get_untracked());
    }

    fn stop_resting(self) {
        if let Some(timer) = self.rest.get_value() {
            timer.clear();
        }
        self.rest.set_value(None);
    }
}

/// The palette. Stands once in the shell. ⌘K or Ctrl+K opens it; so does `/` outside of fields, unless
/// `single_keys` is off; so does putting a text into `asked`. Before anything is typed it shows what the search
/// finds for nothing.
#[component]
pub fn CommandPalette<S, F>(
    /// Finds lines for what was typed.
    search: S,
    /// Opens the palette on a text that was typed elsewhere; emptied once it is open.
    #[prop(optional)]
    asked: RwSignal<Option<String>>,
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
        // An answer to an earlier question is not shown; the lines before it stay until the right one comes.
        match found.value().get() {
            Some((asked, groups)) if query.with(|query| *query == asked) => groups,
            _ => before.cloned().unwrap_or_default(),
        }
    });
    let (active, wanted, rest) = (RwSignal::new(None), RwSignal::new(false), StoredValue::new(None));
    let palette = Palette { node, query, active, wanted, found, rest, shown };
    Effect::new(move |_| {
        if wanted.get() && palette.is_answered() {
            wanted.set(false);
            // The lines are drawn by then.
            request_animation_frame(|| follow(0));
        }
    });
    open_with_keys(palette, single_keys, asked);
    view! {
        <dialog
            class="dialog palette"
            node_ref=node
            id=PALETTE
            aria-label="Search or jump to"
            closedby="any"
            on:click=move |event| close_beside(node, &event)
        >
            <PaletteInput palette />
            <Results palette />
        </dialog>
    }
}

#[component]
fn PaletteInput(palette: Palette) -> impl IntoView {
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
                on:input=move |event| palette.type_in(event_target_value(&event))
                on:keydown=move |event| press(palette, &event)
            />
            <kbd aria-hidden="true">"Esc"</kbd>
        </div>
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
