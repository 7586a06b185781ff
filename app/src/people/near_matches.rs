//! People just beside the question.

use crate::ui::{Avatar, ButtonSize, LinkButton, Section};
use domain::people::NearMatch;
use leptos::prelude::*;

/// Nothing when there are none.
#[component]
pub(super) fn NearMatches(people: Vec<NearMatch>) -> impl IntoView {
    if people.is_empty() {
        return ().into_any();
    }
    let rows = people.into_iter().map(|near| view! { <Near near /> }).collect_view();
    let note = "They know the skill a little less well, or one of the same area.";
    view! {
        <Section id="near" title="Near matches" note>
            <ul class="rows">{rows}</ul>
        </Section>
    }
    .into_any()
}

#[component]
fn Near(near: NearMatch) -> impl IntoView {
    let id = near.person.id.to_string();
    let ask = format!("/people/{id}/ask?skill={}", near.skill.id);
    let verb = format!("Ask {}", near.person.first_name());
    view! {
        <li>
            <Avatar name=near.person.name.clone() seed=id.clone() />
            <div class="rows-main">
                <a class="rows-title" href=format!("/people/{id}")>
                    <bdi>{near.person.name}</bdi>
                </a>
                <p class="rows-sub">{near.reason}</p>
            </div>
            <LinkButton href=ask size=ButtonSize::Small>
                {verb}
            </LinkButton>
        </li>
    }
}
