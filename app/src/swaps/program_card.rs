//! The program of the board: who is in it, the next swap day, the last look, and looking now.

use super::board_actions::BoardActions;
use crate::ui::{Button, ButtonKind, Icon, IconName, LinkButton, Seen, When};
use domain::programs::Meeting;
use domain::swaps::BoardProgram;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The card.
#[component]
pub(super) fn ProgramCard(program: BoardProgram, actions: BoardActions, seen: Seen) -> impl IntoView {
    let mark = seen.mark(format!("{}/look", program.id), program.look.clone());
    let href = format!("/programs/{}", program.id);
    let join = program.may_join.then(|| {
        let href = href.clone();
        view! { <LinkButton kind=ButtonKind::Primary href>"Join to swap"</LinkButton> }
    });
    let look = program.may_look.then(|| view! { <LookForm program=program.id.clone() actions /> });
    let looked = program.looked.clone().map(|face| {
        view! { <When datetime=face.iso text=face.text />": " }
    });
    let through = (!program.through.is_empty()).then(|| view! { <p>{program.through.clone()}</p> });
    let day = program.next.clone().map(|next| view! { <SwapDay next rhythm=program.rhythm.clone() /> });
    view! {
        <section class="swap-program" aria-labelledby="swap-program">
            <div class="swap-program-text">
                <h2 class="section-title" id="swap-program"><a class="link" href=href.clone()>{program.title.clone()}</a></h2>
                <p class="quiet">{program.people.clone()}</p>
                <p data-changed=mark>{looked}{program.look.clone()}</p>
                {through}
                <div class="buttons">{join}{look}</div>
            </div>
            {day}
        </section>
    }
}

/// The next day on which people swap.
#[component]
fn SwapDay(next: Meeting, rhythm: String) -> impl IntoView {
    let theirs = (!next.theirs.is_empty()).then(|| view! { <span class="quiet">{next.theirs.clone()}</span> });
    view! {
        <div class="swap-day">
            <p class="swap-day-title"><Icon name=IconName::Calendar />"Next swap day"</p>
            <p><time datetime=next.starts.iso>{next.starts.text}</time></p>
            {theirs}
            <p class="quiet">{rhythm}</p>
        </div>
    }
}

#[component]
fn LookForm(program: domain::id::ProgramId, actions: BoardActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.look>
            <input type="hidden" name="program" value=program.to_string() />
            <Button icon=IconName::Refresh submit=true pending=actions.look.pending()>"Look for rings now"</Button>
        </ActionForm>
    }
}
