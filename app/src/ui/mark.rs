//! The mark: two chevrons that make a ring, one giving and one receiving.

use leptos::prelude::*;

use super::ring::Ring;

/// The mark of the product, 32 px. Decorative: the link or heading around it carries the name.
#[component]
pub fn Mark() -> impl IntoView {
    let ring = Ring::new(16.0, 14.75, 7.25).with_tip(4.5);
    view! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
            {chevrons(ring.pieces(2, 12.0, -41.7))}
        </svg>
    }
}

/// The mark with as many pieces as there are people. More than two is for pages that explain it.
#[component]
pub fn MarkOf(
    /// How many pieces.
    people: u8,
) -> impl IntoView {
    let gap = if people < 3 { 10.0 } else { 9.0 };
    view! {
        <svg class="mark" data-size="large" viewBox="0 0 64 64" aria-hidden="true">
            {chevrons(Ring::new(32.0, 30.0, 20.0).pieces(people, gap, -24.0))}
        </svg>
    }
}

/// Pieces in turn receiving and giving, as in the mark.
pub(super) fn chevrons(pieces: Vec<String>) -> impl IntoView {
    let classes = ["mark-learn", "mark-teach"].into_iter().cycle();
    pieces.into_iter().zip(classes).map(|(d, class)| view! { <path class=class d=d></path> }).collect_view()
}
