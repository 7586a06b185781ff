//! The program of the pair: the reader’s stage and its steps, to be ticked here.

use super::room_actions::RoomActions;
use super::ticked::TickBox;
use crate::ui::{Button, ButtonSize, IconName, OneOfMany, ProgressRing, Section, pending_for};
use domain::id::ProgramId;
use domain::pairs::Milestones as Stage;
use domain::programs::{StageLine, StepLine};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The stage that the reader is in; nothing where they are in none.
#[component]
pub(super) fn Milestones(milestones: Stage, actions: RoomActions) -> impl IntoView {
    let Stage { program, title, place, stage, done } = milestones;
    stage.map(|stage| {
        let href = format!("/programs/{program}");
        let aside = move || view! { <a class="link" href=href>{title}</a> };
        let heading = format!("Milestones · {place}");
        view! { <Section id="milestones" title=heading aside><Steps program stage done actions /></Section> }
    })
}

#[component]
fn Steps(program: ProgramId, stage: StageLine, done: (u32, u32), actions: RoomActions) -> impl IntoView {
    let due = stage.due.map(|due| {
        let words = if stage.is_late { format!("was due {}", due.text) } else { format!("due {}", due.text) };
        view! { <time class="quiet" datetime=due.iso>{words}</time> }
    });
    let steps =
        stage.steps.into_iter().map(|step| view! { <Step program=program.clone() step actions /> }).collect_view();
    view! {
        <div class="pair-stage">
            <ProgressRing label="Steps of this stage done" done=done.0 of=done.1 unit=format!("of {} steps", done.1) />
            <p><strong>{stage.title}</strong>" "{due}</p>
        </div>
        <p class="quiet">{stage.about}</p>
        <ul class="pair-lines">{steps}</ul>
    }
}

#[component]
fn Step(program: ProgramId, step: StepLine, actions: RoomActions) -> impl IntoView {
    let is_done = step.done.is_some();
    let done = step.done.map(|at| view! { <span class="quiet">"done "<time datetime=at.iso>{at.text}</time></span> });
    let id = step.id.to_string();
    let tick = step.may_finish.then(|| {
        let (own, id) = (step.id.clone(), id.clone());
        let pending = pending_for(actions.step, move |input| input.step == own);
        let words = format!(" {}", step.title);
        view! {
            <ActionForm action=actions.step attr:class="pair-verbs">
                <input type="hidden" name="program" value=program.to_string() />
                <input type="hidden" name="step" value=id />
                <Button size=ButtonSize::Small icon=IconName::Check submit=true pending>
                    "Tick"
                    <span class="visually-hidden">{words}</span>
                </Button>
            </ActionForm>
        }
    });
    view! {
        <li data-done=is_done.then_some("")>
            <TickBox is_done />
            <span class="rows-main" dir="auto">{step.title}</span>
            {done}
            <OneOfMany field="step" value=id>{tick}</OneOfMany>
        </li>
    }
}
