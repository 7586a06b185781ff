//! Stages and their steps: an ordered list, edited in place. Moving, adding and taking out are buttons, so that they work
//! with the keyboard and without JavaScript; each keeps the draft.

use super::form_field::FormField;
use super::keep::Keeper;
use crate::ui::{Chip, ChipKind, Icon, IconName, IconSize, Note, Status};
use domain::program_editor::{EditorPage, StageView, StepView};
use domain::wording::counted;
use leptos::prelude::*;

/// All stages of the draft.
#[component]
pub(super) fn StageList(keeper: Keeper) -> impl IntoView {
    let page = keeper.editing.page;
    let ids =
        Memo::new(move |_| page.with(|page| page.stages.iter().map(|stage| stage.id.to_string()).collect::<Vec<_>>()));
    view! {
        <ol class="editor-stages">
            <For each=move || ids.get() key=Clone::clone let:id>
                <Stage id keeper />
            </For>
        </ol>
        <div>
            <button class="button" data-size="small" type="submit" name="button" value="add stages">
                <Icon name=IconName::Plus />
                "Add a stage"
            </button>
        </div>
    }
}

fn stage(page: &EditorPage, id: &str) -> Option<StageView> {
    page.stages.iter().find(|stage| stage.id.as_str() == id).cloned()
}

#[component]
fn Stage(id: String, keeper: Keeper) -> impl IntoView {
    let page = keeper.editing.page;
    let own = id.clone();
    let this = Memo::new(move |_| page.with(|page| stage(page, &own)));
    let Some(first) = this.get_untracked() else { return ().into_any() };
    let fields = first.fields.iter().map(|field| view! { <FormField path=field.path.clone() keeper /> }).collect_view();
    let steps = Memo::new(move |_| {
        let steps = this.get().map(|stage| stage.steps).unwrap_or_default();
        steps.into_iter().map(|step| step.id.to_string()).collect::<Vec<_>>()
    });
    let stage_id = id.clone();
    let is_gone = move || this.with(|this| this.as_ref().is_some_and(|stage| stage.is_gone));
    let lost = Signal::derive(move || this.with(|this| this.as_ref().and_then(|stage| stage.lost.clone())));
    let is_draft = move || this.with(|this| this.as_ref().is_some_and(|stage| stage.is_gone || stage.is_new));
    view! {
        <li class="editor-stage" data-draft=move || is_draft().then_some("") data-gone=move || is_gone().then_some("")>
            <StageHead id=id.clone() this keeper />
            <Lost lost />
            <ItemState list="stages" id is_gone=Signal::derive(is_gone) lost />
            <details class="stage-edit" open=first.is_new || first.lost.is_some()>
                <summary class="link">"Edit this stage and its steps"</summary>
                <div class="form stage-fields">
                    {fields}
                    <ol class="stage-steps">
                        <For each=move || steps.get() key=Clone::clone let:step>
                            <Step id=step stage=stage_id.clone() keeper />
                        </For>
                    </ol>
                    <AddStep stage=first.id.to_string() />
                </div>
            </details>
        </li>
    }
    .into_any()
}

#[component]
fn AddStep(stage: String) -> impl IntoView {
    view! {
        <div>
            <button class="button" data-size="small" data-kind="quiet" type="submit" name="button" value=format!("add steps {stage}")>
                <Icon name=IconName::Plus />
                "Add a step"
            </button>
        </div>
    }
}

/// Its place, name, how many are in it, and the buttons.
#[component]
fn StageHead(id: String, this: Memo<Option<StageView>>, keeper: Keeper) -> impl IntoView {
    let own = id.clone();
    let place = move || {
        keeper
            .editing
            .page
            .with(|page| page.stages.iter().position(|stage| stage.id.as_str() == own).map_or(0, |at| at + 1))
    };
    let name = move || this.with(|this| this.as_ref().map(|stage| stage.name.clone()).unwrap_or_default());
    let sub = move || this.get().map(|stage| sub(&stage)).unwrap_or_default();
    let is_new = move || this.with(|this| this.as_ref().is_some_and(|stage| stage.is_new));
    let is_gone = Signal::derive(move || this.with(|this| this.as_ref().is_some_and(|stage| stage.is_gone)));
    let is_lost = Signal::derive(move || this.with(|this| this.as_ref().is_some_and(|stage| stage.lost.is_some())));
    let chip = move || match (is_gone.get(), is_new()) {
        (true, _) => Some(view! { <Chip kind=ChipKind::Plain>"taken out"</Chip> }),
        (false, true) => Some(view! { <Chip kind=ChipKind::Plain>"new"</Chip> }),
        (false, false) => None,
    };
    view! {
        <div class="stage-head">
            <span class="stage-number">{place}</span>
            <div class="rows-main">
                <p class="rows-title" dir="auto">{name}</p>
                <p class="rows-sub">{sub}</p>
            </div>
            {chip}
            <ItemButtons path=format!("stages/{id}") name=Signal::derive(name) is_gone is_lost />
        </div>
    }
}

