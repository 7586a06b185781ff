//! The door as those who come see it: one field, one button.

use super::door_actions::DoorActions;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, ButtonSize, Chip, Field, IconName, LinkButton, Status, TextInput};
use domain::attendance::{GuestDoor, Heading};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// That one is on the list, or the field for the code.
#[component]
pub(super) fn GuestSide(head: Heading, guest: GuestDoor, is_open: bool, actions: DoorActions) -> impl IntoView {
    actions.keep_what_is_not_sent(&head);
    let close = head.close();
    let confirm = guest.may_countersign.then(|| {
        view! {
            <p><LinkButton href=close kind=ButtonKind::Primary>"Say that it was so"</LinkButton></p>
        }
    });
    let body = match guest.since {
        Some(since) => {
            let words = format!("You are here since {since}");
            view! {
                <p class="door-here"><Chip kind=Status::Success icon=IconName::Check>{words}</Chip></p>
            }
            .into_any()
        }
        None => view! { <CodeForm head is_open actions /> }.into_any(),
    };
    view! {
        <section class="stage door-stage" aria-label="The door">
            {body}
            {confirm}
        </section>
    }
}

#[component]
fn CodeForm(head: Heading, is_open: bool, actions: DoorActions) -> impl IntoView {
    let error = move || field_error(actions.check_in.value().get(), "code");
    let (session, on) = (head.session.to_string(), head.on.clone());
    let waits = move || actions.waits(&head);
    let hint = if is_open {
        "Six characters; they stand on the host’s screen. Without a connection it waits here and counts for now."
    } else {
        "Six characters; they stand on the host’s screen while the door is open."
    };
    view! {
        <div hidden=waits on:submit=move |_| actions.press()>
            <ActionForm action=actions.check_in attr:class="door-form">
                <input type="hidden" name="form[session]" value=session />
                <input type="hidden" name="form[on]" value=on />
                <Field id="code" label="The code" hint error>
                    <TextInput
                        name="form[code]"
                        bind=actions.code
                        attr:autocomplete="off"
                        attr:autocapitalize="characters"
                        attr:spellcheck="false"
                        attr:maxlength="12"
                    />
                </Field>
                <Button kind=ButtonKind::Primary size=ButtonSize::Large submit=true pending=actions.check_in.pending()>
                    "I am here"
                </Button>
            </ActionForm>
        </div>
    }
}
