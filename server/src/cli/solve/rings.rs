//! `kith solve rings`: the clearing house of swaps on a file.

use super::{read, refused, unproven, write};
use crate::cli::{CliError, say};
use clap::{Args, ValueEnum};
use domain::rings::{Certificate, Clearing, Instance, Limits, Ring, Stats, check, solve};
use serde::Serialize;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// The pool, and how hard to try.
#[derive(Args, Debug)]
pub(super) struct Rings {
    /// The pool as JSON, as the README describes it.
    file: PathBuf,
    /// How many people a ring or a chain has at most, whatever the file says.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(2..=4))]
    max_length: Option<u8>,
    /// Whether there are chains, whatever the file says.
    #[arg(long, value_name = "on|off")]
    chains: Option<Switch>,
    /// Steps of work until the best set so far is given with its gap. The same steps give the same set everywhere.
    #[arg(long, value_name = "N", default_value_t = Limits::default().work)]
    work: u64,
    /// Write the proof as well: the branches and their prices.
    #[arg(long)]
    certificate: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Switch {
    On,
    Off,
}

/// What is written. Weights as in the file.
#[derive(Debug, Serialize)]
struct Answer {
    weight: i64,
    bound: i64,
    /// What might be gained at most, in percent of the bound.
    gap_percent: f64,
    is_proven: bool,
    milliseconds: u128,
    lessons: usize,
    rings: Vec<Written>,
    stats: Stats,
    #[serde(skip_serializing_if = "Option::is_none")]
    certificate: Option<Certificate>,
}

/// A ring or a chain.
#[derive(Debug, Serialize)]
struct Written {
    is_chain: bool,
    lessons: Ring,
}

impl Rings {
    pub(super) fn run(&self) -> Result<(), CliError> {
        let mut instance: Instance = read(&self.file, "Swaps as files")?;
        if let Some(longest) = self.max_length {
            instance.terms.longest = longest;
        }
        if let Some(chains) = self.chains {
            instance.terms.chains = chains == Switch::On;
        }
        let begun = Instant::now();
        let clearing = solve(&instance, &Limits { work: self.work });
        let took = begun.elapsed();
        let clearing = clearing.map_err(|faults| refused(&self.file, "cleared", &faults))?;
        check(&instance, &clearing).map_err(unproven)?;
        tell(&clearing, took);
        write(&Answer {
            weight: clearing.weight,
            bound: clearing.bound,
            gap_percent: gap_percent(&clearing),
            is_proven: clearing.is_proven,
            milliseconds: took.as_millis(),
            lessons: clearing.lessons(),
            rings: clearing
                .rings
                .into_iter()
                .map(|ring| Written { is_chain: ring.is_chain(), lessons: ring })
                .collect(),
            stats: clearing.stats,
            certificate: self.certificate.then_some(clearing.certificate),
        })
    }
}

fn gap_percent(clearing: &Clearing) -> f64 {
    f64::from(i32::try_from(clearing.gap()).unwrap_or(i32::MAX)) / 100.0
}

/// "1 ring", "4 lessons".
fn some(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

fn tell(clearing: &Clearing, took: Duration) {
    let proof = if clearing.is_proven {
        "proven to be worth most".to_owned()
    } else {
        format!("at most {} % from the best", gap_percent(clearing))
    };
    let chains = clearing.rings.iter().filter(|ring| ring.is_chain()).count();
    say(&format!(
        "{} and {}, {}; {proof}. {} ms.",
        some(clearing.rings.len() - chains, "ring"),
        some(chains, "chain"),
        some(clearing.lessons(), "lesson"),
        took.as_millis()
    ));
}
