//! Keeps a text control and a signal equal. Text typed before the page came alive wins over the signal's
//! first value, so hydration never takes a half-written sentence away.

use leptos::html::ElementType;
use leptos::prelude::*;
use leptos::web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use wasm_bindgen::JsCast;

/// A control that holds text.
pub(super) trait TextControl {
    /// What it holds now.
    fn text(&self) -> String;
    /// Replaces what it holds.
    fn set_text(&self, text: &str);
}

impl TextControl for HtmlInputElement {
    fn text(&self) -> String {
        self.value()
    }

    fn set_text(&self, text: &str) {
        self.set_value(text);
    }
}

impl TextControl for HtmlTextAreaElement {
    fn text(&self) -> String {
        self.value()
    }

    fn set_text(&self, text: &str) {
        self.set_value(text);
    }
}

impl TextControl for HtmlSelectElement {
    fn text(&self) -> String {
        self.value()
    }

    fn set_text(&self, text: &str) {
        self.set_value(text);
    }
}

/// Writes the signal into the control whenever it changes, and the control into the signal once at the start.
pub(super) fn keep_equal<E>(node: NodeRef<E>, text: RwSignal<String>)
where
    E: ElementType + 'static,
    E::Output: JsCast + TextControl + Clone + 'static,
{
    Effect::new(move |met: Option<bool>| {
        let Some(control) = node.get() else {
            return false;
        };
        let wanted = text.get();
        if control.text() != wanted {
            if met == Some(true) {
                control.set_text(&wanted);
            } else {
                text.set(control.text());
            }
        }
        true
    });
}
