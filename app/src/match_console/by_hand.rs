//! What was decided by hand, each with a way to take it back, and deciding about a pair of one's own choice.

use super::match_actions::MatchActions;
use crate::error::field_error;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Chip, ChipKind, Choice, Field, Section, Select, Status, TextInput, pending_for,
};
use domain::id::ProgramId;
use domain::match_rounds::DecisionRow;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The decisions and the form.
#[component]
pub(super) fn ByHand(
    decisions: Vec<DecisionRow>,
    learners: Vec<String>,
    mentors: Vec<String>,
    program: ProgramId,
    actions: MatchActions,
) -> impl IntoView {
    let row = |row| view! { <Line row program=program.clone() actions /> };
    let nothing = decisions.is_empty().then(|| {
        view! { <p class="quiet">"Nothing yet: pin a pair or rule one out, and all others are matched around it."</p> }
    });
    let lines = decisions.into_iter().map(row).collect_view();
    view! {
        <Section id="by-hand" title="Decided by hand">
            {nothing}
            <ul class="pairing-decisions">{lines}</ul>
            <details class="unfold">
                <summary class="link">"Decide about two people"</summary>
                <PairFields learners mentors program=program.clone() actions />
            </details>
        </Section>
    }
}

#[component]
fn Line(row: DecisionRow, program: ProgramId, actions: MatchActions) -> impl IntoView {
    let chip = match (row.is_pin, row.has_lapsed) {
        (true, true) => view! { <Chip kind=Status::Warning>"cannot be kept now"</Chip> }.into_any(),
        (true, false) => view! { <Chip kind=Status::Info>"pinned"</Chip> }.into_any(),
        (false, _) => view! { <Chip kind=ChipKind::Plain>"ruled out"</Chip> }.into_any(),
    };
    let (text, own) = (row.text.clone(), row.key.clone());
    let pending = pending_for(actions.decide, move |input| input.form.pair == own);
    view! {
        <li>
            {chip}
            <span>{row.text}</span>
            <ActionForm action=actions.decide>
                <input type="hidden" name="program" value=program.to_string() />
                <input type="hidden" name="form[pair]" value=row.key.0 />
                <input type="hidden" name="form[verdict]" value="open" />
                <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending>
                    "Take back"<span class="visually-hidden">": "{text}</span>
                </Button>
            </ActionForm>
        </li>
    }
}

#[component]
fn PairFields(learners: Vec<String>, mentors: Vec<String>, program: ProgramId, actions: MatchActions) -> impl IntoView {
    let option = |name: String| view! { <option value=name></option> };
    let learners = learners.into_iter().map(option).collect_view();
    let mentors = mentors.into_iter().map(option).collect_view();
    let error = move |name| Signal::derive(move || field_error(actions.decide.value().get(), name));
    let verdicts = vec![Choice::new("pin", "They are a pair"), Choice::new("forbid", "They are never a pair")];
    view! {
        <ActionForm action=actions.decide attr:class="pairing-weights">
            <input type="hidden" name="program" value=program.to_string() />
            <Field id="pin-mentee" label="Who learns?" error=error("mentee")>
                <TextInput name="form[mentee]" attr:list="match-learners" attr:autocomplete="off" />
            </Field>
            <Field id="pin-mentor" label="Who mentors?" error=error("mentor")>
                <TextInput name="form[mentor]" attr:list="match-mentors" attr:autocomplete="off" />
            </Field>
            <Field id="pin-verdict" label="What is decided?" error=error("verdict")>
                <Select name="form[verdict]" choices=verdicts value="pin" />
            </Field>
            <Button kind=ButtonKind::Soft submit=true pending=actions.decide.pending()>"Decide"</Button>
        </ActionForm>
        <datalist id="match-learners">{learners}</datalist>
        <datalist id="match-mentors">{mentors}</datalist>
    }
}
