//! The mark, the name, the app's icons.

use leptos::prelude::*;

use super::super::{Mark, MarkOf, Wordmark};
use super::specimen::{Guide, Row, Specimen};

#[component]
pub(super) fn Brand() -> impl IntoView {
    let note = "Two arrows that make a ring: teach goes up and on, learn comes back. With more people the ring has more pieces.";
    view! {
        <Guide id="brand" title="Brand" note>
            <Specimen name="Wordmark">
                <Wordmark label="Kith" />
            </Specimen>
            <Specimen name="Mark, MarkOf 2 to 5">
                <Row>
                    <Mark />
                    {[2, 3, 4, 5].map(|people| view! { <MarkOf people /> }).into_iter().collect_view()}
                </Row>
            </Specimen>
            <Specimen name="app icon, maskable, one colour">
                <Row>
                    <img class="app-icon" src="/app-icon.svg" alt="App icon" width="72" height="72" />
                    <img
                        class="app-icon"
                        data-mask=""
                        src="/app-icon-maskable.svg"
                        alt="Maskable app icon, cut to a circle"
                        width="72"
                        height="72"
                    />
                    <img
                        class="app-icon"
                        data-paper=""
                        src="/app-icon-mono.svg"
                        alt="App icon in one colour"
                        width="72"
                        height="72"
                    />
                </Row>
            </Specimen>
        </Guide>
    }
}
