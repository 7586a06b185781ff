//! `/pairs/{id}`

use super::agenda::Agenda;
use super::agreement::Agreement;
use super::api::pair_room;
use super::close_forms::{FeedbackForm, Said, WaysOut};
use super::fit_form::FitForm;
use super::goals::Goals;
use super::milestones::Milestones;
use super::note::OwnNote;
use super::rail::Rail;
use super::room_actions::RoomActions;
use super::room_stage::RoomStage;
use crate::talk::{Comments, TalkActions};
use crate::ui::{Loaded, Note, PageHead, Status};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::pairs::RoomPage as Page;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// The room of a pair, for those in it.
#[component]
pub fn PairRoomPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let (actions, talk) = (RoomActions::new(), TalkActions::new());
    let live = [Topic::Exchanges, Topic::Sessions, Topic::Programs, Topic::Talk].map(use_live);
    let news = move || live.iter().map(|topic| topic.get()).collect::<Vec<_>>();
    let page = load(move || (id(), news(), actions.versions() + talk.versions()), |(id, ..)| pair_room(id));
    view! {
        <Title text="Pair · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This room did not load" let:page>
                <Content page actions talk />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, actions: RoomActions, talk: TalkActions) -> impl IntoView {
    actions.write_for(&page);
    let failed = move || actions.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let fit = page.moves.say_fit.then(|| view! { <FitForm pair=page.id.clone() others=page.others.clone() actions /> });
    let feedback = page.moves.give_feedback.then(|| view! { <FeedbackForm page=page.clone() actions /> });
    let milestones = page.milestones.clone().map(|milestones| view! { <Milestones milestones actions /> });
    let comments = page.comments.clone();
    view! {
        <PageHead title=page.title.clone() />
        <div role="status">{failed}</div>
        <RoomStage page=page.clone() actions />
        {fit}
        {feedback}
        <div class="split section" data-rail="wide">
            <div>
                <Agenda page=page.clone() actions />
                <Goals page=page.clone() actions />
                {milestones}
                <Agreement page=page.clone() actions />
                <OwnNote page=page.clone() actions />
                <Said said=page.said.clone() />
                <Comments list=comments actions=talk />
                <WaysOut page=page.clone() actions />
            </div>
            <aside aria-label="This pair"><Rail page /></aside>
        </div>
    }
}
