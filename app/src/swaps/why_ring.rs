//! Why a ring fits: the band, and what it is made of as a bar with its numbers.

use crate::ui::{Band, FitParts, Section};
use domain::swaps::WhyRing;
use leptos::prelude::*;

/// The section.
#[component]
pub(super) fn WhyRingSection(why: WhyRing) -> impl IntoView {
    let parts = why.parts.into_iter().map(|part| (part.title, part.points)).collect();
    let band = move || view! { <Band strength=why.band /> };
    view! {
        <Section id="why-ring" title="Why this ring" aside=band>
            <p class="figure-takeaway">{why.takeaway}</p>
            <FitParts parts />
            <p class="section-note">
                "The points of all its lessons together, from what each of you said, not from what anybody thinks of you."
            </p>
        </Section>
    }
}
