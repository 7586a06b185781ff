//! What breaks first: the list of skills below their target.

use super::people::People;
use crate::ui::{Cell, Chip, ColumnHead, EmptyState, LinkButton, RiskBars, RowHead, Section, Status, Table, TableRow};
use domain::coverage::{BoardView, SkillAtRisk};
use leptos::prelude::*;

/// One line a skill, the most pressing first.
#[component]
pub(super) fn AtRisk(view: BoardView, skills: Vec<SkillAtRisk>, more: u32) -> impl IntoView {
    let rest = (more > 0).then(|| view! { <p class="section-note">{more}" more stand behind these."</p> });
    let inside = if skills.is_empty() {
        view! { <Nothing view /> }.into_any()
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
    let title = match view {
        BoardView::Nobody => "What nobody covers",
        BoardView::One => "What one person covers",
        BoardView::Below | BoardView::Concentration | BoardView::Expiring => "What breaks first",
    };
    let note = "Skills below their target. Levels come from evidence; learning does not count.";
    view! {
        <Section id="first" title note>
            {inside}
        </Section>
    }
}

#[component]
fn Nothing(view: BoardView) -> impl IntoView {
    let (title, words) = match view {
        BoardView::Nobody => ("Somebody covers everything", "No skill here is without anybody who covers it."),
        BoardView::Below | BoardView::One | BoardView::Concentration | BoardView::Expiring => {
            ("Nothing hangs on one head", "Every skill here has as many people as it should.")
        }
    };
    let atlas = || view! { <LinkButton href="/skills">"See all skills"</LinkButton> };
    view! { <EmptyState title action=atlas>{words}</EmptyState> }
}

#[component]
fn Row(row: SkillAtRisk) -> impl IntoView {
    let place = row.team.map_or_else(|| row.area.name.clone(), |team| team.name);
    let critical = row.criticality.title().to_lowercase();
    let due = row.due.map(|day| format!(" · by {day}")).unwrap_or_default();
    let sub = format!("{place}, {} of {} · {critical}{due}", row.cover.have, row.cover.target);
    let href = format!("/skills/{}", row.skill.id);
    let dropped = row.dropped.map(|ago| view! { <Chip kind=Status::Danger>"Dropped "{ago}</Chip> });
    let learning = (row.learning > 0).then(|| view! { <span class="table-sub">"learning now: "{row.learning}</span> });
    view! {
        <TableRow>
            <RowHead>
                <a class="person-name" href=href>
                    {row.skill.name}
                </a>
                <span class="table-sub">{sub}</span>
                {dropped}
            </RowHead>
            <Cell label="Risk">
                <RiskBars band=row.risk.band() words=row.risk.title() />
            </Cell>
            <Cell label="Covered by">
                <People people=row.holders label="Covered by" />
            </Cell>
            <Cell label="Next in line">
                <People people=row.next label="Next in line" />
                {learning}
            </Cell>
            <Cell label="Handed on" numeric=true>
                {row.handed_on}
            </Cell>
        </TableRow>
    }
}
