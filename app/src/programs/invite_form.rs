//! Ask somebody to join: for whoever leads the program, or has a role for it.

use super::api::people_to_invite;
use super::program_actions::ProgramActions;
use super::role_forms::choices;
use crate::ui::{Button, ComboOption, Combobox, Field, Finder, IconName, Select};
use domain::id::ProgramId;
use domain::programs::RoleChoice;
use domain::search::holds;
use domain::tag::PersonTag;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// A name, the role where there is a choice, and the button.
#[component]
pub(super) fn InviteForm(
    program: ProgramId,
    people: Vec<PersonTag>,
    roles: Vec<RoleChoice>,
    actions: ProgramActions,
) -> impl IntoView {
    let id = program.to_string();
    let option = |tag: PersonTag| ComboOption::new(tag.id.to_string(), tag.name).with_face(tag.id.to_string());
    let finder = Finder::new(move |typed| {
        let program = program.clone();
        async move { people_to_invite(program, typed).await.unwrap_or_default() }
    });
    let typed = RwSignal::new(String::new());
    let options = Signal::derive(move || {
        let typed = typed.get();
        let offered = || people.iter().filter(|tag| holds(&tag.name, &typed)).cloned().collect::<Vec<_>>();
        finder.found(&typed).unwrap_or_else(offered).into_iter().map(option).collect::<Vec<_>>()
    });
    let find = Callback::new(move |text: String| {
        typed.set(text.clone());
        finder.type_in(text);
    });
    let error = move || actions.invitee_error();
    let role = (roles.len() > 1).then(|| {
        view! { <Field id="invitee-role" label="As what?"><Select name="role" choices=choices(roles) /></Field> }
    });
    view! {
        <ActionForm action=actions.invite attr:class="form program-invite">
            <input type="hidden" name="program" value=id />
            <Field id="invitee" label="Ask somebody to join" hint="They are told, and can say no." error>
                <Combobox id="invitee" name="person" options on_query=find selected=actions.invitee placeholder="Name" />
            </Field>
            {role}
            <div>
                <Button icon=IconName::Invite submit=true pending=actions.invite.pending()>"Invite"</Button>
            </div>
        </ActionForm>
    }
}
