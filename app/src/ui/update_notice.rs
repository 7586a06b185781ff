//! What `public/loader.js` says about this page: a newer version is ready, or this is a kept copy.

use leptos::prelude::*;

use super::announced::{announced, ask_loader};
use super::{Chip, ChipKind, IconName, Toasts};

/// Offers a new version when one is ready. It waits: nothing reloads under someone's hands. Draws nothing.
#[component]
pub fn UpdateNotice() -> impl IntoView {
    let toasts = Toasts::here();
    let update = announced("update");
    Effect::new(move |_| {
        if update.get().is_some() {
            toasts.ask("A new version is ready", "Reload", Callback::new(|()| ask_loader("apply-update")));
        }
    });
}

/// "as of 09:41": this page is a copy kept for when there is no connection. Draws nothing otherwise.
#[component]
pub fn StaleChip() -> impl IntoView {
    let kept_at = announced("as-of");
    move || {
        kept_at.get().map(|at| {
            view! {
                <Chip kind=ChipKind::Plain icon=IconName::Clock>
                    "as of "
                    {at}
                </Chip>
            }
        })
    }
}
