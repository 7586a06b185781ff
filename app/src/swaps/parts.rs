//! The ring as an ordered list: who gives what to whom, and what each has said. Says everything that the picture shows.

use crate::ui::{Avatar, Chip, ChipKind, IconName, Status};
use domain::swaps::{PartAnswer, RingPart, RingWords};
use leptos::prelude::*;

/// All parts, in the order of the ring.
#[component]
pub(super) fn Parts(parts: Vec<RingPart>) -> impl IntoView {
    let parts = parts.into_iter().map(|part| view! { <Part part /> }).collect_view();
    view! { <ol class="swap-parts">{parts}</ol> }
}

#[component]
fn Part(part: RingPart) -> impl IntoView {
    let (kind, icon) = look(part.answer);
    let learner = (!part.learner_called.is_empty()).then(|| view! { <b>{part.learner_called}</b>" " });
    let lesson = part.exchange.map(|id| {
        view! { " "<a class="link" href=format!("/exchanges/{id}")>"Arrange it"</a> }
    });
    view! {
        <li>
            <Avatar name=part.teacher.name seed=part.teacher.id.to_string() />
            <div class="swap-parts-text">
                <p>
                    <b>{part.teacher_called}</b>" "{part.verb}" "{learner}
                    <a class="swap-skill" href=format!("/skills/{}", part.skill.id)>{part.skill.name}</a>
                </p>
                <p class="rows-sub">{part.said}{lesson}</p>
            </div>
            <Chip kind icon>{part.label}</Chip>
        </li>
    }
}

const fn look(answer: PartAnswer) -> (ChipKind, IconName) {
    match answer {
        PartAnswer::Good => (ChipKind::Status(Status::Success), IconName::Check),
        PartAnswer::Open => (ChipKind::Status(Status::Warning), IconName::Clock),
        PartAnswer::Over => (ChipKind::Plain, IconName::Minus),
    }
}

/// What those in it said to each other.
#[component]
pub(super) fn Words(words: Vec<RingWords>) -> impl IntoView {
    let lines = words.into_iter().map(|said| {
        let first = said.by.first_name().to_owned();
        view! { <li><b>{first}</b>" "<q class="quoted" dir="auto">{said.words}</q></li> }
    });
    view! { <ul class="swap-words">{lines.collect_view()}</ul> }
}
