//! What waits, as its person reads it: a chip in the top bar, and on the page where it was asked a line with what became
//! of it.

use super::{Entry, Outbox};
use crate::live::Live;
use crate::ui::{Button, ButtonKind, Chip, IconName, Note, Status};
use leptos::prelude::*;

/// That there is no connection, and how much waits for one; leads to where the first of it was asked.
#[component]
pub fn OutboxChip() -> impl IntoView {
    let (outbox, live) = (Outbox::here(), Live::here());
    let words = move || {
        let count = outbox.entries.with(|entries| entries.iter().filter(|one| one.refused.is_none()).count());
        let refused = outbox.entries.with(|entries| entries.iter().any(|one| one.refused.is_some()));
        match (live.is_connected.get(), count, refused) {
            (true, 0, false) => None,
            (true, 0, true) => Some("Not taken".to_owned()),
            (true, count, _) => Some(format!("{count} waiting")),
            (false, 0, _) => Some("Offline".to_owned()),
            (false, count, _) => Some(format!("Offline, {count} waiting")),
        }
    };
    let page = move || outbox.entries.with(|entries| entries.first().map(|entry| entry.page.clone()));
    let chip = move |words: String| match page() {
        Some(href) => view! { <Chip kind=Status::Warning icon=IconName::Offline href>{words}</Chip> }.into_any(),
        None => view! { <Chip kind=Status::Warning icon=IconName::Offline>{words}</Chip> }.into_any(),
    };
    view! { <span role="status">{move || words().map(chip)}</span> }
}

/// What was asked on `page` and waits, or was not taken.
#[component]
pub fn Waiting(page: String) -> impl IntoView {
    let outbox = Outbox::here();
    let mine = move || {
        let mine =
            |entries: &Vec<Entry>| entries.iter().filter(|entry| entry.page == page).cloned().collect::<Vec<_>>();
        outbox.entries.with(mine)
    };
    view! { <div role="status">{move || mine().into_iter().map(|entry| view! { <Line entry outbox /> }).collect_view()}</div> }
}

#[component]
fn Line(entry: Entry, outbox: Outbox) -> impl IntoView {
    let words = match &entry.refused {
        None => format!("{} waits in this browser and is sent when there is a connection.", entry.label),
        Some(why) => format!("{} was not taken. {why}", entry.label),
    };
    let status = if entry.refused.is_some() { Status::Danger } else { Status::Info };
    let drop_it = Callback::new(move |()| outbox.drop_entry(&entry));
    view! {
        <Note status=status>
            {words}" "
            <Button kind=ButtonKind::Quiet on_press=drop_it>"Forget it"</Button>
        </Note>
    }
}
