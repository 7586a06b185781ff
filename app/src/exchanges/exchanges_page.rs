//! `/exchanges`

use super::api::exchanges;
use super::way::way;
use crate::ui::{Chip, EmptyState, LinkButton, Loaded, PageHead, PersonLine, Section};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::exchanges::{ExchangeLine, ExchangesPage as Page};
use leptos::prelude::*;
use leptos_meta::Title;

/// The reader's requests: theirs to answer first, then what is agreed, what others owe an answer to, what is over.
#[component]
pub fn ExchangesPage() -> impl IntoView {
    let live = use_live(Topic::Exchanges);
    let page = load(move || live.get(), |_| exchanges());
    view! {
        <Title text="Learn · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="Your requests did not load" let:page>
                <Content page />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page) -> impl IntoView {
    let Page { lead, yours, agreed, theirs, past } = page;
    let none = yours.is_empty() && agreed.is_empty() && theirs.is_empty() && past.is_empty();
    let find = || view! { <LinkButton href="/start/people" kind=crate::ui::ButtonKind::Primary>"See who you can learn from"</LinkButton> };
    let inside = if none {
        view! {
            <EmptyState title="No requests yet" example="For example: ask somebody for half an hour of what they do every day.">
                "Ask a colleague to teach you something; it stands here until you have met."
            </EmptyState>
        }
        .into_any()
    } else {
        view! {
            <Group id="yours" title="Waiting for you" lines=yours />
            <Group id="agreed" title="You will meet" lines=agreed />
            <Group id="theirs" title="Waiting for others" lines=theirs />
            <Group id="past" title="Before" lines=past />
        }
        .into_any()
    };
    view! {
        <PageHead title="Teach and learn" lead=Signal::stored(lead) actions=find />
        {inside}
    }
}

#[component]
fn Group(id: &'static str, title: &'static str, lines: Vec<ExchangeLine>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let rows = lines.into_iter().map(|line| view! { <Line line /> }).collect_view();
        view! { <Section id title><ul class="rows rows-dated">{rows}</ul></Section> }
    })
}

#[component]
fn Line(line: ExchangeLine) -> impl IntoView {
    let href = format!("/exchanges/{}", line.id);
    let when = line.starts.map(|face| view! { <time class="rows-end" datetime=face.iso>{face.text}</time> });
    view! {
        <li>
            <PersonLine name=line.other.name seed=line.other.id.to_string() sub=line.status.text href />
            <span class="chip-row">
                <Chip kind=way(line.side)>{line.skill.name}</Chip>
                " "
                <Chip kind=line.status.tone>{line.status.label}</Chip>
            </span>
            {when}
        </li>
    }
}
