//! The bell of the top bar, with how many notifications are new.

use super::api::unread_notifications;
use crate::ui::{Icon, IconName};
use crate::use_live;
use crate::wire::{Loading, load};
use domain::event::Topic;
use leptos::prelude::*;

/// How many notifications are new; counted again when somebody does something.
pub fn new_notifications() -> Loading<u32> {
    let (exchanges, programs) = (use_live(Topic::Exchanges), use_live(Topic::Programs));
    let (sessions, library, talk) = (use_live(Topic::Sessions), use_live(Topic::Library), use_live(Topic::Talk));
    let changes = move || (exchanges.get(), programs.get(), sessions.get(), library.get(), talk.get());
    load(changes, |_| unread_notifications())
}

/// A link to the notifications that shows `count`.
#[component]
pub fn NotificationBell(count: Loading<u32>) -> impl IntoView {
    // No `Transition` here, for the reason that `Trail` of the top bar has none.
    move || {
        Suspend::new(async move {
            let count = count.await.unwrap_or(0);
            view! { <Bell count /> }
        })
    }
}

#[component]
fn Bell(count: u32) -> impl IntoView {
    let label = match count {
        0 => "Notifications".to_owned(),
        n => format!("Notifications, {n} new"),
    };
    let shown = (count > 0).then(|| if count > 99 { "99+".to_owned() } else { count.to_string() });
    view! {
        <a
            class="button topbar-alert"
            data-kind="quiet"
            data-shape="icon"
            data-count=shown
            href="/notifications"
            aria-label=label
        >
            <Icon name=IconName::Bell />
        </a>
    }
}
