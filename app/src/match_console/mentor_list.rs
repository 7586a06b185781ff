//! Who mentors: whom they have, whom this pairing gives them, and places that stay free, as counted dots.

use crate::ui::Section;
use domain::match_rounds::MentorRow;
use leptos::prelude::*;

/// More places than this are said in words alone.
const MOST_DOTS: u32 = 12;

/// One line a mentor.
#[component]
pub(super) fn MentorList(mentors: Vec<MentorRow>) -> impl IntoView {
    let note = if mentors.is_empty() {
        "Nobody mentors here yet. People join as mentors on the program’s own page."
    } else {
        "Filled: have a learner. Half: get one. Open: free."
    };
    let lines = mentors.into_iter().map(|row| view! { <Line row /> }).collect_view();
    view! {
        <Section id="mentors" title="Mentors" note=note>
            <ul class="pairing-mentors">{lines}</ul>
        </Section>
    }
}

#[component]
fn Line(row: MentorRow) -> impl IntoView {
    let all = row.has + row.gets + row.free;
    let dots = (0..all.min(MOST_DOTS))
        .map(|place| {
            let state = if place < row.has {
                "has"
            } else if place < row.has + row.gets {
                "gets"
            } else {
                "free"
            };
            view! { <i data-state=state></i> }
        })
        .collect_view();
    let words = format!("{} has, {} more, {} free", row.has, row.gets, row.free);
    let note = (!row.note.is_empty()).then(|| view! { <span class="table-sub">{row.note.clone()}</span> });
    view! {
        <li>
            <span class="pairing-mentor">
                <a href=format!("/people/{}", row.mentor.id)><bdi>{row.mentor.name}</bdi></a>
                {note}
            </span>
            <span class="pairing-dots" aria-hidden="true">{dots}</span>
            <span class="visually-hidden">{words}</span>
        </li>
    }
}
