//! `/confirmations`

use super::api::{AskMeAgain, confirmations};
use super::put_aside::PutAsideList;
use crate::ui::{
    ButtonKind, Chip, EmptyState, LinkButton, Loaded, Note, PageHead, PersonLine, Section, Status, toast_when_done,
};
use crate::use_live;
use crate::wire::load;
use domain::confirmation::{ConfirmationLine, ConfirmationsPage as Page};
use domain::event::Topic;
use leptos::prelude::*;
use leptos_meta::Title;

/// The reader's requests: theirs to answer first, then those that others owe an answer to, then what is over.
#[component]
pub fn ConfirmationsPage() -> impl IntoView {
    let again = ServerAction::<AskMeAgain>::new();
    toast_when_done(again, "You can be asked about it again.");
    let live = use_live(Topic::Exchanges);
    let page = load(move || (live.get(), again.version().get()), |_| confirmations());
    view! {
        <Title text="Confirmations · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="Your requests did not load" let:page>
                <Content page again />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, again: ServerAction<AskMeAgain>) -> impl IntoView {
    let Page { lead, yours, theirs, past, aside } = page;
    let none = yours.is_empty() && theirs.is_empty() && past.is_empty();
    let ask = || view! { <LinkButton href="/new/confirmation" kind=ButtonKind::Primary>"Ask somebody to confirm a skill"</LinkButton> };
    let failed = move || {
        let error = again.value().get()?.err()?;
        Some(view! { <Note status=Status::Danger>{error.to_string()}</Note> })
    };
    let inside = if none {
        view! {
            <EmptyState title="No requests yet" example="For example: “I dressed the burns on Tuesday. Would you say that I do it alone?”">
                "Ask a colleague who has seen you work; their word stands beside your own."
            </EmptyState>
        }
        .into_any()
    } else {
        view! {
            <Group id="yours" title="Waiting for your word" lines=yours />
            <Group id="theirs" title="Waiting for others" lines=theirs />
            <Group id="past" title="Before" lines=past />
        }
        .into_any()
    };
    view! {
        <PageHead title="Confirmations" lead=Signal::stored(lead) actions=ask />
        <div role="status">{failed}</div>
        {inside}
        <PutAsideList rows=aside again />
    }
}

#[component]
fn Group(id: &'static str, title: &'static str, lines: Vec<ConfirmationLine>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let rows = lines.into_iter().map(|line| view! { <Line line /> }).collect_view();
        view! { <Section id title><ul class="rows rows-dated">{rows}</ul></Section> }
    })
}

#[component]
fn Line(line: ConfirmationLine) -> impl IntoView {
    let href = format!("/confirmations/{}", line.id);
    view! {
        <li>
            <PersonLine name=line.other.name seed=line.other.id.to_string() sub=line.status.text href />
            <span class="chip-row">
                <Chip>{line.skill.name}</Chip>
                " "
                <Chip kind=line.status.tone>{line.status.label}</Chip>
            </span>
            <time class="rows-end" datetime=line.moved.iso>{line.moved.text}</time>
        </li>
    }
}
