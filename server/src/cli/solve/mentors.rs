//! `kith solve mentors`: the matching of mentees and mentors on a file.

use super::{read, refused, unproven, write};
use crate::cli::{CliError, say};
use clap::Args;
use domain::id::PersonId;
use domain::matching::{Certificate, Instance, Objective, Pair, Stats, check, solve};
use serde::Serialize;
use std::path::PathBuf;
use std::time::Instant;

/// The people to match.
#[derive(Args, Debug)]
pub(super) struct Mentors {
    /// The instance as JSON, as the README describes it.
    file: PathBuf,
    /// Write the proof as well: the price of a place with each mentor.
    #[arg(long)]
    certificate: bool,
}

/// What is written.
#[derive(Debug, Serialize)]
struct Answer {
    /// Always true: a matching that is not proven is not written.
    is_proven: bool,
    milliseconds: u128,
    objective: Objective,
    pairs: Vec<Pair>,
    unserved: Vec<PersonId>,
    stats: Stats,
    #[serde(skip_serializing_if = "Option::is_none")]
    certificate: Option<Certificate>,
}

impl Mentors {
    pub(super) fn run(&self) -> Result<(), CliError> {
        let instance: Instance = read(&self.file, "Matchings as files")?;
        let begun = Instant::now();
        let answer = solve(&instance);
        let took = begun.elapsed();
        let answer = answer.map_err(|faults| refused(&self.file, "matched", &faults))?;
        check(&instance, &answer).map_err(unproven)?;
        say(&format!(
            "{} of {} mentees have a mentor; proven to be the best. {} ms.",
            answer.objective.served,
            instance.mentees.len(),
            took.as_millis()
        ));
        write(&Answer {
            is_proven: true,
            milliseconds: took.as_millis(),
            objective: answer.objective,
            pairs: answer.pairs,
            unserved: answer.unserved,
            stats: answer.stats,
            certificate: self.certificate.then_some(answer.certificate),
        })
    }
}
