//! Grey lines in the box the real thing will take. They show only after 250 ms, so quick pages never flash.

use leptos::prelude::*;

/// Lines of a list that is on its way, silent; what surrounds them says it is busy.
#[component]
pub fn Skeleton(
    /// How many lines.
    #[prop(default = 3)]
    lines: u8,
    /// Begins with the disc of a face.
    #[prop(optional)]
    face: bool,
) -> impl IntoView {
    let lines = (0..lines).map(|_| view! { <span class="skeleton"></span> }).collect_view();
    view! {
        <div class="skeletons" aria-hidden="true">
            {face.then(|| view! { <span class="skeleton" data-shape="disc"></span> })}
            {lines}
        </div>
    }
}
