//! Earlier changes that are still on their way: let out to some so far, or waiting for their day.

use super::editor_actions::EditorActions;
use super::keep::Keeper;
use super::more_teams::MoreTeams;
use super::rail::{Effect, pieces};
use crate::ui::{Button, ButtonKind, ButtonSize, Diff, DiffItem, DiffLine, Note, Status};
use domain::program_editor::{Review, RollOutLine, ScheduledLine, Wider};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Roll-outs and scheduled changes; nothing while there are none.
#[component]
pub(super) fn UnderWay(keeper: Keeper, review: Memo<Review>, actions: EditorActions) -> impl IntoView {
    let program = keeper.program().to_string();
    // What is ticked here changes the review, and draws nothing of this anew.
    let lines = Memo::new(move |_| review.with(|review| (review.roll_outs.clone(), review.scheduled.clone())));
    move || {
        let (roll_outs, scheduled) = lines.get();
        if roll_outs.is_empty() && scheduled.is_empty() {
            return None;
        }
        let roll_out = |line| view! { <RollOut program=program.clone() line review actions /> };
        let roll_outs = roll_outs.into_iter().map(roll_out).collect_view();
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
fn RollOut(program: String, line: RollOutLine, review: Memo<Review>, actions: EditorActions) -> impl IntoView {
    let n = line.n.to_string();
    let teams = view! { <MoreTeams program=program.clone() line=line.clone() review actions /> };
    let wider = line.wider.into_iter().map(|wider| view! { <WiderLine wider /> }).collect_view();
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
            <ActionForm action=actions.widen>
                <input type="hidden" name="program" value=program />
                <input type="hidden" name="n" value=n />
                {wider}
            </ActionForm>
            {teams}
            {stop}
        </div>
    }
}

/// The button that widens it to a share, with what that does.
#[component]
fn WiderLine(wider: Wider) -> impl IntoView {
    let words = if wider.share == 100 { "Let it out to all".to_owned() } else { format!("To {} %", wider.share) };
    let refusal = (!wider.refusal.is_empty()).then_some(wider.refusal);
    let (effect, share) = (wider.effect, wider.share.to_string());
    view! {
        <div class="buttons">
            <Button size=ButtonSize::Small submit=true name="share" value=share refusal=refusal>
                {words}
            </Button>
            <span class="section-note">{effect}</span>
        </div>
    }
}

#[component]
fn Scheduled(line: ScheduledLine, actions: EditorActions) -> impl IntoView {
    let why = (!line.why_not.is_empty())
        .then(|| view! { <Note status=Status::Warning>{format!("Not applied: {}", line.why_not)}</Note> });
    let id = line.id.to_string();
    let effect = line.effect.map(|effect| view! { <Effect id=format!("effect-{id}") effect /> });
    let changes = line
        .changes
        .into_iter()
        .map(|change| {
            let pieces = pieces(change.words);
            let line = DiffLine { label: change.label, before: change.before, after: change.after, pieces };
            view! { <DiffItem line /> }
        })
        .collect_view();
    let more = line.waits.then(|| {
        view! {
            <details class="publish-more">
                <summary class="link">"What it changes"</summary>
                <Diff>{changes}</Diff>
                {effect}
            </details>
        }
    });
    let cancel = line.waits.then(|| {
        view! {
            <p class="section-note">"Called off, what it changes is its author’s draft again."</p>
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
            {more}
            {cancel}
        </div>
    }
}
