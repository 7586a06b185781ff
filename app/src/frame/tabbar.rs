//! The bottom bar of a phone: the same five places, always with their words; and the round + above it.

use super::new_menu::NEW_MENU;
use super::places::{Area, area_of, places};
use crate::session::Visitor;
use crate::ui::{Icon, IconName};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The bottom bar and the + button. What admins look after lies under Me here.
#[component]
pub fn Tabbar(visitor: Visitor) -> impl IntoView {
    let (path, me) = (use_location().pathname, visitor.id.to_string());
    let area = Memo::new(move |_| match path.with(|path| area_of(path, &me)) {
        Some(Area::Admin) => Some(Area::Me),
        other => other,
    });
    let links = places(&visitor)
        .into_iter()
        .filter(|place| place.area != Area::Admin)
        .map(|place| {
            let (own, href) = (place.area, place.href.clone());
            let here = move || {
                let is_here = area.get() == Some(own);
                is_here.then(|| path.with(|path| if *path == href { "page" } else { "true" }))
            };
            view! { <a class="tabbar-link" href=place.href aria-current=here><Icon name=place.icon />{place.label}</a> }
        })
        .collect_view();
    view! {
        <button class="fab" type="button" popovertarget=NEW_MENU aria-haspopup="menu" aria-label="New">
            <Icon name=IconName::Plus />
        </button>
        <nav class="tabbar" aria-label="Main, bottom">{links}</nav>
    }
}
