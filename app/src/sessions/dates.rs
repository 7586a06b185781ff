//! The dates of a series.

use crate::ui::{Chip, Section, Seen};
use domain::sessions::DateLine;
use leptos::prelude::*;

/// Dates around the one that is shown; nothing when there is but one.
#[component]
pub(super) fn Dates(lines: Vec<DateLine>, rule: String, seen: Seen) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <Line line seen /> }).collect_view();
        view! { <Section id="dates" title="All dates" note=rule><ol class="rows session-dates">{lines}</ol></Section> }
    })
}

#[component]
fn Line(line: DateLine, seen: Seen) -> impl IntoView {
    let mark = seen.mark(line.href.clone(), format!("{}{}", line.text, line.note));
    let chip = (!line.label.is_empty()).then(|| view! { <Chip kind=line.tone>{line.label}</Chip> });
    view! {
        <li data-changed=mark>
            <div class="rows-main">
                <a class="rows-title" href=line.href aria-current=line.is_here.then_some("page")>
                    <time datetime=line.starts.iso>{line.text}</time>
                </a>
                <p class="rows-sub">{line.note}</p>
            </div>
            {chip}
        </li>
    }
}
