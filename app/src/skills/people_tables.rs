//! Who can teach a skill, and who is on the way.

use crate::ui::{AvatarSize, Certainty, EmptyState, LaneScale, LinkButton, PersonLine, Section, SkillLane, Way};
use domain::skills::{SkillPage, SkillPerson};
use leptos::prelude::*;

/// People who offer it or can teach it.
#[component]
pub(super) fn Teachers(page: SkillPage) -> impl IntoView {
    let skill = page.skill.id.to_string();
    let href = format!("/people?skill={skill}&level=4");
    let inside = if page.teachers.is_empty() {
        let nearest = format!("/people?skill={skill}");
        let nominate = move || view! { <LinkButton href=nearest>"See who comes nearest"</LinkButton> };
        let words = page.demand.sentence;
        view! { <EmptyState title="Nobody can teach it yet" action=nominate>{words}</EmptyState> }.into_any()
    } else {
        let row = |row: SkillPerson| view! { <Row row skill=skill.clone() is_teacher=true /> };
        let rows = page.teachers.into_iter().map(row).collect_view();
        view! { <LaneTable last="How">{rows}</LaneTable> }.into_any()
    };
    let all = move || view! { <a class="link" href=href>"In the directory"</a> };
    view! {
        <Section id="teachers" title="Who can teach it" aside=all>
            {inside}
        </Section>
    }
}

/// People who know less of it, or want to.
#[component]
pub(super) fn OnTheWay(page: SkillPage) -> impl IntoView {
    if page.on_the_way.is_empty() {
        return ().into_any();
    }
    let count = page.on_the_way.len();
    let note = if count == 1 { "1 person".to_owned() } else { format!("{count} people") } + " below “can teach”";
    let skill = page.skill.id.to_string();
    let row = |row: SkillPerson| view! { <Row row skill=skill.clone() is_teacher=false /> };
    let rows = page.on_the_way.into_iter().map(row).collect_view();
    view! {
        <Section id="way" title="On the way" note>
            <LaneTable last="Wish">{rows}</LaneTable>
        </Section>
    }
    .into_any()
}

#[component]
fn LaneTable(last: &'static str, children: Children) -> impl IntoView {
    view! {
        <div class="table-scroll" role="region" aria-label="Levels" tabindex="0">
            <table class="table lanes">
                <thead>
                    <tr>
                        <th scope="col">"Person"</th>
                        <th scope="col">
                            <span class="visually-hidden">"Level: "</span>
                            <LaneScale />
                        </th>
                        <th scope="col">{last}</th>
                    </tr>
                </thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(row: SkillPerson, skill: String, is_teacher: bool) -> impl IntoView {
    let id = row.person.id.to_string();
    let way = match (&row.offer, row.goal) {
        (Some(_), _) => Some(Way::Teach),
        (None, Some(_)) => Some(Way::Learn),
        (None, None) => None,
    };
    let goal = row.goal.map(|goal| goal.number());
    let (level, certainty) = (row.level.number(), Certainty::of(row.certainty));
    let ask = (is_teacher && row.may_ask).then(|| {
        let href = format!("/people/{id}/ask?skill={skill}");
        let label = format!("Ask {}", row.person.first_name());
        view! { <a class="link" href=href>{label}</a> }
    });
    let words = if is_teacher { row.offer.unwrap_or_else(|| "does not offer it yet".to_owned()) } else { row.wish };
    let href = format!("/people/{id}");
    view! {
        <tr>
            <th scope="row">
                <PersonLine name=row.person.name seed=id href sub=row.title size=AvatarSize::Small />
            </th>
            <td>
                <SkillLane level certainty goal way />
            </td>
            <td data-below="">
                {ask}
                <span class="table-sub">{words}</span>
            </td>
        </tr>
    }
}
