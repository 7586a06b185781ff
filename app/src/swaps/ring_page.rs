//! `/swaps/{id}`

use super::api::swap;
use super::parts::{Parts, Words};
use super::ring_actions::RingActions;
use super::ring_picture::RingPicture;
use super::why_ring::WhyRingSection;
use super::your_part::YourPartForm;
use crate::ui::{Icon, IconName, IconSize, Loaded, Note, PageHead, Section, Seen, Status};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::id::RingId;
use domain::swaps::RingPage as Page;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// One ring, for those in it and those who bring people together.
#[component]
pub fn SwapRingPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let (actions, seen) = (RingActions::new(), Seen::new());
    let live = use_live(Topic::Exchanges);
    let page = load(move || (id(), live.get(), actions.versions()), |(id, ..)| swap(id));
    view! {
        <Title text="Swap · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This swap did not load" let:page>
                <Content page actions seen />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, actions: RingActions, seen: Seen) -> impl IntoView {
    actions.write_for(&page);
    let failed = move || actions.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let lapses = page.lapses.clone();
    let lapses = move || {
        (!lapses.is_empty()).then(|| {
            view! { <p class="quiet swap-lapses"><Icon name=IconName::Clock size=IconSize::Small />{lapses}</p> }
        })
    };
    let beside = match page.yours.clone() {
        Some(yours) => view! { <YourPartForm page=page.clone() yours actions /> }.into_any(),
        None => view! { <p class="quiet">{page.status.text.clone()}</p> }.into_any(),
    };
    let (parts, said, foreseen) = (page.parts.clone(), page.words.clone(), page.if_not.clone());
    let words = (!said.is_empty()).then(move || {
        view! { <Section id="said" title="What you said to each other"><Words words=said /></Section> }
    });
    let if_not = (!foreseen.is_empty()).then(move || {
        view! { <Note status=Status::Info><b>"If you can’t: "</b>{foreseen}</Note> }
    });
    let why = page.why.clone().map(|why| view! { <WhyRingSection why /> });
    view! {
        <PageHead title=page.title.clone() lead=Signal::stored(page.lead.clone()) actions=lapses />
        <ul class="facts">
            <li>{page.people.clone()}</li>
            <li><a class="link" href=format!("/swaps?program={}", page.program)>{page.program_title.clone()}</a></li>
        </ul>
        <div role="status">{failed}</div>
        <Ending page=page.clone() />
        <div class="split swap" data-rail="even">
            <RingPicture page=page.clone() seen />
            {beside}
        </div>
        <div class="split section" data-rail="even">
            <div>
                <Section id="who" title="Who gives what">
                    <Parts parts />
                    {if_not}
                </Section>
                {words}
            </div>
            {why}
        </div>
    }
}

/// Why it will not be and what is offered instead; or what it took the place of.
#[component]
fn Ending(page: Page) -> impl IntoView {
    let link = |id: RingId, words: &'static str| view! { " "<a class="link" href=format!("/swaps/{id}")>{words}</a> };
    let instead = page.instead.map(|id| link(id, "See what is offered instead"));
    let fell = (!page.fell.is_empty()).then(|| {
        let words = (!page.fell_words.is_empty()).then(|| view! { " "<q dir="auto">{page.fell_words}</q> });
        view! { <Note status=Status::Warning>{page.fell}{words}{instead}</Note> }
    });
    let mends = page.mends.map(|id| {
        view! {
            <Note status=Status::Info>
                "Somebody dropped out of another ring. This one keeps as much of it as can be."
                {link(id, "See that one")}
            </Note>
        }
    });
    view! { <div class="swap-notes">{fell}{mends}</div> }
}
