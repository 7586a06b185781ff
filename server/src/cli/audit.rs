//! `kith audit`: proves that nothing in the log was altered, and notes where it stands for the next proof.

use super::{CliError, say};
use crate::config::DatabaseArgs;
use clap::{Args, Subcommand};
use domain::actor::Actor;
use domain::event::Seq;
use domain::rejection::Rejection;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use store::{Clock, LogCheck, Store};

/// Verify or note.
#[derive(Args, Debug)]
pub(super) struct Audit {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand, Debug)]
enum Task {
    /// Recompute the chain of every event, and name the first that is not as it was written; then hold every version of
    /// a program against what the log says of it.
    Verify {
        /// Also hold the log against a checkpoint that was noted outside of the database: a log that was rewritten whole,
        /// or cut off, has another one.
        #[arg(long, value_name = "FILE")]
        checkpoint: Option<PathBuf>,
        #[command(flatten)]
        database: DatabaseArgs,
    },
    /// Write where the log stands to a new file. Keep it where nobody who runs the database can change it.
    Checkpoint {
        /// The file to write; it must not exist yet.
        file: PathBuf,
        #[command(flatten)]
        database: DatabaseArgs,
    },
}

impl Audit {
    pub(super) async fn run(self) -> Result<(), CliError> {
        match self.task {
            Task::Verify { checkpoint, database } => verify(checkpoint.as_deref(), &database).await,
            Task::Checkpoint { file, database } => note(&file, &database).await,
        }
    }
}

async fn verify(checkpoint: Option<&Path>, database: &DatabaseArgs) -> Result<(), CliError> {
    let noted = checkpoint.map(read).transpose()?;
    let store = Store::open(database.place(), Clock::Machine).await?;
    let whole = store.verify_log(&Actor::Console, None).await?;
    say(&format!("{} events are as they were written.", whole.events));
    whole_or_refused(&whole)?;
    say(&format!("{} versions of programs are as the log says.", whole.versions));
    if let Some(noted) = noted {
        let since = store.verify_log(&Actor::Console, Some(noted.clone())).await?;
        if since.first_bad == Some(noted.0) {
            return Err(Rejection::Conflict(format!("Event {} {OTHER_LOG}", noted.0.0)).into());
        }
        whole_or_refused(&since)?;
        say(&format!("Event {} is the one that the checkpoint names.", noted.0.0));
    }
    Ok(())
}

const OTHER_LOG: &str = "is not the one that the checkpoint names. The log was rewritten or cut off since then, or the \
    checkpoint is of another organisation.";

fn whole_or_refused(check: &LogCheck) -> Result<(), Rejection> {
    if let Some(Seq(bad)) = check.first_bad {
        let said = format!("Event {bad} is not as it was written, or is missing. Nothing before it was altered.");
        return Err(Rejection::Conflict(said));
    }
    let Some((program, n)) = &check.bad_version else { return Ok(()) };
    let said = format!("Version {n} of the program “{program}” is not as it was saved, or is missing.");
    Err(Rejection::Conflict(said))
}

async fn note(file: &Path, database: &DatabaseArgs) -> Result<(), CliError> {
    let store = Store::open(database.place(), Clock::Machine).await?;
    let Some(last) = store.last_event().await? else {
        return Err(Rejection::Conflict("Nothing has happened yet, so there is nothing to note.".to_owned()).into());
    };
    let mut out = OpenOptions::new().write(true).create_new(true).open(file)?;
    writeln!(out, "{} {}", last.event.seq.0, last.chain)?;
    out.sync_all()?;
    say(&format!("Noted event {} in {}.", last.event.seq.0, file.display()));
    Ok(())
}

fn read(file: &Path) -> Result<(Seq, String), CliError> {
    let text = std::fs::read_to_string(file)?;
    let parsed = text.trim().split_once(' ').and_then(|(seq, chain)| Some((Seq(seq.parse().ok()?), chain.to_owned())));
    parsed.ok_or_else(|| Rejection::Conflict(format!("{} is no checkpoint of Kith.", file.display())).into())
}
