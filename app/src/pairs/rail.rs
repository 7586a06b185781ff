//! Beside the room: their meetings, and what happened.

use crate::ui::{Chip, ChipKind, IconName, Section, Status, Timeline, TimelineItem, When};
use domain::pairs::{HistoryLine, MeetingCard, MeetingStands, RoomPage};
use leptos::prelude::*;

/// Meetings that are over, then what happened, the last first.
#[component]
pub(super) fn Rail(page: RoomPage) -> impl IntoView {
    let meetings = (!page.over.is_empty()).then(|| {
        let rows = page.over.into_iter().map(|meeting| view! { <Meeting meeting /> }).collect_view();
        view! { <Section id="meetings" title="Meetings"><ul class="rows">{rows}</ul></Section> }
    });
    let lines = page.history.into_iter().map(|line| view! { <Line line /> }).collect_view();
    view! {
        {meetings}
        <Section id="happened" title="What happened" note="Only those in the pair see this.">
            <Timeline>{lines}</Timeline>
        </Section>
    }
}

#[component]
fn Meeting(meeting: MeetingCard) -> impl IntoView {
    let (kind, label): (ChipKind, &str) = match meeting.stands {
        MeetingStands::Met => (Status::Success.into(), "met"),
        MeetingStands::Untold => (Status::Warning.into(), "not told yet"),
        MeetingStands::Missed => (ChipKind::Plain, "not met"),
        MeetingStands::Coming => (Status::Info.into(), "coming"),
    };
    view! {
        <li>
            <span class="rows-main">
                <a class="rows-title" href=meeting.href>{meeting.title}</a>
                " "
                <span class="rows-sub"><When datetime=meeting.starts.iso text=meeting.starts.text /></span>
            </span>
            <Chip kind>{label}</Chip>
        </li>
    }
}

#[component]
fn Line(line: HistoryLine) -> impl IntoView {
    let (iso, text) = (line.at.iso, line.at.text);
    let when = move || view! { <When datetime=iso text /> };
    let icon = if line.is_meeting { IconName::Calendar } else { IconName::People };
    view! { <TimelineItem icon meta=when>{line.text}</TimelineItem> }
}
