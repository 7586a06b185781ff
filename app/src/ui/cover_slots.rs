//! A place for each person needed. Empty places are drawn, not implied.

use leptos::prelude::*;

use super::{Avatar, AvatarSize};

/// One place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CoverSlot {
    /// Someone holds it.
    Filled {
        /// Their name.
        name: String,
        /// Their id, for the hue.
        seed: String,
        /// What they can do.
        note: String,
    },
    /// Someone is on the way; dashed, because it is a promise.
    Planned {
        /// Their name.
        name: String,
        /// Their id, for the hue.
        seed: String,
        /// Since when or until when.
        note: String,
    },
    /// Nobody yet.
    Empty {
        /// What has been tried.
        note: String,
    },
}

/// The places in order.
#[component]
pub fn CoverSlots(
    /// The places.
    slots: Vec<CoverSlot>,
) -> impl IntoView {
    let places = slots
        .into_iter()
        .zip(1_u32..)
        .map(|(slot, place)| match slot {
            CoverSlot::Filled { name, seed, note } => held("filled", name, seed, note).into_any(),
            CoverSlot::Planned { name, seed, note } => held("planned", name, seed, note).into_any(),
            CoverSlot::Empty { note } => view! {
                <li class="cover-slot" data-state="empty">
                    <span class="cover-slot-open" aria-hidden="true">
                        {place}
                    </span>
                    <p class="cover-slot-name">"Open place"</p>
                    <p class="cover-slot-note">{note}</p>
                </li>
            }
            .into_any(),
        })
        .collect_view();
    view! { <ul class="cover-slots">{places}</ul> }
}

fn held(state: &'static str, name: String, seed: String, note: String) -> impl IntoView {
    view! {
        <li class="cover-slot" data-state=state>
            <Avatar name=name.clone() seed size=AvatarSize::Large />
            <p class="cover-slot-name">
                <bdi>{name}</bdi>
            </p>
            <p class="cover-slot-note">{note}</p>
        </li>
    }
}
