//! The list under a combobox: groups, options, and the line that creates something new.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use wasm_bindgen::JsCast;

use super::super::{Avatar, AvatarSize, Icon, IconName, IconSize};
use super::{Combo, ComboOption};

/// Id of the list of the combobox `id`.
pub(super) fn list_id(id: &str) -> String {
    format!("{id}-list")
}

/// Id of one line of that list.
pub(super) fn line_id(id: &str, place: usize) -> String {
    format!("{id}-line-{place}")
}

/// The list, hidden while closed, and how many lines it has, said aloud.
#[component]
pub(super) fn List(combo: Combo, id: String) -> impl IntoView {
    let node = NodeRef::<html::Ul>::new();
    let (id, list_id) = (StoredValue::new(id.clone()), list_id(&id));
    Effect::new(move |_| {
        if let (Some(list), Some(place)) = (node.get(), combo.active.get()) {
            reveal(&list, &line_id(&id.get_value(), place));
        }
    });
    let lines = move || {
        let mut group = None;
        let shown = if combo.open.get() { combo.shown.get() } else { Vec::new() };
        shown
            .into_iter()
            .enumerate()
            .map(|(place, option)| {
                let heading = (option.group != group).then(|| option.group.clone()).flatten();
                group.clone_from(&option.group);
                view! {
                    {heading.map(|words| view! { <li class="listbox-group" role="presentation">{words}</li> })}
                    <Line combo id=line_id(&id.get_value(), place) place option />
                }
            })
            .collect_view()
    };
    let count = move || match combo.shown.with(Vec::len) {
        _ if !combo.open.get() => String::new(),
        0 => "No results".to_owned(),
        1 => "1 result".to_owned(),
        count => format!("{count} results"),
    };
    let empty = move || !combo.is_listed();
    view! {
        <ul
            class="listbox"
            node_ref=node
            id=list_id
            role="listbox"
            aria-label="Suggestions"
            hidden=empty
            on:mousedown=move |event| event.prevent_default()
        >
            {lines}
        </ul>
        <p class="visually-hidden" role="status">
            {count}
        </p>
    }
}

#[component]
fn Line(combo: Combo, id: String, place: usize, option: ComboOption) -> impl IntoView {
    let value = option.value.clone();
    let chosen = move || {
        let is_chosen = |other: &ComboOption| !value.is_empty() && other.value == value;
        combo.selected.with(|selected| selected.iter().any(is_chosen)).to_string()
    };
    let creates = option.wording.is_some();
    let class = if creates { "listbox-option listbox-create" } else { "listbox-option" };
    let before = match option.face.clone() {
        _ if creates => view! { <Icon name=IconName::Plus size=IconSize::Small /> }.into_any(),
        Some(seed) => view! { <Avatar name=option.label.clone() seed size=AvatarSize::Small /> }.into_any(),
        None => ().into_any(),
    };
    let note = option.note.clone();
    let refused = option.refused.then_some("true");
    view! {
        <li
            class=class
            id=id
            role="option"
            aria-selected=chosen
            aria-disabled=refused
            data-active=move || (combo.active.get() == Some(place)).then_some("")
            on:click=move |_| combo.choose(place)
        >
            {before}
            <Words combo option />
            {note.map(|note| view! { <span class="listbox-note">{note}</span> })}
        </li>
    }
}

/// The label with a mark under what was typed.
#[component]
fn Words(combo: Combo, option: ComboOption) -> impl IntoView {
    let typed = combo.query.get_untracked();
    let words = match (option.wording.clone(), option.cut(&typed)) {
        (Some(words), _) => words.into_any(),
        (None, Some((before, found, after))) => view! { {before}<mark>{found}</mark>{after} }.into_any(),
        (None, None) => option.label.into_any(),
    };
    view! { <span>{words}</span> }
}

/// Scrolls the list, and nothing around it, until the line is in view.
fn reveal(list: &HtmlElement, line: &str) {
    let found = document().get_element_by_id(line);
    let Some(line) = found.and_then(|line| line.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let top = line.offset_top();
    let bottom = top + line.offset_height();
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}
