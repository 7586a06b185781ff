//! Drafts: files that are uploaded and not yet imported.

use super::record::{Record, SheetRecord, State, locked};
use crate::Store;
use crate::error::Result;
use domain::actor::{Actor, Role};
use domain::id::ImportId;
use domain::import::page::{DraftFile, ImportDraft, ImportPreview};
use domain::import::plan::Counts;
use domain::import::rejected::rejected_csv;
use domain::import::sheet::{MeaningEdit, Sheet};
use domain::import::undo::UNDO_WITHIN;
use domain::rejection::{Noun, Rejection};
use serde_json::json;

/// The most files of one import.
const MOST_FILES: usize = 20;

/// A file as it is uploaded.
#[derive(Clone, Debug)]
pub struct Upload {
    /// Its name, as the person's machine has it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The rows of a file that stay out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedRows {
    /// The name of the file they are from.
    pub file: String,
    /// The rows, each with what is wrong with it.
    pub csv: String,
}

impl Store {
    /// Stages files as a draft with the best guess at what they mean. Nothing of the organisation is written. Refuses
    /// when a file cannot be read, and says which and why.
    pub async fn stage_import(&self, actor: &Actor, uploads: Vec<Upload>) -> Result<ImportId> {
        actor.at_least(Role::OrgAdmin)?;
        let sheets = tokio::task::spawn_blocking(move || read(uploads))
            .await
            .map_err(|cause| crate::Fault::new("reading files", &cause))??;
        self.drop_old_imports().await?;
        let import = ImportId::parse(&format!("i{:013x}{:04x}", self.clock().now().0, self.stamp().random() & 0xffff))?;
        for (place, sheet) in sheets.iter().enumerate() {
            self.put_import_text(&import, &rows_of(place), &serde_json::to_string(&sheet.table)?).await?;
        }
        let sheets = sheets.into_iter().map(|sheet| SheetRecord {
            file: sheet.file,
            meaning: sheet.meaning,
            counts: Counts::default(),
        });
        let record = &Record::draft(import.clone(), actor.person().cloned(), sheets.collect(), self.clock().now());
        self.change(actor, |tx| async move { record.write(&tx).await }).await?;
        Ok(import)
    }

    /// The files of a draft and how they are understood. Not found once it is imported.
    pub async fn import_draft(&self, actor: &Actor, import: &ImportId) -> Result<ImportDraft> {
        actor.at_least(Role::OrgAdmin)?;
        let record = self.drafted(import).await?;
        let sheets = self.sheets(&record).await?;
        let files = sheets.iter().enumerate().map(|(place, sheet)| DraftFile::of(place, sheet)).collect();
        Ok(ImportDraft { id: record.id, files })
    }

    /// Changes what the files of a draft mean, one edit for each file in order. True when a file now holds something
    /// else, so that its columns want another look. Refuses what [`domain::import::sheet::Meaning::edited`] refuses.
    pub async fn edit_import(&self, actor: &Actor, import: &ImportId, edits: &[MeaningEdit]) -> Result<bool> {
        actor.at_least(Role::OrgAdmin)?;
        let record = self.drafted(import).await?;
        let mut meanings = Vec::new();
        for (sheet, edit) in self.sheets(&record).await?.into_iter().zip(edits) {
            let named = |rejection| named(&sheet.file, rejection);
            meanings.push(sheet.meaning.edited(edit, &sheet.table).map_err(named)?);
        }
        let meanings = &meanings;
        self.change(actor, |tx| async move {
            let mut record = locked(&tx, import).await?;
            if record.state != State::Draft {
                return Err(Rejection::Stale("This import has started already.".into()).into());
            }
            let is_other =
                record.sheets.iter().zip(meanings).any(|(sheet, meaning)| sheet.meaning.kind != meaning.kind);
            for (sheet, meaning) in record.sheets.iter_mut().zip(meanings) {
                sheet.meaning.clone_from(meaning);
            }
            record.write(&tx).await?;
            Ok(is_other)
        })
        .await
    }

    /// What importing a draft would do now: the dry run. Writes nothing.
    pub async fn import_preview(&self, actor: &Actor, import: &ImportId) -> Result<ImportPreview> {
        actor.at_least(Role::OrgAdmin)?;
        let record = self.drafted(import).await?;
        let (sheets, plan) = self.planned(actor, import, self.sheets(&record).await?).await?;
        Ok(ImportPreview::of(import.clone(), &sheets, &plan))
    }

