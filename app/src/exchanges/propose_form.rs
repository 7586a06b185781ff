//! Propose another time.

use super::exchange_actions::ExchangeActions;
use super::time_choice::{TimeChoice, TimeNames};
use crate::error::field_error;
use crate::ui::{Button, ButtonKind};
use domain::id::ExchangeId;
use domain::slots::Slot;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Times that suit both, and the button that sends one.
#[component]
pub(super) fn ProposeForm(
    exchange: ExchangeId,
    name: String,
    slots: Vec<Slot>,
    /// The reader's zone, and how the other's clock stands to it.
    clocks: (String, String),
    /// Nothing else is to be done first: the button is the page's primary one.
    is_first: bool,
    actions: ExchangeActions,
) -> impl IntoView {
    let error = move || field_error(actions.propose.value().get(), "starts_at");
    let names = TimeNames { slot: "slot", own: "own" };
    let legend = format!("Times that suit you and {name}");
    let kind = if is_first { ButtonKind::Primary } else { ButtonKind::Plain };
    view! {
        <ActionForm action=actions.propose attr:class="exchange-form">
            <input type="hidden" name="exchange" value=exchange.to_string() />
            <TimeChoice legend names slots clocks chosen=actions.slot own=actions.own error />
            <div><Button kind submit=true pending=actions.propose.pending()>"Propose this time"</Button></div>
        </ActionForm>
    }
}
