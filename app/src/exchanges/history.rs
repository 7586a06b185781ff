//! What happened in a request, newest first.

use super::way::way;
use crate::ui::{IconName, Timeline, TimelineItem, When};
use domain::exchanges::HistoryLine;
use leptos::prelude::*;

/// Every move, with the words that came with it.
#[component]
pub(super) fn History(lines: Vec<HistoryLine>) -> impl IntoView {
    let items = lines.into_iter().rev().map(|line| view! { <Line line /> }).collect_view();
    view! { <Timeline>{items}</Timeline> }
}

#[component]
fn Line(line: HistoryLine) -> impl IntoView {
    let (iso, text) = (line.at.iso, line.at.text);
    let when = move || view! { <When datetime=iso text /> };
    let icon = line.by.is_none().then_some(IconName::Clock);
    let words = (!line.words.is_empty()).then(|| view! { <q class="quoted" dir="auto">{line.words}</q> });
    view! {
        <TimelineItem icon way=line.by.map(way) meta=when>
            {line.text}
            {words}
        </TimelineItem>
    }
}
