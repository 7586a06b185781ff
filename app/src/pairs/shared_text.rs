//! A text that others change too while somebody writes in it: theirs is taken up as long as nothing was typed, and
//! afterwards the form still says from which text it was begun.

use domain::time::Timestamp;
use leptos::prelude::*;

/// The draft and where it began.
#[derive(Clone, Copy)]
pub(super) struct SharedText {
    /// What stands in the field.
    pub text: RwSignal<String>,
    /// When the text was written from which it was begun, as the form sends it; empty where there was none.
    pub seen: RwSignal<String>,
    base: StoredValue<Option<String>>,
}

impl SharedText {
    pub fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self { text: empty(), seen: empty(), base: StoredValue::new(None) }
    }

    /// Takes up `text` of the moment `seen` where nothing else was typed, or where it `is_another` than before.
    pub fn follow(self, text: &str, seen: Option<Timestamp>, is_another: bool) {
        let base = self.base.get_value();
        let typed = self.text.get_untracked();
        let is_untouched = base.is_none_or(|base| base == typed) || typed == text;
        if !is_untouched && !is_another {
            return;
        }
        if typed != text {
            self.text.set(text.to_owned());
        }
        self.seen.set(seen.map(|at| at.0.to_string()).unwrap_or_default());
        self.base.set_value(Some(text.to_owned()));
    }
}
