//! The dry run: what importing would do, row by row where something is wrong. Nothing is written.

use super::import_api::{StartImport, dry_run};
use super::import_columns_page::DiscardForm;
use super::import_counts::{CountsTable, counts_in_words};
use super::import_issues::Issues;
use super::import_steps::ImportSteps;
use crate::ui::{Button, ButtonKind, LinkButton, Loaded, Note, PageHead, Section, Status};
use crate::wire::load;
use domain::import::page::{ImportPreview, digits};
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// `/admin/import/:import/check`
#[component]
pub fn ImportCheckPage() -> impl IntoView {
    let params = use_params_map();
    let import = move || params.read().get("import").unwrap_or_default();
    let preview = load(import, dry_run);
    view! {
        <Title text="Check · Import · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead title="What would happen" lead="This is a dry run. Nothing has been written." />
            <ImportSteps current=3 />
            <Loaded from=preview part=true failure="This import did not load" let:preview>
                <Preview preview />
            </Loaded>
        </main>
    }
}

#[component]
fn Preview(preview: ImportPreview) -> impl IntoView {
    let with_files = preview.files.len() > 1;
    let ImportPreview { id, files, total, blockers, warnings, is_ready } = preview;
    let blockers = (!blockers.is_empty()).then(|| {
        let note = "Import the rest now and these later: download them, mend them, upload them again.";
        view! {
            <Section id="left-out" title="Rows that stay out" note>
                <Issues groups=blockers with_files />
            </Section>
        }
    });
    let warnings = (!warnings.is_empty()).then(|| {
        view! {
            <Section id="look" title="Worth a look" note="These rows come in.">
                <Issues groups=warnings with_files />
            </Section>
        }
    });
    let refusal = if !is_ready {
        Some("A column is missing. Choose the columns first.".to_owned())
    } else {
        (total.writes() == 0).then(|| "Nothing in these files is new. There is nothing to import.".to_owned())
    };
    view! {
        <p class="import-total" role="status">{counts_in_words(total)}</p>
        <CountsTable import=id.clone() files />
        <StartForm import=id.to_string() rows=total.writes() refusal />
        {blockers}
        {warnings}
        <DiscardForm import=id />
    }
}

#[component]
fn StartForm(import: String, rows: u32, refusal: Option<String>) -> impl IntoView {
    let start = ServerAction::<StartImport>::new();
    let error = move || start.value().get().and_then(Result::err).map(|error| error.to_string());
    let label = if rows == 1 { "Import 1 row".to_owned() } else { format!("Import {} rows", digits(rows)) };
    view! {
        <ActionForm action=start attr:class="import-actions">
            <input type="hidden" name="import" value=import.clone() />
            <Button kind=ButtonKind::Primary submit=true pending=start.pending() refusal=Signal::stored(refusal)>
                {label}
            </Button>
            <LinkButton href=format!("/admin/import/{import}")>"Change the columns"</LinkButton>
            {move || error().map(|text| view! { <Note status=Status::Danger>{text}</Note> })}
        </ActionForm>
    }
}
