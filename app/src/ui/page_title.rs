//! The name of a page: its one h1, to which a navigation leads.

use std::cell::Cell;

use js_sys::{Function, Object, Reflect};
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement};
use leptos_router::hooks::use_location;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// The address where one arrived last, and the title that stood there then.
    static ARRIVED_AT: Cell<Option<(String, Option<String>)>> = const { Cell::new(None) };
}

/// The h1 of a page. After a client-side navigation it takes the focus, so that screen readers say where one is;
/// once an address, so that news of the same page never takes the focus from somebody who writes.
#[component]
pub fn PageTitle(
    /// The page's name or its one message.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::H1>::new();
    let path = use_location().pathname;
    Effect::new(move |_| {
        if let (Some(heading), path) = (node.get(), path.get()) {
            // The page that is left sees the new address too: whoever still stands in the next frame has arrived.
            request_animation_frame(move || arrive(&heading, path));
        }
    });
    view! {
        <h1 node_ref=node tabindex="-1">
            {children()}
        </h1>
    }
}

fn arrive(heading: &HtmlElement, path: String) {
    if !heading.is_connected() {
        return;
    }
    let here = (path, heading.text_content());
    let Some(last) = ARRIVED_AT.replace(Some(here.clone())) else {
        return;
    };
    if last.0 != here.0 {
        focus_in_place(heading);
    } else if last.1 != here.1 && has_focus(heading) {
        // The title of the page before stood there a moment longer: what is said aloud has to be this one.
        let _ = heading.blur();
        focus_in_place(heading);
    }
}

fn has_focus(heading: &HtmlElement) -> bool {
    document().active_element().as_ref() == Some(heading.unchecked_ref::<Element>())
}

/// Moves the focus and not the page: where to look is for the router and the browser's history to say.
fn focus_in_place(heading: &HtmlElement) {
    let options = Object::new();
    let focus = Reflect::get(heading, &JsValue::from_str("focus")).ok();
    if let Some(focus) = focus.and_then(|focus| focus.dyn_into::<Function>().ok()) {
        // A heading that has gone again needs no focus.
        let _ = Reflect::set(&options, &JsValue::from_str("preventScroll"), &JsValue::TRUE);
        let _ = focus.call1(heading, &options);
    }
}
