//! What is on, day by day.

use crate::ui::{Agenda, AgendaItem, ButtonSize, Chip, IconName, LinkButton, Seen, Way};
use domain::sessions::{DayGroup, Entry};
use leptos::prelude::*;

/// The days on which something is on. Beside a table it is there for phones alone.
#[component]
pub(super) fn CalendarList(days: Vec<DayGroup>, seen: Seen, is_beside: bool) -> impl IntoView {
    let days = days.into_iter().map(|day| view! { <Day day seen /> });
    view! { <div class="calendar-list" data-beside=is_beside.then_some("")>{days.collect_view()}</div> }
}

#[component]
fn Day(day: DayGroup, seen: Seen) -> impl IntoView {
    let id = format!("day-{}", day.on);
    let labelled_by = id.clone();
    let entries = day.entries.into_iter().map(|entry| view! { <Item entry seen /> });
    let entries = entries.collect_view();
    view! {
        <section class="section" aria-labelledby=labelled_by>
            <h2 class="section-title" id=id>{day.title}</h2>
            <Agenda>{entries}</Agenda>
        </section>
    }
}

#[component]
fn Item(entry: Entry, seen: Seen) -> impl IntoView {
    let mark = seen.mark(format!("list{}", entry.href), format!("{}{}", entry.label, entry.seats));
    let way = if entry.teaches { Way::Teach } else { Way::Learn };
    let skill = entry.skill.map(|skill| view! { <Chip kind=way>{skill.name}</Chip>" " });
    let is_open = entry.label.is_empty() && entry.takes_place && !entry.is_past;
    let label = (!entry.label.is_empty()).then(|| view! { " "<Chip kind=entry.tone>{entry.label}</Chip> });
    let facts = [entry.about, entry.seats].into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ");
    let href = entry.href.clone();
    let save = move || {
        is_open.then(
            || view! { <LinkButton href size=ButtonSize::Small icon=IconName::Ticket>"Save my seat"</LinkButton> },
        )
    };
    view! {
        <AgendaItem datetime=entry.starts.iso time=entry.time length=entry.length title=entry.title href=entry.href past=entry.is_past action=save>
            {skill}
            <span data-changed=mark>{facts}</span>
            {label}
        </AgendaItem>
    }
}
