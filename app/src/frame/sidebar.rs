//! The sidebar of a wide screen; a rail with labels on a tablet; away on a phone.

use super::places::{Place, current, places};
use crate::session::Visitor;
use crate::ui::{Icon, Mark, Wordmark};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The five places and what lies in them.
#[component]
pub fn Sidebar(visitor: Visitor) -> impl IntoView {
    let areas = places(&visitor).into_iter().map(|place| view! { <Area place /> }).collect_view();
    let size = format!("{} people, {} teams", visitor.people, visitor.teams);
    view! {
        <nav class="sidebar" aria-label="Main">
            <a class="sidebar-brand" href="/" aria-label="Kith, home"><Mark /><Wordmark /></a>
            <ul class="nav">{areas}</ul>
            <p class="sidebar-company">{visitor.company}<br />{size}</p>
        </nav>
    }
}

#[component]
fn Area(place: Place) -> impl IntoView {
    let path = use_location().pathname;
    let href = place.href.clone();
    let is_own_page = place.pages.iter().all(|page| page.href != href);
    let here = move || path.with(|path| current(&href, path).filter(|_| is_own_page));
    let pages = place
        .pages
        .into_iter()
        .map(|page| {
            let href = page.href.clone();
            let here = move || path.with(|path| current(&href, path));
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
