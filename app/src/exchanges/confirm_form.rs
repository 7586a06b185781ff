//! Say whether the meeting took place: the learner with thanks, the teacher with a note.

use super::exchange_actions::ExchangeActions;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, ButtonSize, Field, TextArea};
use domain::exchange::Side;
use domain::id::ExchangeId;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Words, and the two answers.
#[component]
pub(super) fn ConfirmForm(exchange: ExchangeId, name: String, side: Side, actions: ExchangeActions) -> impl IntoView {
    let error = move || field_error(actions.confirm.value().get(), "words");
    let (label, hint, audience, met) = match side {
        Side::Learner => (
            format!("Thank {name}"),
            "What was it good for? It becomes a thank-you once you have both said that you met.",
            "Everybody here can read it.".to_owned(),
            format!("We met. Thank {name}"),
        ),
        Side::Teacher => (
            format!("A note for {name}"),
            "What to try next, if you like.",
            format!("Only {name} reads this."),
            "We met".to_owned(),
        ),
    };
    view! {
        <ActionForm action=actions.confirm attr:class="exchange-form">
            <input type="hidden" name="exchange" value=exchange.to_string() />
            <Field id="words" label hint audience optional=true error>
                <TextArea name="words" bind=actions.words rows=2 />
            </Field>
            <div class="exchange-verbs">
                <Button
                    kind=ButtonKind::Primary
                    size=ButtonSize::Large
                    submit=true
                    name="outcome"
                    value="met"
                    pending=actions.confirm.pending()
                >
                    {met}
                </Button>
                <Button kind=ButtonKind::Quiet size=ButtonSize::Large submit=true name="outcome" value="did_not_meet">
                    "We did not meet"
                </Button>
            </div>
        </ActionForm>
    }
}
