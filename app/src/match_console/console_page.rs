//! `/admin/programs/{id}/match`

use super::api::match_console;
use super::by_hand::ByHand;
use super::comparison::SideBySide;
use super::kept_list::KeptList;
use super::match_actions::MatchActions;
use super::mentor_list::MentorList;
use super::pair_table::PairTable;
use super::publish_bar::PublishBar;
use super::round_list::RoundList;
use super::waiting_list::WaitingList;
use super::weights_form::WeightsForm;
use super::why_card::WhyCard;
use crate::program_head::{At, Head};
use crate::ui::{Loaded, Note, Pagination, Status};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::match_rounds::MatchPage as Page;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_location, use_params_map};

/// The matching of a program.
#[component]
pub fn MatchConsolePage() -> impl IntoView {
    let (params, search) = (use_params_map(), use_location().search);
    let id = move || params.read().get("id").unwrap_or_default();
    let actions = MatchActions::new();
    let topics = [Topic::Programs, Topic::Skills, Topic::People, Topic::Exchanges];
    let live = topics.map(use_live);
    let news = move || (live.map(|one| one.get()), actions.versions());
    let page = load(move || (id(), search.get(), news()), |(id, query, _)| match_console(id, query));
    let refused = move || actions.refused().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    view! {
        <Title text="Matching · Kith" />
        <main class="page" id="main" tabindex="-1">
            <div role="status" class="pairing-refused">{refused}</div>
            <Loaded from=page failure="The matching did not load" let:page>
                <Content page actions />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, actions: MatchActions) -> impl IntoView {
    let program = page.head.id.clone();
    let facts = page
        .facts
        .clone()
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
        .collect_view();
    let why = page.why.clone().map(|why| view! { <WhyCard why program=program.clone() /> });
    let side = page.comparison.clone().map(|comparison| {
        view! { <SideBySide comparison kept=page.kept.clone() program=program.clone() /> }
    });
    let (pairs, waiting) = (page.pairs.clone(), page.waiting.clone());
    view! {
        <Head head=Signal::stored(page.head.clone()) at=At::Match />
        <p class="pairing-lead">{page.lead.clone()}</p>
        <p class="quiet">{page.proof.clone()}</p>
        <dl class="pairing-facts">{facts}</dl>
        <PublishBar page=page.clone() actions />
        {why}
        {side}
        <div class="split pairing-body">
            <div>
                <PairTable pairs is_circles=page.is_circles program=program.clone() actions />
                {(page.previous.is_some() || page.next.is_some()).then(|| {
                    let (summary, previous, next) = (page.summary.clone(), page.previous.clone(), page.next.clone());
                    view! { <Pagination summary previous next /> }
                })}
                <WaitingList waiting program=program.clone() />
            </div>
            <Rail page actions />
        </div>
    }
}

/// What bends the pairing, and what became of earlier ones.
#[component]
fn Rail(page: Page, actions: MatchActions) -> impl IntoView {
    let program = page.head.id.clone();
    let mentors: Vec<String> = page.mentors.iter().map(|row| row.mentor.name.clone()).collect();
    let learners: Vec<String> = page.learners.iter().map(|learner| learner.name.clone()).collect();
    view! {
        <aside class="pairing-rail">
            <MentorList mentors=page.mentors.clone() />
            <WeightsForm weights=page.weights.clone() program=program.clone() actions />
            <ByHand decisions=page.decisions.clone() learners mentors program=program.clone() actions />
            <KeptList page=page.clone() actions />
            <RoundList rounds=page.rounds program actions />
        </aside>
    }
}
