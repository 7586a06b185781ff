//! Server functions of importing. All are for organisation admins; the store refuses everybody else.

use crate::AppError;
use crate::wire::Json;
use domain::id::ImportId;
use domain::import::page::{ImportDraft, ImportHistory, ImportPreview, ImportReport};
use domain::import::sheet::MeaningEdit;
use leptos::prelude::*;

/// All imports, newest first.
#[server(endpoint = "earlier_imports", output = Json)]
pub async fn earlier_imports() -> Result<ImportHistory, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.import_history(&here.actor()).await)
}

/// Why the files just uploaded were not taken; nothing when they were.
#[server(endpoint = "refused_upload", output = Json)]
pub async fn refused_upload() -> Result<Option<String>, AppError> {
    Ok(crate::here::Here::now()?.refused_upload())
}

/// The files of a draft and how they are understood.
#[server(endpoint = "drafted_files", output = Json)]
pub async fn drafted_files(import: String) -> Result<ImportDraft, AppError> {
    let here = crate::here::Here::now()?;
    let import = here.answer(ImportId::parse(&import).map_err(Into::into))?;
    here.answer(here.store.import_draft(&here.actor(), &import).await)
}

/// Keeps what the files of a draft mean, then leads to the dry run; back to the columns when a file is something else.
#[server(endpoint = "edit_import", output = Json)]
pub async fn edit_import(import: ImportId, edits: Vec<MeaningEdit>) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let look_again = here.answer(here.store.edit_import(&here.actor(), &import, &edits).await)?;
    here.go(&if look_again { format!("/admin/import/{import}") } else { format!("/admin/import/{import}/check") });
    Ok(())
}

/// What importing a draft would do now.
#[server(endpoint = "dry_run", output = Json)]
pub async fn dry_run(import: String) -> Result<ImportPreview, AppError> {
    let here = crate::here::Here::now()?;
    let import = here.answer(ImportId::parse(&import).map_err(Into::into))?;
    here.answer(here.store.import_preview(&here.actor(), &import).await)
}

/// Starts importing a draft and leads to where it can be watched.
#[server(endpoint = "start_import", output = Json)]
pub async fn start_import(import: ImportId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.start_import(&here.actor(), &import).await)?;
    here.go(&format!("/admin/import/{import}/result?watch=1"));
    Ok(())
}

/// Drops a draft.
#[server(endpoint = "discard_import", output = Json)]
pub async fn discard_import(import: ImportId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.discard_import(&here.actor(), &import).await)?;
    here.go("/admin/import");
    Ok(())
}

/// How far an import is and what came in. With `watch` a page without JavaScript asks again while it runs.
#[server(endpoint = "import_result", output = Json)]
pub async fn import_result(import: String, watch: bool) -> Result<ImportReport, AppError> {
    let here = crate::here::Here::now()?;
    let import = here.answer(ImportId::parse(&import).map_err(Into::into))?;
    let report = here.answer(here.store.import_report(&here.actor(), &import).await)?;
    here.look_again(watch && report.stage.is_moving());
    Ok(report)
}

/// Goes on with an import that stopped.
#[server(endpoint = "continue_import", output = Json)]
pub async fn continue_import(import: ImportId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.continue_import(&here.actor(), &import).await)?;
    here.go(&format!("/admin/import/{import}/result?watch=1"));
    Ok(())
}

/// Takes an import back and leads to where that can be watched.
#[server(endpoint = "undo_import", output = Json)]
pub async fn undo_import(import: ImportId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.undo_import(&here.actor(), &import).await)?;
    here.go(&format!("/admin/import/{import}/result?watch=1"));
    Ok(())
}
