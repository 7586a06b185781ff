//! The reader's open requests that wait for others.

use crate::ui::{Avatar, AvatarSize, Section};
use domain::exchanges::ExchangeLine;
use domain::mentorings::LookingCard;
use leptos::prelude::*;

/// At most three; nothing is drawn when nobody is waited for.
#[component]
pub(super) fn Waiting(lines: Vec<ExchangeLine>, mentors: Vec<LookingCard>) -> impl IntoView {
    if lines.is_empty() && mentors.is_empty() {
        return ().into_any();
    }
    let all = || view! { <a class="link" href="/exchanges">"All"</a> };
    let rows = lines
        .into_iter()
        .map(|line| {
            let href = format!("/exchanges/{}", line.id);
            view! {
                <li>
                    <Avatar name=line.other.name.clone() seed=line.other.id.to_string() size=AvatarSize::Small />
                    <p class="rows-main">
                        <a class="person-name" href=href><bdi>{line.other.name}</bdi></a>
                        <span class="table-sub">{line.skill.name}" · "{line.status.text}</span>
                    </p>
                </li>
            }
        })
        .collect_view();
    let mentors = mentors
        .into_iter()
        .map(|card| {
            let mentor = card.asked?;
            Some(view! {
                <li>
                    <Avatar name=mentor.name.clone() seed=mentor.id.to_string() size=AvatarSize::Small />
                    <p class="rows-main">
                        <a class="person-name" href=card.href><bdi>{mentor.name}</bdi></a>
                        <span class="table-sub">{card.program.title}" · "{card.status}</span>
                    </p>
                </li>
            })
        })
        .collect_view();
    view! { <Section id="waiting" title="You are waiting for" aside=all><ul class="rows">{rows}{mentors}</ul></Section> }
        .into_any()
}
