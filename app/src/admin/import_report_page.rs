//! An import that has started: progress while it runs, what came in, and the way back.

use super::import_api::{ContinueImport, UndoImport, import_result};
use super::import_counts::{CountsTable, counts_in_words};
use super::import_steps::ImportSteps;
use crate::ui::{Button, ButtonKind, IconName, LinkButton, Loaded, Note, PageHead, Section, Status, When};
use crate::use_live;
use domain::event::Topic;
use domain::id::ImportId;
use domain::import::page::{ImportReport, Progress, Stage, digits};
use domain::import::undo::Kept;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use std::time::Duration;

/// How often a page that watches asks again.
const PAUSE: Duration = Duration::from_millis(700);

/// `/admin/import/:import/result`
#[component]
pub fn ImportReportPage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let live = use_live(Topic::Everything);
    let import = move || params.read().get("import").unwrap_or_default();
    let watch = move || query.read().get("watch").is_some();
    let report =
        Resource::new(move || (import(), watch(), live.get()), |(import, watch, _)| import_result(import, watch));
    Effect::new(move |_| {
        if report.get().is_some_and(|report| report.is_ok_and(|report| report.stage.is_moving())) {
            set_timeout(move || report.refetch(), PAUSE);
        }
    });
    view! {
        <Title text="Result · Import · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead title="Import" />
            <ImportSteps current=4 />
            <Loaded from=report failure="This import did not load" let:report>
                <Report report />
            </Loaded>
        </main>
    }
}

#[component]
fn Report(report: ImportReport) -> impl IntoView {
    let ImportReport { id, by, at, stage, files, total, overtaken, undo_until, kept } = report;
    let overtaken = (overtaken > 0).then(|| {
        let text = format!(
            "{} changes were left out, because somebody changed the same thing while the import ran. Import the files again to see them.",
            digits(overtaken)
        );
        view! { <Note status=Status::Warning>{text}</Note> }
    });
    let until = undo_until.map(|until| {
        view! { <p class="quiet">"You can undo it until " <When datetime=until.iso text=until.text />"."</p> }
    });
    view! {
        <StageNow stage />
        <p class="import-total">{counts_in_words(total)}</p>
        <p class="quiet">"Started by "{by}", " <When datetime=at.iso text=at.text />"."</p>
        {overtaken}
        <CountsTable import=id.clone() files />
        <Ways import=id stage />
        {until}
        <KeptList kept />
    }
}

/// Where it stands, in a sentence; with a bar while it moves.
#[component]
fn StageNow(stage: Stage) -> impl IntoView {
    match stage {
        Stage::Draft => view! { <Note status=Status::Info>"Nothing has been imported yet."</Note> }.into_any(),
        Stage::Running(progress) => view! { <Bar progress words="Importing" /> }.into_any(),
        Stage::Undoing(progress) => view! { <Bar progress words="Undoing" /> }.into_any(),
        Stage::Stopped(progress) => {
            let text = format!(
                "The import stopped after {} of {} changes. Go on with it, or undo what came in.",
                digits(progress.done),
                digits(progress.total)
            );
            view! { <Note status=Status::Warning>{text}</Note> }.into_any()
        }
        Stage::Done => view! { <Note status=Status::Success>"Imported."</Note> }.into_any(),
        Stage::Undone => {
            view! { <Note status=Status::Success>"Undone. The organisation is as it was before."</Note> }.into_any()
        }
    }
}

#[component]
fn Bar(progress: Progress, words: &'static str) -> impl IntoView {
    let text = format!("{words}: {} of {} changes", digits(progress.done), digits(progress.total));
    view! {
        <div class="import-progress">
            <p role="status">{text}</p>
            <progress max="100" value=progress.percent().to_string() aria-label=words></progress>
        </div>
    }
}

/// What can be done now.
#[component]
fn Ways(import: ImportId, stage: Stage) -> impl IntoView {
    let undo = move |import: ImportId| view! { <UndoForm import /> };
    match stage {
        Stage::Done => view! {
            <div class="import-actions">
                <LinkButton href="/people" kind=ButtonKind::Primary>"See your people"</LinkButton>
                {undo(import)}
            </div>
        }
        .into_any(),
        Stage::Stopped(_) => view! {
            <div class="import-actions">
                <ContinueForm import=import.clone() />
                {undo(import)}
            </div>
        }
        .into_any(),
        Stage::Undone => view! { <LinkButton href="/admin/import">"Import other files"</LinkButton> }.into_any(),
        Stage::Draft | Stage::Running(_) | Stage::Undoing(_) => ().into_any(),
    }
}

#[component]
fn UndoForm(import: ImportId) -> impl IntoView {
    let undo = ServerAction::<UndoImport>::new();
    let error = move || undo.value().get().and_then(Result::err).map(|error| error.to_string());
    view! {
        <ActionForm action=undo>
            <input type="hidden" name="import" value=import.to_string() />
            <Button kind=ButtonKind::Danger icon=IconName::Undo submit=true pending=undo.pending()>"Undo this import"</Button>
            {move || error().map(|text| view! { <Note status=Status::Danger>{text}</Note> })}
        </ActionForm>
    }
}

#[component]
fn ContinueForm(import: ImportId) -> impl IntoView {
    let go_on = ServerAction::<ContinueImport>::new();
    view! {
        <ActionForm action=go_on>
            <input type="hidden" name="import" value=import.to_string() />
            <Button kind=ButtonKind::Primary submit=true pending=go_on.pending()>"Go on"</Button>
        </ActionForm>
    }
}

/// What stayed when the import was taken back.
#[component]
fn KeptList(kept: Vec<Kept>) -> impl IntoView {
    let lines = kept.into_iter().map(|kept| view! { <li><strong>{kept.what}</strong>" "{kept.why}</li> });
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| {
        view! {
            <Section id="kept" title="What stayed" note="Undo never takes away what somebody has used or changed since.">
                <ul class="import-kept">{lines}</ul>
            </Section>
        }
    })
}
