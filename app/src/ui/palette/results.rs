//! The lines of the palette under their headings.

use leptos::prelude::*;

use super::super::Icon;
use super::{Palette, PaletteGroup, PaletteItem};

/// Id of a line.
pub(super) fn line_id(place: usize) -> String {
    format!("palette-line-{place}")
}

/// The list, and how many lines it has, said aloud.
#[component]
pub(super) fn Results(palette: Palette) -> impl IntoView {
    let groups = move || {
        let mut next = 0_usize;
        palette
            .shown
            .get()
            .into_iter()
            .map(|PaletteGroup { title, items }| {
                let start = next;
                next += items.len();
                view! { <Group palette title items start /> }
            })
            .collect_view()
    };
    let count = move || {
        let typed = palette.query.with(|query| !query.trim().is_empty());
        let count: usize = palette.shown.with(|groups| groups.iter().map(|group| group.items.len()).sum());
        match count {
            0 if typed && !palette.is_answered() => String::new(),
            0 if typed => "Nothing found. Try a name, a skill or a page.".to_owned(),
            _ if !typed => String::new(),
            1 => "1 result".to_owned(),
            count => format!("{count} results"),
        }
    };
    view! {
        <div class="palette-list" id="palette-list" role="listbox" aria-label="Results">
            {groups}
        </div>
        <p class="palette-count" role="status">
            {count}
        </p>
    }
}

#[component]
fn Group(palette: Palette, title: String, items: Vec<PaletteItem>, start: usize) -> impl IntoView {
    let lines =
        items.into_iter().zip(start..).map(|(item, place)| view! { <Line palette item place /> }).collect_view();
    let label = title.clone();
    view! {
        <div role="group" aria-label=label>
            <p class="listbox-group" role="presentation">
                {title}
            </p>
            {lines}
        </div>
    }
}

#[component]
fn Line(palette: Palette, item: PaletteItem, place: usize) -> impl IntoView {
    let active = move || palette.active.get() == Some(place);
    let PaletteItem { title, hint, href, icon } = item;
    view! {
        <a
            class="listbox-option"
            id=line_id(place)
            role="option"
            tabindex="-1"
            href=href
            aria-selected=move || active().to_string()
            data-active=move || active().then_some("")
        >
            <Icon name=icon />
            <span>{title}</span>
            {hint.map(|hint| view! { <span class="listbox-note">{hint}</span> })}
        </a>
    }
}
