//! When a program meets: in words, the next dates, and the coming weeks as a strip.

use crate::ui::{Section, Seen};
use domain::id::ProgramId;
use domain::programs::{Meeting, Rhythm, Week};
use leptos::prelude::*;

/// The rhythm; nothing for a program whose people choose their own dates.
#[component]
pub(super) fn RhythmSection(program: ProgramId, rhythm: Rhythm, seen: Seen) -> impl IntoView {
    let mark = seen.mark(format!("{program}/rhythm"), rhythm.words.clone());
    let clock =
        (!rhythm.clock.is_empty()).then(|| view! { <p class="section-note">{format!("{}.", rhythm.clock)}</p> });
    let next = rhythm.next.into_iter().map(|meeting| view! { <Next meeting /> }).collect_view();
    let has_dates = !next.is_empty();
    let dates = has_dates.then(|| view! { <ul class="program-dates">{next}</ul> });
    let weeks = rhythm.weeks.into_iter().map(|week| view! { <OneWeek week /> }).collect_view();
    let strip = has_dates.then(|| {
        view! { <ol class="weeks" aria-label="The coming weeks">{weeks}</ol> }
    });
    (!rhythm.words.is_empty()).then(|| {
        view! {
            <Section id="rhythm" title="Rhythm">
                <p class="program-rhythm" data-changed=mark>{rhythm.words}</p>
                {clock}
                {strip}
                {dates}
            </Section>
        }
    })
}

#[component]
fn Next(meeting: Meeting) -> impl IntoView {
    let theirs =
        (!meeting.theirs.is_empty()).then(|| view! { <span class="quiet">{format!(" · {}", meeting.theirs)}</span> });
    view! { <li><time datetime=meeting.starts.iso>{meeting.starts.text}</time>{theirs}</li> }
}

/// A week: its Monday, and below it the days on which people meet.
#[component]
fn OneWeek(week: Week) -> impl IntoView {
    let meets = !week.days.is_empty();
    let days = week
        .days
        .into_iter()
        .map(|day| view! { <time class="week-day" datetime=day.iso title=day.full>{day.label}</time> })
        .collect_view();
    let free =
        (!meets).then(|| view! { <span class="week-free"><span class="visually-hidden">"no meeting"</span></span> });
    view! {
        <li class="week" data-meets=meets.then_some("") aria-current=week.is_now.then_some("date")>
            <span class="week-of">{week.monday}</span>
            {days}
            {free}
        </li>
    }
}
