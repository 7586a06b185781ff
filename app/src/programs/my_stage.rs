//! The stage: where the reader is with a program, and the one thing to do about it.

use super::door_forms::{AnswerForms, JoinForm, LeaveForm};
use super::program_actions::ProgramActions;
use super::role_forms::OwnRole;
use crate::ui::{Button, ButtonKind, ButtonSize, Icon, IconName, LinkButton, Note, ProgressRing, Seen};
use domain::id::ProgramId;
use domain::program::Phase;
use domain::programs::{Mine, MyStanding, ProgramPage};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Where the reader is, with the verb.
#[component]
pub(super) fn MyStage(page: ProgramPage, actions: ProgramActions, seen: Seen) -> impl IntoView {
    let standing = heading(&page);
    let mark = seen.mark(format!("{}/standing", page.id), standing.clone());
    let verb = match &page.standing {
        MyStanding::Invited { .. } if page.moves.decline => {
            view! { <AnswerForms page=page.clone() actions /> }.into_any()
        }
        MyStanding::Waiting { .. } | MyStanding::Applied => {
            view! { <LeaveForm page=page.clone() actions /> }.into_any()
        }
        MyStanding::Inside | MyStanding::Finished => view! { <Way page=page.clone() actions /> }.into_any(),
        MyStanding::Outside | MyStanding::Left | MyStanding::Invited { .. } => {
            view! { <AtTheDoor page=page.clone() actions /> }.into_any()
        }
    };
    view! {
        <section class="stage" aria-labelledby="standing">
            <h2 class="stage-standing" id="standing" data-changed=mark>{standing}</h2>
            {verb}
            <OwnRole page actions />
        </section>
    }
}

/// What stands on the stage.
fn heading(page: &ProgramPage) -> String {
    let open = page.door.may_join || page.door.may_wait;
    match (&page.mine, &page.standing) {
        (Some(mine), _) if !mine.where_i_am.is_empty() => mine.where_i_am.clone(),
        (_, MyStanding::Outside | MyStanding::Left) if page.door.may_wait => {
            "All seats are taken. You can wait for one.".to_owned()
        }
        (_, MyStanding::Outside) if page.door.may_apply => "You can apply.".to_owned(),
        (_, MyStanding::Left) if page.door.may_apply => "You can apply again.".to_owned(),
        (_, MyStanding::Outside) if open => "You can join.".to_owned(),
        (_, MyStanding::Left) if open => "You were in it once. You can join again.".to_owned(),
        (Some(_) | None, _) => page.status.text.clone(),
    }
}

/// Outside: the form, or why there is none.
#[component]
fn AtTheDoor(page: ProgramPage, actions: ProgramActions) -> impl IntoView {
    if page.door.may_join || page.door.may_wait || page.door.may_apply {
        return view! { <JoinForm page actions /> }.into_any();
    }
    // What the banner says of a paused or closed program is not said twice.
    let is_said = matches!(page.phase, Phase::Paused | Phase::Closed | Phase::Draft);
    let why = (!is_said && !page.door.why_not.is_empty()).then(|| view! { <Note>{page.door.why_not.clone()}</Note> });
    let others = view! { <LinkButton href="/programs?open=yes">"See what is open to you"</LinkButton> };
    view! {
        {why}
        <p>{others}</p>
    }
    .into_any()
}

/// Inside: how far, what comes next, when they meet.
#[component]
fn Way(page: ProgramPage, actions: ProgramActions) -> impl IntoView {
    let Some(mine) = page.mine.clone() else { return ().into_any() };
    let ring = (mine.of > 0).then(|| {
        let unit = format!("of {}", mine.of);
        view! { <ProgressRing label="Steps done" done=mine.done of=mine.of unit /> }
    });
    let meets = mine.meets.clone().map(|meets| {
        view! {
            <p class="program-meets"><Icon name=IconName::Calendar /><span>"You meet "<time datetime=meets.iso>{meets.text}</time></span></p>
        }
    });
    let beside = mine.beside.clone().map(|beside| {
        view! { <p><LinkButton href=beside.href icon=IconName::Forward>{beside.text}</LinkButton></p> }
    });
    let is = if page.standing == MyStanding::Finished { "You were" } else { "You are" };
    let role = (!mine.role.is_empty())
        .then(|| view! { <p class="quiet">{format!("{is} in it as {}.", mine.role.to_lowercase())}</p> });
    view! {
        <div class="program-way">
            {ring}
            <div class="program-now">
                <Next page mine actions />
                {meets}
                {beside}
                {role}
            </div>
        </div>
    }
    .into_any()
}

/// The next step with its tick.
#[component]
fn Next(page: ProgramPage, mine: Mine, actions: ProgramActions) -> impl IntoView {
    let open =
        page.stages.iter().flat_map(|stage| &stage.steps).find(|step| step.may_finish).map(|step| step.id.clone());
    let Some(next) = mine.next else {
        let text = match page.phase {
            Phase::Open => "Your first step comes up when the program begins.",
            Phase::Running if mine.done < mine.of => "Nothing is open just now.",
            Phase::Running | Phase::Paused | Phase::Closed | Phase::Draft => "",
        };
        return (!text.is_empty()).then(|| view! { <p>{text}</p> }).into_any();
    };
    let late = if next.is_late { "It was due " } else { "It is due " };
    let due = (!next.due.is_empty()).then(|| view! { <span class="program-due" data-late=next.is_late.then_some("")>{format!("{late}{}.", next.due)}</span> });
    let tick =
        open.map(|step| view! { <TickForm program=page.id step=step.to_string() title=next.title.clone() actions /> });
    view! {
        <p><span class="quiet">"Next: "</span><strong>{format!("{}.", next.title)}</strong>" "{due}</p>
        {tick}
    }
    .into_any()
}

#[component]
fn TickForm(program: ProgramId, step: String, title: String, actions: ProgramActions) -> impl IntoView {
    let (program, sent) = (program.to_string(), step);
    view! {
        <ActionForm action=actions.step>
            <input type="hidden" name="program" value=program />
            <input type="hidden" name="step" value=sent />
            <Button kind=ButtonKind::Primary size=ButtonSize::Large icon=IconName::Check submit=true pending=actions.step.pending()>
                "Tick it"
                <span class="visually-hidden">{format!(": {title}")}</span>
            </Button>
        </ActionForm>
    }
}
