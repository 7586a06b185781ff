//! Who may join, whom to ask, what is particular to the kind, and what organisers and members can do beside steps.

use super::door_forms::LeaveForm;
use super::program_actions::ProgramActions;
use super::role_forms::Roles;
use crate::ui::{Button, IconName, PersonLine, Section, Seen};
use domain::colleague::Colleague;
use domain::programs::{FieldLine, ProgramPage};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The rail beside the stages.
#[component]
pub(super) fn About(page: ProgramPage, actions: ProgramActions, seen: Seen) -> impl IntoView {
    let who = seen.mark(format!("{}/who", page.id), page.door.who.clone());
    let (id, organisers, fields) = (page.id.to_string(), page.organisers.clone(), page.fields.clone());
    let (roles, admission) = (page.roles.clone(), page.door.admission.clone());
    let admission = (!admission.is_empty()).then(|| view! { <p class="section-note">{admission}</p> });
    let leave = page.moves.leave.then(|| view! { <LeaveForm page=page.clone() actions /> });
    let phase = (page.moves.pause || page.moves.go_on).then(|| view! { <PhaseForm page=page.clone() actions /> });
    view! {
        <Section id="who" title="Who it is for">
            <p data-changed=who>{page.door.who}</p>
            {admission}
            <p class="section-note">{page.seats.words}</p>
        </Section>
        <Roles roles />
        <Organisers people=organisers />
        <Fields id fields seen />
        {phase}
        {leave}
    }
}

#[component]
fn Organisers(people: Vec<Colleague>) -> impl IntoView {
    (!people.is_empty()).then(|| {
        let lines = people
            .into_iter()
            .map(|person| {
                let (href, sub) = (format!("/people/{}", person.id), person.work());
                view! { <li><PersonLine name=person.name seed=person.id.to_string() sub href /></li> }
            })
            .collect_view();
        view! { <Section id="organisers" title="Whom to ask"><ul class="rows">{lines}</ul></Section> }
    })
}

#[component]
fn Fields(id: String, fields: Vec<FieldLine>, seen: Seen) -> impl IntoView {
    (!fields.is_empty()).then(|| {
        let lines = fields
            .into_iter()
            .map(|field| {
                let mark = seen.mark(format!("{id}/field/{}", field.key), field.value.clone());
                view! { <div data-changed=mark><dt>{field.label}</dt><dd>{field.value}</dd></div> }
            })
            .collect_view();
        view! { <Section id="settings" title="Particulars"><dl class="program-fields">{lines}</dl></Section> }
    })
}

/// For organisers: pause it, behind one word with what it means; or let it go on.
#[component]
fn PhaseForm(page: ProgramPage, actions: ProgramActions) -> impl IntoView {
    let id = page.id.to_string();
    if page.moves.go_on {
        return view! {
            <Section id="organise" title="For organisers">
                <ActionForm action=actions.go_on>
                    <input type="hidden" name="program" value=id />
                    <Button icon=IconName::Refresh submit=true pending=actions.go_on.pending()>"Let it go on"</Button>
                </ActionForm>
            </Section>
        }
        .into_any();
    }
    view! {
        <Section id="organise" title="For organisers">
            <details class="program-leave">
                <summary class="link">"Pause it"</summary>
                <ActionForm action=actions.pause attr:class="form">
                    <input type="hidden" name="program" value=id />
                    <p>"Nothing is due and nobody joins until it goes on. Everybody in it is told."</p>
                    <Button icon=IconName::Clock submit=true pending=actions.pause.pending()>"Pause this program"</Button>
                </ActionForm>
            </details>
        </Section>
    }
    .into_any()
}
