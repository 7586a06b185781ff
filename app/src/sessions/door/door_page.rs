//! `/sessions/{id}/{day}/door`

use super::api::session_door;
use super::door_actions::DoorActions;
use super::guest_side::GuestSide;
use super::host_side::HostSide;
use crate::outbox::Waiting;
use crate::ui::{Loaded, Note, PageHead, Status};
use crate::use_live;
use crate::wire::load;
use domain::attendance::{DoorPage as Page, DoorSide};
use domain::event::Topic;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use std::time::Duration;

/// The door of a date: the code and the list for hosts, the field for the code for everybody else.
#[component]
pub fn DoorPage() -> impl IntoView {
    let params = use_params_map();
    let named = move |name: &str| params.read().get(name).unwrap_or_default();
    let actions = DoorActions::new();
    let query = use_query_map();
    // The link that the picture carries brings the code along.
    actions.code.set(query.read_untracked().get("code").unwrap_or_default());
    let live = use_live(Topic::Sessions);
    let renewed = RwSignal::new(0_u32);
    let source = move || (named("id"), named("day"), live.get(), actions.versions(), renewed.get());
    let page = load(source, |(id, day, ..)| session_door(id, day));
    renew_the_code(page, renewed);
    view! {
        <Title text="Door · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This door did not load" let:page>
                <Content page actions />
            </Loaded>
        </main>
    }
}

/// Asks again when the code on the screen is over.
fn renew_the_code(page: crate::wire::Loading<Page>, renewed: RwSignal<u32>) {
    Effect::new(move |before: Option<Option<TimeoutHandle>>| {
        if let Some(timer) = before.flatten() {
            timer.clear();
        }
        let lasts = page.get().and_then(Result::ok).and_then(|page| match page.side {
            DoorSide::Host { host } => host.code.map(|code| code.lasts),
            DoorSide::Guest { .. } => None,
        })?;
        let pause = Duration::from_millis(u64::from(lasts) + 200);
        set_timeout_with_handle(move || renewed.update(|renewed| *renewed = renewed.wrapping_add(1)), pause).ok()
    });
}

#[component]
fn Content(page: Page, actions: DoorActions) -> impl IntoView {
    let failed = move || actions.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let head = page.head.clone();
    let place = if head.room.is_empty() { head.when.clone() } else { format!("{} · {}", head.when, head.room) };
    let (is_open, words) = (page.is_open, page.closed_words.clone());
    let closed = (!is_open).then(|| view! { <Note status=Status::Info>{words}</Note> });
    let back = head.href();
    let side = match page.side {
        DoorSide::Host { host } => view! { <HostSide head=page.head host actions /> }.into_any(),
        DoorSide::Guest { guest } => view! { <GuestSide head=page.head guest is_open actions /> }.into_any(),
    };
    view! {
        <PageHead title=head.title.clone() lead=place />
        <div role="status">{failed}{closed}</div>
        <Waiting page=head.door() />
        {side}
        <p class="section-note" data-print="no"><a class="link" href=back>"About this session"</a></p>
    }
}
