//! Somebody who was there says that it was so.

use super::close_actions::CloseActions;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, ButtonSize, Field, TextArea};
use domain::attendance::Heading;
use domain::time::Timestamp;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// One button, and thanks if one likes.
#[component]
pub(super) fn CountersignForm(
    head: Heading,
    /// What was read.
    seen: Timestamp,
    /// Of the host who said it.
    name: String,
    is_teaching: bool,
    actions: CloseActions,
) -> impl IntoView {
    let error = move || field_error(actions.countersign.value().get(), "words");
    let counts = if is_teaching {
        "Then it counts for everybody who was there, and the hosts have your thanks and the hour to spend."
    } else {
        "Then it is final."
    };
    view! {
        <ActionForm action=actions.countersign attr:class="door-form">
            <input type="hidden" name="form[session]" value=head.session.to_string() />
            <input type="hidden" name="form[on]" value=head.on />
            <input type="hidden" name="form[seen]" value=seen.0.to_string() />
            <p>{counts}</p>
            <Field
                id="words"
                label=format!("Thank {name}")
                hint="What was it good for?"
                audience="Everybody here can read it."
                optional=true
                error
            >
                <TextArea name="form[words]" bind=actions.words rows=2 />
            </Field>
            <div>
                <Button kind=ButtonKind::Primary size=ButtonSize::Large submit=true pending=actions.countersign.pending()>
                    "So it was"
                </Button>
            </div>
        </ActionForm>
    }
}
