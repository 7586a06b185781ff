//! Who would come at the end if one stopped here: names and the strongest reason.

use super::echo::Echo;
use crate::ui::{Avatar, Reason, Reasons, Way};
use domain::suggest::Suggestion;
use leptos::prelude::*;

/// At most three people, without a message: that comes once the questions are answered.
#[component]
pub(super) fn Preview(people: Vec<Suggestion>) -> impl IntoView {
    let lines = people.into_iter().map(|found| view! { <Person found /> }).collect_view();
    let none = lines
        .is_empty()
        .then(|| view! { <p class="quiet">"They appear as soon as you say what you want to learn."</p> });
    view! {
        <aside class="start-result" aria-labelledby="so-far">
            <Echo />
            <h2 class="start-title" id="so-far">"People so far"</h2>
            <p class="quiet">"Every answer makes them fit you better."</p>
            {none}
            <div class="match-people">{lines}</div>
        </aside>
    }
}

#[component]
fn Person(found: Suggestion) -> impl IntoView {
    let person = found.person;
    let sub = person.work();
    let first = found
        .reasons
        .into_iter()
        .next()
        .map(|reason| view! { <Reason way=Way::Learn><b>{reason.lead}</b>{reason.rest}</Reason> });
    view! {
        <article class="match-person">
            <div class="match-person-head">
                <Avatar name=person.name.clone() seed=person.id.to_string() />
                <div>
                    <h3 class="card-title"><bdi>{person.name}</bdi></h3>
                    <p class="card-sub">{sub}</p>
                </div>
            </div>
            <Reasons>{first}</Reasons>
        </article>
    }
}
