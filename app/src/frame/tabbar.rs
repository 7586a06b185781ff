//! The bottom bar of a phone: the same five places, always with their words; and the round + above it.

use super::new_menu::NEW_MENU;
use super::places::{current, places};
use crate::session::Visitor;
use crate::ui::{Icon, IconName};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The bottom bar and the + button.
#[component]
pub fn Tabbar(visitor: Visitor) -> impl IntoView {
    let path = use_location().pathname;
    let links = places(&visitor)
        .into_iter()
        .filter(|place| place.on_phone)
        .map(|place| {
            let href = place.href.clone();
            let here = move || path.with(|path| current(&href, path));
            view! { <a class="tabbar-link" href=place.href aria-current=here><Icon name=place.icon />{place.label}</a> }
        })
        .collect_view();
    view! {
        <button class="fab" type="button" popovertarget=NEW_MENU aria-label="New"><Icon name=IconName::Plus /></button>
        <nav class="tabbar" aria-label="Main, bottom">{links}</nav>
    }
}
