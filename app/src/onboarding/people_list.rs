//! The people at the end, each with the reasons; the first with a message that only has to be sent.

use super::echo::Echo;
use super::first_message::{FirstMessage, MessageDraft};
use crate::ui::{Avatar, AvatarSize, Band, ButtonSize, IconName, LinkButton, Reason, Reasons, Way};
use domain::onboarding::ThreePeoplePage;
use domain::slots::Slot;
use domain::suggest::{self, IngredientKind, Suggestion};
use leptos::prelude::*;

/// At most three people on the stage.
#[component]
pub(super) fn PeopleList(page: ThreePeoplePage, draft: MessageDraft) -> impl IntoView {
    let slots = page.slots;
    let people = page
        .people
        .into_iter()
        .enumerate()
        .map(|(place, found)| view! { <Person found first=(place == 0).then(|| slots.clone()) draft /> })
        .collect_view();
    let none = people.is_empty().then(|| view! { <p><a class="link" href="/start/2">"Choose more to learn"</a></p> });
    view! {
        <section class="start-result" aria-labelledby="three">
            <Echo />
            <h2 class="start-title" id="three">{page.title}</h2>
            <p class="quiet" role="status">{page.lead}</p>
            {none}
            <div class="match-people">{people}</div>
        </section>
    }
}

#[component]
fn Person(found: Suggestion, first: Option<Vec<Slot>>, draft: MessageDraft) -> impl IntoView {
    let (person, band) = (found.person.clone(), found.band);
    let reasons = found.reasons.clone().into_iter().map(reason).collect_view();
    let below = match first {
        Some(slots) => view! { <FirstMessage found slots draft /> }.into_any(),
        None => {
            let href = format!("/people/{}/ask?skill={}", person.id, found.skill.id);
            let verb = format!("Ask {}", person.first_name);
            view! { <p><LinkButton href size=ButtonSize::Small>{verb}</LinkButton></p> }.into_any()
        }
    };
    let sub = person.work();
    view! {
        <article class="match-person">
            <div class="match-person-head">
                <Avatar name=person.name.clone() seed=person.id.to_string() size=AvatarSize::Large />
                <div>
                    <h3 class="card-title"><bdi>{person.name}</bdi></h3>
                    <p class="card-sub">{sub}</p>
                </div>
                <Band strength=band />
            </div>
            <Reasons>{reasons}</Reasons>
            {below}
        </article>
    }
}

fn reason(reason: suggest::Reason) -> AnyView {
    let words = view! {
        <b>{reason.lead}</b>
        {reason.rest}
    };
    let icon = match reason.kind {
        IngredientKind::Teaches | IngredientKind::Goal => {
            return view! { <Reason way=Way::Learn>{words}</Reason> }.into_any();
        }
        IngredientKind::Mutual => return view! { <Reason way=Way::Teach>{words}</Reason> }.into_any(),
        IngredientKind::Hours => IconName::Clock,
        IngredientKind::Capacity => IconName::Calendar,
        IngredientKind::OtherTeam => IconName::People,
        IngredientKind::Answers => IconName::Message,
    };
    view! { <Reason icon>{words}</Reason> }.into_any()
}
