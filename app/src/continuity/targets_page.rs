//! `/continuity/targets`, for program admins.

use super::api::{UndoTargets, targets};
use super::target_table::TargetTable;
use super::targets_preview::TargetsPreview;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Choice, Field, FilterChip, LinkButton, Loaded, Note, PageHead, Select, Status,
    toast_when_done,
};
use crate::use_live;
use crate::wire::load;
use domain::coverage::{LastChange, TargetsPage as Page, TargetsQuery};
use domain::event::Topic;
use domain::skill::Criticality;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// All skills with what is aimed at, to be changed many at a time.
#[component]
pub fn TargetsPage() -> impl IntoView {
    let search = use_location().search;
    let undo = ServerAction::<UndoTargets>::new();
    toast_when_done(undo, "Targets are as before.");
    let live = use_live(Topic::Skills);
    let page = load(move || (search.get(), live.get(), undo.version().get()), |(query, ..)| targets(query));
    view! {
        <Title text="Targets · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="The targets did not load" let:page>
                <Targets page undo />
            </Loaded>
        </main>
    }
}

#[component]
fn Targets(page: Page, undo: ServerAction<UndoTargets>) -> impl IntoView {
    let back = || view! { <LinkButton kind=ButtonKind::Quiet href="/continuity">"Back to the board"</LinkButton> };
    let lead = Signal::stored(page.lead.clone());
    let last = page.last.clone().map(|last| view! { <Last last undo /> });
    let preview = page.preview.clone().map(|preview| view! { <TargetsPreview preview query=page.query.clone() /> });
    view! {
        <PageHead title="Targets" lead actions=back />
        {last}
        {preview}
        <Narrow page=page.clone() />
        <TargetTable page />
    }
}

/// The last change of many skills, with the way back.
#[component]
fn Last(last: LastChange, undo: ServerAction<UndoTargets>) -> impl IntoView {
    let failed = move || {
        let error = undo.value().get().and_then(Result::err)?;
        Some(view! { <Note status=Status::Danger>{error.to_string()}</Note> })
    };
    let button = last.undo.map(|at| {
        view! {
            <ActionForm action=undo>
                <input type="hidden" name="at" value=at.0 />
                <Button size=ButtonSize::Small submit=true pending=undo.pending()>
                    "Undo"
                </Button>
            </ActionForm>
        }
    });
    view! {
        <div class="last-change">
            <p>{last.words}</p>
            {button}
        </div>
        <div role="status">{failed}</div>
    }
}

/// An area, a criticality, and what is below its target.
#[component]
fn Narrow(page: Page) -> impl IntoView {
    let query = page.query.filter_alone();
    let below = query.below;
    let turned = TargetsQuery { below: !below, ..query.clone() }.link();
    let areas = page.areas.into_iter().map(|area| Choice::new(area.id.to_string(), area.name));
    let areas = std::iter::once(Choice::new("", "All areas")).chain(areas).collect();
    let area = query.area.map(|area| area.to_string()).unwrap_or_default();
    let choice = |choice: Criticality| Choice::new(choice.key(), choice.title());
    let criticalities =
        std::iter::once(Choice::new("", "Any criticality")).chain(Criticality::ALL.map(choice)).collect();
    let criticality = query.criticality.map(Criticality::key).unwrap_or_default();
    view! {
        <form class="filters section" data-tight="" action="/continuity/targets" aria-label="Narrow down">
            <FilterChip label="Below target" href=turned on=below />
            {below.then(|| view! { <input type="hidden" name="below" value="1" /> })}
            <Field id="area" label="Area" label_hidden=true>
                <Select name="area" choices=areas value=area />
            </Field>
            <Field id="criticality" label="Criticality" label_hidden=true>
                <Select name="criticality" choices=criticalities value=criticality />
            </Field>
            <Button kind=ButtonKind::Soft size=ButtonSize::Small submit=true>
                "Show"
            </Button>
        </form>
    }
}
