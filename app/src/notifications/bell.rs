//! The bell of the top bar, with how many notifications are new.

use super::api::unread_notifications;
use crate::ui::{Icon, IconName};
use crate::use_live;
use domain::event::Topic;
use leptos::prelude::*;

/// A link to the notifications; counts by itself when somebody does something.
#[component]
pub fn NotificationBell() -> impl IntoView {
    let live = use_live(Topic::Exchanges);
    let count = Resource::new(move || live.get(), |_| unread_notifications());
    let bell = move || {
        Suspend::new(async move {
            let count = count.await.unwrap_or(0);
            view! { <Bell count /> }
        })
    };
    view! { <Transition>{bell}</Transition> }
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
