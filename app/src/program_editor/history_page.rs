//! `/admin/programs/{id}/history`: who changed what when and why, newest first; each version has an address.

use super::api::program_history;
use super::rail::pieces;
use crate::program_head::{At, Head};
use crate::ui::{
    Button, Choice, Diff, DiffItem, DiffLine, EmptyState, Field, IconName, Loaded, Pagination, Select, Timeline,
    TimelineItem, When,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::program::Change;
use domain::program_editor::{HistoryLine, HistoryPage as Page};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_location, use_params_map};

/// A program's history.
#[component]
pub fn ProgramHistoryPage() -> impl IntoView {
    let (params, search, live) = (use_params_map(), use_location().search, use_live(Topic::Programs));
    let id = move || params.read().get("id").unwrap_or_default();
    let page = load(move || (id(), search.get(), live.get()), |(id, query, _)| program_history(id, query));
    view! {
        <Title text="History of a program · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This history did not load" let:page>
                <Content page />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page) -> impl IntoView {
    let address = format!("/admin/programs/{}/history", page.head.id);
    let lines: Vec<_> = page.lines.iter().cloned().map(|line| view! { <Line line /> }).collect();
    let list = if lines.is_empty() {
        view! { <EmptyState title="Nothing fits">"Choose another person or field."</EmptyState> }.into_any()
    } else {
        view! { <Timeline>{lines}</Timeline> }.into_any()
    };
    view! {
        <Head head=Signal::stored(page.head.clone()) at=At::History />
        <form class="program-bar" method="get" action=address>
            <Field id="by" label="Who">
                <Select name="by" choices=choices("Everybody", page.people) value=page.query.by />
            </Field>
            <Field id="field" label="What">
                <Select name="field" choices=choices("Everything", page.fields) value=page.query.field />
            </Field>
            <Button submit=true>"Show"</Button>
        </form>
        {list}
        <Pagination summary=page.summary previous=page.newer next=page.older />
    }
}

/// All, and each of these.
pub(super) fn choices(all: &str, each: Vec<(String, String)>) -> Vec<Choice> {
    let each = each.into_iter().map(|(value, label)| Choice::new(value, label));
    std::iter::once(Choice::new("", all)).chain(each).collect()
}

#[component]
fn Line(line: HistoryLine) -> impl IntoView {
    let by = line.by.map_or_else(|| "Kith".to_owned(), |by| by.name);
    let (iso, text, href) = (line.at.iso, line.at.text, line.href);
    let number = line.n.map(|n| view! { <a class="link" href=href.clone()>{format!("Version {n}")}</a>" · " });
    let meta = move || view! { {number}<When datetime=iso text /> };
    let note = (!line.note.is_empty()).then(|| view! { <q class="history-note" dir="auto">{line.note}</q> });
    let changes = (!line.changes.is_empty()).then(|| view! { <Changes changes=line.changes /> });
    let more = (line.more > 0).then(|| format!("and {} more", line.more));
    let icon = if line.n.is_some() { IconName::Edit } else { IconName::Clock };
    view! {
        <TimelineItem icon meta>
            {format!("{by} {}", line.what)}
            {note}
        </TimelineItem>
        {changes.map(|changes| view! { <li class="history-changes">{changes}{more}</li> })}
    }
}

/// Changes as words.
#[component]
pub(super) fn Changes(changes: Vec<Change>) -> impl IntoView {
    let items = changes
        .into_iter()
        .map(|change| {
            let line = DiffLine {
                label: change.label,
                before: change.before,
                after: change.after,
                pieces: pieces(change.words),
            };
            view! { <DiffItem line /> }
        })
        .collect_view();
    view! { <Diff>{items}</Diff> }
}
