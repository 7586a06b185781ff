//! Another day, no with a reason, or taking it back.

use super::drill_actions::DrillActions;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, Field, InputKind, TextArea, TextInput};
use domain::id::DrillId;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The first and the last day, and the button.
#[component]
pub(super) fn DayForm(drill: DrillId, earliest: String, actions: DrillActions) -> impl IntoView {
    let error = move |name| Signal::derive(move || field_error(actions.propose.value().get(), name));
    let first = earliest.clone();
    view! {
        <ActionForm action=actions.propose attr:class="form">
            <input type="hidden" name="drill" value=drill.to_string() />
            <div class="drill-dates">
                <Field id="on" label="On" error=error("on")>
                    <TextInput name="on" kind=InputKind::Date bind=actions.on required=true attr:min=first />
                </Field>
                <Field id="until" label="Until" optional=true error=error("until")>
                    <TextInput name="until" kind=InputKind::Date bind=actions.until attr:min=earliest />
                </Field>
            </div>
            <Button submit=true pending=actions.propose.pending()>"Propose this day"</Button>
        </ActionForm>
    }
}

/// A reason and the button.
#[component]
pub(super) fn DeclineForm(drill: DrillId, actions: DrillActions) -> impl IntoView {
    let error = move || field_error(actions.decline.value().get(), "reason");
    view! {
        <ActionForm action=actions.decline attr:class="form">
            <input type="hidden" name="drill" value=drill.to_string() />
            <Field id="reason" label="Why not?" hint="One sentence is enough." error>
                <TextArea name="reason" bind=actions.reason rows=2 required=true />
            </Field>
            <Button kind=ButtonKind::Danger submit=true pending=actions.decline.pending()>"Decline"</Button>
        </ActionForm>
    }
}

/// One button.
#[component]
pub(super) fn WithdrawForm(drill: DrillId, actions: DrillActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.withdraw>
            <input type="hidden" name="drill" value=drill.to_string() />
            <Button kind=ButtonKind::Quiet submit=true pending=actions.withdraw.pending()>"Take the proposal back"</Button>
        </ActionForm>
    }
}
