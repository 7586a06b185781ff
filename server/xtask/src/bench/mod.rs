//! `cargo xtask bench`: the table of measures, a line per row, each ending in `pass` or `short`.
//! A row measures the server from outside, as a browser meets it. Timings are no tests: the exit code of a row that
//! falls short is still success, and only W1, which is a size and not a time, is also checked by `cargo xtask test`.

mod cores;
mod f1;
mod http;
mod server;
mod sse;
mod stats;
mod streams;
mod w1;
mod w5;
mod w7;
mod weight;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

pub use weight::within_budget;

use crate::cargo;
use crate::fault::Outcome;
use crate::paths::{Build, Paths};
use crate::say;
use crate::setup;
use crate::site::{Grade, Site};

#[derive(Debug, Args)]
pub struct Wishes {
    /// These rows alone.
    #[arg(value_name = "ROW")]
    rows: Vec<Row>,
    /// Measures the optimised server, which is the one the goals are set for.
    #[arg(long)]
    release: bool,
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Row {
    /// Brotli transfer of the first page.
    W1,
    /// The heaviest page at 200 requests a second.
    W5,
    /// From start to the first answer, with a large organisation.
    W7,
    /// From a durable edit to a thousand open pages.
    F1,
}

/// What a row came to.
#[derive(Debug)]
struct Figure {
    ours: String,
    reached: bool,
}

/// What the rows measure.
#[derive(Debug)]
struct Subject<'a> {
    paths: &'a Paths,
    binary: PathBuf,
    site: PathBuf,
}

/// Builds, measures and prints.
pub fn bench(paths: &Paths, wishes: &Wishes) -> Outcome {
    let build = if wishes.release { Build::Release } else { Build::Dev };
    let tools = setup::for_building(paths)?;
    let site = Site::new(paths, &tools, Grade::Full);
    site.build()?;
    say::step("server", || cargo::build_binaries(paths, build, &["kith"]))?;
    let subject = Subject { paths, binary: paths.binary(build, "kith"), site: site.folder };
    say::line(cores::keep_load_apart());
    let rows = if wishes.rows.is_empty() { Row::value_variants() } else { &wishes.rows };
    let rows = rows.iter().map(|row| row.cells(&subject));
    let cells: Vec<[String; 5]> =
        [["row", "what", "ours", "goal", ""].map(str::to_owned)].into_iter().chain(rows).collect();
    say::line("");
    table(&cells).iter().for_each(say::line);
    Ok(())
}

impl Row {
    fn id(self) -> &'static str {
        match self {
            Self::W1 => "W1",
            Self::W5 => "W5",
            Self::W7 => "W7",
            Self::F1 => "F1",
        }
    }

    fn what(self) -> &'static str {
        match self {
            Self::W1 => w1::WHAT,
            Self::W5 => w5::WHAT,
            Self::W7 => w7::WHAT,
            Self::F1 => f1::WHAT,
        }
    }

    fn goal(self) -> &'static str {
        match self {
            Self::W1 => w1::GOAL,
            Self::W5 => w5::GOAL,
            Self::W7 => w7::GOAL,
            Self::F1 => f1::GOAL,
        }
    }

    fn measure(self, subject: &Subject) -> Outcome<Figure> {
        match self {
            Self::W1 => w1::measure(subject),
            Self::W5 => w5::measure(subject),
            Self::W7 => w7::measure(subject),
            Self::F1 => f1::measure(subject),
        }
    }

    /// A row that could not be measured is short, and says why above the table.
    fn cells(self, subject: &Subject) -> [String; 5] {
        let figure = say::step(self.id(), || self.measure(subject)).unwrap_or_else(|fault| {
            say::line(fault);
            Figure { ours: "not measured, see above".to_owned(), reached: false }
        });
        let verdict = if figure.reached { "pass" } else { "short" };
        [self.id().to_owned(), self.what().to_owned(), figure.ours, self.goal().to_owned(), verdict.to_owned()]
    }
}

/// A line per row, every column as wide as its widest cell.
fn table<const COLUMNS: usize>(rows: &[[String; COLUMNS]]) -> Vec<String> {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; COLUMNS] = std::array::from_fn(width);
    let line = |row: &[String; COLUMNS]| {
        let cells: Vec<String> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        cells.join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn columns_line_up_and_a_row_ends_in_its_verdict() {
        let rows = [["W1", "118 KB", "≤ 400 KB", "pass"], ["F1", "p50 5.4 ms, none lost", "≤ 15 ms", "short"]];
        let lines = table(&rows.map(|row| row.map(str::to_owned)));
        assert_eq!(lines[0], "W1  118 KB                 ≤ 400 KB  pass");
        assert_eq!(lines[1], "F1  p50 5.4 ms, none lost  ≤ 15 ms   short");
    }
}
