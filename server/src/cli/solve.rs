//! `kith solve`: Kith's engines on a file, without a database, so that anyone can hold their answers against another
//! solver's. The format of the file stands in the README.

mod mentors;
mod rings;

use super::{CliError, say};
use clap::{Args, Subcommand};
use domain::cover_plan::{Certificate, Empty, Go, Held, Instance, Lesson, Limits, Plan, Stats};
use domain::cover_plan::{check, reasons, solve};
use domain::rejection::Rejection;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Display;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What to solve.
#[derive(Args, Debug)]
pub(super) struct Solve {
    #[command(subcommand)]
    problem: Problem,
}

#[derive(Subcommand, Debug)]
enum Problem {
    /// The cheapest cross-training plan: who teaches whom what, so that every skill is covered in time.
    Cover(Cover),
    /// The best matching of mentees and mentors: the most served, the longest wait first, evenly, and fitting well.
    Mentors(mentors::Mentors),
    /// The best set of swap rings and chains: who teaches whom so that nobody owes anything.
    Rings(rings::Rings),
}

/// The instance, and how hard to try.
#[derive(Args, Debug)]
struct Cover {
    /// The instance as JSON, as the README describes it.
    file: PathBuf,
    /// Steps of work until the best plan so far is given with its gap. The same steps give the same plan everywhere.
    #[arg(long, value_name = "N", default_value_t = Limits::default().work)]
    work: u64,
    /// Write the proof as well: the branches and their prices.
    #[arg(long)]
    certificate: bool,
}

impl Solve {
    pub(super) async fn run(self) -> Result<(), CliError> {
        match self.problem {
            Problem::Cover(cover) => tokio::task::block_in_place(|| cover.run()),
            Problem::Mentors(mentors) => tokio::task::block_in_place(|| mentors.run()),
            Problem::Rings(rings) => tokio::task::block_in_place(|| rings.run()),
        }
    }
}

/// What is written. Time in quarter hours, costs in tenths of a quarter hour.
#[derive(Debug, Serialize)]
struct Answer {
    cost: i64,
    bound: i64,
    /// The bound that also holds for pairs that were left out, where some were.
    #[serde(skip_serializing_if = "Option::is_none")]
    wide_bound: Option<i64>,
    /// What might be saved at most, in percent of the cost.
    gap_percent: f64,
    is_proven: bool,
    milliseconds: u128,
    quarters: i64,
    empty_seats: u32,
    lessons: Vec<Lesson>,
    empty: Vec<Empty>,
    held: Vec<Held>,
    stats: Stats,
    #[serde(skip_serializing_if = "Option::is_none")]
    certificate: Option<Certificate>,
}

impl Cover {
    fn run(&self) -> Result<(), CliError> {
        let instance: Instance = read(&self.file, "Plans as files")?;
        let begun = Instant::now();
        let plan = solve(&instance, &Limits { work: self.work }, &mut |_| Go::On);
        let took = begun.elapsed();
        let plan = plan.map_err(|faults| refused(&self.file, "planned", &faults))?;
        check(&instance, &plan).map_err(unproven)?;
        tell(&plan, took);
        let answer = Answer {
            cost: plan.cost,
            bound: plan.bound,
            wide_bound: (plan.stats.cut > 0).then_some(plan.wide_bound),
            gap_percent: gap_percent(&plan),
            is_proven: plan.is_proven,
            milliseconds: took.as_millis(),
            quarters: plan.quarters(),
            empty_seats: plan.empty_seats(),
            held: reasons(&instance, &plan),
            lessons: plan.lessons,
            empty: plan.empty,
            stats: plan.stats,
            certificate: self.certificate.then_some(plan.certificate),
        };
        write(&answer)
    }
}

/// Writes an answer on standard output.
fn write(answer: &impl Serialize) -> Result<(), CliError> {
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, answer).map_err(std::io::Error::from)?;
    writeln!(out)?;
    Ok(())
}

/// An instance from a file; `chapter` of the README describes it.
fn read<T: DeserializeOwned>(file: &Path, chapter: &str) -> Result<T, CliError> {
    let at = |what: String| Rejection::invalid("file", format!("{}: {what}", file.display()));
    let text = std::fs::read(file).map_err(|cause| at(format!("it cannot be read ({cause}).")))?;
    let wrong = |cause: serde_json::Error| at(format!("{cause}. The README’s “{chapter}” shows what to write."));
    Ok(serde_json::from_slice(&text).map_err(wrong)?)
}

/// The first faults, a line each.
fn refused(file: &Path, what: &str, faults: &[impl Display]) -> Rejection {
    const MOST: usize = 10;
    let mut lines = vec![format!("{} cannot be {what}:", file.display())];
    lines.extend(faults.iter().take(MOST).map(|fault| format!("  {fault}")));
    if faults.len() > MOST {
        lines.push(format!("  … and {} more.", faults.len() - MOST));
    }
    Rejection::invalid("file", lines.join("\n"))
}

/// Never met: the check is there so that nobody has to take the engine's word.
fn unproven(flaw: impl Display) -> Rejection {
    Rejection::Conflict(format!("The engine’s answer does not stand its own check, and is not written. {flaw}"))
}

fn gap_percent(plan: &Plan) -> f64 {
    f64::from(i32::try_from(plan.gap()).unwrap_or(i32::MAX)) / 100.0
}

fn tell(plan: &Plan, took: Duration) {
    let proof = if plan.is_proven {
        "proven to be the cheapest".to_owned()
    } else {
        format!("at most {} % from the cheapest", gap_percent(plan))
    };
    say(&format!(
        "{} lessons in {} hours, {} seats stay empty; {proof}. {} ms.",
        plan.lessons.len(),
        (plan.quarters() + 3) / 4,
        plan.empty_seats(),
        took.as_millis()
    ));
}
