//! Putting a pair of one's own choice into the plan.

use super::plan_actions::PlanActions;
use crate::ui::{Button, ButtonKind, Field, TextInput};
use domain::id::PlanId;
use domain::tag::{PersonTag, SkillTag};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Three names, each with suggestions, and the button.
#[component]
pub(super) fn PairForm(
    plan: PlanId,
    people: Vec<PersonTag>,
    skills: Vec<SkillTag>,
    actions: PlanActions,
) -> impl IntoView {
    let people = people.into_iter().map(|person| view! { <option value=person.name></option> }).collect_view();
    let skills = skills.into_iter().map(|skill| view! { <option value=skill.name></option> }).collect_view();
    view! {
        <details class="plan-assumed">
            <summary class="link">"Keep a pair of your choice"</summary>
            <ActionForm action=actions.keep attr:class="draw-form">
                <input type="hidden" name="plan" value=plan.to_string() />
                <Field id="pair-learner" label="Who learns?">
                    <TextInput name="form[learner]" attr:list="pair-people" attr:autocomplete="off" />
                </Field>
                <Field id="pair-teacher" label="From whom?">
                    <TextInput name="form[teacher]" attr:list="pair-people" attr:autocomplete="off" />
                </Field>
                <Field id="pair-skill" label="What?">
                    <TextInput name="form[skill]" attr:list="pair-skills" attr:autocomplete="off" />
                </Field>
                <Button kind=ButtonKind::Soft submit=true pending=actions.keep.pending()>"Keep this pair"</Button>
            </ActionForm>
            <datalist id="pair-people">{people}</datalist>
            <datalist id="pair-skills">{skills}</datalist>
        </details>
    }
}
