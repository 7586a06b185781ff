//! Choosing which skills to plan for, and what is seen while the engine is at work.

use super::api::plan_progress;
use super::assumed::AssumedFields;
use super::plan_actions::PlanActions;
use crate::ui::{Button, ButtonKind, Choice, Field, RadioGroup, RadioLook, Select};
use domain::cover_plans::{CoverPlanPage, Drawing};
use leptos::form::ActionForm;
use leptos::prelude::*;
use std::time::Duration;

/// How often the page asks how far it has come.
const EVERY: Duration = Duration::from_millis(400);

/// Which skills, and the button. The one primary button of the page while there is no plan.
#[component]
pub(super) fn DrawForm(page: CoverPlanPage, actions: PlanActions) -> impl IntoView {
    let is_first = page.plan.is_none();
    let chosen = if page.scope.all { "all" } else { "critical" };
    let kinds = vec![Choice::new("critical", "Critical and important ones"), Choice::new("all", "All of them")];
    let area = page.scope.area.map(|area| area.to_string()).unwrap_or_default();
    let areas = page.areas.into_iter().map(|area| Choice::new(area.id.to_string(), area.name));
    let areas = std::iter::once(Choice::new("", "All areas")).chain(areas).collect();
    let (kind, verb) =
        if is_first { (ButtonKind::Primary, "Draw up a plan") } else { (ButtonKind::Soft, "Draw up with these") };
    view! {
        <ActionForm action=actions.draw attr:class="draw-form">
            <RadioGroup name="form[skills]" legend="Which skills below target?" choices=kinds value=chosen look=RadioLook::Lines />
            <Field id="area" label="In which area?">
                <Select name="form[area]" choices=areas value=area />
            </Field>
            <AssumedFields assumptions=page.assumptions />
            <Button kind submit=true pending=actions.draw.pending()>
                {verb}
            </Button>
        </ActionForm>
    }
}

/// "All seats but 4 are filled so far; at most 1.2 % from the best", and the way to stop.
#[component]
pub(super) fn Progress(actions: PlanActions) -> impl IntoView {
    let come = RwSignal::new(None::<Drawing>);
    Effect::new(move |before: Option<Option<IntervalHandle>>| {
        if let Some(handle) = before.flatten() {
            handle.clear();
        }
        come.set(None);
        if !actions.is_drawing() {
            return None;
        }
        let ask = move || {
            leptos::task::spawn_local(async move {
                if let Ok(Some(drawing)) = plan_progress().await {
                    come.set(Some(drawing));
                }
            });
        };
        set_interval_with_handle(ask, EVERY).ok()
    });
    let words = move || come.get().map_or_else(|| "Looking for the least teaching…".to_owned(), in_words);
    move || {
        actions.is_drawing().then(|| {
            view! {
                <div class="drawing">
                    <span role="status">{words}</span>
                    <ActionForm action=actions.stop attr:class="drawing-stop">
                        <Button kind=ButtonKind::Quiet submit=true attr:name="how" attr:value="take_best">
                            "Stop and take the best so far"
                        </Button>
                        <Button kind=ButtonKind::Quiet submit=true attr:name="how" attr:value="leave">
                            "Stop and leave it as it was"
                        </Button>
                    </ActionForm>
                </div>
            }
        })
    }
}

fn in_words(come: Drawing) -> String {
    let seats = match come.empty {
        0 => "Every seat is filled".to_owned(),
        1 => "All seats but one are filled".to_owned(),
        n => format!("All seats but {n} are filled"),
    };
    match come.gap_per_mille {
        Some(gap) => format!("{seats} so far; at most {}.{} % from the best.", gap / 10, gap % 10),
        None => format!("{seats} so far."),
    }
}
