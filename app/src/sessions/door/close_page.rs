//! `/sessions/{id}/{day}/close`

use super::api::session_close;
use super::close_actions::CloseActions;
use super::close_form::CloseForm;
use super::countersign_form::CountersignForm;
use super::proposal_view::ProposalView;
use crate::outbox::Waiting;
use crate::ui::{Loaded, Note, PageHead, Section, Status};
use crate::use_live;
use crate::wire::load;
use domain::attendance::ClosePage as Page;
use domain::event::Topic;
use domain::session::CloseStage;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// The closing of a date: one button for whoever holds it, one for somebody who was there.
#[component]
pub fn ClosePage() -> impl IntoView {
    let params = use_params_map();
    let named = move |name: &str| params.read().get(name).unwrap_or_default();
    let actions = CloseActions::new();
    let live = use_live(Topic::Sessions);
    let source = move || (named("id"), named("day"), live.get(), actions.versions());
    let page = load(source, |(id, day, ..)| session_close(id, day));
    view! {
        <Title text="What came of it · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This page did not load" let:page>
                <Content page actions />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, actions: CloseActions) -> impl IntoView {
    let failed = move || actions.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let head = page.head.clone();
    let seen = page.proposal.as_ref().map(|proposal| proposal.seen.0);
    actions.keep_what_is_not_sent(&head, seen);
    let stands = stands(&page).map(|(status, words)| view! { <Note status=status>{words}</Note> });
    let title = format!("What came of {}", head.title);
    let said = page.proposal.clone().map(|proposal| {
        let form = page.may_countersign.then(|| {
            let (head, name) = (head.clone(), proposal.by.first_name().to_owned());
            view! { <CountersignForm head seen=proposal.seen name is_teaching=page.is_teaching actions /> }
        });
        view! { <Section id="said" title="What the host says"><ProposalView proposal /> {form}</Section> }
    });
    let is_first = page.proposal.is_none();
    let form = page.form.map(|choices| {
        let heading = if is_first { "Is this right?" } else { "Say something else" };
        let head = head.clone();
        view! { <Section id="close" title=heading><CloseForm head choices is_first actions /></Section> }
    });
    view! {
        <PageHead title lead=head.when.clone() />
        <div role="status">{failed}{stands}</div>
        <Waiting page=head.close() />
        {said}
        {form}
        <p class="section-note"><a class="link" href=head.href()>"About this session"</a></p>
    }
}

/// Where it stands, in a sentence.
fn stands(page: &Page) -> Option<(Status, String)> {
    let Some(proposal) = page.proposal.as_ref() else {
        let words = "Once it has begun, a host says here what came of it, and one of those who were there confirms it.";
        return page.form.is_none().then(|| (Status::Info, words.to_owned()));
    };
    match page.stage {
        CloseStage::Open => None,
        CloseStage::Proposed { .. } if page.may_countersign => None,
        CloseStage::Proposed { .. } if proposal.people.is_empty() => {
            Some((Status::Info, "Nobody was there, so nothing waits to be confirmed.".to_owned()))
        }
        CloseStage::Proposed { .. } => {
            let until = &proposal.until.text;
            Some((Status::Info, format!("One of those who were there confirms it until {until}; then it counts.")))
        }
        CloseStage::Settled => {
            let by = proposal.countersigned.as_ref().map_or("somebody", |by| by.first_name());
            Some((Status::Success, format!("It counts: {by} says that it was so.")))
        }
        CloseStage::Lapsed => {
            let words = "Nobody confirmed it within a week. Who was there stays; nothing counts for skills.";
            Some((Status::Warning, words.to_owned()))
        }
    }
}
