//! `/thanks`

use super::api::thanks;
use super::give_form::{GiveForm, ThanksDraft};
use crate::ui::{Avatar, Chip, EmptyState, Loaded, PageHead, Section, Way, When};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::wall::{ThanksWall, WallLine};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

/// The form and the wall.
#[component]
pub fn ThanksPage() -> impl IntoView {
    let query = use_query_map();
    let draft = ThanksDraft::new();
    let live = use_live(Topic::Exchanges);
    let asked_for = move || (query.read().get("to"), query.read().get("skill"));
    let wall =
        load(move || (asked_for(), live.get(), draft.action.version().get()), |((to, skill), ..)| thanks(to, skill));
    Effect::new(move |_| {
        if draft.action.value().get().is_some_and(|value| value.is_ok()) {
            draft.clear();
        }
    });
    view! {
        <Title text="Celebrate · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=wall failure="The wall did not load" let:wall>
                <Content wall draft />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(wall: ThanksWall, draft: ThanksDraft) -> impl IntoView {
    let lead = wall.lead.clone();
    let lines = wall.lines.clone();
    let inside = if lines.is_empty() {
        view! {
            <EmptyState title="No thank-yous yet" example="For example: “Your checklist saved my Monday.”">
                "Name one thing somebody showed you."
            </EmptyState>
        }
        .into_any()
    } else {
        lines.into_iter().map(|line| view! { <Line line /> }).collect_view().into_any()
    };
    view! {
        <PageHead title="Thank-yous" lead=Signal::stored(lead) />
        <div class="split" data-rail="wide">
            <Section id="wall" title="Who thanked whom">{inside}</Section>
            <aside aria-label="Thank somebody"><GiveForm wall draft /></aside>
        </div>
    }
}

#[component]
fn Line(line: WallLine) -> impl IntoView {
    let words = (!line.words.is_empty()).then(|| view! { <p class="thanks-text" dir="auto">{line.words}</p> });
    let (from, to) = (format!("/people/{}", line.from.id), format!("/people/{}", line.to.id));
    view! {
        <article class="thanks">
            <span class="thanks-pair">
                <Avatar name=line.from.name.clone() seed=line.from.id.to_string() />
                <Avatar name=line.to.name.clone() seed=line.to.id.to_string() />
            </span>
            <div class="thanks-body">
                <p class="thanks-head">
                    <a class="person-name" href=from><bdi>{line.from.name}</bdi></a>
                    "thanked"
                    <a class="person-name" href=to><bdi>{line.to.name}</bdi></a>
                    <Chip kind=Way::Teach>{line.skill.name}</Chip>
                </p>
                {words}
                <p class="thanks-foot"><When datetime=line.at.iso text=line.at.text /></p>
            </div>
        </article>
    }
}
