//! A menu hung on its button. The browser opens, places and closes it; here are only the arrow keys.
//! Without JavaScript it opens all the same and Tab walks through it.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlDivElement, HtmlElement};
use wasm_bindgen::JsCast;

use super::list_cursor::{Step, moved};
use super::{Icon, IconName, MaybeText};

/// A popover of links and actions. Open it with a button whose `menu` is this `id`.
#[component]
pub fn Menu(
    /// Id, unique on the page.
    #[prop(into)]
    id: String,
    /// What the menu is for, read aloud.
    #[prop(into)]
    label: String,
    /// `MenuItem`, `MenuLabel` and `MenuLine`.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    // The browser gives the focus back by itself when the menu closes.
    let toggled = move |_| {
        let opened = node.get_untracked().filter(is_open);
        if let Some(menu) = opened.filter(|menu| !menu.matches(":focus-within").unwrap_or(false)) {
            focus(&items(&menu), Some(0));
        }
    };
    view! {
        <div
            class="menu"
            node_ref=node
            id=id
            role="menu"
            aria-label=label
            popover="auto"
            on:toggle=toggled
            on:click=move |_| close(node)
            on:keydown=move |event| press(node, &event)
        >
            {children()}
        </div>
    }
}

/// One line of a menu: a link with `href`, otherwise a button; with `submit` it sends the form it is in.
#[component]
pub fn MenuItem(
    /// Stands before the words.
    #[prop(optional_no_strip, into)]
    icon: Option<IconName>,
    /// Where it goes.
    #[prop(optional, into)]
    href: MaybeText,
    /// Takes something away.
    #[prop(optional)]
    danger: bool,
    /// Sends the form it is in.
    #[prop(optional)]
    submit: bool,
    /// Sent with the form, together with `value`.
    #[prop(optional, into)]
    name: MaybeText,
    /// See `name`.
    #[prop(optional, into)]
    value: MaybeText,
    /// A key that does the same.
    #[prop(optional, into)]
    shortcut: MaybeText,
    /// What it does in the browser.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    let (href, name, value, shortcut) = (href.0, name.0, value.0, shortcut.0);
    let kind = danger.then_some("danger");
    let inside = view! {
        {icon.map(|name| view! { <Icon name /> })}
        {children()}
        {shortcut.map(|keys| view! { <kbd>{keys}</kbd> })}
    };
    let press = move |_| {
        if let Some(act) = on_press {
            act.run(());
        }
    };
    match href {
        Some(href) => view! {
            <a class="menu-item" role="menuitem" data-kind=kind href=href on:click=press>
                {inside}
            </a>
        }
        .into_any(),
        None => view! {
            <button
                class="menu-item"
                role="menuitem"
                type=if submit { "submit" } else { "button" }
                data-kind=kind
                name=name
                value=value
                on:click=press
            >
                {inside}
            </button>
        }
        .into_any(),
    }
}

/// A heading over some lines of a menu.
#[component]
pub fn MenuLabel(
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <p class="menu-label" role="presentation">
            {children()}
        </p>
    }
}

/// A line between groups of a menu.
#[component]
pub fn MenuLine() -> impl IntoView {
    view! { <div class="menu-line" role="separator"></div> }
}

/// On the button of a menu: ↓ opens it on the first line, ↑ on the last.
pub(super) fn open_with_arrows(menu: &str, event: &KeyboardEvent) {
    let step = match event.key().as_str() {
        "ArrowDown" => Step::First,
        "ArrowUp" => Step::Last,
        _ => return,
    };
    let button = event.current_target().and_then(|button| button.dyn_into::<HtmlElement>().ok());
    let found = document().get_element_by_id(menu);
    if let (Some(button), Some(menu)) = (button, found.and_then(|menu| menu.dyn_into::<HtmlElement>().ok())) {
        event.prevent_default();
        // Pressed rather than shown, so that the browser knows which button the menu hangs on.
        button.click();
        let items = items(&menu);
        focus(&items, moved(None, step, items.len()));
    }
}

fn press(node: NodeRef<html::Div>, event: &KeyboardEvent) {
    let Some(menu) = node.get_untracked() else {
        return;
    };
    let items = items(&menu);
    let focused = document().active_element();
    let here = items.iter().position(|item| focused.as_ref() == Some(item.unchecked_ref::<Element>()));
    let goal = match event.key().as_str() {
        "ArrowDown" => moved(here, Step::Next, items.len()),
        "ArrowUp" => moved(here, Step::Previous, items.len()),
        "Home" => moved(here, Step::First, items.len()),
        "End" => moved(here, Step::Last, items.len()),
        "Tab" => {
            close(node);
            return;
        }
        letter => typed_ahead(&items, here, letter),
    };
    if goal.is_some() {
        event.prevent_default();
        focus(&items, goal);
    }
}

/// The next line that begins with the letter, after the focused one and then from the top.
fn typed_ahead(items: &[HtmlElement], here: Option<usize>, key: &str) -> Option<usize> {
    let letter = Some(key).filter(|key| key.chars().count() == 1)?.to_lowercase();
    let after = here.map_or(0, |place| place + 1);
    let order = (after..items.len()).chain(0..after.min(items.len()));
    order.into_iter().find(|place| {
        let text = items.get(*place).and_then(|item| item.text_content());
        text.is_some_and(|text| text.trim().to_lowercase().starts_with(&letter))
    })
}

fn items(menu: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(found) = menu.query_selector_all(".menu-item") else {
        return Vec::new();
    };
    (0..found.length()).filter_map(|place| found.item(place)?.dyn_into().ok()).collect()
}

fn focus(items: &[HtmlElement], place: Option<usize>) {
    if let Some(item) = place.and_then(|place| items.get(place)) {
        // An element that cannot take the focus leaves it where it was.
        let _ = item.focus();
    }
}

fn is_open(menu: &HtmlDivElement) -> bool {
    menu.matches(":popover-open").unwrap_or(false)
}

fn close(node: NodeRef<html::Div>) {
    if let Some(menu) = node.get_untracked().filter(is_open) {
        // Already closing is as good as closed.
        let _ = menu.hide_popover();
    }
}
