//! What the frame keeps in this browser and tells no server: yes, or nothing.

use leptos::prelude::*;
use leptos::web_sys::Storage;

/// Single keys are off.
pub(super) const KEYS_OFF: &str = "kith-keys-off";
/// The sidebar is folded. The document's head reads it before the first paint.
pub(super) const RAIL: &str = "kith-rail";

/// Whether `name` is kept.
pub(super) fn is_kept(name: &str) -> bool {
    storage().is_some_and(|storage| storage.get_item(name).ok().flatten().is_some())
}

/// Keeps `name`, or forgets it. A full or forbidden storage forgets the choice, and nothing worse.
pub(super) fn keep(name: &str, is: bool) {
    if let Some(storage) = storage() {
        drop(if is { storage.set_item(name, "yes") } else { storage.remove_item(name) });
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
