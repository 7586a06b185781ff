//! `/skills`: every skill by area, supply against demand.

use super::api::skills;
use crate::ui::{
    ButtonKind, Cell, Chip, ColumnHead, EmptyState, IconName, LinkButton, Loaded, PageHead, RiskBars, RowHead,
    SearchBox, Section, Segment, Segmented, Status, Table, TableRow,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::skill::Criticality;
use domain::skills::{AtlasArea, AtlasSkill, SkillsPage};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// The atlas. What it shows is the address.
#[component]
pub fn AtlasPage() -> impl IntoView {
    let search = use_location().search;
    let live = use_live(Topic::Skills);
    let page = load(move || (search.get(), live.get()), |(query, _)| skills(query));
    view! {
        <Title text="Skills atlas · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="The atlas did not load" let:page>
                <Atlas page />
            </Loaded>
        </main>
    }
}

#[component]
fn Atlas(page: SkillsPage) -> impl IntoView {
    let may_edit = page.may_edit;
    let actions = move || {
        let new = may_edit.then(|| view! { <LinkButton href="/new/skill">"New skill"</LinkButton> });
        let offer = view! { <LinkButton kind=ButtonKind::Primary icon=IconName::Teach href="/me/skills">"Offer to teach"</LinkButton> };
        view! { {offer}{new} }
    };
    let segment = |(shown, count): &(domain::skills::ShownSkills, u32)| Segment {
        label: format!("{} ({count})", shown.title()),
        href: page.query.showing(*shown),
        current: *shown == page.query.shown,
    };
    let segments: Vec<Segment> = page.counts.iter().map(segment).collect();
    let read_as: Vec<String> =
        page.read_as.iter().map(|(typed, read)| format!("No “{typed}” here: showing “{read}”.")).collect();
    let (text, is_filtered) = (page.query.text.clone(), !page.query.to_string().is_empty());
    let areas = page.areas.into_iter().map(|area| view! { <Area area /> }).collect_view();
    let nothing = (page.total == 0).then(|| view! { <Nothing may_edit is_filtered /> });
    view! {
        <PageHead title="Skills atlas" lead=Signal::stored(page.lead) actions />
        <div class="filters">
            <SearchBox id="q" label="Skill or area" action="/skills" value=text />
            <Segmented label="Which skills" segments=Signal::stored(segments) />
        </div>
        <p class="section-note" role="status">
            {read_as.join(" ")}
        </p>
        {areas}
        {nothing}
    }
}

#[component]
fn Nothing(may_edit: bool, is_filtered: bool) -> impl IntoView {
    let action = move || match (is_filtered, may_edit) {
        (true, _) => Some(view! { <LinkButton href="/skills">"Show all skills"</LinkButton> }),
        (false, true) => Some(view! { <LinkButton href="/new/skill">"Add the first skill"</LinkButton> }),
        (false, false) => Some(view! { <LinkButton href="/me/skills">"Say what you know"</LinkButton> }),
    };
    let (title, words) = if is_filtered {
        ("No skill matches", "No skill or area is called like this, or none is in this state.")
    } else {
        ("No skills yet", "Start from a catalogue: an admin imports a CSV or adds skills one by one.")
    };
    view! {
        <EmptyState title action>
            {words}
        </EmptyState>
    }
}

#[component]
fn Area(area: AtlasArea) -> impl IntoView {
    let id = format!("area-{}", area.area.id);
    let count = area.skills.len();
    let rows = area.skills.into_iter().map(|skill| view! { <Row skill /> }).collect_view();
    let label = area.area.name.clone();
    let size = move || view! { <p class="section-note">{count}{if count == 1 { " skill" } else { " skills" }}</p> };
    let head = || {
        view! {
            <ColumnHead label="Skill" />
            <ColumnHead label="Cover" />
            <ColumnHead label="Can teach" numeric=true />
            <ColumnHead label="Offer it" numeric=true />
            <ColumnHead label="Want it" numeric=true />
        }
    };
    view! {
        <Section id title=area.area.name aside=size>
            <Table label class="atlas" head>
                {rows}
            </Table>
        </Section>
    }
}

#[component]
fn Row(skill: AtlasSkill) -> impl IntoView {
    let href = format!("/skills/{}", skill.skill.id);
    let cover = format!("{} of {}", skill.cover.have, skill.cover.target);
    let cover = match skill.risk {
        Some(risk) => view! { <RiskBars band=risk.band() words=cover /> }.into_any(),
        None => view! { <span>{cover}</span> }.into_any(),
    };
    let critical = (skill.criticality >= Criticality::High).then(|| {
        let words = skill.criticality.title();
        view! { " "<Chip kind=Status::Danger>{words}</Chip> }
    });
    view! {
        <TableRow>
            <RowHead>
                <a class="person-name" href=href>
                    {skill.skill.name}
                </a>
                {critical}
            </RowHead>
            <Cell label="Cover">{cover}</Cell>
            <Cell label="Can teach" numeric=true>
                {skill.can_teach}
            </Cell>
            <Cell label="Offer it" numeric=true>
                {skill.offers}
            </Cell>
            <Cell label="Want it" numeric=true>
                {skill.wants}
            </Cell>
        </TableRow>
    }
}
