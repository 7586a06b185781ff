//! The two faces and the few sizes.

use leptos::prelude::*;

use super::specimen::{Guide, Specimen};

#[component]
pub(super) fn Words() -> impl IntoView {
    let note = "Figtree for reading and controls, Bricolage Grotesque for one title and big numbers.";
    view! {
        <Guide id="type" title="Type" note>
            <Specimen name="--type-hero, Bricolage 680" wide=true>
                <p class="next-step-title">"Confirm Thursday 12:30"</p>
            </Specimen>
            <Specimen name="h1, --type-title">
                <p class="guide-h1">"Four skills, one person each"</p>
            </Specimen>
            <Specimen name=".section-title, 18">
                <p class="section-title">"People you could learn from"</p>
            </Specimen>
            <Specimen name=".figure-takeaway, 16">
                <p class="figure-takeaway">"Cover fell from two to one in October."</p>
            </Specimen>
            <Specimen name="body 14, sub 13, fine 12">
                <p>"She has been waiting since yesterday."</p>
                <p class="rows-sub">"Care East, usually answers within 3 hours"</p>
                <p class="guide-fine">"12:30 · 09:45 · 1,204 · tabular"</p>
            </Specimen>
        </Guide>
    }
}
