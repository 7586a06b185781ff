//! `/thanks`

use super::api::{thanks, thanks_choices};
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
    let given = draft.given();
    let wall = load(move || (live.get(), given.get()), |_| thanks());
    // Apart from the wall: news on it never take away a name that is half typed.
    let asked_for = move || (query.read().get("to"), query.read().get("skill"), given.get());
    let choices = load(asked_for, |(to, skill, _)| thanks_choices(to, skill));
    view! {
        <Title text="Celebrate · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead title="Thank-yous" lead=Signal::stored("Name the skill and what it was good for.".to_owned()) />
            <div class="split" data-rail="wide">
                <Loaded from=wall part=true failure="The wall did not load" let:wall>
                    <Wall wall />
                </Loaded>
                <aside aria-label="Thank somebody">
                    <Loaded from=choices part=true failure="The form did not load" let:choices>
                        <GiveForm choices draft />
                    </Loaded>
                </aside>
            </div>
        </main>
    }
}

#[component]
fn Wall(wall: ThanksWall) -> impl IntoView {
    let ThanksWall { lead, lines } = wall;
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
    view! { <Section id="wall" title="Who thanked whom" note=lead>{inside}</Section> }
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
