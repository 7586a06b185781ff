//! `/admin/programs/{id}/pairs`

use super::api::{EndPair, pair_health};
use super::health_rows::{Feedback, Pairs, Waiting};
use crate::program_head::{At, Head};
use crate::ui::{Loaded, Note, PageHead, Section, Status, toast_when_done};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::pairs::{HealthCount, HealthPage as Page};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// How the pairs of a program are.
#[component]
pub fn PairHealthPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let live = [Topic::Exchanges, Topic::Sessions, Topic::Programs].map(use_live);
    let end = ServerAction::<EndPair>::new();
    toast_when_done(end, "Ended. Those in it are told that it has, and not by whom.");
    let news = move || live.iter().map(|topic| topic.get()).collect::<Vec<_>>();
    let page = load(move || (id(), news(), end.version().get()), |(id, ..)| pair_health(id));
    view! {
        <Title text="Pairs of a program · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="These pairs did not load" let:page>
                <Content page end />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, end: ServerAction<EndPair>) -> impl IntoView {
    let failed = move || {
        let error = end.value().get()?.err()?.to_string();
        Some(view! { <Note status=Status::Danger>{error}</Note> })
    };
    let end = page.may_end.then_some(end);
    let reasons = (!page.reasons.is_empty()).then(|| {
        view! { <Section id="reasons" title="Why pairs ended early" note="In numbers alone, so that nobody is found out."><Counts counts=page.reasons /></Section> }
    });
    let head = match page.head {
        Some(head) => {
            view! { <Head head=Signal::stored(head) at=At::Pairs /><p class="page-lead pair-lead">{page.lead}</p> }
                .into_any()
        }
        None => {
            let title = format!("Pairs of {}", page.title);
            view! { <PageHead title lead=Signal::stored(page.lead) /> }.into_any()
        }
    };
    view! {
        {head}
        <div role="status">{failed}</div>
        <Counts counts=page.counts />
        <Waiting lines=page.waiting />
        <Pairs id="stalled" title="Stalled" lines=page.stalled end />
        <Pairs id="active" title="They go on" lines=page.active end />
        <Pairs id="paused" title="On a break" lines=page.paused end />
        <Pairs id="finished" title="Finished" lines=page.finished end=None />
        <Pairs id="ended" title="Ended early" lines=page.ended end=None />
        {reasons}
        <Feedback lines=page.feedback />
    }
}

#[component]
fn Counts(counts: Vec<HealthCount>) -> impl IntoView {
    let each = |count: HealthCount| {
        let note = (!count.note.is_empty()).then(|| view! { <dd class="rows-sub">{count.note}</dd> });
        view! {
            <div>
                <dt class="field-label">{count.label}</dt>
                <dd class="pair-count">{count.count}</dd>
                {note}
            </div>
        }
    };
    view! { <dl class="pair-counts">{counts.into_iter().map(each).collect_view()}</dl> }
}
