//! `/continuity`

use super::api::continuity;
use super::at_risk::AtRisk;
use super::heat_map::HeatMap;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Choice, Field, FilterChip, IconName, LinkButton, Loaded, PageHead, Select,
};
use crate::wire::load;
use crate::{use_live, use_visitor};
use domain::actor::Role;
use domain::coverage::{ContinuityQuery, Shown};
use domain::event::Topic;
use domain::tag::SkillTag;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// Skills below their target, and the map of teams and skills.
#[component]
pub fn ContinuityPage() -> impl IntoView {
    let search = use_location().search;
    let live = (use_live(Topic::Skills), use_live(Topic::People));
    let page = load(move || (search.get(), live.0.get(), live.1.get()), |(query, ..)| continuity(query));
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
    let first = page.skills.first().map(|row| row.skill.clone());
    let actions = move || view! { <Verb first /> };
    view! {
        <PageHead title="Continuity" lead=Signal::stored(page.takeaway.clone()) actions />
        <Narrow page=page.clone() />
        <AtRisk skills=page.skills more=page.more />
        <HeatMap heat=page.heat />
    }
}

/// For managers: who could teach what is most pressing. For everybody else: what they can do about it.
#[component]
fn Verb(first: Option<SkillTag>) -> impl IntoView {
    let visitor = use_visitor();
    move || {
        let first = first.clone();
        Suspend::new(async move {
            let visitor = visitor.await.ok().flatten();
            let plans = visitor.is_some_and(|visitor| visitor.is_at_least(Role::Manager));
            match first.filter(|_| plans) {
                Some(skill) => {
                    let (href, words) = (format!("/skills/{}", skill.id), format!("See who could teach {}", skill.name));
                    view! { <LinkButton kind=ButtonKind::Primary href>{words}</LinkButton> }.into_any()
                }
                None => view! { <LinkButton kind=ButtonKind::Primary icon=IconName::Teach href="/me/skills">"Offer to teach"</LinkButton> }
                    .into_any(),
            }
        })
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
