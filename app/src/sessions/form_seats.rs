//! How many may come, and until when they answer.

use super::form_draft::FormDraft;
use crate::ui::{Choice, Field, InputKind, Select, TextInput};
use domain::sessions::SessionForm;
use leptos::prelude::*;

/// So long somebody who moves up can have: minutes and words.
const CLAIMS: [(&str, &str); 6] = [
    ("0", "they have it at once"),
    ("30", "half an hour"),
    ("60", "one hour"),
    ("120", "two hours"),
    ("240", "four hours"),
    ("1440", "a day"),
];

/// Seats, and behind a line guests, the deadline and the line.
#[component]
pub(super) fn SeatsFields(form: SessionForm, draft: FormDraft) -> impl IntoView {
    let claim = draft.error("claim_within");
    let (guests, closes) = (draft.error("guests"), draft.error("closes_before"));
    let is_open = move || guests.get().is_some() || closes.get().is_some() || claim.get().is_some();
    let mut choices: Vec<Choice> = CLAIMS.map(|(value, words)| Choice::new(value, words)).to_vec();
    if choices.iter().all(|choice| choice.value != form.claim_within) {
        choices.push(Choice::new(&form.claim_within, format!("{} minutes", form.claim_within)));
    }
    view! {
        <Field id="capacity" label="How many seats?" hint="Leave it empty for as many as like." optional=true error=draft.error("capacity")>
            <TextInput name="form[capacity]" kind=InputKind::Number value=form.capacity attr:min="1" attr:max="10000" />
        </Field>
        <details class="unfold" open=is_open>
            <summary class="link">"Guests, deadline, and the line when it is full"</summary>
            <div class="form">
                <Field id="guests" label="How many guests may each bring?" hint="From outside. Each takes a seat." error=guests>
                    <TextInput name="form[guests]" kind=InputKind::Number value=form.guests attr:min="0" attr:max="9" />
                </Field>
                <Field id="closes_before" label="How many hours before do answers close?" hint="0 takes them up to the start." error=closes>
                    <TextInput name="form[closes_before]" kind=InputKind::Number value=form.closes_before attr:min="0" attr:max="336" />
                </Field>
                <Field id="claim_within" label="A seat opens. How long is it held for the next in line?" error=claim>
                    <Select name="form[claim_within]" choices value=form.claim_within />
                </Field>
            </div>
        </details>
    }
}
