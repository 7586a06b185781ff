//! Rings of people, and the ring as a meter.

use leptos::prelude::*;

use super::super::{Answer, Band, FitParts, PeopleRing, ProgressRing, RingMember, Strength};
use super::specimen::{Guide, Row, Specimen};

#[component]
pub(super) fn Rings() -> impl IntoView {
    let meters = [0, 1, 3, 5]
        .map(|done| view! { <ProgressRing label=format!("Steps, example {done}") done of=5 /> })
        .into_iter()
        .collect_view();
    let parts = [("can teach you", 420), ("time overlap", 260), ("another team", 120), ("your goal", 0)];
    let parts = parts.map(|(title, points)| (title.to_owned(), points)).to_vec();
    view! {
        <Guide id="rings" title="Rings" note="Whole chevrons are promised, dashed ones are not.">
            <Specimen name="PeopleRing, 2 to 5 people" wide=true>
                <div class="guide-rings">{two()} {three("guide-three")} {four()} {five()} {chain()}</div>
            </Specimen>
            <Specimen name="ProgressRing">
                <Row>{meters}</Row>
            </Specimen>
            <Specimen name="Band">
                <Row>
                    <Band strength=Strength::Strong />
                    <Band strength=Strength::Good />
                    <Band strength=Strength::Stretch />
                </Row>
            </Specimen>
            <Specimen name="FitParts" wide=true>
                <FitParts parts />
            </Specimen>
        </Guide>
    }
}

/// The ring of the first page: two have said yes, the reader has not.
pub(super) fn three(id: &'static str) -> impl IntoView {
    let members = vec![
        member("Amara Okafor", "Clinical handover", Answer::Yes),
        RingMember { is_you: true, ..member("Jonas Weidner", "SQL for reports", Answer::Waiting) },
        member("Mateo Duarte", "Route planning", Answer::Yes),
    ];
    let label = "Three-way swap: Amara teaches you Clinical handover, you teach Mateo SQL for reports, \
                 Mateo teaches Amara Route planning. Amara and Mateo have said yes.";
    let middle = ("2 of 3".to_owned(), "said yes".to_owned());
    view! { <PeopleRing id label members middle /> }
}

fn two() -> impl IntoView {
    let members =
        vec![member("Theo Nakamura", "Stock forecasting", Answer::Yes), member("Wen Li", "Data stories", Answer::Yes)];
    view! { <PeopleRing id="guide-two" label="Two people swap, both said yes" members /> }
}

fn four() -> impl IntoView {
    let members = vec![
        member("Leïla Haddou", "Portuguese", Answer::Yes),
        member("Yusuf Demir", "Knife skills", Answer::Yes),
        member("Dag Eriksen", "First aid", Answer::Yes),
        member("Tomás Ruiz", "Radio calls", Answer::Waiting),
    ];
    let middle = ("3 of 4".to_owned(), "said yes".to_owned());
    view! { <PeopleRing id="guide-four" label="Four people, three said yes, one waits" members middle /> }
}

fn five() -> impl IntoView {
    let members = vec![
        member("Amara Okafor", "Handover", Answer::Yes),
        member("Wen Li", "SQL", Answer::Waiting),
        member("Mateo Duarte", "Routes", Answer::Left),
        member("Noor Halabi", "Backups", Answer::Yes),
        member("Sol Lindqvist", "Rotas", Answer::None),
    ];
    view! { <PeopleRing id="guide-five" label="Five people, one has left" members /> }
}

fn chain() -> impl IntoView {
    let members = vec![
        member("Rosalind Achterberg", "Wound care", Answer::Yes),
        RingMember { is_you: true, ..member("Jonas Weidner", "SQL for reports", Answer::Waiting) },
        member("Leïla Haddou", "", Answer::Yes),
    ];
    let middle = ("2 of 3".to_owned(), "said yes".to_owned());
    view! { <PeopleRing id="guide-chain" label="A chain: Rosalind begins, Leïla only receives" members middle /> }
}

fn member(name: &str, gives: &str, answer: Answer) -> RingMember {
    RingMember { name: name.to_owned(), seed: name.to_owned(), gives: gives.to_owned(), answer, is_you: false }
}
