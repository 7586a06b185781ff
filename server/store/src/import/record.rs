//! The row of an import.

use crate::error::Result;
use crate::{Store, Tx};
use domain::id::{ImportId, PersonId};
use domain::import::page::{Progress, Stage};
use domain::import::plan::Counts;
use domain::import::sheet::Meaning;
use domain::import::undo::Kept;
use domain::rejection::{Noun, Rejection};
use domain::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// A job that has not moved for so long is taken for dead.
const SILENT: Span = Span::minutes(1);

/// An import as the database holds it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) id: ImportId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) by: Option<PersonId>,
    /// When it was uploaded, then when it was started.
    pub(super) at: Timestamp,
    pub(super) state: State,
    pub(super) sheets: Vec<SheetRecord>,
    /// Under which name the changes to make stand, once it is started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) staged: Option<String>,
    /// The same of the changes that take it back, and who does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) undoing: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) undone_by: Option<PersonId>,
    /// Changes made, and to make, in the job that runs or ran last.
    pub(super) done: u32,
    pub(super) total: u32,
    /// The next batch of that job, and how many it has.
    pub(super) batch: u32,
    pub(super) batches: u32,
    pub(super) overtaken: u32,
    pub(super) kept: Vec<Kept>,
    /// When the job last moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) beat_at: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) finished_at: Option<Timestamp>,
}

/// One file of an import.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct SheetRecord {
    pub(super) file: String,
    pub(super) meaning: Meaning,
    pub(super) counts: Counts,
}

/// Where an import stands; whether its job is alive is told by its beat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum State {
    Draft,
    Running,
    Done,
    Undoing,
    Undone,
}

impl Record {
    /// A draft of these files.
    pub(super) fn draft(id: ImportId, by: Option<PersonId>, sheets: Vec<SheetRecord>, at: Timestamp) -> Self {
        Self {
            id,
            by,
            at,
            state: State::Draft,
            sheets,
            staged: None,
            undoing: None,
            undone_by: None,
            done: 0,
            total: 0,
            batch: 0,
            batches: 0,
            overtaken: 0,
            kept: Vec::new(),
            beat_at: None,
            finished_at: None,
        }
    }

    pub(super) fn is_silent(&self, now: Timestamp) -> bool {
        self.beat_at.is_none_or(|beat| now.since(beat) > SILENT)
    }

    /// Where it stands, for people.
    pub(super) fn stage(&self, now: Timestamp) -> Stage {
        let progress = Progress { done: self.done, total: self.total };
        match self.state {
            State::Draft => Stage::Draft,
            State::Running if self.is_silent(now) => Stage::Stopped(progress),
            State::Running => Stage::Running(progress),
            State::Done => Stage::Done,
            State::Undoing => Stage::Undoing(progress),
            State::Undone => Stage::Undone,
        }
    }

    /// What all rows of all files came to.
    pub(super) fn total_counts(&self) -> Counts {
        self.sheets.iter().map(|sheet| sheet.counts).fold(Counts::default(), Counts::plus)
    }

    /// Puts it in the place of what stands.
    pub(super) async fn write(&self, tx: &Tx) -> Result<()> {
        let values = json!({ "id": self.id, "row": crate::row::content(self)? });
        tx.run("UPSERT type::record('import', $id) CONTENT $row RETURN NONE", values).await
    }
}

/// The import, to be written in the same transaction.
pub(super) async fn locked(tx: &Tx, import: &ImportId) -> Result<Record> {
    let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('import', $id) FOR UPDATE";
    let record: Option<Record> = tx.row(query, json!({ "id": import })).await?;
    Ok(record.ok_or(Rejection::NotFound(Noun::Import))?)
}

impl Store {
    pub(super) async fn import_record(&self, import: &ImportId) -> Result<Record> {
        let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('import', $id)";
        let record: Option<Record> = self.row(query, json!({ "id": import })).await?;
        Ok(record.ok_or(Rejection::NotFound(Noun::Import))?)
    }

    /// The imports whose job is not done.
    pub(super) async fn moving_imports(&self) -> Result<Vec<Record>> {
        let query = "SELECT *, record::id(id) AS id FROM import WHERE state = 'running' OR state = 'undoing'";
        self.rows(query, json!({})).await
    }

    /// All imports, newest first, at most two hundred.
    pub(super) async fn import_records(&self) -> Result<Vec<Record>> {
        self.rows("SELECT *, record::id(id) AS id FROM import ORDER BY at DESC LIMIT 200", json!({})).await
    }
}
