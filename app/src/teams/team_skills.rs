//! What a team works with: how many cover each skill, of those who work with it.

use super::strip::{CoverageStrip, StripKey};
use crate::ui::{
    Cell, Chip, ColumnHead, EmptyState, HeatCell, Icon, IconName, LinkButton, RowHead, Section, Status, Table, TableRow,
};
use domain::skill::Criticality;
use domain::teams::{TeamPage, TeamSkill};
use leptos::prelude::*;

/// How many skills stand open; the rest is one press away.
const SHOWN: usize = 15;

/// The strip, the sentence, and the skills, the thinnest first.
#[component]
pub(super) fn TeamSkills(page: TeamPage) -> impl IntoView {
    let takeaway = page.takeaway.clone();
    let inside = if page.skills.is_empty() {
        let words = "Once people here say what they know or want, it stands here.";
        let action = || view! { <LinkButton href="/me/skills">"Say what you know"</LinkButton> };
        view! { <EmptyState title="Nothing known yet" action>{words}</EmptyState> }.into_any()
    } else {
        view! { <SomeSkills page /> }.into_any()
    };
    view! {
        <Section id="skills" title="What the team works with" aside=StripKey>
            <p class="figure-takeaway">{takeaway}</p>
            {inside}
        </Section>
    }
}

#[component]
fn SomeSkills(page: TeamPage) -> impl IntoView {
    let mut skills = page.skills;
    let rest = skills.split_off(skills.len().min(SHOWN));
    let more = (!rest.is_empty()).then(|| {
        let words = format!("{} more skills", rest.len());
        view! {
            <details class="why-level">
                <summary>
                    <Icon name=IconName::Down />
                    {words}
                </summary>
                <SkillTable skills=rest />
            </details>
        }
    });
    view! {
        <CoverageStrip strip=page.node.strip />
        <SkillTable skills />
        {more}
    }
}

#[component]
fn SkillTable(skills: Vec<TeamSkill>) -> impl IntoView {
    let rows = skills.into_iter().map(|row| view! { <Row row /> }).collect_view();
    let head = || {
        view! {
            <ColumnHead label="Skill" />
            <ColumnHead label="Cover it, of those who work with it" />
            <ColumnHead label="Who" />
        }
    };
    view! {
        <Table label="Skills of the team" class="team-skills" head>
            {rows}
        </Table>
    }
}

#[component]
fn Row(row: TeamSkill) -> impl IntoView {
    let critical = (row.criticality >= Criticality::High).then(|| {
        let words = row.criticality.title();
        view! { " "<Chip kind=Status::Danger>{words}</Chip> }
    });
    let names: Vec<&str> = row.holders.iter().map(|person| person.name.as_str()).collect();
    let who = if names.is_empty() { "Nobody here".to_owned() } else { domain::wording::listed(names, 3) };
    let href = format!("/skills/{}", row.skill.id);
    view! {
        <TableRow>
            <RowHead>
                <a class="person-name" href=href>
                    {row.skill.name}
                </a>
                {critical}
            </RowHead>
            <Cell label="Cover">
                <HeatCell have=row.cell.have need=row.cell.need />
            </Cell>
            <Cell label="Who">{who}</Cell>
        </TableRow>
    }
}
