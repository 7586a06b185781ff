//! The stages with their steps: what is done, what is open, and by when.

use super::program_actions::ProgramActions;
use crate::ui::{Button, ButtonSize, Icon, IconName, IconSize, OneOfMany, Section, Seen, pending_for};
use domain::id::{ItemId, ProgramId};
use domain::programs::{KeptStep, ProgramPage, Progress, StageLine, StepLine};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Every stage, in order; below them what is no longer asked for and stays done.
#[component]
pub(super) fn StageList(page: ProgramPage, actions: ProgramActions, seen: Seen) -> impl IntoView {
    let (id, done_when) = (page.id.clone(), page.done_when.clone());
    let stages =
        page.stages.into_iter().map(|stage| view! { <Stage program=id.clone() stage actions seen /> }).collect_view();
    let is_empty = stages.is_empty();
    let kept = (!page.kept.is_empty()).then(|| view! { <Kept steps=page.kept /> });
    (!is_empty || kept.is_some()).then(|| {
        view! {
            <Section id="stages" title="Stages" note=done_when>
                <ol class="program-stages">{stages}</ol>
                {kept}
            </Section>
        }
    })
}

#[component]
fn Stage(program: ProgramId, stage: StageLine, actions: ProgramActions, seen: Seen) -> impl IntoView {
    let name = format!("{program}/stage/{}", stage.id);
    let mark = seen.mark(&name, format!("{}{}{}", stage.title, stage.about, stage.length));
    let (word, is_here) = (word(stage.progress), stage.progress == Progress::Here);
    let due = stage.due.map(|due| {
        let words = if stage.is_late { format!("was due {}", due.text) } else { format!("due {}", due.text) };
        view! { <time class="program-due" data-late=stage.is_late.then_some("") datetime=due.iso>{words}</time> }
    });
    let dot = match stage.progress {
        Progress::Done => view! { <Icon name=IconName::Check size=IconSize::Small /> }.into_any(),
        Progress::Shown | Progress::Here | Progress::Ahead => stage.number.into_any(),
    };
    let finish =
        stage.may_finish.then(|| view! { <FinishStage program=program.clone() stage=stage.id.clone() actions /> });
    let steps = stage
        .steps
        .into_iter()
        .map(|step| view! { <Step program=program.clone() step is_here actions seen /> })
        .collect_view();
    view! {
        <li class="timeline-item program-phase" data-state=state(stage.progress) aria-current=is_here.then_some("step")>
            <span class="program-dot" aria-hidden="true">{dot}</span>
            <div class="program-phase-body">
                <div class="program-phase-head" data-changed=mark>
                    <h3 class="program-phase-title">{stage.title}</h3>
                    {word.map(|word| view! { <span class="quiet">{word}</span> })}
                    <span class="quiet">{stage.length}</span>
                    {due}
                </div>
                <p class="quiet" dir="auto">{stage.about}</p>
                <ul class="program-steps">{steps}</ul>
                {finish}
            </div>
        </li>
    }
}

const fn state(progress: Progress) -> Option<&'static str> {
    match progress {
        Progress::Shown => None,
        Progress::Done => Some("done"),
        Progress::Here => Some("here"),
        Progress::Ahead => Some("ahead"),
    }
}

const fn word(progress: Progress) -> Option<&'static str> {
    match progress {
        Progress::Done => Some("done"),
        Progress::Here => Some("you are here"),
        Progress::Shown | Progress::Ahead => None,
    }
}

#[component]
fn Step(program: ProgramId, step: StepLine, is_here: bool, actions: ProgramActions, seen: Seen) -> impl IntoView {
    let mark = seen.mark(format!("{program}/step/{}", step.id), &step.title);
    let is_done = step.done.is_some();
    let box_icon = is_done.then(|| view! { <Icon name=IconName::Check size=IconSize::Small /> });
    let done = step.done.map(|at| {
        view! { <span class="rows-end"><span class="visually-hidden">"done on "</span><time datetime=at.iso>{at.text}</time></span> }
    });
    let tick = step.may_finish.then(|| {
        let (id, title) = (step.id.to_string(), step.title.clone());
        view! { <OneOfMany field="step" value=id><Tick program step=step.id.clone() title actions /></OneOfMany> }
    });
    view! {
        <li data-changed=mark data-done=is_done.then_some("") data-open=(is_here && !is_done).then_some("")>
            <span class="program-box" aria-hidden="true">{box_icon}</span>
            <span class="program-step" dir="auto">{step.title}</span>
            {done}
            {tick}
        </li>
    }
}

#[component]
fn Tick(program: ProgramId, step: ItemId, title: String, actions: ProgramActions) -> impl IntoView {
    let (program, sent) = (program.to_string(), step.to_string());
    let pending = pending_for(actions.step, move |input| input.step == step);
    view! {
        <ActionForm action=actions.step attr:class="rows-end">
            <input type="hidden" name="program" value=program />
            <input type="hidden" name="step" value=sent />
            <Button size=ButtonSize::Small icon=IconName::Check submit=true pending>
                "Tick"
                <span class="visually-hidden">{format!(" {title}")}</span>
            </Button>
        </ActionForm>
    }
}

/// For a stage that has no steps to say it.
#[component]
fn FinishStage(program: ProgramId, stage: ItemId, actions: ProgramActions) -> impl IntoView {
    let (program, stage) = (program.to_string(), stage.to_string());
    view! {
        <ActionForm action=actions.stage>
            <input type="hidden" name="program" value=program />
            <input type="hidden" name="stage" value=stage />
            <Button size=ButtonSize::Small icon=IconName::Check submit=true pending=actions.stage.pending()>"I am through with this stage"</Button>
        </ActionForm>
    }
}

/// What the reader finished and that is no longer part of the program.
#[component]
fn Kept(steps: Vec<KeptStep>) -> impl IntoView {
    let lines = steps
        .into_iter()
        .map(|step| {
            view! {
                <li data-done="">
                    <span class="program-box" aria-hidden="true"><Icon name=IconName::Check size=IconSize::Small /></span>
                    <span class="program-step" dir="auto">{step.title}</span>
                    <span class="rows-end"><time datetime=step.at.iso>{step.at.text}</time></span>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="program-kept">
            <h3 class="program-phase-title">"No longer asked for, and done"</h3>
            <ul class="program-steps">{lines}</ul>
        </div>
    }
}
