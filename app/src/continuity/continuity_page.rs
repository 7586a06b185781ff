//! `/continuity`

use super::api::continuity;
use super::at_risk::AtRisk;
use super::concentrations::Concentrations;
use super::expiring_list::ExpiringList;
use super::heat_map::HeatMap;
use super::trend_chart::TrendChart;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Choice, Field, FilterChip, IconName, LinkButton, Loaded, PageHead, Select, Tab,
    Tabs,
};
use crate::use_live;
use crate::wire::load;
use domain::coverage::{BoardView, ContinuityQuery, MapPart, Shown, Verbs};
use domain::event::Topic;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// The risk board: skills below their target, how risk went, and the map of teams and skills.
#[component]
pub fn ContinuityPage() -> impl IntoView {
    let search = use_location().search;
    let live = (use_live(Topic::Skills), use_live(Topic::People));
    let page = load(move || (search.get(), live.0.get(), live.1.get()), |(query, ..)| continuity(query));
    view! {
        <Title text="Continuity · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="Continuity did not load" let:page>
                <Board page />
            </Loaded>
        </main>
    }
}

#[component]
fn Board(page: domain::coverage::ContinuityPage) -> impl IntoView {
    let may = page.may;
    let actions = move || view! { <Actions may /> };
    let list = match page.query.view {
        BoardView::Below | BoardView::Nobody | BoardView::One => {
            view! { <AtRisk view=page.query.view skills=page.skills.clone() more=page.more /> }.into_any()
        }
        BoardView::Concentration => view! { <Concentrations list=page.concentrations.clone() /> }.into_any(),
        BoardView::Expiring => view! { <ExpiringList list=page.expiring.clone() /> }.into_any(),
    };
    let trend = page.trend.clone().map(|trend| view! { <TrendChart trend /> });
    view! {
        <PageHead title="Continuity" lead=Signal::stored(page.takeaway.clone()) actions />
        <Narrow page=page.clone() />
        <Lists page=page.clone() />
        {list}
        {trend}
        <HeatMap heat=page.heat query=page.query />
    }
}

/// For managers: a plan. For everybody else: what they can do about it. Then what hangs on whom, and for program admins
/// the targets.
#[component]
fn Actions(may: Verbs) -> impl IntoView {
    let first = if may.plan {
        view! { <LinkButton kind=ButtonKind::Primary href="/continuity/plan">"Plan the cover"</LinkButton> }.into_any()
    } else {
        let words = "Offer to teach";
        view! { <LinkButton kind=ButtonKind::Primary icon=IconName::Teach href="/me/skills">{words}</LinkButton> }
            .into_any()
    };
    let ask = if may.ask_about_others { "What if somebody is away" } else { "What hangs on me" };
    let targets = may.aim.then(|| {
        view! { <LinkButton kind=ButtonKind::Quiet icon=IconName::Edit href="/continuity/targets">"Targets"</LinkButton> }
    });
    view! {
        {first}
        <LinkButton href="/continuity/what-if">{ask}</LinkButton>
        <LinkButton kind=ButtonKind::Quiet href="/drills/new">"Plan a drill"</LinkButton>
        {targets}
    }
}

/// The lists of the board, each with how much it holds.
#[component]
fn Lists(page: domain::coverage::ContinuityPage) -> impl IntoView {
    let (query, counts) = (page.query, page.counts);
    let tab = |view: BoardView| {
        let own = ContinuityQuery { view, ..query.clone() };
        Tab::new(view.title(), own.link(), view == query.view).with_count(counts.of(view))
    };
    let tabs: Vec<Tab> = BoardView::ALL.into_iter().map(tab).collect();
    view! { <div class="board-lists"><Tabs label="Skills at risk" tabs=Signal::stored(tabs) /></div> }
}

/// Critical or all, and one team.
#[component]
fn Narrow(page: domain::coverage::ContinuityPage) -> impl IntoView {
    let query = page.query;
    let is_all = query.shown == Shown::All;
    let turned = ContinuityQuery {
        shown: if is_all { Shown::Critical } else { Shown::All },
        map: MapPart::default(),
        ..query.clone()
    }
    .link();
    let teams = page.teams.into_iter().map(|team| Choice::new(team.id.to_string(), team.name));
    let teams = std::iter::once(Choice::new("", "All teams")).chain(teams).collect();
    let team = query.team.map(|team| team.to_string()).unwrap_or_default();
    let view =
        (query.view != BoardView::Below).then(|| view! { <input type="hidden" name="view" value=query.view.key() /> });
    view! {
        <form class="filters" action="/continuity" aria-label="Narrow down">
            <FilterChip label="Also skills that are not critical" href=turned on=is_all />
            {view}
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
