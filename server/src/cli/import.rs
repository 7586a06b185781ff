//! `kith import`

mod telling;

use super::{CliError, say};
use crate::config::DatabaseArgs;
use clap::Args;
use domain::actor::Actor;
use domain::id::ImportId;
use domain::import::page::{ImportPreview, Stage, digits};
use domain::rejection::Rejection;
use std::path::{Path, PathBuf};
use std::time::Duration;
use store::{Clock, Store, Upload};
use telling::{say_columns, say_preview, say_why_nothing};

/// What to import, or to take back.
#[derive(Args, Debug)]
pub(super) struct Import {
    /// A folder of CSV files, or one file: teams, people, skills, levels, wants.
    #[arg(required_unless_present = "undo", value_name = "DIR")]
    from: Option<PathBuf>,
    /// Say what would happen, and write nothing.
    #[arg(long)]
    dry_run: bool,
    /// Write the rows that stay out, with what is wrong with each, into this folder.
    #[arg(long, value_name = "DIR")]
    rejected: Option<PathBuf>,
    /// Take an import back, by the id that importing printed, within seven days.
    #[arg(long, value_name = "ID", conflicts_with_all = ["from", "dry_run", "rejected"])]
    undo: Option<ImportId>,
    #[command(flatten)]
    database: DatabaseArgs,
}

impl Import {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let store = Store::open(self.database.place(), Clock::Machine).await?;
        match (&self.undo, &self.from) {
            (Some(import), _) => undo(&store, import).await,
            (None, Some(from)) => self.import(&store, from).await,
            (None, None) => Ok(()),
        }
    }

    async fn import(&self, store: &Store, from: &Path) -> Result<(), CliError> {
        let import = store.stage_import(&Actor::Console, uploads(from)?).await?;
        say_columns(&store.import_draft(&Actor::Console, &import).await?);
        let preview = store.import_preview(&Actor::Console, &import).await?;
        say_preview(&preview);
        self.write_rejected(store, &preview).await?;
        if self.dry_run || !preview.is_ready || preview.total.writes() == 0 {
            store.discard_import(&Actor::Console, &import).await?;
            return say_why_nothing(&preview);
        }
        watched(store, &import, store.import_now(&Actor::Console, &import)).await?;
        say(&format!("Imported. To take it back within seven days: kith import --undo {import}"));
        Ok(())
    }

    async fn write_rejected(&self, store: &Store, preview: &ImportPreview) -> Result<(), CliError> {
        let Some(folder) = &self.rejected else { return Ok(()) };
        std::fs::create_dir_all(folder)?;
        for file in preview.files.iter().filter(|file| file.counts.reject > 0) {
            let rejected = store.rejected_rows(&Actor::Console, &preview.id, file.place).await?;
            let path = folder.join(&rejected.file);
            std::fs::write(&path, rejected.csv)?;
            say(&format!("Wrote {}.", path.display()));
        }
        Ok(())
    }
}

/// The CSV files of a folder in the order of their names, or the one file.
fn uploads(from: &Path) -> Result<Vec<Upload>, CliError> {
    let is_table = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
        path.is_file() && ["csv", "tsv", "txt"].contains(&ending.as_str())
    };
    let mut paths: Vec<PathBuf> = if from.is_dir() {
        let entries = std::fs::read_dir(from)?.collect::<Result<Vec<_>, _>>()?;
        entries.into_iter().map(|entry| entry.path()).filter(is_table).collect()
    } else {
        vec![from.to_owned()]
    };
    paths.sort();
    if paths.is_empty() {
        let message = format!("{} holds no .csv, .tsv or .txt file.", from.display());
        return Err(Rejection::invalid("files", message).into());
    }
    let upload = |path: PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        Ok(Upload { name, bytes: std::fs::read(path)? })
    };
    paths.into_iter().map(upload).collect()
}

async fn undo(store: &Store, import: &ImportId) -> Result<(), CliError> {
    watched(store, import, store.undo_import_now(&Actor::Console, import)).await?;
    let report = store.import_report(&Actor::Console, import).await?;
    for kept in &report.kept {
        say(&format!("  stays: {} {}", kept.what, kept.why));
    }
    say("Taken back.");
    Ok(())
}

/// Does the work and says now and then how far it is.
async fn watched(
    store: &Store,
    import: &ImportId,
    work: impl Future<Output = store::Result<()>>,
) -> Result<(), CliError> {
    let watch = async {
        loop {
            tokio::time::sleep(Duration::from_secs(2)).await;
            if let Ok(report) = store.import_report(&Actor::Console, import).await
                && let Stage::Running(progress) | Stage::Undoing(progress) = report.stage
            {
                say(&format!("  {} of {} changes", digits(progress.done), digits(progress.total)));
            }
        }
    };
    tokio::select! {
        outcome = work => Ok(outcome?),
        () = watch => Ok(()),
    }
}
