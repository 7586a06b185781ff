//! The next dates of something, as a list: of a skill, of a program.

use crate::ui::{Agenda, AgendaItem, Chip};
use domain::sessions::Entry;
use leptos::prelude::*;

/// The dates, or in words that there are none.
#[component]
pub fn NextDates(lines: Vec<Entry>, none: &'static str) -> impl IntoView {
    if lines.is_empty() {
        return view! { <p class="quiet">{none}</p> }.into_any();
    }
    let items = lines.into_iter().map(|line| view! { <Item line /> }).collect_view();
    view! { <Agenda>{items}</Agenda> }.into_any()
}

#[component]
fn Item(line: Entry) -> impl IntoView {
    let facts = [line.starts.text, line.about, line.seats];
    let facts = facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ");
    let label = (!line.label.is_empty()).then(|| view! { " "<Chip kind=line.tone>{line.label}</Chip> });
    view! {
        <AgendaItem datetime=line.starts.iso time=line.time length=line.length title=line.title href=line.href>
            {facts}
            {label}
        </AgendaItem>
    }
}
