//! `/admin/audit`: what admins did, newest first, each with an address of its own.

use super::api::admin_audit;
use super::history_page::choices;
use crate::ui::{
    Button, Cell, ColumnHead, EmptyState, Field, Loaded, PageHead, RowHead, Select, Table, TableRow, When,
};
use crate::wire::load;
use domain::program_editor::{AuditLine, AuditPage as Page};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// What admins did.
#[component]
pub fn AuditPage() -> impl IntoView {
    let search = use_location().search;
    let page = load(move || search.get(), admin_audit);
    view! {
        <Title text="Audit · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="The log did not load" let:page>
                <Content page />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page) -> impl IntoView {
    let lines: Vec<_> = page.lines.iter().cloned().map(|line| view! { <Line line /> }).collect();
    let list = if lines.is_empty() {
        view! { <EmptyState title="Nothing fits">"Choose another person or kind, or look further back."</EmptyState> }
            .into_any()
    } else {
        view! { <Lines rows=lines.into_any() /> }.into_any()
    };
    let older = page.older.map(|href| view! { <p><a class="button" href=href>"Older"</a></p> });
    let all = page.view.at.map(|_| view! { <p><a class="link" href="/admin/audit">"All of it"</a></p> });
    view! {
        <PageHead title="Audit" lead="What admins did. Every line is chained to the one before it, so none can be altered unseen." />
        <form class="program-bar" method="get" action="/admin/audit">
            <Field id="what" label="What">
                <Select name="what" choices=choices("Everything", page.groups) value=page.view.what.clone() />
            </Field>
            <Field id="person" label="Who">
                <Select name="person" choices=choices("Everybody", page.people) value=page.view.person.clone() />
            </Field>
            <Button submit=true>"Show"</Button>
        </form>
        {list}
        {older}
        {all}
    }
}

#[component]
fn Lines(rows: AnyView) -> impl IntoView {
    let head = || {
        view! {
            <ColumnHead label="Who" />
            <ColumnHead label="Did what" />
            <ColumnHead label="When" />
            <ColumnHead label="No." numeric=true />
        }
    };
    view! { <Table label="What admins did" head>{rows}</Table> }
}

#[component]
fn Line(line: AuditLine) -> impl IntoView {
    let by = line.by.map_or_else(|| "Kith".to_owned(), |by| by.name);
    let subject = match line.subject_href.is_empty() {
        true => view! { <span>{line.subject}</span> }.into_any(),
        false => view! { <a class="link" href=line.subject_href>{line.subject}</a> }.into_any(),
    };
    view! {
        <TableRow>
            <RowHead>{by}</RowHead>
            <Cell label="Did what">{format!("{} ", line.what)}{subject}</Cell>
            <Cell label="When"><When datetime=line.at.iso text=line.at.text /></Cell>
            <Cell label="No." numeric=true><a class="link" href=line.href>{line.seq.to_string()}</a></Cell>
        </TableRow>
    }
}
