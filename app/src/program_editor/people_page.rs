//! `/admin/programs/{id}/people`: who is in it, in which stage, since when, on which version.

use super::api::program_people;
use crate::applicants::AnswerForm;
use crate::applicants::api::AnswerApplication;
use crate::program_head::{At, Head};
use crate::ui::{
    Cell, ColumnHead, EmptyState, FilterChip, Loaded, Note, OneOfMany, Pagination, PersonLine, RowHead, Status, Table,
    TableRow, When, toast_when_done,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::program_editor::{EditorHead, PeoplePage as Page, PeopleRow};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_location, use_params_map};

/// The people of a program.
#[component]
pub fn ProgramPeoplePage() -> impl IntoView {
    let (params, search, live) = (use_params_map(), use_location().search, use_live(Topic::Programs));
    let id = move || params.read().get("id").unwrap_or_default();
    let answer = ServerAction::<AnswerApplication>::new();
    toast_when_done(answer, "Answered. They are told.");
    let at = move || (id(), search.get(), (live.get(), answer.version().get()));
    let page = load(at, |(id, query, _)| program_people(id, query));
    view! {
        <Title text="People of a program · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="These people did not load" let:page>
                <Content page answer />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, answer: ServerAction<AnswerApplication>) -> impl IntoView {
    let failed = move || {
        let error = answer.value().get()?.err()?.beside_fields()?;
        Some(view! { <Note status=Status::Danger>{error}</Note> })
    };
    let head = page.head.clone();
    let member = format!("/programs/{}", head.id);
    let chips = page
        .filters
        .into_iter()
        .map(|one| view! { <FilterChip label=format!("{} {}", one.label, one.count) href=one.href on=one.is_on /> })
        .collect_view();
    let row = |row| view! { <Row row head=head.clone() answer /> };
    let rows: Vec<_> = page.rows.into_iter().map(row).collect();
    let list = if rows.is_empty() {
        view! {
            <EmptyState title="Nobody here" example="People join on the program’s own page, or are invited there.">
                "Choose another group, or invite somebody."
            </EmptyState>
        }
        .into_any()
    } else {
        view! { <People rows=rows.into_any() /> }.into_any()
    };
    view! {
        <Head head=Signal::stored(head) at=At::People />
        <div class="program-bar">
            <div class="chips">{chips}</div>
            <a class="button" data-kind="quiet" data-size="small" href=member>"Invite somebody"</a>
            <a class="button" data-kind="quiet" data-size="small" data-print="no" href=page.csv rel="external" download="people.csv">"CSV"</a>
        </div>
        <div role="status">{failed}</div>
        {list}
        <Pagination summary=page.summary previous=page.previous next=page.next />
    }
}

#[component]
fn People(rows: AnyView) -> impl IntoView {
    let head = || {
        view! {
            <ColumnHead label="Person" />
            <ColumnHead label="Role" />
            <ColumnHead label="Stage" />
            <ColumnHead label="Since" />
            <ColumnHead label="Steps done" numeric=true />
            <ColumnHead label="Version" numeric=true />
        }
    };
    view! { <Table label="People in this program" head>{rows}</Table> }
}

#[component]
fn Row(row: PeopleRow, head: EditorHead, answer: ServerAction<AnswerApplication>) -> impl IntoView {
    let (seed, href) = (row.person.id.to_string(), format!("/people/{}", row.person.id));
    let version = match (row.version, row.is_behind) {
        (0, _) => String::new(),
        (n, true) => format!("{n} of {}", head.n),
        (n, false) => n.to_string(),
    };
    let forms = row.may_answer.then(|| {
        let (program, first_name) = (head.id.clone(), row.person.first_name().to_owned());
        view! { <AnswerForm program person=row.person.id.clone() first_name answer /> }
    });
    let one = row.person.id.to_string();
    let sub = (!row.team.is_empty()).then_some(row.team);
    view! {
        <TableRow>
            <RowHead><PersonLine name=row.person.name seed href sub /></RowHead>
            <Cell label="Role">{row.role}</Cell>
            <Cell label="Stage">{row.stage}<OneOfMany field="person" value=one>{forms}</OneOfMany></Cell>
            <Cell label="Since"><When datetime=row.since.iso text=row.since.text /></Cell>
            <Cell label="Steps done" numeric=true>{row.done}</Cell>
            <Cell label="Version" numeric=true>{version}</Cell>
        </TableRow>
    }
}
