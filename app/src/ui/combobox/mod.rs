//! An input with a list of suggestions: type, arrow, Enter. Follows the ARIA pattern for an editable combobox
//! with list autocomplete. Without JavaScript it is an input with a `<datalist>`.
//!
//! What a form sends: `name` once for each option chosen from the list, and `{name}_text` for words that are
//! not from the list, which is how something new is created and how it works without JavaScript. A name that
//! ends in `[]` sends `{name}_text[]`; empty texts are to be ignored.

mod chosen;
mod follow;
mod keys;
mod list;
mod option;

pub use option::ComboOption;

use leptos::html;
use leptos::prelude::*;

use super::MaybeText;

use super::field::control_attributes;
use super::typed_before::typed_before;
use chosen::Chosen;
use list::List;

/// How many options may be chosen, and what choosing means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ComboMode {
    /// One: the input shows it.
    #[default]
    One,
    /// Several: each becomes a chip before the input.
    Many,
}

/// The state the parts of one combobox share.
#[derive(Clone, Copy)]
struct Combo {
    /// What is typed.
    query: RwSignal<String>,
    /// Whether the list is shown.
    open: RwSignal<bool>,
    /// The marked line.
    active: RwSignal<Option<usize>>,
    /// The lines shown for what is typed.
    shown: Memo<Vec<ComboOption>>,
    /// What has been chosen.
    selected: RwSignal<Vec<ComboOption>>,
    mode: ComboMode,
    /// Brings the lines for what is typed, where the page does the looking.
    on_query: Option<Callback<String>>,
    /// True while a change of `selected` is the combobox's own.
    own: StoredValue<bool>,
}

impl Combo {
    /// Whether the list is there to be seen.
    fn is_listed(self) -> bool {
        self.open.get() && self.shown.with(|shown| !shown.is_empty())
    }

    /// Changes what is selected without taking it for the page's doing.
    fn select(self, change: impl FnOnce(&mut Vec<ComboOption>)) {
        self.own.set_value(true);
        self.selected.update(change);
    }

    /// What somebody typed is no choice yet.
    fn take_text(self, text: String) {
        if self.mode == ComboMode::One {
            self.select(Vec::clear);
        }
        self.query.set(text);
    }

    fn close(self) {
        self.open.set(false);
        self.active.set(None);
    }

    fn choose(self, place: usize) {
        let Some(option) = self.shown.with_untracked(|shown| shown.get(place).cloned()) else {
            return;
        };
        if option.refused {
            return;
        }
        match self.mode {
            ComboMode::One => {
                self.query.set(option.label.clone());
                self.select(|chosen| *chosen = vec![option]);
            }
            ComboMode::Many => {
                self.query.set(String::new());
                self.select(|chosen| {
                    if !chosen.contains(&option) {
                        chosen.push(option);
                    }
                });
            }
        }
        self.close();
    }

    fn type_text(self, text: String) {
        self.take_text(text.clone());
        self.active.set(None);
        self.open.set(true);
        if let Some(find) = self.on_query {
            find.run(text);
        }
    }
}

