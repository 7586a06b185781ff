//! Say how it went: how far the backup came, and what the notes lacked.

use super::drill_actions::DrillActions;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, ButtonSize, Choice, Field, RadioGroup, RadioLook, TextArea};
use domain::drill::{Side, Verdict};
use domain::id::DrillId;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The three answers, words, gaps.
#[component]
pub(super) fn ReportForm(
    drill: DrillId,
    other: String,
    side: Side,
    /// They have said it once and may say it better until the other has spoken.
    has_told: bool,
    actions: DrillActions,
) -> impl IntoView {
    let error = move |name| Signal::derive(move || field_error(actions.report.value().get(), name));
    let choices = Verdict::ALL.map(|verdict| Choice::new(verdict.slug(), verdict.title(side))).to_vec();
    let (legend, what) = match side {
        Side::Backup => ("How did it go?", "What did you need help with?"),
        Side::Holder => ("How did you find it?", "What was not right?"),
    };
    let audience =
        format!("{other} reads it when both of you have said how it went. So do your managers and program admins.");
    let verb = if has_told { "Say it anew" } else { "Say how it went" };
    view! {
        <ActionForm action=actions.report attr:class="form drill-report">
            <input type="hidden" name="drill" value=drill.to_string() />
            <RadioGroup name="verdict" legend choices=Signal::stored(choices) look=RadioLook::Lines bind=actions.verdict />
            <Field id="words" label=what hint="May stay empty when all went well." audience error=error("words")>
                <TextArea name="words" bind=actions.words rows=2 />
            </Field>
            <Field
                id="lacked"
                label="What did the notes lack?"
                hint="One thing a line."
                optional=true
                audience="Everybody can read it on the page of the skill, without a name, once both of you have said how it went."
                error=error("lacked")
            >
                <TextArea name="lacked" bind=actions.lacked rows=3 />
            </Field>
            <Button kind=ButtonKind::Primary size=ButtonSize::Large submit=true pending=actions.report.pending()>
                {verb}
            </Button>
        </ActionForm>
    }
}
