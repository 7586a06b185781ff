//! An import that has started: progress while it runs, what came in, and the way back.

use super::import_api::import_result;
use super::import_counts::{CountsTable, counts_in_words};
use super::import_steps::ImportSteps;
use super::import_ways::Ways;
use crate::ui::{Loaded, Note, PageHead, Section, Status, When};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::import::page::{ImportReport, Progress, Stage, digits};
use domain::import::undo::Kept;
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
    let report = load(move || (import(), watch(), live.get()), |(import, watch, _)| import_result(import, watch));
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
            <Loaded from=report part=true failure="This import did not load" let:report>
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
        <div class="import-stage"><StageNow stage is_whole=kept.is_empty() /></div>
        <p class="import-total">{counts_in_words(total)}</p>
        <p class="quiet">"Started by "{by}", " <When datetime=at.iso text=at.text />"."</p>
        {overtaken}
        <CountsTable import=id.clone() files />
        <Ways import=id stage />
        {until}
        <KeptList kept />
    }
}

/// Where it stands, in a sentence; with a bar while it moves. `is_whole` when undoing it left nothing behind.
#[component]
fn StageNow(stage: Stage, is_whole: bool) -> impl IntoView {
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
            let text = match is_whole {
                true => "Undone. The organisation is as it was before.",
                false => "Undone, but for what somebody has used or changed since. It is listed below.",
            };
            view! { <Note status=Status::Success>{text}</Note> }.into_any()
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
