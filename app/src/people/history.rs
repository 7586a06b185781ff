//! What somebody did with others, newest first.

use crate::ui::{IconName, Section, Timeline, TimelineItem, Way, When};
use domain::people::person::{Deed, HistoryRow};
use leptos::prelude::*;

/// Nothing when nothing happened yet.
#[component]
pub(super) fn History(rows: Vec<HistoryRow>, total: u32) -> impl IntoView {
    if rows.is_empty() {
        return ().into_any();
    }
    let shown = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let note = (total > shown).then(|| format!("The newest {shown} of {total}"));
    let items = rows.into_iter().map(|row| view! { <Happened row /> }).collect_view();
    view! {
        <Section id="history" title="Taught and learned" note>
            <Timeline>{items}</Timeline>
        </Section>
    }
    .into_any()
}

#[component]
fn Happened(row: HistoryRow) -> impl IntoView {
    let (way, icon, what) = match row.deed {
        Deed::Taught => (Some(Way::Teach), None, "Taught "),
        Deed::Learned => (Some(Way::Learn), None, "Learned from "),
        Deed::Thanked => (None, Some(IconName::Thanks), "Thanked by "),
    };
    let length = (row.minutes > 0).then(|| format!(" · {} min", row.minutes));
    let words = (!row.words.is_empty()).then(|| format!(" · “{}”", row.words));
    let at = row.at;
    let meta = move || view! { <When datetime=at.iso text=at.text />{length}{words} };
    let link = format!("/people/{}", row.with.id);
    view! {
        <TimelineItem way icon meta>
            <b>
                {what}
                <a class="link" href=link>
                    <bdi>{row.with.name}</bdi>
                </a>
            </b>
            ": "
            {row.skill.name}
        </TimelineItem>
    }
}
