//! What `public/loader.js` says about this page: a newer version is ready, or this is a kept copy.

use leptos::prelude::*;
use leptos::web_sys::Event;

use super::{Chip, ChipKind, IconName, Toasts};

/// Offers a new version when one is ready. It waits: nothing reloads under someone's hands. Draws nothing.
#[component]
pub fn UpdateNotice() -> impl IntoView {
    let toasts = Toasts::here();
    let offer = move || {
        let apply = Callback::new(|()| {
            if let Ok(event) = Event::new("kith:apply-update") {
                // Nobody listening means that there is nothing to apply.
                let _ = window().dispatch_event(&event);
            }
        });
        toasts.ask("A new version is ready", "Reload", apply);
    };
    on_announcement("update", move |_| offer());
}

/// "as of 09:41": this page is a copy kept for when there is no connection. Draws nothing otherwise.
#[component]
pub fn StaleChip() -> impl IntoView {
    let kept_at = RwSignal::new(None::<String>);
    on_announcement("as-of", move |at| kept_at.set(Some(at)));
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

/// Runs with what the loader has announced, whether that was before the page came alive or is yet to come.
fn on_announcement(name: &'static str, act: impl Fn(String) + Clone + 'static) {
    Effect::new(move |_| {
        let act = act.clone();
        let read = move || {
            let root = document().document_element();
            let said = root.and_then(|root| root.get_attribute(&format!("data-{name}")));
            if let Some(said) = said {
                act(said);
            }
        };
        read();
        let heard = window_event_listener_untyped(&format!("kith:{name}"), move |_| read());
        on_cleanup(move || heard.remove());
    });
}