fn sub(stage: &StageView) -> String {
    let steps = stage.steps.iter().filter(|step| !step.is_gone).count();
    let steps = counted(steps, "step", "steps");
    match stage.people {
        0 => steps,
        1 => format!("{steps}, 1 person is in it now"),
        people => format!("{steps}, {people} people are in it now"),
    }
}

/// That somebody else took an item out in which something of one's own is.
#[component]
fn Lost(lost: Signal<Option<String>>) -> impl IntoView {
    move || lost.get().map(|words| view! { <Note status=Status::Warning>{words}</Note> })
}

/// What the form says of an item beside its fields: that it is there, and in which order. Of one that somebody
/// else took out, only where it stood.
#[component]
fn ItemState(list: &'static str, id: String, is_gone: Signal<bool>, lost: Signal<Option<String>>) -> impl IntoView {
    let (name, order) = (format!("form[values][{list}/{id}]"), format!("form[lists][{list}][]"));
    let is_placed = move || !is_gone.get() || lost.with(Option::is_some);
    let placed = move || is_placed().then(|| view! { <input type="hidden" name=order.clone() value=id.clone() /> });
    let said = move || {
        let there = if is_gone.get() { "off" } else { "on" };
        lost.with(Option::is_none).then(|| view! { <input type="hidden" name=name.clone() value=there /> })
    };
    view! {
        {said}
        {placed}
    }
}

#[component]
fn Step(id: String, stage: String, keeper: Keeper) -> impl IntoView {
    let page = keeper.editing.page;
    let (own, of) = (id.clone(), stage.clone());
    let this: Memo<Option<StepView>> = Memo::new(move |_| {
        let stage = page.with(|page| self::stage(page, &of))?;
        stage.steps.into_iter().find(|step| step.id.as_str() == own)
    });
    let Some(first) = this.get_untracked() else { return ().into_any() };
    let fields = first.fields.iter().map(|field| view! { <FormField path=field.path.clone() keeper /> }).collect_view();
    let is_gone = Signal::derive(move || this.with(|this| this.as_ref().is_some_and(|step| step.is_gone)));
    let is_draft = move || this.with(|this| this.as_ref().is_some_and(|step| step.is_gone || step.is_new));
    let name = move || this.with(|this| this.as_ref().map(|step| step.name.clone()).unwrap_or_default());
    let lost = Signal::derive(move || this.with(|this| this.as_ref().and_then(|step| step.lost.clone())));
    let is_lost = Signal::derive(move || lost.with(Option::is_some));
    let of_stage = format!("form[values][steps/{id}/stage]");
    let place = move || {
        let (name, value) = (of_stage.clone(), stage.clone());
        (!is_lost.get()).then(|| view! { <input type="hidden" name=name value=value /> })
    };
    view! {
        <li class="stage-step" data-draft=move || is_draft().then_some("") data-gone=move || is_gone.get().then_some("")>
            <Lost lost />
            <ItemState list="steps" id=id.clone() is_gone lost />
            {place}
            <div class="step-fields">{fields}</div>
            <ItemButtons path=format!("steps/{id}") name=Signal::derive(name) is_gone is_lost />
        </li>
    }
    .into_any()
}

/// Up, down and out; or back in, or out for good where somebody else took it out.
#[component]
fn ItemButtons(path: String, name: Signal<String>, is_gone: Signal<bool>, is_lost: Signal<bool>) -> impl IntoView {
    move || {
        let buttons: Vec<(&str, IconName, &str)> = match (is_lost.get(), is_gone.get()) {
            (true, _) => vec![("back", IconName::Undo, "Put back"), ("out", IconName::X, "Leave out")],
            (false, true) => vec![("back", IconName::Undo, "Put back")],
            (false, false) => vec![
                ("up", IconName::Up, "Move up"),
                ("down", IconName::Down, "Move down"),
                ("out", IconName::X, "Take out"),
            ],
        };
        let buttons = buttons.into_iter().map(|(verb, icon, words)| {
            let value = format!("{verb} {path}");
            view! {
                <button
                    class="button"
                    data-kind="quiet"
                    data-shape="icon"
                    data-size="small"
                    type="submit"
                    name="button"
                    value=value
                    aria-label=move || format!("{words}: {}", name.get())
                >
                    <Icon name=icon size=IconSize::Small />
                </button>
            }
        });
        view! { <span class="item-buttons">{buttons.collect_view()}</span> }
    }
}
