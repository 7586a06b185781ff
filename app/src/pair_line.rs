//! A pair as a line: among one’s pairs, and wherever mentoring names one.

use crate::ui::{Chip, ChipKind, PersonLine, Way};
use domain::pairs::PairLine;
use leptos::prelude::*;

/// Its other people, what goes which way, where it stands, and when it goes on or last moved.
#[component]
pub(crate) fn PairRow(line: PairLine) -> impl IntoView {
    let href = format!("/pairs/{}", line.id);
    let (way, back) = if line.mentors { (Way::Teach, Way::Learn) } else { (Way::Learn, Way::Teach) };
    let back = line.back.map(|skill| view! { <Chip kind=ChipKind::Way(back)>{skill.name}</Chip>" " });
    view! {
        <li>
            <PersonLine name=line.others seed=line.seed sub=line.status.text href />
            <span class="chip-row">
                <Chip kind=ChipKind::Way(way)>{line.skill.name}</Chip>
                " "
                {back}
                <Chip kind=line.status.tone>{line.status.label}</Chip>
            </span>
            <time class="rows-end" datetime=line.at.iso>{line.at.text}</time>
        </li>
    }
}
