//! `/admin/programs`: all programs, by how they fare.

use super::api::admin_programs;
use crate::program_head::PhaseChip;
use crate::ui::{
    ButtonKind, Cell, ColumnHead, EmptyState, LinkButton, Loaded, PageHead, RowHead, Table, TableRow, When,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::program_editor::{AdminProgramsPage as Page, ProgramLine};
use leptos::prelude::*;
use leptos_meta::Title;

/// All programs.
#[component]
pub fn AdminProgramsPage() -> impl IntoView {
    let live = use_live(Topic::Programs);
    let page = load(move || live.get(), |_| admin_programs());
    view! {
        <Title text="Programs · Admin · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="The programs did not load" let:page>
                <Content page />
            </Loaded>
        </main>
    }
}

fn new_program() -> impl IntoView {
    view! { <LinkButton href="/new/program" kind=ButtonKind::Primary>"New program"</LinkButton> }
}

#[component]
fn Content(page: Page) -> impl IntoView {
    if page.programs.is_empty() {
        return view! {
            <PageHead title="Programs" />
            <EmptyState title="No program yet" action=new_program example="For example: pairs that meet every two weeks, for eight weeks.">
                "Start from a template; you can change everything while people are in it."
            </EmptyState>
        }
        .into_any();
    }
    let rows = page.programs.into_iter().map(|line| view! { <Row line /> }).collect_view();
    let head = || {
        view! {
            <ColumnHead label="Program" />
            <ColumnHead label="Phase" />
            <ColumnHead label="Inside" numeric=true />
            <ColumnHead label="Waiting" numeric=true />
            <ColumnHead label="Finished" numeric=true />
            <ColumnHead label="On its way" />
            <ColumnHead label="Changed" />
        }
    };
    view! {
        <PageHead title="Programs" lead=page.lead actions=new_program />
        <Table label="All programs" head>{rows}</Table>
        <p><a class="link" href="/admin/audit">"What admins did"</a></p>
    }
    .into_any()
}

#[component]
fn Row(line: ProgramLine) -> impl IntoView {
    let href = format!("/admin/programs/{}", line.head.id);
    let kind = line.head.facts.first().cloned().unwrap_or_default();
    let mut under_way = Vec::new();
    if line.drafts > 0 {
        under_way.push(if line.drafts == 1 { "1 draft".to_owned() } else { format!("{} drafts", line.drafts) });
    }
    if line.scheduled > 0 {
        under_way.push(format!("{} scheduled", line.scheduled));
    }
    if line.has_failed {
        under_way.push("one was not applied".to_owned());
    }
    view! {
        <TableRow>
            <RowHead>
                <a class="person-name" href=href>{line.head.title}</a>
                <span class="table-sub">{kind}</span>
            </RowHead>
            <Cell label="Phase"><PhaseChip phase=line.head.phase /></Cell>
            <Cell label="Inside" numeric=true>{line.inside}</Cell>
            <Cell label="Waiting" numeric=true>{line.waiting}</Cell>
            <Cell label="Finished" numeric=true>{line.finished}</Cell>
            <Cell label="On its way">{under_way.join(", ")}</Cell>
            <Cell label="Changed"><When datetime=line.changed.iso text=line.changed.text /></Cell>
        </TableRow>
    }
}
