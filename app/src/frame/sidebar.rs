//! The sidebar of a wide screen; a rail with labels on a tablet, and where it was folded; away on a phone.

use super::places::{Area, Place, area_of, current, places};
use super::shortcuts::fold;
use crate::session::Visitor;
use crate::ui::{Icon, IconName, Mark, Wordmark};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The five places and what lies in them.
#[component]
pub fn Sidebar(visitor: Visitor) -> impl IntoView {
    let (path, me) = (use_location().pathname, visitor.id.to_string());
    let area = Memo::new(move |_| path.with(|path| area_of(path, &me)));
    let areas = places(&visitor).into_iter().map(|place| view! { <PlaceLinks place area /> }).collect_view();
    let size = format!("{} people, {} teams", visitor.people, visitor.teams);
    view! {
        <nav class="sidebar" aria-label="Main">
            <a class="sidebar-brand" href="/" aria-label="Kith, home"><Mark /><Wordmark /></a>
            <ul class="nav">{areas}</ul>
            <p class="sidebar-company">{visitor.company}<br />{size}</p>
            <button
                class="button sidebar-fold"
                data-kind="quiet"
                data-size="small"
                data-needs="script"
                type="button"
                aria-label="Fold the sidebar, or open it"
                title="Fold the sidebar, or open it"
                on:click=|_| fold()
            >
                <Icon name=IconName::Menu />
            </button>
        </nav>
    }
}

#[component]
fn PlaceLinks(place: Place, area: Memo<Option<Area>>) -> impl IntoView {
    let path = use_location().pathname;
    let (own, href) = (place.area, place.href.clone());
    let is_listed = place.pages.iter().any(|page| page.href == href);
    let here = move || {
        let is_here = area.get() == Some(own);
        is_here.then(|| path.with(|path| if *path == href && !is_listed { "page" } else { "true" }))
    };
    let pages = place
        .pages
        .into_iter()
        .map(|page| {
            let href = page.href.clone();
            let here = move || (area.get() == Some(own)).then(|| path.with(|path| current(&href, path))).flatten();
            view! { <li><a class="nav-link" href=page.href aria-current=here>{page.label}</a></li> }
        })
        .collect_view();
    let has_pages = !pages.is_empty();
    view! {
        <li>
            <a class="nav-area" href=place.href aria-current=here><Icon name=place.icon />{place.label}</a>
            {has_pages.then(|| view! { <ul class="nav-sub">{pages}</ul> })}
        </li>
    }
}
