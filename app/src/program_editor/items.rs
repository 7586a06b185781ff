//! Stages and steps of the form that is typed in: what it says of them, and what becomes of one that somebody takes out
//! while something is typed in it.

use domain::program::DraftForm;
use domain::program_editor::{EditorPage, FieldView, StageView, StepView};

/// Which stages and steps there are, and in which order. Of one that somebody else took out it says only where it stood:
/// whether it is to be there is to be decided.
pub(super) fn state_items(page: &EditorPage, form: &mut DraftForm) {
    let there = |is_gone: bool| if is_gone { "off" } else { "on" }.to_owned();
    let (mut stages, mut steps) = (Vec::new(), Vec::new());
    for stage in &page.stages {
        if stage.lost.is_none() {
            form.values.insert(format!("stages/{}", stage.id), there(stage.is_gone));
        }
        stages.extend((!stage.is_gone || stage.lost.is_some()).then(|| stage.id.to_string()));
        for step in &stage.steps {
            if step.lost.is_none() {
                form.values.insert(format!("steps/{}", step.id), there(step.is_gone));
                form.values.insert(format!("steps/{}/stage", step.id), stage.id.to_string());
            }
            steps.extend((!step.is_gone || step.lost.is_some()).then(|| step.id.to_string()));
        }
    }
    form.lists.insert("stages".to_owned(), stages);
    form.lists.insert("steps".to_owned(), steps);
}

/// What stands on an item that is gone under somebody’s hands, until the server has heard of what they typed.
const LOST: &str = "Somebody took this out while you were typing. What you wrote in it is kept here.";

/// Keeps in the new page the items of the page before in which something is being typed, where they stood; true when
/// there are any.
pub(super) fn keep_lost(
    page: &mut EditorPage,
    before: &EditorPage,
    is_being_typed: &dyn Fn(&FieldView) -> bool,
) -> bool {
    let is_step = |page: &EditorPage, step: &StepView| {
        page.stages.iter().flat_map(|stage| &stage.steps).any(|other| other.id == step.id)
    };
    let mut is_any = false;
    for (place, old) in before.stages.iter().enumerate() {
        let typed_in = |step: &&StepView| !is_step(page, step) && step.fields.iter().any(is_being_typed);
        let steps: Vec<StepView> = old.steps.iter().filter(typed_in).map(lost_step).collect();
        let stage = page.stages.iter_mut().find(|stage| stage.id == old.id);
        let is_kept = !steps.is_empty();
        match stage {
            Some(stage) => stage.steps.extend(steps),
            None if is_kept || old.fields.iter().any(is_being_typed) => {
                let kept =
                    StageView { steps, is_new: false, is_gone: true, lost: Some(lost(&old.lost)), ..old.clone() };
                page.stages.insert(place.min(page.stages.len()), kept);
                is_any = true;
            }
            None => {}
        }
        is_any |= is_kept;
    }
    is_any
}

fn lost_step(step: &StepView) -> StepView {
    StepView { is_new: false, is_gone: true, lost: Some(lost(&step.lost)), ..step.clone() }
}

fn lost(before: &Option<String>) -> String {
    before.clone().unwrap_or_else(|| LOST.to_owned())
}
