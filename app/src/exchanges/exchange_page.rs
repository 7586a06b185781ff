//! `/exchanges/{id}`

use super::api::exchange;
use super::decline_form::{DeclineForm, WithdrawForm};
use super::exchange_actions::ExchangeActions;
use super::exchange_stage::ExchangeStage;
use super::history::History;
use super::propose_form::ProposeForm;
use crate::talk::{Comments, TalkActions};
use crate::ui::{Loaded, Note, PageHead, PersonLine, Section, Status};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::exchanges::ExchangePage as Page;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// One request, for either of the two.
#[component]
pub fn ExchangePage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let actions = ExchangeActions::new();
    let talk = TalkActions::new();
    let live = (use_live(Topic::Exchanges), use_live(Topic::Talk));
    let changes = move || (live.0.get(), live.1.get(), actions.versions(), talk.versions());
    let page = load(move || (id(), changes()), |(id, _)| exchange(id));
    view! {
        <Title text="Request · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This request did not load" let:page>
                <Content page actions talk />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, actions: ExchangeActions, talk: TalkActions) -> impl IntoView {
    let failed = move || actions.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let history = page.history.clone();
    actions.write_for(&page.id);
    view! {
        <PageHead title=page.title.clone() />
        <div role="status">{failed}</div>
        <ExchangeStage page=page.clone() actions />
        <div class="split section">
            <div>
                <OtherMoves page=page.clone() actions />
                <Section id="happened" title="What happened" note="Only the two of you see this."><History lines=history /></Section>
                <Comments list=page.comments.clone() actions=talk />
            </div>
            <aside aria-label="Who is in it"><Other page /></aside>
        </div>
    }
}

/// Everything that can be done beside the one thing on the stage.
#[component]
fn OtherMoves(page: Page, actions: ExchangeActions) -> impl IntoView {
    let name = page.other.first_name.clone();
    let is_first = !page.moves.accept && !page.moves.confirm;
    let title = if page.starts.is_some() { "Propose another time" } else { "Propose a time" };
    let propose = page.moves.propose.then(|| {
        let (exchange, name, slots) = (page.id.clone(), name.clone(), page.slots.clone());
        let clocks = (page.zone.clone(), page.their_clock.clone());
        view! { <Section id="propose" title><ProposeForm exchange name slots clocks is_first actions /></Section> }
    });
    let withdraw = page.moves.withdraw.then(|| view! { <WithdrawForm exchange=page.id.clone() actions /> });
    let decline = (page.moves.decline && !page.moves.withdraw).then(|| {
        view! {
            <details class="unfold unfold-apart">
                <summary class="link">"I can’t"</summary>
                <DeclineForm exchange=page.id.clone() name=name actions />
            </details>
        }
    });
    view! {
        {propose}
        {withdraw}
        {decline}
    }
}

#[component]
fn Other(page: Page) -> impl IntoView {
    let href = format!("/people/{}", page.other.id);
    let title = format!("About {}", page.other.first_name);
    let sub = page.other.work();
    view! {
        <Section id="other" title>
            <PersonLine name=page.other.name seed=page.other.id.to_string() sub href />
        </Section>
    }
}
