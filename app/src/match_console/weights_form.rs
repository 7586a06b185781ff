//! How much each ingredient of a fit counts, in words.

use super::match_actions::MatchActions;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, Choice, Field, Section, Select};
use domain::id::ProgramId;
use domain::match_rounds::WeightRow;
use domain::mentoring::Weight;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// One choice an ingredient.
#[component]
pub(super) fn WeightsForm(weights: Vec<WeightRow>, program: ProgramId, actions: MatchActions) -> impl IntoView {
    let is_bent = weights.iter().any(|row| row.weight != Weight::Usual);
    let summary = if is_bent { "Not all of it counts as usual" } else { "All of it counts as usual" };
    let fields = weights.into_iter().map(|row| view! { <One row /> }).collect_view();
    let wrong = move || {
        let error = field_error(actions.weigh.value().get(), "weights")?;
        Some(view! { <p class="field-error">{error}</p> })
    };
    view! {
        <Section id="weights" title="What counts" note="First that as many as can be have a mentor, longest waits first. Then this.">
            <details class="unfold" open=is_bent>
                <summary class="link">{summary}</summary>
                <ActionForm action=actions.weigh attr:class="pairing-weights pairing-counts">
                    <input type="hidden" name="program" value=program.to_string() />
                    {fields}
                    <div role="status">{wrong}</div>
                    <Button kind=ButtonKind::Soft submit=true pending=actions.weigh.pending()>"Match with these"</Button>
                </ActionForm>
            </details>
        </Section>
    }
}

#[component]
fn One(row: WeightRow) -> impl IntoView {
    let choices = Weight::ALL.into_iter().map(|weight| Choice::new(weight.slug(), weight.title())).collect();
    let (id, name) = (format!("weight-{}", row.key), format!("form[weights][{}]", row.key));
    view! {
        <Field id label=row.title>
            <Select name choices value=row.weight.slug() />
        </Field>
    }
}
