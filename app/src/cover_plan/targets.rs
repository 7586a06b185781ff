//! The skills below their target: what a plan has to reach.

use crate::ui::{Cell, ColumnHead, RowHead, Section, Table, TableRow};
use domain::cover_plans::TargetLine;
use leptos::prelude::*;

/// One line a skill, the most critical first.
#[component]
pub(super) fn Targets(targets: Vec<TargetLine>, may_change: bool) -> impl IntoView {
    if targets.is_empty() {
        return ().into_any();
    }
    let head = || {
        view! {
            <ColumnHead label="Skill" />
            <ColumnHead label="Criticality" />
            <ColumnHead label="Cover today" numeric=true />
            <ColumnHead label="To reach by" />
        }
    };
    let rows = targets.into_iter().map(|line| view! { <Row line /> }).collect_view();
    let change = move || may_change.then(|| view! { <a class="link" href="/continuity/targets">"Change targets"</a> });
    view! {
        <Section id="targets" title="Targets" note="Skills with fewer people than they should have." aside=change>
            <Table label="Skills below their target" head>{rows}</Table>
        </Section>
    }
    .into_any()
}

#[component]
fn Row(line: TargetLine) -> impl IntoView {
    let href = format!("/skills/{}", line.skill.id);
    view! {
        <TableRow>
            <RowHead>
                <a class="person-name" href=href>{line.skill.name}</a>
            </RowHead>
            <Cell label="Criticality">{line.criticality.title()}</Cell>
            <Cell label="Cover today" numeric=true>{format!("{} of {}", line.cover.have, line.cover.target)}</Cell>
            <Cell label="To reach by">{line.by}</Cell>
        </TableRow>
    }
}
