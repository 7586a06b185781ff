//! Says aloud, once and politely, that something has come while the page stood open. Shown by the bell; heard here.

use crate::wire::Loading;
use leptos::prelude::*;
use std::time::Duration;

/// What comes within this time is told together.
const TOGETHER: Duration = Duration::from_secs(2);
/// How long it can be heard. It goes then, so that the same words are heard when they are true again.
const HEARD: Duration = Duration::from_secs(10);

/// A status that screen readers listen to and eyes do not see.
#[component]
pub(super) fn Arrivals(
    /// How many notifications are new.
    unread: Loading<u32>,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let waiting = StoredValue::new(0_u32);
    Effect::new(move |before: Option<Option<u32>>| {
        let now = unread.get().and_then(Result::ok);
        let before = before.flatten();
        if let (Some(before), Some(now)) = (before, now)
            && now > before
        {
            let is_first = waiting.get_value() == 0;
            waiting.update_value(|waiting| *waiting += now - before);
            if is_first {
                set_timeout(move || tell(said, waiting), TOGETHER);
            }
        }
        now.or(before)
    });
    view! { <p class="visually-hidden" role="status">{said}</p> }
}

fn tell(said: RwSignal<String>, waiting: StoredValue<u32>) {
    let words = match waiting.try_get_value() {
        None | Some(0) => return,
        Some(1) => "1 new notification".to_owned(),
        Some(count) => format!("{count} new notifications"),
    };
    waiting.set_value(0);
    said.set(words);
    let forget = move || {
        // The frame may be gone by then.
        let _ = said.try_set(String::new());
    };
    set_timeout(forget, HEARD);
}
