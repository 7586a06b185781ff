//! Roles: what each may do, taking another one, and making somebody else one.

use super::program_actions::ProgramActions;
use crate::ui::{Button, ButtonSize, Choice, Field, Section, Select, pending_for};
use domain::id::ProgramId;
use domain::programs::{ProgramPage, ProgramPerson, RoleChoice, RoleLine};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// What there is to be in the program, and what each may do for others.
#[component]
pub(super) fn Roles(roles: Vec<RoleLine>) -> impl IntoView {
    (!roles.is_empty()).then(|| {
        let lines = roles
            .into_iter()
            .map(|role| {
                let may = (!role.may.is_empty()).then(|| view! { " "<span class="quiet">{role.may}</span> });
                view! { <div><dt>{role.title}</dt><dd>{role.help}{may}</dd></div> }
            })
            .collect_view();
        view! { <Section id="roles" title="Roles"><dl class="program-fields">{lines}</dl></Section> }
    })
}

/// Another role for oneself, behind one word; nothing where there is no choice.
#[component]
pub(super) fn OwnRole(page: ProgramPage, actions: ProgramActions) -> impl IntoView {
    let roles = page.moves.roles;
    (!roles.is_empty()).then(|| {
        let current = roles.first().map(|role| role.key.clone()).unwrap_or_default();
        view! {
            <details class="program-leave">
                <summary class="link">"Change my role"</summary>
                <ActionForm action=actions.take_role attr:class="form">
                    <input type="hidden" name="program" value=page.id.to_string() />
                    <Field id="own-role" label="I am in it as">
                        <Select name="role" choices=choices(roles) value=current />
                    </Field>
                    <div><Button submit=true pending=actions.take_role.pending()>"Change it"</Button></div>
                </ActionForm>
            </details>
        }
    })
}

/// Another role for somebody else, behind one word: for organisers.
#[component]
pub(super) fn GiveRole(
    program: ProgramId,
    person: ProgramPerson,
    roles: Vec<RoleChoice>,
    actions: ProgramActions,
) -> impl IntoView {
    let (id, first_name) = (person.person.id.clone(), person.person.first_name);
    let (program, sent) = (program.to_string(), id.to_string());
    let (field, label) = (format!("role-{id}"), format!("{first_name} is in it as"));
    let pending = pending_for(actions.give_role, move |input| input.person == id);
    view! {
        <details class="program-leave">
            <summary class="link">"Change role"<span class="visually-hidden">{format!(" of {first_name}")}</span></summary>
            <ActionForm action=actions.give_role attr:class="form">
                <input type="hidden" name="program" value=program />
                <input type="hidden" name="person" value=sent />
                <Field id=field label hint="They are told.">
                    <Select name="role" choices=choices(roles) value=person.role />
                </Field>
                <Button size=ButtonSize::Small submit=true pending>
                    "Change it"<span class="visually-hidden">{format!(" for {first_name}")}</span>
                </Button>
            </ActionForm>
        </details>
    }
}

/// Roles as a form offers them.
pub(super) fn choices(roles: Vec<RoleChoice>) -> Vec<Choice> {
    roles.into_iter().map(|role| Choice::new(role.key, role.title)).collect()
}
