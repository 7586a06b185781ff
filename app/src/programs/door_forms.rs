//! In and out: join as a role, answer an invitation, leave.

use super::program_actions::ProgramActions;
use crate::ui::{Button, ButtonKind, ButtonSize, Choice, IconName, RadioGroup};
use domain::programs::{MyStanding, ProgramPage, RoleChoice};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The role, and the button.
#[component]
pub(super) fn JoinForm(page: ProgramPage, actions: ProgramActions) -> impl IntoView {
    let verb = match &page.standing {
        _ if page.door.may_wait => "Wait for a seat",
        _ if page.door.may_apply => "Apply",
        MyStanding::Invited { .. } => "Accept and join",
        _ => "Join",
    };
    let admission = page.door.may_apply.then(|| view! { <p class="quiet">{page.door.admission.clone()}</p> });
    let id = page.id.to_string();
    let roles = roles(page.door.roles, actions);
    view! {
        <ActionForm action=actions.join attr:class="form program-join">
            <input type="hidden" name="program" value=id />
            {roles}
            {admission}
            <div>
                <Button kind=ButtonKind::Primary size=ButtonSize::Large icon=IconName::Check submit=true pending=actions.join.pending()>
                    {verb}
                </Button>
            </div>
        </ActionForm>
    }
}

/// One role alone is no choice.
fn roles(roles: Vec<RoleChoice>, actions: ProgramActions) -> Option<impl IntoView> {
    (roles.len() > 1).then(|| {
        let first = roles.first().map(|role| role.key.clone()).unwrap_or_default();
        let is_offered = actions.role.with_untracked(|chosen| roles.iter().any(|role| role.key == *chosen));
        if !is_offered {
            actions.role.set(first);
        }
        let choices: Vec<Choice> =
            roles.into_iter().map(|role| Choice::new(role.key, role.title).with_note(role.help)).collect();
        view! { <RadioGroup name="role" legend="As what?" choices=Signal::stored(choices) bind=actions.role /> }
    })
}

/// Yes with a role, or no.
#[component]
pub(super) fn AnswerForms(page: ProgramPage, actions: ProgramActions) -> impl IntoView {
    let id = page.id.to_string();
    let why = (!page.door.may_join && !page.door.may_wait && !page.door.why_not.is_empty())
        .then(|| view! { <p>{page.door.why_not.clone()}</p> });
    let join = (page.door.may_join || page.door.may_wait).then(|| view! { <JoinForm page=page.clone() actions /> });
    view! {
        {why}
        {join}
        <ActionForm action=actions.decline>
            <input type="hidden" name="program" value=id />
            <Button kind=ButtonKind::Quiet submit=true pending=actions.decline.pending()>"No, thank you"</Button>
        </ActionForm>
    }
}

/// Leaving, behind one word, with what it means.
#[component]
pub(super) fn LeaveForm(page: ProgramPage, actions: ProgramActions) -> impl IntoView {
    let id = page.id.to_string();
    let (word, what, verb) = match (page.moves.take_back, page.moves.leave_queue) {
        (true, _) => ("I take it back", "Nobody answers then. You can apply again whenever you like.", "Take it back"),
        (false, true) => (
            "I no longer want to wait",
            "Whoever is next moves up. You can wait again, at the end of the line.",
            "Leave the line",
        ),
        (false, false) => (
            "I want to leave",
            "What you did stays yours. Your seat goes to whoever waits longest.",
            "Leave this program",
        ),
    };
    (page.moves.leave || page.moves.leave_queue || page.moves.take_back).then(|| {
        view! {
            <details class="program-leave">
                <summary class="link">{word}</summary>
                <ActionForm action=actions.leave attr:class="form">
                    <input type="hidden" name="program" value=id />
                    <p>{what}</p>
                    <Button kind=ButtonKind::Danger submit=true pending=actions.leave.pending()>{verb}</Button>
                </ActionForm>
            </details>
        }
    })
}
