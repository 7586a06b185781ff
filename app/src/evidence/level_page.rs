//! `/people/{id}/skills/{skill}`

use super::api::level_explained;
use super::chances::Chances;
use super::how_it_works::HowItWorks;
use super::piece_table::PieceTable;
use crate::ui::{LinkButton, Loaded, PageHead, Section};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::evidence::pages::LevelPage as Page;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// How the level of one person in one skill comes about.
#[component]
pub fn LevelPage() -> impl IntoView {
    let params = use_params_map();
    let ids = move || {
        let params = params.read();
        (params.get("id").unwrap_or_default(), params.get("skill").unwrap_or_default())
    };
    let live = use_live(Topic::Skills);
    let page = load(move || (ids(), live.get()), |((person, skill), _)| level_explained(person, skill));
    view! {
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This level did not load" let:page>
                <Explained page />
            </Loaded>
        </main>
    }
}

#[component]
fn Explained(page: Page) -> impl IntoView {
    let (person, skill) = (page.person.clone(), page.skill.clone());
    let lead =
        if page.is_me { format!("You in {}.", skill.name) } else { format!("{} in {}.", person.name, skill.name) };
    let say = if page.is_me { ("/me/skills".to_owned(), "Say it anew") } else { back_to(&page) };
    let actions = move || view! { <LinkButton href=say.0>{say.1}</LinkButton> };
    view! {
        <Title text=format!("{} in {} · Kith", person.name, skill.name) />
        <PageHead title="How this level comes about" lead=Signal::stored(lead) actions />
        <Chances page=page.clone() />
        <PieceTable page=page.clone() />
        <Surer ways=page.surer />
        <HowItWorks />
    }
}

/// Where a colleague can say something about the level.
fn back_to(page: &Page) -> (String, &'static str) {
    (format!("/people/{}", page.person.id), "Say how you see it")
}

#[component]
fn Surer(ways: Vec<String>) -> impl IntoView {
    (!ways.is_empty()).then(|| {
        let ways = ways.into_iter().map(|way| view! { <li>{way}</li> }).collect_view();
        view! {
            <Section id="surer" title="What would make it surer" note="The chance of the wanted level, before and after.">
                <ul class="evidence-ways">{ways}</ul>
            </Section>
        }
    })
}
