//! Says that there is no connection, and how much waits for one.

use leptos::ev;
use leptos::prelude::*;

use super::{Chip, IconName, MaybeText, Status};

/// A chip for the top bar; draws nothing while there is a connection and nothing waits.
#[component]
pub fn OfflineChip(
    /// How many things wait to be sent.
    #[prop(optional, into)]
    waiting: Signal<u32>,
    /// The list of them.
    #[prop(optional, into)]
    href: MaybeText,
) -> impl IntoView {
    let href = href.0;
    let offline = RwSignal::new(false);
    Effect::new(move |_| {
        let look = move || offline.set(!window().navigator().on_line());
        look();
        let on = window_event_listener(ev::online, move |_| look());
        let off = window_event_listener(ev::offline, move |_| look());
        on_cleanup(move || {
            on.remove();
            off.remove();
        });
    });
    let words = move || match (offline.get(), waiting.get()) {
        (false, 0) => None,
        (true, 0) => Some("Offline".to_owned()),
        (true, count) => Some(format!("Offline, {count} waiting")),
        (false, count) => Some(format!("Sending {count}")),
    };
    let chip = move |words: String| match href.clone() {
        Some(href) => view! {
            <Chip kind=Status::Warning icon=IconName::Offline href>
                {words}
            </Chip>
        }
        .into_any(),
        None => view! {
            <Chip kind=Status::Warning icon=IconName::Offline>
                {words}
            </Chip>
        }
        .into_any(),
    };
    view! { <span role="status">{move || words().map(&chip)}</span> }
}
