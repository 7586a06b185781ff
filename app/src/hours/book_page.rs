//! `/admin/hours`: everybody’s entries, for organisation admins.

use super::api::{ReverseHours, SetHoursRight, hours_book};
use super::book_forms::{Reverse, SetRight};
use crate::ui::{
    Button, Cell, Choice, ColumnHead, EmptyState, Field, LinkButton, Loaded, Note, PageHead, RowHead, Select, Status,
    Table, TableRow, When, toast_when_done,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::hours::{BookLine, HoursBook as Page};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// What can be done to an entry.
#[derive(Clone, Copy)]
pub(super) struct BookActions {
    pub reverse: ServerAction<ReverseHours>,
    pub set_right: ServerAction<SetHoursRight>,
}

/// The page.
#[component]
pub fn HoursBookPage() -> impl IntoView {
    let (search, live) = (use_location().search, use_live(Topic::Exchanges));
    let actions = BookActions { reverse: ServerAction::new(), set_right: ServerAction::new() };
    toast_when_done(actions.reverse, "Taken back. Both entries stay.");
    toast_when_done(actions.set_right, "Set right. Everybody in it is told.");
    let done = move || (actions.reverse.version().get(), actions.set_right.version().get());
    let page = load(move || (search.get(), live.get(), done()), |(search, ..)| hours_book(search));
    view! {
        <Title text="Hours of everybody · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="The entries did not load" let:page>
                <Content page actions />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, actions: BookActions) -> impl IntoView {
    let refused = move || {
        let reverse = actions.reverse.value().get().and_then(Result::err);
        let error = reverse.or_else(|| actions.set_right.value().get().and_then(Result::err))?;
        Some(view! { <Note status=Status::Danger>{error.to_string()}</Note> })
    };
    let everybody = std::iter::once(Choice::new("", "Everybody"));
    let people = everybody.chain(page.people.into_iter().map(|(id, name)| Choice::new(id, name))).collect::<Vec<_>>();
    let key = page.key.as_str().to_owned();
    let none = page.lines.is_empty();
    let lines = page.lines;
    // A row that shows something else is another row: what is typed in one never passes to the entry that takes its place.
    let lines = view! {
        <For
            each=move || lines.clone()
            key=|line| format!("{line:?}")
            children=move |line| view! { <Line line key=key.clone() actions /> }
        />
    };
    let list = if none {
        let own = || view! { <LinkButton href="/hours">"My hours"</LinkButton> };
        view! { <EmptyState title="No entries" action=own>"Entries stand here as soon as somebody has taught."</EmptyState> }.into_any()
    } else {
        view! { <Lines rows=lines.into_any() /> }.into_any()
    };
    let older = page.older.map(|href| view! { <p><a class="button" href=href>"Older"</a></p> });
    view! {
        <PageHead title="Hours of everybody" lead="Nothing is deleted: what is wrong is taken back by another entry, and both stay." />
        <form class="program-bar" method="get" action="/admin/hours">
            <Field id="person" label="Whose">
                <Select name="person" choices=people value=page.query.person />
            </Field>
            <Button submit=true>"Show"</Button>
        </form>
        <div role="status">{refused}</div>
        {list}
        {older}
    }
}

#[component]
fn Lines(rows: AnyView) -> impl IntoView {
    let head = || {
        view! {
            <ColumnHead label="What" />
            <ColumnHead label="Whose" />
            <ColumnHead label="Who asked for it" />
            <ColumnHead label="When" />
            <ColumnHead label="Set right" hidden=true />
        }
    };
    view! { <Table label="Entries" head>{rows}</Table> }
}

#[component]
fn Line(line: BookLine, key: String, actions: BookActions) -> impl IntoView {
    let legs = line.legs.into_iter().map(|leg| view! { <li><bdi>{leg.name}</bdi>" "{leg.minutes}</li> }).collect_view();
    let words = (!line.words.is_empty()).then(|| view! { <q class="quoted" dir="auto">{line.words}</q> });
    let gone = line.is_reversed.then(|| view! { <span class="chip">"taken back"</span> });
    let what = line.what.clone();
    let set_right = line.minutes.map(|minutes| {
        view! { <SetRight entry=line.entry.clone() what=what.clone() minutes key actions /> }
    });
    let reverse = line.may_reverse.then(|| view! { <Reverse entry=line.entry.clone() what actions /> });
    view! {
        <TableRow>
            <RowHead>{line.what}" "{gone}{words}</RowHead>
            <Cell label="Whose"><ul class="hours-legs">{legs}</ul></Cell>
            <Cell label="Who asked for it"><bdi>{line.by.name}</bdi></Cell>
            <Cell label="When"><When datetime=line.at.iso text=line.at.text /></Cell>
            <Cell>{set_right}{reverse}</Cell>
        </TableRow>
    }
}
