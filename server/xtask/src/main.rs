//! Kith's own tool: `cargo xtask serve`, `test`, `dev`, `build` and `bench`.
//! It sets up what the machine lacks, and everything it builds lands in cargo's target folder.

mod bench;
mod cargo;
mod dev;
mod fault;
mod package;
mod paths;
mod run;
mod say;
mod serve;
mod setup;
mod site;
mod test;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::fault::Outcome;
use crate::paths::Paths;

/// Sets up, builds, starts, tests and measures Kith.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Builds everything and starts Kith, on the first run with the demo company.
    Serve(serve::Wishes),
    /// The same, rebuilt and reloaded whenever a source file changes.
    Dev(serve::Wishes),
    /// Checks format and lints and runs the tests of every level.
    Test {
        /// Runs these levels alone.
        #[arg(long, value_name = "LEVEL", num_args = 1.., ignore_case = true)]
        only: Vec<test::Level>,
    },
    /// Leaves a folder that runs on another machine: the release binary and the site.
    Build {
        /// Where; not among the sources. Default: `kith` in cargo's target folder.
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Measures, and prints a line per row that ends in `pass` or `short`.
    Bench(bench::Wishes),
}

fn main() -> ExitCode {
    match Paths::find().and_then(|paths| Arguments::parse().task.perform(&paths)) {
        Ok(code) => code,
        Err(fault) => {
            say::line(format_args!("\n{fault}"));
            ExitCode::FAILURE
        }
    }
}

impl Task {
    fn perform(self, paths: &Paths) -> Outcome<ExitCode> {
        match self {
            Self::Serve(wishes) => serve::serve(paths, &wishes)?,
            Self::Dev(wishes) => dev::dev(paths, &wishes)?,
            Self::Test { only } => return Ok(test::test(paths, &only)),
            Self::Build { out } => package::package(paths, out)?,
            Self::Bench(wishes) => bench::bench(paths, &wishes)?,
        }
        Ok(ExitCode::SUCCESS)
    }
}
