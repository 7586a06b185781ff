//! `/mentoring/{program}/match`

use super::api::mentor_match;
use super::learner_actions::LearnerActions;
use super::request::{AskForm, Waiting};
use super::suggestions::Suggestions;
use super::wishes::Wishes;
use crate::pair_line::PairRow;
use crate::ui::{
    Button, ButtonKind, IconName, LinkButton, Loaded, Note, PageHead, Section, Status, Timeline, TimelineItem, When,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::mentorings::{MatchPage as Page, PassedLine, UnfitLine};
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// Whom the reader could ask in a program, whom they wish for, and what came of those they asked.
#[component]
pub fn MatchPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("program").unwrap_or_default();
    let actions = LearnerActions::new();
    let live = (use_live(Topic::Exchanges), use_live(Topic::Programs), use_live(Topic::Skills));
    let news = move || (live.0.get(), live.1.get(), live.2.get(), actions.versions());
    let page = load(move || (id(), news()), |(id, _)| mentor_match(id));
    view! {
        <Title text="Find a mentor · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This page did not load" let:page>
                <Content page actions />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, actions: LearnerActions) -> impl IntoView {
    actions.write_for(&page.program.id, &page.message);
    let failed = move || actions.refused().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let program = page.program.clone();
    let href = format!("/programs/{}", program.id);
    let back = move || view! { <LinkButton href icon=IconName::Back>{program.title}</LinkButton> };
    let title = if page.pair.is_some() { "You have a mentor" } else { "Find a mentor" };
    let pair = page.pair.clone().map(|line| {
        view! { <Section id="pair" title="Your pair"><ul class="rows rows-dated"><PairRow line /></ul></Section> }
    });
    view! {
        <PageHead title lead=Signal::stored(page.lead.clone()) actions=back />
        <div role="status">{failed}</div>
        {pair}
        <Looking page=page.clone() actions />
        <Passed lines=page.passed.clone() />
        <Stop page actions />
    }
}

/// The request or the wishes on the left, what the program promises beside them, and who fits below.
#[component]
fn Looking(page: Page, actions: LearnerActions) -> impl IntoView {
    if page.pair.is_some() || !page.moves.rank {
        return ().into_any();
    }
    if page.asked.is_none() && page.wishes.is_empty() {
        // Who fits comes first: nothing else on the page can be done yet.
        return view! {
            <Suggestions page=page.clone() actions />
            <aside class="mentor-promise mentor-count-on" aria-label="What you can count on"><Promise page /></aside>
        }
        .into_any();
    }
    let asked = page.asked.clone().map(|request| view! { <Waiting page=page.clone() request actions /> });
    let ask = page.moves.ask.then(|| view! { <AskForm page=page.clone() actions /> });
    view! {
        <div class="split section">
            <div class="mentor-main">
                {asked}
                <Wishes page=page.clone() actions />
                {ask}
            </div>
            <aside class="mentor-promise" aria-label="What you can count on"><Promise page=page.clone() /></aside>
        </div>
        <Suggestions page actions />
    }
    .into_any()
}

/// What the program promises, the way to the reasons, and who is left out.
#[component]
fn Promise(page: Page) -> impl IntoView {
    let why = format!("/mentoring/{}/why", page.program.id);
    view! {
        <div>
            <p>{page.promise}</p>
            <p><a class="link" href=why>"Why I have no mentor yet, and what would help"</a></p>
        </div>
        <Unfit lines=page.unfit />
    }
}

#[component]
fn Unfit(lines: Vec<UnfitLine>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let rows = lines
            .into_iter()
            .map(|line| {
                let href = format!("/people/{}", line.mentor.id);
                view! { <li><a class="link" href=href><bdi>{line.mentor.name}</bdi></a>": "{line.because}</li> }
            })
            .collect_view();
        view! {
            <div>
                <p class="field-label">"Who is not suggested"</p>
                <ul class="mentor-unfit">{rows}</ul>
            </div>
        }
    })
}

#[component]
fn Passed(lines: Vec<PassedLine>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let lines = lines
            .into_iter()
            .map(|line| {
                let (iso, text) = (line.at.iso, line.at.text);
                let when = move || view! { <When datetime=iso text /> };
                let words = (!line.words.is_empty()).then(|| view! { <q class="quoted" dir="auto">{line.words}</q> });
                view! { <TimelineItem icon=IconName::Clock meta=when>{line.text}{words}</TimelineItem> }
            })
            .collect_view();
        view! { <Section id="asked-before" title="Whom you asked before"><Timeline>{lines}</Timeline></Section> }
    })
}

/// Behind one word: looking no more.
#[component]
fn Stop(page: Page, actions: LearnerActions) -> impl IntoView {
    page.moves.stop.then(|| {
        view! {
            <details class="unfold unfold-apart">
                <summary class="link">"I’m not looking for a mentor any more"</summary>
                <ActionForm action=actions.stop attr:class="form">
                    <input type="hidden" name="program" value=page.program.id.to_string() />
                    <p>"Nobody is suggested to you or matched with you then. Rank somebody whenever you want to look again."</p>
                    <Button kind=ButtonKind::Danger submit=true pending=actions.stop.pending()>"Stop looking"</Button>
                </ActionForm>
            </details>
        }
    })
}
