//! Skill lanes: each level on one line, and line by line what it rests on.

use super::lane_details::LaneDetails;
use super::person_page::LevelActions;
use super::say_other::SayOther;
use crate::ui::{Certainty, EmptyState, Icon, IconName, LaneArrow, LaneScale, LinkButton, SkillLane, Way};
use domain::id::PersonId;
use domain::people::PersonPage;
use domain::people::person::{Lane, LaneKind};
use leptos::prelude::*;

/// How many lanes stand open; the rest is one press away.
const SHOWN: usize = 12;

/// The section of skills.
#[component]
pub(super) fn Lanes(page: PersonPage, actions: LevelActions) -> impl IntoView {
    let takeaway = page.takeaway.clone();
    let (person, skills) = (page.person.clone(), page.other_skills.clone());
    let other = page.may.confirm.map(|source| {
        view! { <div class="why-levels"><SayOther person skills source actions /></div> }
    });
    let inside = if page.lanes.is_empty() {
        view! { <NoLanes is_me=page.is_me /> }.into_any()
    } else {
        view! { <SomeLanes page actions /> }.into_any()
    };
    view! {
        <section class="section" aria-labelledby="lanes">
            <div class="section-head">
                <h2 class="section-title" id="lanes">
                    "Skills"
                </h2>
                <Key />
            </div>
            <p class="figure-takeaway">{takeaway}</p>
            {inside}
            {other}
        </section>
    }
}

#[component]
fn SomeLanes(page: PersonPage, actions: LevelActions) -> impl IntoView {
    let mut lanes = page.lanes.clone();
    let rest = lanes.split_off(lanes.len().min(SHOWN));
    let more = (!rest.is_empty()).then(|| {
        let words = format!("{} more skills", rest.len());
        view! {
            <details class="why-level">
                <summary>
                    <Icon name=IconName::Down />
                    {words}
                </summary>
                <LaneTable lanes=rest person=page.person.id.clone() />
            </details>
        }
    });
    view! {
        <LaneTable lanes person=page.person.id.clone() />
        {more}
        <LaneDetails page actions />
    }
}

#[component]
fn NoLanes(is_me: bool) -> impl IntoView {
    let add = move || is_me.then(|| view! { <LinkButton href="/me/skills">"Add a skill"</LinkButton> });
    let words = if is_me { "Say what you know; one skill takes a few seconds." } else { "Nothing is known yet." };
    view! {
        <EmptyState title="No skills yet" action=add>
            {words}
        </EmptyState>
    }
}

#[component]
fn Key() -> impl IntoView {
    view! {
        <ul class="key" aria-label="How to read the lanes">
            <li>
                <LaneArrow way=Way::Teach />
                "offers to teach"
            </li>
            <li>
                <LaneArrow way=Way::Learn />
                "wants to learn"
            </li>
            <li>
                <span class="key-halo"></span>
                "wider halo, less sure"
            </li>
        </ul>
    }
}

#[component]
fn LaneTable(lanes: Vec<Lane>, person: PersonId) -> impl IntoView {
    let rows = lanes.into_iter().map(|lane| view! { <LaneRow lane person=person.clone() /> }).collect_view();
    view! {
        <div class="table-scroll" role="region" aria-label="Skill lanes" tabindex="0">
            <table class="table lanes">
                <thead>
                    <tr>
                        <th scope="col">"Skill"</th>
                        <th scope="col">
                            <span class="visually-hidden">"Level: "</span>
                            <LaneScale />
                        </th>
                        <th scope="col" data-numeric="">
                            "Evidence"
                        </th>
                        <th scope="col" data-numeric="">
                            "Last used"
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn LaneRow(lane: Lane, person: PersonId) -> impl IntoView {
    let way = way(lane.kind);
    let goal = lane.goal.map(|goal| goal.number());
    let level = lane.level.number();
    let certainty = Certainty::of(lane.certainty);
    let href = format!("/skills/{}", lane.skill.id);
    let how = format!("/people/{person}/skills/{}", lane.skill.id);
    let pieces = if lane.pieces == 1 { "piece" } else { "pieces" };
    let label = format!(" {pieces} in {}: how this level comes about", lane.skill.name);
    view! {
        <tr>
            <th scope="row">
                <span class="lane-skill">
                    <LaneArrow way />
                    <span>
                        <a class="person-name" href=href>
                            {lane.skill.name}
                        </a>
                        <span class="table-sub">{lane.rests_on}</span>
                    </span>
                </span>
            </th>
            <td>
                <SkillLane level certainty goal way />
            </td>
            <td data-numeric="">
                <a class="link" href=how>
                    {lane.pieces}
                    <span class="visually-hidden">{label}</span>
                </a>
            </td>
            <td data-numeric="" class="nowrap">
                {lane.last_used}
            </td>
        </tr>
    }
}

fn way(kind: LaneKind) -> Option<Way> {
    match kind {
        LaneKind::Teach => Some(Way::Teach),
        LaneKind::Learn => Some(Way::Learn),
        LaneKind::Plain => None,
    }
}
