//! What changed for the reader lately: calm, with what they have to do by it.

use crate::ui::{IconName, Section, Timeline, TimelineItem};
use domain::programs::ChangeLine;
use leptos::prelude::*;

/// The last few changes; nothing when there are none.
#[component]
pub(super) fn Changes(lines: Vec<ChangeLine>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let items = lines.into_iter().map(|line| view! { <Line line /> }).collect_view();
        view! { <Section id="changed" title="What changed for you"><Timeline>{items}</Timeline></Section> }
    })
}

#[component]
fn Line(line: ChangeLine) -> impl IntoView {
    let (lead, iso) = (line.lead, line.at.iso);
    let meta = move || view! { <time datetime=iso>{lead}</time> };
    let note = (!line.note.is_empty()).then(|| view! { <q class="quoted" dir="auto">{line.note}</q> });
    view! {
        <TimelineItem icon=IconName::Plan meta>
            {line.effects.join(" ")}
            {note}
        </TimelineItem>
    }
}
