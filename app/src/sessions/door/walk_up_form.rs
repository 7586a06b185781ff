//! Write in somebody who came without a word, by name.

use super::door_actions::DoorActions;
use crate::error::field_error;
use crate::sessions::name_box::NameBox;
use crate::ui::{Button, Field, IconName, Section};
use domain::attendance::Heading;
use domain::tag::PersonTag;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// A name and a button.
#[component]
pub(super) fn WalkUpForm(head: Heading, others: Vec<PersonTag>, actions: DoorActions) -> impl IntoView {
    let error = move || field_error(actions.write_in.value().get(), "person");
    view! {
        <Section id="walk-up" title="Came without a word">
            <ActionForm action=actions.write_in attr:class="door-form">
                <input type="hidden" name="form[session]" value=head.session.to_string() />
                <input type="hidden" name="form[on]" value=head.on />
                <Field id="person" label="Who?" error>
                    <NameBox id="person" name="form[person]" selected=actions.walk_up first=others />
                </Field>
                <div><Button submit=true icon=IconName::Plus pending=actions.write_in.pending()>"Write in"</Button></div>
            </ActionForm>
        </Section>
    }
}
