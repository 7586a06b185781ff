//! The skills that fall, from how many to how many.

use super::people::People;
use crate::ui::{Cell, Chip, ChipKind, ColumnHead, EmptyState, LinkButton, RowHead, Section, Status, Table, TableRow};
use domain::coverage::{Depth, Fall};
use leptos::prelude::*;

/// One line a skill, the worst first.
#[component]
pub(super) fn FallTable(falls: Vec<Fall>, more: u32) -> impl IntoView {
    let rest = (more > 0).then(|| view! { <p class="section-note">{more}" more stand behind these."</p> });
    let inside = if falls.is_empty() {
        let board = || view! { <LinkButton href="/continuity">"See what is below target"</LinkButton> };
        view! { <EmptyState title="Nothing falls" action=board>"Others cover all of it."</EmptyState> }.into_any()
    } else {
        let rows = falls.into_iter().map(|fall| view! { <Row fall /> }).collect_view();
        let head = || {
            view! {
                <ColumnHead label="Skill" />
                <ColumnHead label="Cover" />
                <ColumnHead label="What it comes to" />
                <ColumnHead label="Next in line" />
            }
        };
        view! { <Table label="Skills that fall" head>{rows}</Table>{rest} }.into_any()
    };
    view! {
        <Section id="falls" title="What falls">
            {inside}
        </Section>
    }
}

#[component]
fn Row(fall: Fall) -> impl IntoView {
    let href = format!("/skills/{}", fall.skill.id);
    let sub = format!("{} · {}", fall.area.name, fall.criticality.title().to_lowercase());
    let (before, after, target) = (fall.before.have, fall.after, fall.before.target);
    let kind = match fall.depth {
        Depth::Nobody => ChipKind::Status(Status::Danger),
        Depth::DropsBelow | Depth::Further => ChipKind::Status(Status::Warning),
        Depth::StillReached => ChipKind::Plain,
    };
    view! {
        <TableRow>
            <RowHead>
                <a class="person-name" href=href>
                    {fall.skill.name}
                </a>
                <span class="table-sub">{sub}</span>
            </RowHead>
            <Cell label="Cover">
                <span>{before}" → "<b>{after}</b>" of "{target}</span>
            </Cell>
            <Cell label="It comes to">
                <Chip kind>{fall.depth.title()}</Chip>
            </Cell>
            <Cell label="Next in line">
                <People people=fall.next label="Next in line" />
            </Cell>
        </TableRow>
    }
}
