//! Ask somebody to join: for whoever leads the program.

use super::program_actions::ProgramActions;
use crate::ui::{Button, ComboOption, Combobox, Field, IconName};
use domain::id::ProgramId;
use domain::tag::PersonTag;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// A name and the button.
#[component]
pub(super) fn InviteForm(program: ProgramId, people: Vec<PersonTag>, actions: ProgramActions) -> impl IntoView {
    let id = program.to_string();
    let option = |tag: PersonTag| ComboOption::new(tag.id.to_string(), tag.name).with_face(tag.id.to_string());
    let options = people.into_iter().map(option).collect::<Vec<_>>();
    let error = move || actions.invitee_error();
    view! {
        <ActionForm action=actions.invite attr:class="form program-invite">
            <input type="hidden" name="program" value=id />
            <Field id="invitee" label="Ask somebody to join" hint="They are told, and can say no." error>
                <Combobox id="invitee" name="person" options selected=actions.invitee placeholder="Name" />
            </Field>
            <div>
                <Button icon=IconName::Invite submit=true pending=actions.invite.pending()>"Invite"</Button>
            </div>
        </ActionForm>
    }
}
