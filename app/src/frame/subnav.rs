//! The pages beside this one, where the sidebar does not show them: on tablets and phones, and beside a folded
//! sidebar.

use super::places::{Place, area_of, current, places};
use crate::session::Visitor;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The siblings in the place where one is.
#[component]
pub fn Subnav(visitor: Visitor) -> impl IntoView {
    let (path, me) = (use_location().pathname, visitor.id.to_string());
    let area = Memo::new(move |_| path.with(|path| area_of(path, &me)));
    let all = places(&visitor);
    move || {
        let here = all.iter().find(|place| Some(place.area) == area.get());
        here.map(|place| view! { <Siblings place=place.clone() /> })
    }
}

#[component]
fn Siblings(place: Place) -> impl IntoView {
    let path = use_location().pathname;
    let siblings = place.siblings();
    if siblings.len() < 2 {
        return ().into_any();
    }
    let tab = |link: super::places::Link| {
        let href = link.href.clone();
        let here = move || path.with(|path| current(&href, path));
        view! { <a class="tab" href=link.href aria-current=here>{link.label}</a> }
    };
    let tabs = siblings.into_iter().map(tab).collect_view();
    view! { <nav class="subnav" aria-label=format!("In {}", place.label)>{tabs}</nav> }.into_any()
}
