//! `/continuity`

use super::api::continuity;
use super::at_risk::AtRisk;
use super::heat_map::HeatMap;
use crate::ui::{Button, ButtonKind, ButtonSize, Choice, Field, FilterChip, Loaded, PageHead, Select};
use crate::use_live;
use domain::coverage::{ContinuityQuery, Shown};
use domain::event::Topic;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// Skills below their target, and the map of teams and skills.
#[component]
pub fn ContinuityPage() -> impl IntoView {
    let search = use_location().search;
    let live = (use_live(Topic::Skills), use_live(Topic::People));
    let page = Resource::new(move || (search.get(), live.0.get(), live.1.get()), |(query, ..)| continuity(query));
    view! {
        <Title text="Continuity · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="Continuity did not load" let:page>
                <Continuity page />
            </Loaded>
        </main>
    }
}

#[component]
fn Continuity(page: domain::coverage::ContinuityPage) -> impl IntoView {
    view! {
        <PageHead title="Continuity" lead=Signal::stored(page.takeaway.clone()) />
        <Narrow page=page.clone() />
        <AtRisk skills=page.skills more=page.more />
        <HeatMap heat=page.heat />
    }
}

/// Critical or all, and one team.
#[component]
fn Narrow(page: domain::coverage::ContinuityPage) -> impl IntoView {
    let query = page.query;
    let is_all = query.shown == Shown::All;
    let turned = ContinuityQuery { shown: if is_all { Shown::Critical } else { Shown::All }, ..query.clone() };
    let turned = domain::query_string::link("/continuity", &turned.to_string());
    let teams = page.teams.into_iter().map(|team| Choice::new(team.id.to_string(), team.name));
    let teams = std::iter::once(Choice::new("", "All teams")).chain(teams).collect();
    let team = query.team.map(|team| team.to_string()).unwrap_or_default();
    view! {
        <form class="filters" action="/continuity" aria-label="Narrow down">
            <FilterChip label="Also skills that are not critical" href=turned on=is_all />
            {is_all.then(|| view! { <input type="hidden" name="show" value="all" /> })}
            <Field id="team" label="Team" label_hidden=true>
                <Select name="team" choices=teams value=team />
            </Field>
            <Button kind=ButtonKind::Soft size=ButtonSize::Small submit=true>
                "Show"
            </Button>
        </form>
    }
}
