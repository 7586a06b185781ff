//! Every icon of the sprite, and the medals.

use leptos::prelude::*;

use super::super::{Icon, IconName, Medal, MedalShape};
use super::specimen::{Guide, Row, Specimen};

const SHAPES: [MedalShape; 6] = [
    MedalShape::Teacher,
    MedalShape::Learner,
    MedalShape::Bridge,
    MedalShape::Host,
    MedalShape::Mentor,
    MedalShape::Keeper,
];

#[component]
pub(super) fn Icons() -> impl IntoView {
    let icons = IconName::ALL
        .iter()
        .map(|name| {
            view! {
                <li>
                    <Icon name=*name />
                    <code>{name.symbol()}</code>
                </li>
            }
        })
        .collect_view();
    let medals = |locked: bool| {
        SHAPES
            .into_iter()
            .zip([4, 3, 2, 1, 4, 3])
            .map(|(shape, level)| view! { <Medal shape level locked /> })
            .collect_view()
    };
    let note = "24 grid, 1.75 stroke, round caps. Beside a word, always; a lone icon names itself.";
    view! {
        <Guide id="icons" title="Icons and medals" note>
            <ul class="icon-grid">{icons}</ul>
            <Specimen name="Medal, level 1 to 4 and locked" wide=true>
                <Row>{medals(false)} {medals(true)}</Row>
            </Specimen>
        </Guide>
    }
}
