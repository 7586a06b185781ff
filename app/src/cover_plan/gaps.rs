//! Seats that stay empty: what stands in the way, and the cheapest way out.

use crate::ui::{Note, Section, Status};
use domain::cover_plans::GapLine;
use domain::wording::counted;
use leptos::prelude::*;

/// One note a skill; nothing when every seat is filled.
#[component]
pub(super) fn Gaps(gaps: Vec<GapLine>) -> impl IntoView {
    if gaps.is_empty() {
        return ().into_any();
    }
    let notes = gaps.into_iter().map(|gap| view! { <Gap gap /> }).collect_view();
    view! {
        <Section id="gaps" title="What holds it back" note="Seats that nobody can fill as things stand.">
            <div class="plan-gaps">{notes}</div>
        </Section>
    }
    .into_any()
}

#[component]
fn Gap(gap: GapLine) -> impl IntoView {
    let many = usize::try_from(gap.seats).unwrap_or(usize::MAX);
    let seats = counted(many, "seat stays empty", "seats stay empty");
    let href = format!("/skills/{}", gap.skill.id);
    let way_out = gap.way_out.map(|way_out| view! { " "<b>"The cheapest way out: "</b>{way_out} });
    view! {
        <Note status=Status::Warning>
            <b><a href=href>{gap.skill.name}</a>": "{seats}". "</b>
            {gap.because}
            {way_out}
        </Note>
    }
}
