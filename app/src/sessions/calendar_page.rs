//! `/sessions`

use super::api::sessions;
use super::calendar_list::CalendarList;
use super::calendar_table::CalendarTable;
use crate::ui::{
    ButtonKind, ButtonSize, EmptyState, FilterChip, IconName, LinkButton, Loaded, PageHead, Section, Seen, Segment,
    Segmented,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::sessions::{CalendarPage, CalendarView};
use domain::tag::SkillTag;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// A month, a week or a list; on phones always a list.
#[component]
pub fn SessionsPage() -> impl IntoView {
    let (search, seen) = (use_location().search, Seen::new());
    let live = (use_live(Topic::Sessions), use_live(Topic::Exchanges));
    let page = load(move || (search.get(), live.0.get(), live.1.get()), |(query, ..)| sessions(query));
    view! {
        <Title text="Sessions · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="The calendar did not load" let:page>
                <Content page seen />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: CalendarPage, seen: Seen) -> impl IntoView {
    let plan = || {
        view! { <LinkButton href="/sessions/new" kind=ButtonKind::Primary icon=IconName::Calendar>"Plan a session"</LinkButton> }
    };
    let lead = page.lead.clone();
    let inside = if page.list.is_empty() && page.view == CalendarView::Agenda {
        ().into_any()
    } else {
        view! { <CalendarTable page=page.clone() seen /> }.into_any()
    };
    let empty = page.list.is_empty().then(|| view! { <Nothing wanted=page.wanted.clone() mine=page.mine /> });
    view! {
        <PageHead title="Sessions" lead=Signal::stored(lead) actions=plan />
        <Bar page=page.clone() />
        <Voting lines=page.voting.clone() />
        {inside}
        <CalendarList days=page.list.clone() seen is_beside=page.view != CalendarView::Agenda />
        {empty}
        <p class="section-note">{page.zone.clone()}</p>
    }
}

/// What is shown, how, and the way before and after.
#[component]
fn Bar(page: CalendarPage) -> impl IntoView {
    let view_now = page.view;
    let segments: Vec<Segment> = page
        .views
        .iter()
        .map(|(view, href)| Segment { label: view.title().to_owned(), href: href.clone(), current: *view == view_now })
        .collect();
    let (all, own) = (page.everything.clone(), page.own.clone());
    view! {
        <div class="calendar-bar">
            <h2 class="section-title" id="calendar-title" aria-live="polite">{page.title}</h2>
            <nav class="buttons" aria-label="Before and after">
                <a class="button" data-kind="quiet" data-size="small" href=page.before rel="prev">"Before"</a>
                <LinkButton href=page.today kind=ButtonKind::Quiet size=ButtonSize::Small>"Today"</LinkButton>
                <a class="button" data-kind="quiet" data-size="small" href=page.after rel="next">"After"</a>
            </nav>
            <FilterChip label="Only mine" href=if page.mine { all } else { own } on=page.mine />
            <Segmented label="How it is drawn" segments=Signal::stored(segments) />
        </div>
    }
}

/// Sessions whose time is still voted on.
#[component]
fn Voting(lines: Vec<(String, String)>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|(href, title)| {
            view! {
                <li>
                    <div class="rows-main"><a class="rows-title" href=href.clone()>{title}</a></div>
                    <LinkButton href size=ButtonSize::Small>"Vote"</LinkButton>
                </li>
            }
        });
        view! { <Section id="voting" title="Which time suits?"><ul class="rows">{lines.collect_view()}</ul></Section> }
    })
}

/// Nothing is on: what most people want to learn.
#[component]
fn Nothing(wanted: Vec<(SkillTag, String)>, mine: bool) -> impl IntoView {
    let host = || view! { <LinkButton href="/sessions/new">"Host a session"</LinkButton> };
    if mine {
        return view! { <EmptyState title="Nothing of yours" action=host>"Save a seat somewhere, or hold an hour yourself."</EmptyState> }
            .into_any();
    }
    let lines = wanted.into_iter().map(|(skill, note)| {
        let href = format!("/sessions/new?skill={}", skill.id);
        view! { <li><a class="link" href=href>{skill.name}</a>" "<span class="quiet">{note}</span></li> }
    });
    let lines = lines.collect_view();
    view! {
        <EmptyState title="Nothing is planned" action=host>"Hold one of the hours that people wait for:"</EmptyState>
        <ul class="calendar-wanted">{lines}</ul>
    }
    .into_any()
}