    /// The rows of one file that stay out: those of the dry run while it is a draft, afterwards those that stayed out.
    /// Not found when there are none.
    pub async fn rejected_rows(&self, actor: &Actor, import: &ImportId, place: u16) -> Result<RejectedRows> {
        actor.at_least(Role::OrgAdmin)?;
        let record = self.import_record(import).await?;
        let place = usize::from(place);
        let sheet = record.sheets.get(place).ok_or(Rejection::NotFound(Noun::Import))?;
        let csv = match record.state {
            State::Draft => {
                let (sheets, plan) = self.planned(actor, import, self.sheets(&record).await?).await?;
                rejected_csv(&sheets, place, &plan.issues)
            }
            State::Running | State::Done | State::Undoing | State::Undone => {
                let staged = record.staged.as_deref().unwrap_or_default();
                Some(self.import_text(import, &rejected_of(staged, place)).await?)
            }
        };
        let csv = csv.filter(|csv| !csv.is_empty()).ok_or(Rejection::NotFound(Noun::Import))?;
        Ok(RejectedRows { file: sheet.file.clone(), csv })
    }

    /// Drops a draft with its files. Refuses once it is imported.
    pub async fn discard_import(&self, actor: &Actor, import: &ImportId) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        self.change(actor, |tx| async move {
            if locked(&tx, import).await?.state != State::Draft {
                return Err(Rejection::Stale("This import has started. Undo it instead.".into()).into());
            }
            tx.run("DELETE type::record('import', $id) RETURN NONE", json!({ "id": import })).await
        })
        .await?;
        self.drop_import_texts(import).await
    }

    pub(super) async fn drafted(&self, import: &ImportId) -> Result<Record> {
        let record = self.import_record(import).await?;
        if record.state != State::Draft {
            return Err(Rejection::Stale("This import has started already.".into()).into());
        }
        Ok(record)
    }

    /// The files of an import with their rows.
    pub(super) async fn sheets(&self, record: &Record) -> Result<Vec<Sheet>> {
        let mut sheets = Vec::new();
        for (place, sheet) in record.sheets.iter().enumerate() {
            let table = serde_json::from_str(&self.import_text(&record.id, &rows_of(place)).await?)?;
            sheets.push(Sheet { file: sheet.file.clone(), table, meaning: sheet.meaning.clone() });
        }
        Ok(sheets)
    }

    /// Drops the files of imports that can no longer be taken back, and forgotten drafts whole.
    async fn drop_old_imports(&self) -> Result<()> {
        let now = self.clock().now();
        for record in self.import_records().await? {
            let since = record.finished_at.unwrap_or(record.at);
            if now.since(since) <= UNDO_WITHIN {
                continue;
            }
            self.drop_import_texts(&record.id).await?;
            if record.state == State::Draft {
                self.run("DELETE type::record('import', $id) RETURN NONE", json!({ "id": record.id })).await?;
            }
        }
        Ok(())
    }
}

/// The files, read; or for each that cannot be read its name and why.
fn read(uploads: Vec<Upload>) -> Result<Vec<Sheet>, Rejection> {
    let uploads: Vec<Upload> =
        uploads.into_iter().filter(|upload| !upload.name.is_empty() || !upload.bytes.is_empty()).collect();
    if uploads.is_empty() {
        return Err(Rejection::invalid("files", "Choose at least one CSV file."));
    }
    if uploads.len() > MOST_FILES {
        return Err(Rejection::invalid("files", format!("Choose at most {MOST_FILES} files at once.")));
    }
    let (mut sheets, mut faults) = (Vec::new(), Vec::new());
    for upload in &uploads {
        match Sheet::read(&upload.name, &upload.bytes) {
            Ok(sheet) => sheets.push(sheet),
            Err(fault) => faults.push(format!("{}: {fault}", upload.name)),
        }
    }
    if faults.is_empty() { Ok(sheets) } else { Err(Rejection::invalid("files", faults.join(" "))) }
}

/// The rejection with the name of the file it is about.
fn named(file: &str, rejection: Rejection) -> Rejection {
    match rejection {
        Rejection::Invalid { field, message } => Rejection::Invalid { field, message: format!("{file}: {message}") },
        other => other,
    }
}

fn rows_of(place: usize) -> String {
    format!("rows-{place}")
}

/// The name under which the rejected rows of a file stand, beside the changes that came of the same plan.
pub(super) fn rejected_of(staged: &str, place: usize) -> String {
    format!("{staged}-rejected-{place}")
}
