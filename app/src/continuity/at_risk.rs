//! What breaks first: the list.

use crate::ui::{
    AvatarSize, Cell, ColumnHead, EmptyState, Face, LinkButton, PersonLine, PresenceStack, RiskBars, RowHead, Section,
    Table, TableRow,
};
use domain::coverage::SkillAtRisk;
use domain::tag::PersonTag;
use leptos::prelude::*;

/// One line a skill, the most pressing first.
#[component]
pub(super) fn AtRisk(skills: Vec<SkillAtRisk>, more: u32) -> impl IntoView {
    let rest = (more > 0).then(|| view! { <p class="section-note">{more}" more stand behind these."</p> });
    let inside = if skills.is_empty() {
        let atlas = || view! { <LinkButton href="/skills">"See all skills"</LinkButton> };
        let words = "Every skill here has as many people as it should.";
        view! { <EmptyState title="Nothing hangs on one head" action=atlas>{words}</EmptyState> }.into_any()
    } else {
        let rows = skills.into_iter().map(|row| view! { <Row row /> }).collect_view();
        let head = || {
            view! {
                <ColumnHead label="Skill" />
                <ColumnHead label="Risk" />
                <ColumnHead label="Covered by" />
                <ColumnHead label="Next in line" />
                <ColumnHead label="Last handed on" numeric=true />
            }
        };
        view! { <Table label="Skills below their target" head>{rows}</Table>{rest} }.into_any()
    };
    let note = "Skills below their target. Levels come from evidence; learning does not count.";
    view! {
        <Section id="first" title="What breaks first" note>
            {inside}
        </Section>
    }
}

#[component]
fn Row(row: SkillAtRisk) -> impl IntoView {
    let place = row.team.map_or_else(|| row.area.name.clone(), |team| team.name);
    let critical = row.criticality.title().to_lowercase();
    let sub = format!("{place}, {} of {} · {critical}", row.cover.have, row.cover.target);
    let href = format!("/skills/{}", row.skill.id);
    view! {
        <TableRow>
            <RowHead>
                <a class="person-name" href=href>
                    {row.skill.name}
                </a>
                <span class="table-sub">{sub}</span>
            </RowHead>
            <Cell label="Risk">
                <RiskBars band=row.risk.band() words=row.risk.title() />
            </Cell>
            <Cell label="Covered by">
                <People people=row.holders label="Covered by" />
            </Cell>
            <Cell label="Next in line">
                <People people=row.next label="Next in line" />
            </Cell>
            <Cell label="Handed on" numeric=true>
                {row.handed_on}
            </Cell>
        </TableRow>
    }
}

/// Nobody, one by name, or a stack of faces.
#[component]
fn People(people: Vec<PersonTag>, label: &'static str) -> impl IntoView {
    match people.as_slice() {
        [] => view! { <span class="quiet">"Nobody"</span> }.into_any(),
        [one] => {
            let (name, seed) = (one.name.clone(), one.id.to_string());
            let href = format!("/people/{seed}");
            view! { <PersonLine name seed href size=AvatarSize::Small /> }.into_any()
        }
        many => {
            let faces: Vec<Face> = many.iter().map(|one| Face::new(one.name.clone(), one.id.to_string())).collect();
            view! { <PresenceStack people=Signal::stored(faces) label label_hidden=true /> }.into_any()
        }
    }
}
