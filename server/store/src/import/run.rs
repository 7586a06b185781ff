//! The job that makes the changes of an import, or takes them back: batch by batch, each in one transaction together
//! with the progress, so that whoever goes on after a crash goes on exactly where it stopped.

use super::apply::apply;
use super::draft::rejected_of;
use super::record::{Record, State, locked};
use super::text::piece;
use crate::Store;
use crate::error::{Error, Fault, Result};
use domain::actor::{Actor, Role};
use domain::event::Happening;
use domain::id::ImportId;
use domain::import::plan::{Change, Plan};
use domain::import::rejected::rejected_csv;
use domain::import::sheet::Sheet;
use domain::rejection::Rejection;

/// How many changes one transaction makes.
const BATCH: usize = 256;

impl Store {
    /// Starts importing a draft, as [`Store::import_preview`] shows it, and returns at once; progress is in
    /// [`Store::import_report`]. Refuses when columns are missing or nothing would change.
    pub async fn start_import(&self, actor: &Actor, import: &ImportId) -> Result<()> {
        self.claim_import(actor, import).await?;
        self.go_on(actor.clone(), import.clone());
        Ok(())
    }

    /// Imports a draft and returns when it is done: for the command line.
    pub async fn import_now(&self, actor: &Actor, import: &ImportId) -> Result<()> {
        self.claim_import(actor, import).await?;
        self.run_import(actor, import).await
    }

    /// Goes on with an import that stopped, and returns at once. Does nothing when it is done.
    pub async fn continue_import(&self, actor: &Actor, import: &ImportId) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        match self.import_record(import).await?.state {
            State::Running | State::Undoing => self.go_on(actor.clone(), import.clone()),
            State::Draft | State::Done | State::Undone => {}
        }
        Ok(())
    }

    /// Goes on with every import that a process left unfinished; for a server to call now and then.
    pub async fn continue_imports(&self) -> Result<()> {
        let now = self.clock().now();
        for record in self.moving_imports().await?.into_iter().filter(|record| record.is_silent(now)) {
            tracing::info!(import = %record.id, "going on with an import that stopped");
            self.go_on(Actor::Console, record.id);
        }
        Ok(())
    }

    pub(super) fn go_on(&self, actor: Actor, import: ImportId) {
        let store = self.clone();
        tokio::spawn(async move {
            // The fault is in the log; the page says that the import stopped.
            if let Err(error) = store.run_import(&actor, &import).await {
                tracing::warn!(%import, %error, "an import stopped");
            }
        });
    }

    pub(super) async fn claim_import(&self, actor: &Actor, import: &ImportId) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        let record = self.drafted(import).await?;
        let (sheets, plan) = self.planned(actor, import, self.sheets(&record).await?).await?;
        if !plan.is_ready() {
            return Err(Rejection::Conflict("Choose the columns that are missing first.".into()).into());
        }
        if plan.changes.is_empty() {
            return Err(Rejection::Conflict("Nothing in these files is new. There is nothing to import.".into()).into());
        }
        let staged = &self.staging("changes");
        self.put_batches(import, staged, &plan.changes).await?;
        self.put_rejected(import, staged, &sheets, &plan).await?;
        let plan = &plan;
        let claimed = self
            .change(actor, |tx| async move {
                let mut record = locked(&tx, import).await?;
                if record.state != State::Draft {
                    return Err(Rejection::Stale("This import has started already.".into()).into());
                }
                record.by = tx.by().cloned();
                record.at = tx.now();
                record.staged = Some(staged.clone());
                for (sheet, counts) in record.sheets.iter_mut().zip(&plan.counts) {
                    sheet.counts = *counts;
                }
                begin(&mut record, State::Running, &plan.changes, tx.now());
                record.write(&tx).await
            })
            .await;
        // Whatever else went wrong, it may have been claimed all the same.
        if matches!(claimed, Err(Error::Rejected(_))) {
            self.drop_import_text(import, staged).await?;
            for place in 0..sheets.len() {
                self.drop_import_text(import, &rejected_of(staged, place)).await?;
            }
        }
        claimed
    }

    /// A name for what is staged that nobody else stages under: whoever starts the same import at the same moment has
    /// another, and only the one that the record names counts.
    pub(super) fn staging(&self, what: &str) -> String {
        format!("{what}-{:016x}", self.stamp().random())
    }

    /// Stages changes as the batches of a job.
    pub(super) async fn put_batches(&self, import: &ImportId, name: &str, changes: &[Change]) -> Result<()> {
        let batches: Vec<String> = changes.chunks(BATCH).map(serde_json::to_string).collect::<Result<_, _>>()?;
        self.put_import_pieces(import, name, batches.iter().map(String::as_str)).await
    }

    async fn put_rejected(&self, import: &ImportId, staged: &str, sheets: &[Sheet], plan: &Plan) -> Result<()> {
        for place in 0..sheets.len() {
            if let Some(csv) = rejected_csv(sheets, place, &plan.issues) {
                self.put_import_text(import, &rejected_of(staged, place), &csv).await?;
            }
        }
        Ok(())
    }

    /// Makes batch after batch until none is left.
    pub(super) async fn run_import(&self, actor: &Actor, import: &ImportId) -> Result<()> {
        while self.run_batch(actor, import).await? {}
        Ok(())
    }

    /// Makes one batch; false when the import is done. Two jobs of one import share its batches.
    async fn run_batch(&self, actor: &Actor, import: &ImportId) -> Result<bool> {
        self.change(actor, |tx| async move {
            let mut record = locked(&tx, import).await?;
            let name = match record.state {
                State::Running => record.staged.clone(),
                State::Undoing => record.undoing.clone(),
                State::Draft | State::Done | State::Undone => return Ok(false),
            };
            if record.batch < record.batches {
                let text = piece(&tx, import, &name.unwrap_or_default(), record.batch).await?;
                let text = text.ok_or_else(|| Fault::new("a batch of an import is gone", import))?;
                let changes: Vec<Change> = serde_json::from_str(&text)?;
                record.done += u32::try_from(changes.len()).unwrap_or_default();
                record.overtaken += apply(&tx, import, changes).await?;
            }
            record.batch += 1;
            record.beat_at = Some(tx.now());
            let is_last = record.batch >= record.batches;
            if is_last {
                finish(&mut record, tx.now());
                // Whoever goes on with it did not begin it.
                let by = if record.state == State::Undone { &record.undone_by } else { &record.by };
                tx.emit_for(by.clone(), finished(&record)).await?;
            }
            record.write(&tx).await?;
            Ok(!is_last)
        })
        .await
    }
}

/// Sets the job of a record to its beginning.
pub(super) fn begin(record: &mut Record, state: State, changes: &[Change], now: domain::time::Timestamp) {
    record.state = state;
    record.done = 0;
    record.total = u32::try_from(changes.len()).unwrap_or(u32::MAX);
    record.batch = 0;
    record.batches = u32::try_from(changes.len().div_ceil(BATCH)).unwrap_or(u32::MAX);
    record.beat_at = Some(now);
}

fn finish(record: &mut Record, now: domain::time::Timestamp) {
    match record.state {
        State::Undoing => record.state = State::Undone,
        State::Draft | State::Running | State::Done | State::Undone => {
            record.state = State::Done;
            record.finished_at = Some(now);
        }
    }
}

fn finished(record: &Record) -> Happening {
    let import = record.id.clone();
    match record.state {
        State::Undone => Happening::ImportUndone { import },
        State::Draft | State::Running | State::Done | State::Undoing => Happening::ImportFinished { import },
    }
}
