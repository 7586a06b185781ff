//! The first dates that the form would give, and what changes of the clocks do to them.

use super::form_draft::FormDraft;
use crate::ui::{Note, Status};
use domain::sessions::{DatesPreview, PreviewLine};
use leptos::prelude::*;

/// Follows the form as it stands; at first, as the page brought it.
#[component]
pub(super) fn Preview(first: DatesPreview, draft: FormDraft) -> impl IntoView {
    let preview = move || match draft.dates.value().get() {
        Some(Ok(preview)) => preview,
        Some(Err(_)) | None => first.clone(),
    };
    let dates = move || view! { <Dates preview=preview() /> };
    view! { <div class="session-preview">{dates}</div> }
}

#[component]
fn Dates(preview: DatesPreview) -> impl IntoView {
    if !preview.problem.is_empty() {
        return view! { <p class="field-hint" role="status">{preview.problem}</p> }.into_any();
    }
    let lines = preview.lines.into_iter().map(|line| view! { <Line line /> }).collect_view();
    let rule = (!preview.rule.is_empty()).then(|| view! { <p class="field-label">{preview.rule}</p> });
    let more = (!preview.more.is_empty()).then(|| view! { <p class="quiet">{preview.more}</p> });
    let clocks = (!preview.clocks.is_empty()).then(|| view! { <Note status=Status::Info>{preview.clocks}</Note> });
    view! {
        {rule}
        <ol class="session-preview-dates">{lines}</ol>
        {more}
        {clocks}
    }
    .into_any()
}

#[component]
fn Line(line: PreviewLine) -> impl IntoView {
    let yours = (!line.yours.is_empty()).then(|| view! { " "<span class="quiet">{line.yours}</span> });
    let past = line.is_past.then(|| view! { " "<span class="quiet">"is over already"</span> });
    view! { <li><time datetime=line.starts.iso>{line.text}</time>{yours}{past}</li> }
}
