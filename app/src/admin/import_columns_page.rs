//! What the columns and values of the uploaded files mean: guessed, shown with samples, decided here.

use super::import_api::{DiscardImport, EditImport, drafted_files};
use super::import_column_table::ColumnTable;
use super::import_scale_table::ScaleTable;
use super::import_steps::ImportSteps;
use crate::AppError;
use crate::ui::{Button, ButtonKind, Choice, Field, Loaded, Note, PageHead, Select, Status};
use crate::wire::load;
use domain::id::ImportId;
use domain::import::Kind;
use domain::import::page::{DraftFile, ImportDraft, digits};
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// `/admin/import/:import`
#[component]
pub fn ImportColumnsPage() -> impl IntoView {
    let params = use_params_map();
    let edit = ServerAction::<EditImport>::new();
    let import = move || params.read().get("import").unwrap_or_default();
    let draft = load(move || (import(), edit.version().get()), |(import, _)| drafted_files(import));
    view! {
        <Title text="Columns · Import · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead
                title="What is in these files?"
                lead="Each column shows a few of its values. Correct what was guessed wrong; columns that mean nothing here stay out."
            />
            <ImportSteps current=2 />
            <Loaded from=draft part=true failure="This import did not load" let:draft>
                <ColumnsForm draft edit />
            </Loaded>
        </main>
    }
}

#[component]
fn ColumnsForm(draft: ImportDraft, edit: ServerAction<EditImport>) -> impl IntoView {
    let error = move || edit.value().get().and_then(Result::err).map(|error: AppError| error.to_string());
    let ImportDraft { id, files } = draft;
    let import = id.to_string();
    let files = files.into_iter().map(|file| view! { <FileFields file /> }).collect_view();
    view! {
        <ActionForm action=edit attr:class="import-form">
            <input type="hidden" name="import" value=import />
            {files}
            {move || error().map(|text| view! { <Note status=Status::Danger>{text}</Note> })}
            <div class="import-actions">
                <Button kind=ButtonKind::Primary submit=true pending=edit.pending()>"Check what would happen"</Button>
                <span class="field-hint">"Nothing is written yet."</span>
            </div>
        </ActionForm>
        <DiscardForm import=id />
    }
}

/// One file: what its rows are, its columns, its levels.
#[component]
fn FileFields(file: DraftFile) -> impl IntoView {
    let place = file.place;
    let heading = format!("file-{place}");
    let labelled_by = heading.clone();
    let kinds = Kind::ALL.map(|kind| Choice::new(kind.key(), kind.title())).to_vec();
    let missing =
        file.missing.iter().map(|group| format!("Choose which column is {group}.")).collect::<Vec<_>>().join(" ");
    let missing = (!missing.is_empty()).then(|| view! { <Note status=Status::Danger>{missing}</Note> });
    let scale = file.scale.map(|scale| view! { <ScaleTable place scale /> });
    view! {
        <section class="section import-file" aria-labelledby=labelled_by>
            <div class="section-head">
                <h2 class="section-title" id=heading>{file.file}</h2>
                <p class="section-note">{digits(file.rows)}" rows, "{file.read_as}</p>
            </div>
            <div class="import-kind">
                <Field id=format!("kind-{place}") label="Its rows are">
                    <Select name=format!("edits[{place}][kind]") choices=kinds value=file.kind.key() />
                </Field>
            </div>
            {missing}
            <ColumnTable place kind=file.kind columns=file.columns />
            {scale}
        </section>
    }
}

#[component]
pub fn DiscardForm(import: ImportId) -> impl IntoView {
    let discard = ServerAction::<DiscardImport>::new();
    view! {
        <ActionForm action=discard attr:class="import-discard">
            <input type="hidden" name="import" value=import.to_string() />
            <Button kind=ButtonKind::Quiet submit=true pending=discard.pending()>"Discard these files"</Button>
        </ActionForm>
    }
}
