//! The next hours together that belong to a program.

use crate::next_dates::NextDates;
use crate::ui::{Section, Seen};
use domain::id::ProgramId;
use domain::sessions::Entry;
use leptos::prelude::*;

/// The next dates, and for those in it the way to plan one; nothing when there is neither.
#[component]
pub(super) fn Coming(program: ProgramId, lines: Vec<Entry>, may_plan: bool, seen: Seen) -> impl IntoView {
    if lines.is_empty() && !may_plan {
        return None;
    }
    let mark = seen.mark(format!("{program}/sessions"), format!("{lines:?}"));
    let plan = may_plan.then(|| format!("/sessions/new?program={program}"));
    let plan = move || plan.map(|href| view! { <a class="link" href=href>"Plan a session"</a> });
    Some(view! {
        <Section id="sessions" title="Sessions" aside=plan>
            <div data-changed=mark><NextDates lines none="No hour together is planned in it." /></div>
        </Section>
    })
}
