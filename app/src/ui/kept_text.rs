//! A long text that is being written, kept in this browser, so that a reload or a closed window takes no word.

use leptos::prelude::*;
use leptos::web_sys::Storage;

/// The text, and under which key it is kept.
#[derive(Clone, Copy)]
pub struct KeptText {
    /// The key; nothing is kept while it is empty.
    pub key: RwSignal<String>,
    /// What is typed.
    pub text: RwSignal<String>,
    /// What stood there at first: it needs no keeping.
    pub first: RwSignal<String>,
    /// True once what was typed before stands there again.
    pub is_back: RwSignal<bool>,
}

/// What is typed is kept from now on, and stands there again when the page comes back. Forgotten by [`forget_text`]. In
/// the browser only.
pub fn keep_text(kept: KeptText) {
    let is_ready = StoredValue::new(false);
    Effect::new(move |_| {
        let key = kept.key.get();
        is_ready.set_value(false);
        if !key.is_empty() {
            // Once the box stands there: it tells the signal what it holds at first.
            request_animation_frame(move || {
                put_back(&key, kept);
                let _ = is_ready.try_set_value(true);
            });
        }
    });
    Effect::new(move |_| {
        let (key, now, first) = (kept.key.get(), kept.text.get(), kept.first.get());
        if let Some(storage) = storage().filter(|_| is_ready.get_value() && !key.is_empty()) {
            // A full or forbidden storage keeps nothing, and nothing worse.
            drop(if now == first { storage.remove_item(&key) } else { storage.set_item(&key, &now) });
        }
    });
}

/// What was kept under `key` is kept no more.
pub fn forget_text(key: &str) {
    if let Some(storage) = storage() {
        drop(storage.remove_item(key));
    }
}

fn put_back(key: &str, kept: KeptText) {
    let before = storage().and_then(|storage| storage.get_item(key).ok().flatten());
    let (Some(now), Some(first)) = (kept.text.try_get_untracked(), kept.first.try_get_untracked()) else { return };
    if let Some(before) = before.filter(|before| *before != now && now == first) {
        kept.text.set(before);
        kept.is_back.set(true);
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
