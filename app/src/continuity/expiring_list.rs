//! Skills whose cover goes away by itself: evidence goes stale, somebody leaves.

use super::people::People;
use crate::ui::{Cell, ColumnHead, EmptyState, LinkButton, RowHead, Section, Table, TableRow};
use domain::coverage::Expiring;
use leptos::prelude::*;

/// One line a skill, the soonest first.
#[component]
pub(super) fn ExpiringList(list: Vec<Expiring>) -> impl IntoView {
    let inside = if list.is_empty() {
        let board = || view! { <LinkButton href="/continuity">"See what is below target"</LinkButton> };
        let words = "What speaks for cover today still speaks for it in three months.";
        view! { <EmptyState title="Nothing goes stale" action=board>{words}</EmptyState> }.into_any()
    } else {
        let named = list.iter().any(|row| !row.people.is_empty());
        let rows = list.into_iter().map(|row| view! { <Row row named /> }).collect_view();
        let head = move || {
            view! {
                <ColumnHead label="Skill" />
                <ColumnHead label="Cover" />
                <ColumnHead label="From" />
                <ColumnHead label="Why" />
                {named.then(|| view! { <ColumnHead label="Who" /> })}
            }
        };
        view! { <Table label="Skills that will drop within three months" head>{rows}</Table> }.into_any()
    };
    let note = "Skills that will drop below their target, or lose their last person, within three months if nothing is \
                done. A fresh word from a colleague, a session or a drill keeps them.";
    view! {
        <Section id="stale" title="What goes away by itself" note>
            {inside}
        </Section>
    }
}

#[component]
fn Row(row: Expiring, named: bool) -> impl IntoView {
    let href = format!("/skills/{}", row.skill.id);
    let cover = format!("{} → {} of {}", row.cover.have, row.then, row.cover.target);
    let who = named.then(|| view! { <Cell label="Who"><People people=row.people label="Who" /></Cell> });
    view! {
        <TableRow>
            <RowHead>
                <a class="person-name" href=href>
                    {row.skill.name}
                </a>
                <span class="table-sub">{row.criticality.title()}</span>
            </RowHead>
            <Cell label="Cover">{cover}</Cell>
            <Cell label="From">{row.on}</Cell>
            <Cell label="Why">{row.why}</Cell>
            {who}
        </TableRow>
    }
}
