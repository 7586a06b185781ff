//! What the team taught, learned and was glad of.

use crate::ui::{Avatar, AvatarSize, Chip, Section, Way};
use domain::home::{Pulse, PulseLine};
use leptos::prelude::*;

/// Two counts of the team, and the latest thank-yous.
#[component]
pub(super) fn PulseSection(pulse: Pulse) -> impl IntoView {
    let all = || view! { <a class="link" href="/thanks">"All thanks"</a> };
    let lines = pulse.lines.into_iter().map(|line| view! { <Line line /> }).collect_view();
    let empty = lines.is_empty().then(|| view! { <p class="quiet">"No thank-yous yet. Give the first."</p> });
    view! {
        <Section id="pulse" title=pulse.title aside=all>
            <p class="pulse-line">
                <Chip kind=Way::Teach>"taught "{times(pulse.taught)}</Chip>
                " "
                <Chip kind=Way::Learn>"learned "{times(pulse.learned)}</Chip>
            </p>
            <ul class="rows">{lines}</ul>
            {empty}
        </Section>
    }
}

#[component]
fn Line(line: PulseLine) -> impl IntoView {
    view! {
        <li>
            <Avatar name=line.from.name.clone() seed=line.from.id.to_string() size=AvatarSize::Small />
            <p class="rows-main">
                <b><bdi>{line.from_says}</bdi></b>
                " thanked "
                <b><bdi>{line.to_says}</bdi></b>
                " for "
                {line.skill.name}
            </p>
            <time class="rows-end" datetime=line.at.iso>{line.at.text}</time>
        </li>
    }
}

fn times(n: u32) -> String {
    match n {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{n} times"),
    }
}
