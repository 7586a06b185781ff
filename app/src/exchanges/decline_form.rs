//! Say no, with a reason; or take one's own request back.

use super::exchange_actions::ExchangeActions;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, Field, TextArea};
use domain::id::ExchangeId;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// A reason and the button.
#[component]
pub(super) fn DeclineForm(exchange: ExchangeId, name: String, actions: ExchangeActions) -> impl IntoView {
    let error = move || field_error(actions.decline.value().get(), "reason");
    view! {
        <ActionForm action=actions.decline attr:class="exchange-form">
            <input type="hidden" name="exchange" value=exchange.to_string() />
            <Field id="reason" label="Why not?" hint="One sentence is enough." audience=format!("Only {name} reads this.") error>
                <TextArea name="reason" bind=actions.reason rows=2 required=true />
            </Field>
            <div><Button kind=ButtonKind::Danger submit=true pending=actions.decline.pending()>"Decline"</Button></div>
        </ActionForm>
    }
}

/// One button; nobody is owed a reason for a request that was not answered.
#[component]
pub(super) fn WithdrawForm(exchange: ExchangeId, actions: ExchangeActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.withdraw>
            <input type="hidden" name="exchange" value=exchange.to_string() />
            <Button kind=ButtonKind::Quiet submit=true pending=actions.withdraw.pending()>"Take the request back"</Button>
        </ActionForm>
    }
}
