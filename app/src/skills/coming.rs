//! The next hours together in which a skill is taught.

use crate::next_dates::NextDates;
use crate::ui::Section;
use domain::sessions::Entry;
use leptos::prelude::*;

/// The next dates, and the way to plan one.
#[component]
pub(super) fn Coming(skill: String, lines: Vec<Entry>) -> impl IntoView {
    let plan = format!("/sessions/new?skill={skill}");
    let plan = move || view! { <a class="link" href=plan>"Plan one"</a> };
    view! { <Section id="coming" title="Coming sessions" aside=plan><NextDates lines none="No hour on it is planned." /></Section> }
}
