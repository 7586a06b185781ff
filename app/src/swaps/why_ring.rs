//! Why a ring fits: the band, and what it is made of as a bar with its numbers.

use crate::ui::{Band, Section, Strength};
use domain::suggest;
use domain::swaps::{PartOfFit, WhyRing};
use leptos::prelude::*;

/// The section.
#[component]
pub(super) fn WhyRingSection(why: WhyRing) -> impl IntoView {
    let strength = match why.band {
        suggest::Band::Stretch => Strength::Stretch,
        suggest::Band::Good => Strength::Good,
        suggest::Band::Strong => Strength::Strong,
    };
    let band = move || view! { <Band strength /> };
    view! {
        <Section id="why-ring" title="Why this ring" aside=band>
            <p class="figure-takeaway">{why.takeaway}</p>
            <Bars parts=why.parts />
            <p class="section-note">
                "The points of all its lessons together, from what each of you said, not from what anybody thinks of you."
            </p>
        </Section>
    }
}

/// Each part starts where the last one ended.
#[component]
fn Bars(parts: Vec<PartOfFit>) -> impl IntoView {
    let mut start = 0_u16;
    let rows = parts.into_iter().map(|part| {
        let from = start;
        start = start.saturating_add(part.points);
        view! {
            <li class="match-row" data-part=(part.points == 0).then_some("none")>
                <span>{part.title}</span>
                <svg class="match-bar" viewBox="0 0 1000 28" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="match-track" x="0" y="12" width="1000" height="4"></rect>
                    <rect class="match-part" x=from.to_string() y="2" width=part.points.to_string() height="24"></rect>
                </svg>
                <data value=part.points.to_string()>{part.points / 10}</data>
            </li>
        }
    });
    view! { <ol class="match" aria-label="What this is made of, in points of 100">{rows.collect_view()}</ol> }
}
