//! Who would have nobody, why, and the smallest change that would have matched them.

use crate::ui::{AvatarSize, PersonLine, Section};
use domain::id::ProgramId;
use domain::match_rounds::{WaitingRow, WayOutLine};
use leptos::prelude::*;

/// One line a learner, the longest wait first; nothing when everybody has a mentor.
#[component]
pub(super) fn WaitingList(waiting: Vec<WaitingRow>, program: ProgramId) -> impl IntoView {
    if waiting.is_empty() {
        return ().into_any();
    }
    let lines = waiting.into_iter().map(|row| view! { <Line row /> }).collect_view();
    let pairs = format!("/admin/programs/{program}/people");
    let aside = move || view! { <a class="link" href=pairs>"Everybody in it"</a> };
    view! {
        <Section id="waiting" title="Without a mentor" note="The longest wait first. Each of them reads why." aside>
            <ul class="rows">{lines}</ul>
        </Section>
    }
    .into_any()
}

/// The smallest change, and where it can be made.
#[component]
pub(super) fn Out(out: WayOutLine) -> impl IntoView {
    let link = out.link.map(|(words, href)| view! { " "<a class="link" href=href>{words}</a> });
    view! { <p class="pairing-out">{out.text}{link}</p> }
}

#[component]
fn Line(row: WaitingRow) -> impl IntoView {
    let (seed, href) = (row.mentee.id.to_string(), format!("/people/{}", row.mentee.id));
    let sub = format!("looks for {}", row.waits);
    let first = row.mentee.first_name().to_owned();
    let out = row.way_out.map(|out| view! { <Out out /> });
    view! {
        <li class="pairing-waiting">
            <PersonLine name=row.mentee.name seed href size=AvatarSize::Small sub />
            <div class="rows-main">
                <p>{row.because}</p>
                {out}
            </div>
            <a class="link" href=row.why>"Why"<span class="visually-hidden">" "{first}" has nobody"</span></a>
        </li>
    }
}
