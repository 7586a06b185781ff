//! Earlier changes that are still on their way: let out to some so far, or waiting for their day.

use super::editor_actions::EditorActions;
use super::keep::Keeper;
use crate::ui::{Button, ButtonKind, ButtonSize, Note, Status};
use domain::program_editor::{Review, RollOutLine, ScheduledLine};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Roll-outs and scheduled changes; nothing while there are none.
#[component]
pub(super) fn UnderWay(keeper: Keeper, review: Memo<Review>, actions: EditorActions) -> impl IntoView {
    let program = keeper.program().to_string();
    move || {
        let (roll_outs, scheduled) = review.with(|review| (review.roll_outs.clone(), review.scheduled.clone()));
        if roll_outs.is_empty() && scheduled.is_empty() {
            return None;
        }
        let roll_outs =
            roll_outs.into_iter().map(|line| view! { <RollOut program=program.clone() line actions /> }).collect_view();
        let scheduled = scheduled.into_iter().map(|line| view! { <Scheduled line actions /> }).collect_view();
        Some(view! {
            <section class="under-way" aria-labelledby="under-way">
                <h3 class="form-legend" id="under-way">"Still on its way"</h3>
                {roll_outs}
                {scheduled}
            </section>
        })
    }
}

#[component]
fn RollOut(program: String, line: RollOutLine, actions: EditorActions) -> impl IntoView {
    let n = line.n.to_string();
    let widen = line
        .shares
        .into_iter()
        .chain([100])
        .map(|share| {
            let words = if share == 100 { "Let it out to all".to_owned() } else { format!("To {share} %") };
            view! {
                <Button size=ButtonSize::Small submit=true name="share" value=share.to_string()>{words}</Button>
            }
        })
        .collect_view();
    let stop = (!line.is_stopped).then(|| {
        let (program, n) = (program.clone(), n.clone());
        view! {
            <ActionForm action=actions.stop>
                <input type="hidden" name="program" value=program />
                <input type="hidden" name="n" value=n />
                <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true>"Stop here"</Button>
            </ActionForm>
        }
    });
    view! {
        <div class="under-way-line">
            <p>{line.words}</p>
            <div class="buttons">
                <ActionForm action=actions.widen attr:class="buttons">
                    <input type="hidden" name="program" value=program />
                    <input type="hidden" name="n" value=n />
                    {widen}
                </ActionForm>
                {stop}
            </div>
        </div>
    }
}

#[component]
fn Scheduled(line: ScheduledLine, actions: EditorActions) -> impl IntoView {
    let why = (!line.why_not.is_empty())
        .then(|| view! { <Note status=Status::Warning>{format!("Not applied: {}", line.why_not)}</Note> });
    let id = line.id.to_string();
    let cancel = line.waits.then(|| {
        view! {
            <ActionForm action=actions.cancel>
                <input type="hidden" name="schedule" value=id />
                <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true>"Call it off"</Button>
            </ActionForm>
        }
    });
    view! {
        <div class="under-way-line">
            <p>{line.words}</p>
            {why}
            {cancel}
        </div>
    }
}
