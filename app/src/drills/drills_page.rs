//! `/drills`

use super::api::drills;
use crate::ui::{ButtonKind, Chip, ChipKind, EmptyState, IconName, LinkButton, Loaded, PageHead, PersonLine, Section};
use crate::use_live;
use crate::wire::load;
use domain::drills::{DrillLine, DrillsPage as Page};
use domain::event::Topic;
use leptos::prelude::*;
use leptos_meta::Title;

/// The reader's drills: what waits for them first; for managers those of their people too.
#[component]
pub fn DrillsPage() -> impl IntoView {
    let live = use_live(Topic::Exchanges);
    let page = load(move || live.get(), |_| drills());
    view! {
        <Title text="Drills · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="Your drills did not load" let:page>
                <Content page />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page) -> impl IntoView {
    let Page { lead, to_answer, to_tell, coming, waiting, past, of_people } = page;
    let own = [&to_answer, &to_tell, &coming, &waiting, &past];
    let none = own.iter().all(|lines| lines.is_empty()) && of_people.is_empty();
    let plan = || {
        view! { <LinkButton href="/drills/new" kind=ButtonKind::Primary icon=IconName::Handover>"Plan a drill"</LinkButton> }
    };
    let inside = if none {
        view! {
            <EmptyState title="No drill yet" example="For example: Rosalind stands back from the pumps for a morning, and Amara sets them up from the folder.">
                "Find out whether your notes are enough, before somebody has to find out alone."
            </EmptyState>
        }
        .into_any()
    } else {
        view! {
            <Group id="to-answer" title="Waiting for your answer" lines=to_answer />
            <Group id="to-tell" title="How did it go?" lines=to_tell />
            <Group id="coming" title="Coming" lines=coming />
            <Group id="waiting" title="Waiting for others" lines=waiting />
            <Group id="past" title="Before" lines=past />
            <Group id="of-people" title="Drills of others" lines=of_people />
        }
        .into_any()
    };
    view! {
        <PageHead title="Drills" lead=Signal::stored(lead) actions=plan />
        {inside}
    }
}

#[component]
fn Group(id: &'static str, title: &'static str, lines: Vec<DrillLine>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let rows = lines.into_iter().map(|line| view! { <Line line /> }).collect_view();
        view! { <Section id title><ul class="rows rows-dated">{rows}</ul></Section> }
    })
}

#[component]
fn Line(line: DrillLine) -> impl IntoView {
    let href = format!("/drills/{}", line.id);
    view! {
        <li>
            <PersonLine name=line.person.name seed=line.person.id.to_string() sub=line.status.text href />
            <span class="chip-row">
                <Chip kind=ChipKind::Plain>{line.skill.name}</Chip>
                " "
                <Chip kind=line.status.tone>{line.status.label}</Chip>
            </span>
            <time class="rows-end" datetime=line.day.iso>{line.day.text}</time>
        </li>
    }
}
