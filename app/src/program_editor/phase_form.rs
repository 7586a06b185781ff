//! Opening, starting, pausing and closing, each with what it means for people.

use super::editor_actions::EditorActions;
use super::keep::Keeper;
use crate::ui::{Button, ButtonKind, ButtonSize};
use domain::program::Phase;
use domain::program_editor::PhaseMove;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// One line for each phase that can follow.
#[component]
pub(super) fn PhaseForms(keeper: Keeper, actions: EditorActions) -> impl IntoView {
    let moves = Memo::new(move |_| keeper.editing.page.with(|page| page.moves.clone()));
    let program = keeper.program().to_string();
    // Each keeps its own button: one that is about to be pressed never turns into another.
    let key = |step: &PhaseMove| (slug(step.to), step.verb.clone());
    view! {
        <section class="phases" aria-labelledby="phases">
            <h2 class="form-legend" id="phases">"The program as a whole"</h2>
            <For each=move || moves.get() key let:step>
                <PhaseForm program=program.clone() step actions />
            </For>
        </section>
    }
}

#[component]
fn PhaseForm(program: String, step: PhaseMove, actions: EditorActions) -> impl IntoView {
    let kind = if step.to == Phase::Closed { ButtonKind::Danger } else { ButtonKind::Plain };
    view! {
        <ActionForm action=actions.move_on attr:class="phase">
            <input type="hidden" name="program" value=program />
            <Button kind size=ButtonSize::Small submit=true name="to" value=slug(step.to) pending=actions.move_on.pending()>
                {step.verb}
            </Button>
            <span class="quiet">{step.consequence}</span>
        </ActionForm>
    }
}

const fn slug(phase: Phase) -> &'static str {
    match phase {
        Phase::Draft => "draft",
        Phase::Open => "open",
        Phase::Running => "running",
        Phase::Paused => "paused",
        Phase::Closed => "closed",
    }
}
