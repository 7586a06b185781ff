//! The command line of `kith`: one file for each command.

mod audit;
mod check;
mod demo;
mod export;
mod import;
mod ledger;
mod restore;
mod serve;
mod solve;
mod user;

use crate::app::StartError;
use crate::config::{LogArgs, LogForm};
use clap::{Parser, Subcommand};
use std::process::ExitCode;
use store::{Error, Fault};
use tracing_subscriber::EnvFilter;

/// What `kith serve` logs unless it is told otherwise.
const SERVING: &str = "warn,server=info,store=info";
/// The same of every other command: what it says itself is enough, and the embedded engine warns when a process ends.
const BRIEF: &str = "error,surrealkv=off";

/// Colleagues teach each other what they know.
#[derive(Parser, Debug)]
#[command(name = "kith", version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    log: LogArgs,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Serve the product until it is told to stop.
    Serve(Box<serve::Serve>),
    /// Prove that nothing in the log was altered, or note where it stands for the next proof. With the embedded
    /// database, while no server runs.
    Audit(audit::Audit),
    /// Rebuild what is in memory from the database, compare the two, and say which rows differ. With the embedded
    /// database, while no server runs.
    Check(check::Check),
    /// Fill an empty database with the demo company, or with a large one to measure with.
    Demo(demo::Demo),
    /// Write one consistent copy of the whole organisation to a file. With the embedded database, while no server runs.
    Export(export::Export),
    /// Bring in teams, people, skills, levels and wants from CSV files.
    Import(import::Import),
    /// Prove from its rows that no minute of the hours that colleagues taught came from nowhere. With the embedded
    /// database, while no server runs.
    Ledger(ledger::Ledger),
    /// Fill an empty database from such a file.
    Restore(restore::Restore),
    /// Solve a problem from a file, as the pages do, to hold the answer against another solver's.
    Solve(solve::Solve),
    /// Invite people, make admins, reset passwords.
    User(user::User),
}

impl Cli {
    /// Starts the log on standard error, as the settings say.
    pub fn log_to_stderr(&self) {
        let usual = if matches!(self.command, Command::Serve(_)) { SERVING } else { BRIEF };
        let wanted = self.log.log_filter.as_deref().filter(|wanted| !wanted.trim().is_empty());
        let filter = EnvFilter::new(wanted.unwrap_or(usual));
        let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
        let outcome = match self.log.log {
            LogForm::Text => builder.compact().try_init(),
            LogForm::Json => builder.json().try_init(),
        };
        if let Err(cause) = outcome {
            say(&format!("kith: no log ({cause})"));
        }
    }

    /// Does what was asked and says on standard error why when it cannot.
    pub async fn run(self) -> ExitCode {
        let outcome = match self.command {
            Command::Serve(serve) => serve.run().await,
            Command::Audit(audit) => audit.run().await,
            Command::Check(check) => check.run().await,
            Command::Demo(demo) => demo.run().await,
            Command::Export(export) => export.run().await,
            Command::Import(import) => import.run().await,
            Command::Ledger(ledger) => ledger.run().await,
            Command::Restore(restore) => restore.run().await,
            Command::Solve(solve) => solve.run().await,
            Command::User(user) => user.run().await,
        };
        match outcome {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                say(&format!("kith: {}", error.last_line()));
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
    Store(#[from] Error),
    /// The server did not start.
    #[error(transparent)]
    Start(#[from] StartError),
    /// A file or socket did not work.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// What was typed makes no sense together.
    #[error(transparent)]
    Rejected(#[from] domain::rejection::Rejection),
}

impl CliError {
    /// What stands last on the screen. Who reads it runs the server: they get the cause, and not a code to hand on.
    fn last_line(&self) -> String {
        self.fault().map_or_else(
            || self.to_string(),
            |fault| format!("Something is broken, and nothing was changed. {}", fault.cause()),
        )
    }

    fn fault(&self) -> Option<&Fault> {
        match self {
            Self::Store(Error::Broken(fault)) | Self::Start(StartError::Store(Error::Broken(fault))) => Some(fault),
            Self::Store(Error::Rejected(_)) | Self::Start(_) | Self::Io(_) | Self::Rejected(_) => None,
        }
    }
}

/// A line for whoever typed the command. Logs go elsewhere.
pub(crate) fn say(line: &str) {
    use std::io::Write;
    // A closed terminal is no reason to stop.
    drop(writeln!(std::io::stderr(), "{line}"));
}

#[cfg(test)]
mod tests {
    use super::{Cli, CliError};
    use clap::CommandFactory;
    use domain::rejection::Rejection;
    use store::{Error, Fault};

    #[test]
    fn every_setting_has_one_meaning() {
        Cli::command().debug_assert();
        let about = Cli::command().get_about().map(ToString::to_string).unwrap_or_default();
        assert!(about.starts_with("Colleagues teach"), "{about}");
    }

    #[test]
    fn whoever_typed_the_command_reads_the_cause() {
        let fault = Fault::new("export", &"the disk is full");
        let said = CliError::from(Error::from(fault.clone())).last_line();
        assert!(said.contains("export: the disk is full") && !said.contains(&fault.reference), "{said}");
        let refused = Rejection::Conflict("There is no file.".to_owned());
        assert_eq!(CliError::from(Error::from(refused)).last_line(), "There is no file.");
    }
}
