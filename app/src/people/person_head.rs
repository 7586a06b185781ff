//! Who somebody is, at a glance, and what can be done with them.

use crate::ui::{Avatar, AvatarSize, ButtonKind, Icon, IconName, LinkButton, Note, PageTitle};
use domain::people::PersonPage;
use leptos::prelude::*;

/// Face, name, job, facts, verbs.
#[component]
pub(super) fn PersonHead(page: PersonPage) -> impl IntoView {
    let (name, id) = (page.person.name.clone(), page.person.id.to_string());
    let left = (!page.facts.left.is_empty()).then(|| {
        let words = format!("{}. What they taught stays; they count for no cover.", page.facts.left);
        view! { <Note>{words}</Note> }
    });
    let lead = lead(&page);
    view! {
        <header class="profile">
            <Avatar name=name.clone() seed=id size=AvatarSize::Hero />
            <div class="profile-body">
                <PageTitle>
                    <bdi>{name}</bdi>
                </PageTitle>
                <p class="page-lead">{lead}</p>
                <Facts page=page.clone() />
                {left}
            </div>
            <Verbs page />
        </header>
    }
}

/// "Community nurse in Care East. “Ask me how to say the hard thing kindly.”"
fn lead(page: &PersonPage) -> String {
    let team = page.team.as_ref().map(|team| team.name.as_str()).unwrap_or_default();
    let work = match (page.title.is_empty(), team.is_empty()) {
        (false, false) => format!("{} in {team}.", page.title),
        (false, true) => format!("{}.", page.title),
        (true, false) => format!("In {team}."),
        (true, true) => String::new(),
    };
    let about = if page.about.is_empty() { String::new() } else { format!("“{}”", page.about) };
    [work, about].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[component]
fn Facts(page: PersonPage) -> impl IntoView {
    let facts = page.facts;
    let lines = [
        (IconName::Clock, facts.clock),
        (IconName::Globe, facts.languages),
        (IconName::Calendar, facts.time),
        (IconName::Sun, facts.away),
        (IconName::Handover, facts.last_day.unwrap_or_default()),
        (IconName::Place, facts.place),
        (IconName::History, facts.since),
        (IconName::Send, facts.email.unwrap_or_default()),
    ];
    let lines = lines
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(icon, words)| view! { <li><Icon name=icon /><span>{words}</span></li> })
        .collect_view();
    view! { <ul class="facts">{lines}</ul> }
}

#[component]
fn Verbs(page: PersonPage) -> impl IntoView {
    let id = page.person.id.to_string();
    let first = page.person.first_name().to_owned();
    let ask = page.may.ask.then(|| {
        let (ask, thank) = (format!("/people/{id}/ask"), format!("/thanks?to={id}"));
        view! {
            <LinkButton kind=ButtonKind::Primary icon=IconName::Message href=ask>
                "Ask "
                {first}
                " about…"
            </LinkButton>
            <LinkButton icon=IconName::Thanks href=thank>
                "Thank"
            </LinkButton>
        }
    });
    let own = page.is_me.then(|| {
        view! { <LinkButton kind=ButtonKind::Primary icon=IconName::Plus href="/me/skills">"Edit my skills"</LinkButton> }
    });
    let edit = page.may.edit.then(|| {
        view! { <LinkButton icon=IconName::Edit href=format!("/people/{id}/edit")>"Edit profile"</LinkButton> }
    });
    view! {
        <div class="page-actions">
            <div class="action-bar">
                {ask}
                {own}
                {edit}
            </div>
        </div>
    }
}