/// A combobox. Inside a `Field` it takes its label, description and error from it.
#[component]
pub fn Combobox(
    /// Id of the input, unique on the page and the same as the field's.
    #[prop(into)]
    id: String,
    /// Its name in the form; ends in `[]` where several may be chosen.
    #[prop(into)]
    name: String,
    /// What can be chosen. Filtered by what is typed unless `on_query` is given.
    #[prop(into)]
    options: Signal<Vec<ComboOption>>,
    /// What has been chosen.
    #[prop(optional)]
    selected: RwSignal<Vec<ComboOption>>,
    /// One or several.
    #[prop(optional)]
    mode: ComboMode,
    /// Runs with every change of text; the page then brings fitting `options` itself.
    #[prop(optional, into)]
    on_query: Option<Callback<String>>,
    /// Offers to create what is typed, for example "Create “{}”".
    #[prop(optional, into)]
    create: MaybeText,
    /// Colours the chips as giving or receiving.
    #[prop(optional_no_strip, into)]
    way: Option<super::Way>,
    /// An example, never a label.
    #[prop(optional, into)]
    placeholder: MaybeText,
) -> impl IntoView {
    let (create, placeholder) = (create.0, placeholder.0);
    let first = selected.with_untracked(|chosen| match (mode, chosen.first()) {
        (ComboMode::One, Some(option)) => option.label.clone(),
        _ => String::new(),
    });
    let query = RwSignal::new(first);
    let local = on_query.is_none();
    let shown = Memo::new(move |_| {
        let typed = query.get();
        let mut lines = options.get();
        lines.retain(|option| !local || option.matches(&typed));
        let create = create.as_ref().filter(|_| !typed.trim().is_empty());
        lines.extend(create.map(|words| ComboOption::create(words, typed.trim())));
        lines
    });
    let (open, active, own) = (RwSignal::new(false), RwSignal::new(None), StoredValue::new(false));
    let combo = Combo { query, open, active, shown, selected, mode, on_query, own };
    combo.follow_page();
    view! {
        <div class="combobox">
            <div class="combobox-box">
                <Chosen combo name=name.clone() way />
                <Typed combo id=id.clone() name placeholder options />
            </div>
            <List combo id />
        </div>
    }
}

/// The input. Until the page is alive it is a plain one with a datalist.
#[component]
fn Typed(
    combo: Combo,
    id: String,
    name: String,
    placeholder: Option<String>,
    options: Signal<Vec<ComboOption>>,
) -> impl IntoView {
    let attributes = control_attributes(Some(id.clone()));
    let node = NodeRef::<html::Input>::new();
    let alive = RwSignal::new(false);
    Effect::new(move |_| alive.set(true));
    combo.follow_input(node);
    let text_name = text_name(&name);
    let first = typed_before(&text_name).unwrap_or_else(|| combo.query.get_untracked());
    let sends_text = move || {
        let listed = combo.selected.with(|chosen| chosen.iter().any(|option| !option.value.is_empty()));
        let new = combo.mode == ComboMode::Many || !listed;
        new.then(|| text_name.clone())
    };
    let (list_id, data_id) = (list::list_id(&id), format!("{id}-known"));
    let data = data_id.clone();
    let marked = move || combo.active.get().map(|place| list::line_id(&id, place));
    view! {
        <input
            class="combobox-input"
            node_ref=node
            id=attributes.id
            name=sends_text
            placeholder=placeholder
            autocomplete="off"
            value=first
            list=move || (!alive.get()).then(|| data.clone())
            role=move || alive.get().then_some("combobox")
            aria-autocomplete=move || alive.get().then_some("list")
            aria-expanded=move || alive.get().then(|| combo.is_listed().to_string())
            aria-controls=move || alive.get().then(|| list_id.clone())
            aria-activedescendant=marked
            aria-describedby=move || attributes.described_by.try_get().flatten()
            aria-invalid=move || attributes.invalid.try_get().flatten()
            on:input=move |event| combo.type_text(event_target_value(&event))
            on:click=move |_| combo.open.set(true)
            on:blur=move |_| combo.close()
            on:keydown=move |event| keys::press(combo, &event)
        />
        <datalist id=data_id>
            {options
                .get_untracked()
                .into_iter()
                .map(|option| view! { <option value=option.label></option> })
                .collect_view()}
        </datalist>
    }
}

/// The name under which words that are not from the list are sent: `skill_text`, `skills_text[]`, `form[skill_text]`.
fn text_name(name: &str) -> String {
    if let Some(many) = name.strip_suffix("[]") {
        return format!("{many}_text[]");
    }
    match name.strip_suffix(']') {
        Some(inside) => format!("{inside}_text]"),
        None => format!("{name}_text"),
    }
}
