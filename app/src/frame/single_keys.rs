//! Whether shortcuts of a single key work. People who speak to their computer, or whose hand strays, turn them off.

use super::kept::{KEYS_OFF, is_kept, keep};
use leptos::prelude::*;

/// Whether keys without ⌘ or Ctrl do anything. The browser keeps it; the server never needs it.
#[derive(Clone, Copy, Debug)]
pub(super) struct SingleKeys(pub RwSignal<bool>);

impl SingleKeys {
    /// Offers the choice of this browser to the frame and its pages.
    pub fn provide() -> Self {
        let on = RwSignal::new(true);
        Effect::new(move |before: Option<()>| {
            let wanted = on.get();
            if before.is_some() {
                keep(KEYS_OFF, !wanted);
            } else if is_kept(KEYS_OFF) {
                on.set(false);
            }
        });
        provide_context(Self(on));
        Self(on)
    }

    /// The choice of this browser.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }
}
