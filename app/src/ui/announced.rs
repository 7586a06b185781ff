//! What `public/loader.js` announces: an attribute of the document to read, and an event when that changes.

use leptos::prelude::*;

/// What is announced under `name`; nothing on the server, and while the loader has said nothing.
pub(super) fn announced(name: &'static str) -> ReadSignal<Option<String>> {
    let (said, set_said) = signal(None);
    Effect::new(move |_| {
        let read = move || {
            let root = document().document_element();
            let now = root.and_then(|root| root.get_attribute(&format!("data-{name}")));
            if said.get_untracked() != now {
                set_said.set(now);
            }
        };
        // The loader may have spoken before the page came alive.
        read();
        let heard = window_event_listener_untyped(&format!("kith:{name}"), move |_| read());
        on_cleanup(move || heard.remove());
    });
    said
}

/// Tells the loader that somebody wants what it announced. Nobody listening means that there is nothing to do.
pub(super) fn ask_loader(name: &str) {
    if let Ok(event) = leptos::web_sys::Event::new(&format!("kith:{name}")) {
        drop(window().dispatch_event(&event));
    }
}
