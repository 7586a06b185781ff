//! The command line of `kith`: one file for each command.

mod demo;
mod export;
mod import;
mod restore;
mod serve;
mod user;

use crate::config::Config;
use clap::{Parser, Subcommand};
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// Colleagues teach each other what they know.
#[derive(Parser, Debug)]
#[command(name = "kith", version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Serve the product until it is told to stop.
    Serve(Box<Config>),
    /// Fill an empty database with the demo company, or with a large one to measure with.
    Demo(demo::Demo),
    /// Write one consistent copy of the whole organisation to a file; also while it is being served from elsewhere.
    Export(export::Export),
    /// Bring in teams, people, skills, levels and wants from CSV files.
    Import(import::Import),
    /// Fill an empty database from such a file.
    Restore(restore::Restore),
    /// Invite people, make admins, reset passwords.
    User(user::User),
}

impl Cli {
    /// Does what was asked and says on standard error why when it cannot.
    pub async fn run(self) -> ExitCode {
        let outcome = match self.command {
            Command::Serve(config) => serve::run(&config).await,
            Command::Demo(demo) => demo.run().await,
            Command::Export(export) => export.run().await,
            Command::Import(import) => import.run().await,
            Command::Restore(restore) => restore.run().await,
            Command::User(user) => user.run().await,
        };
        match outcome {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                say(&format!("kith: {error}"));
                ExitCode::FAILURE
            }
        }
    }
}

/// Why a command did not succeed, in words for whoever typed it.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The store refused or broke.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The server did not start.
    #[error(transparent)]
    Start(#[from] crate::app::StartError),
    /// A file or socket did not work.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// What was typed makes no sense together.
    #[error(transparent)]
    Rejected(#[from] domain::rejection::Rejection),
}

/// A line for whoever typed the command. Logs go elsewhere.
pub(crate) fn say(line: &str) {
    use std::io::Write;
    // A closed terminal is no reason to stop.
    drop(writeln!(std::io::stderr(), "{line}"));
}

/// Structured logs on standard error: `RUST_LOG` says what, `KITH_LOG=json` says how.
pub fn log_to_stderr() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn,server=info,store=info"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let is_json = std::env::var("KITH_LOG").is_ok_and(|how| how == "json");
    let outcome = if is_json { builder.json().try_init() } else { builder.compact().try_init() };
    if let Err(cause) = outcome {
        say(&format!("kith: no log ({cause})"));
    }
}
