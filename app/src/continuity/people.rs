//! People beside a skill.

use crate::ui::{AvatarSize, Face, PersonLine, PresenceStack};
use domain::tag::PersonTag;
use leptos::prelude::*;

/// Nobody, one by name, or a stack of faces.
#[component]
pub(super) fn People(people: Vec<PersonTag>, label: &'static str) -> impl IntoView {
    match people.as_slice() {
        [] => view! { <span class="quiet">"Nobody"</span> }.into_any(),
        [one] => {
            let (name, seed) = (one.name.clone(), one.id.to_string());
            let href = format!("/people/{seed}");
            view! { <PersonLine name seed href size=AvatarSize::Small /> }.into_any()
        }
        many => {
            let faces: Vec<Face> = many.iter().map(|one| Face::new(one.name.clone(), one.id.to_string())).collect();
            view! { <PresenceStack people=Signal::stored(faces) label label_hidden=true /> }.into_any()
        }
    }
}
