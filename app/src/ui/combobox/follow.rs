//! Keeps three things equal: what is selected, what is typed, and what stands in the input.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement};
use wasm_bindgen::JsCast;

use super::{Combo, ComboMode};

impl Combo {
    /// Shows what the page selects, and empties the box when it selects nothing.
    pub(super) fn follow_page(self) {
        Effect::new(move |met: Option<()>| {
            let label = self.selected.with(|chosen| chosen.first().map(|option| option.label.clone()));
            let own = self.own.try_update_value(std::mem::take).unwrap_or_default();
            if met.is_some() && !own && self.mode == ComboMode::One {
                self.query.set(label.unwrap_or_default());
            }
        });
    }

    /// Keeps the input and `query` equal. A choice that the page came with stands in the box; otherwise what stands
    /// there already, typed before the page came alive, wins.
    pub(super) fn follow_input(self, node: NodeRef<html::Input>) {
        Effect::new(move |met: Option<bool>| {
            let Some(input) = node.get() else {
                return false;
            };
            let wanted = self.query.get();
            let typed = input.value();
            let is_chosen = self.mode == ComboMode::One && self.selected.with_untracked(|chosen| !chosen.is_empty());
            if typed == wanted {
                return true;
            }
            if met == Some(true) || (is_chosen && !has_focus(&input)) {
                input.set_value(&wanted);
            } else {
                self.take_text(typed);
            }
            true
        });
    }
}

fn has_focus(input: &HtmlElement) -> bool {
    document().active_element().as_ref() == Some(input.unchecked_ref::<Element>())
}
