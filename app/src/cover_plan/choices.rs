//! What was decided by hand, each with a way to take it back.

use super::plan_actions::PlanActions;
use crate::ui::{Button, ButtonKind, ButtonSize, Chip, ChipKind};
use domain::cover_plans::{ChoiceLine, Verdict};
use domain::id::PlanId;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// One line a decision; nothing when there is none.
#[component]
pub(super) fn Choices(plan: PlanId, choices: Vec<ChoiceLine>, actions: PlanActions) -> impl IntoView {
    if choices.is_empty() {
        return ().into_any();
    }
    let lines = choices.into_iter().map(|choice| view! { <Line plan=plan.clone() choice actions /> }).collect_view();
    view! {
        <h3 class="plan-subtitle">"Decided by hand"</h3>
        <ul class="plan-choices">{lines}</ul>
    }
    .into_any()
}

#[component]
fn Line(plan: PlanId, choice: ChoiceLine, actions: PlanActions) -> impl IntoView {
    let verdict = match choice.verdict {
        Verdict::Keep => "kept",
        Verdict::Never => "ruled out",
    };
    let text = choice.text.clone();
    view! {
        <li>
            <Chip kind=ChipKind::Plain>{verdict}</Chip>
            <span>{choice.text}</span>
            <ActionForm action=actions.choose>
                <input type="hidden" name="plan" value=plan.to_string() />
                <input type="hidden" name="form[step]" value=choice.key.0 />
                <input type="hidden" name="form[verdict]" value="open" />
                <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true>
                    "Take back"<span class="visually-hidden">": "{text}</span>
                </Button>
            </ActionForm>
        </li>
    }
}
