//! `/teams/{id}`

use super::api::team;
use super::team_skills::TeamSkills;
use super::teams_page::TeamTable;
use crate::ui::{
    ButtonKind, Cell, Chip, ColumnHead, EmptyState, IconName, LinkButton, Loaded, PageHead, PersonLine, RowHead,
    Section, Table, TableRow, Way,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::teams::TeamMember;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// One team: its people, what they cover, what they want.
#[component]
pub fn TeamPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let live = (use_live(Topic::People), use_live(Topic::Skills));
    let page = load(move || (id(), live.0.get(), live.1.get()), |(id, ..)| team(id));
    view! {
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This team did not load" let:page>
                <Team page />
            </Loaded>
        </main>
    }
}

#[component]
fn Team(page: domain::teams::TeamPage) -> impl IntoView {
    let (id, may_edit) = (page.node.team.id.to_string(), page.may_edit);
    let directory = format!("/people?team={id}");
    let is_empty = page.people.is_empty();
    let actions = move || {
        let href = format!("/teams/{id}/edit");
        let edit = may_edit.then(|| view! { <LinkButton icon=IconName::Edit href>"Edit"</LinkButton> });
        // The directory has “Ask” beside everybody who offers something.
        let ask = (!is_empty).then(|| {
            view! { <LinkButton kind=ButtonKind::Primary icon=IconName::Receive href=directory>"Ask somebody here"</LinkButton> }
        });
        view! { {ask}<LinkButton icon=IconName::Teach href="/me/skills">"Offer to teach"</LinkButton>{edit} }
    };
    let lead = lead(&page);
    let below = (!page.below.is_empty()).then(|| {
        let nodes = page.below.clone();
        view! { <Section id="below" title="Teams below"><TeamTable nodes label="Teams below" /></Section> }
    });
    view! {
        <Title text=format!("{} · Kith", page.node.team.name) />
        <PageHead title=page.node.team.name.clone() lead=Signal::stored(lead) actions />
        <Above page=page.clone() />
        <TeamSkills page=page.clone() />
        {below}
        <Wants page=page.clone() />
        <Members people=page.people may_edit />
    }
}

/// "Maintains the rota. 11 people."
fn lead(page: &domain::teams::TeamPage) -> String {
    let people = match page.node.people_below {
        1 => "1 person.".to_owned(),
        n => format!("{n} people."),
    };
    let purpose = match page.purpose.as_str() {
        "" => String::new(),
        purpose if purpose.ends_with(['.', '!', '?']) => purpose.to_owned(),
        purpose => format!("{purpose}."),
    };
    [purpose, people].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[component]
fn Above(page: domain::teams::TeamPage) -> impl IntoView {
    let kind = (!page.node.kind.is_empty()).then(|| view! { <li>{page.node.kind}</li> });
    if page.above.is_empty() && kind.is_none() {
        return ().into_any();
    }
    let link = |team: domain::tag::TeamTag| {
        let href = format!("/teams/{}", team.id);
        view! { <li>"Part of "<a class="link" href=href>{team.name}</a></li> }
    };
    let links = page.above.into_iter().map(link).collect_view();
    view! { <ul class="facts">{kind}{links}</ul> }.into_any()
}

#[component]
fn Wants(page: domain::teams::TeamPage) -> impl IntoView {
    if page.wants.is_empty() {
        return ().into_any();
    }
    let chip = |(skill, count): (domain::tag::SkillTag, u32)| {
        let href = format!("/skills/{}", skill.id);
        view! { <Chip kind=Way::Learn href>{skill.name}" "{count}</Chip> }
    };
    let chips = page.wants.into_iter().map(chip).collect_view();
    view! {
        <Section id="wants" title="What people here want to learn">
            <div class="chips">{chips}</div>
        </Section>
    }
    .into_any()
}

#[component]
fn Members(people: Vec<TeamMember>, may_edit: bool) -> impl IntoView {
    let inside = if people.is_empty() {
        let (title, words) = match may_edit {
            true => ("Add people to the team", "Open somebody’s profile and move them here, or invite somebody new."),
            false => ("Nobody here yet", "An organisation admin decides who is in which team."),
        };
        let action = move || may_edit.then(|| view! { <LinkButton href="/people">"Choose somebody"</LinkButton> });
        view! { <EmptyState title action>{words}</EmptyState> }.into_any()
    } else {
        let rows = people.into_iter().map(|member| view! { <Member member /> }).collect_view();
        let head = || view! { <ColumnHead label="Person" /><ColumnHead label="Offers to teach" /> };
        view! { <Table label="People of the team" head>{rows}</Table> }.into_any()
    };
    view! {
        <Section id="people" title="People">
            {inside}
        </Section>
    }
}

#[component]
fn Member(member: TeamMember) -> impl IntoView {
    let id = member.person.id.to_string();
    let team = member.team.map(|team| team.name).unwrap_or_default();
    let sub = [member.title, team].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let offers = if member.offers.is_empty() {
        view! { <span class="quiet">"Nothing yet"</span> }.into_any()
    } else {
        member
            .offers
            .into_iter()
            .map(|skill| view! { <Chip kind=Way::Teach>{skill.name}</Chip> })
            .collect_view()
            .into_any()
    };
    view! {
        <TableRow>
            <RowHead>
                <PersonLine name=member.person.name seed=id.clone() href=format!("/people/{id}") sub />
            </RowHead>
            <Cell label="Offers">
                <span class="chips">{offers}</span>
            </Cell>
        </TableRow>
    }
}
