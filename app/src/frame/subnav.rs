//! The pages beside this one, where the sidebar does not show them: on tablets and phones.

use super::places::current;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// People, skills, teams, continuity.
#[component]
pub fn Subnav() -> impl IntoView {
    const PAGES: [(&str, &str); 4] =
        [("People", "/people"), ("Skills atlas", "/skills"), ("Teams", "/teams"), ("Continuity", "/continuity")];
    let path = use_location().pathname;
    let tabs = PAGES.map(|(label, href)| {
        let here = move || path.with(|path| current(href, path));
        view! { <a class="tab" href=href aria-current=here>{label}</a> }
    });
    view! { <nav class="subnav" aria-label="People">{tabs.into_iter().collect_view()}</nav> }
}
