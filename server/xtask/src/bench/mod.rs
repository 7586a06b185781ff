//! `cargo xtask bench`: the table of measures, a line per row, each ending in `pass` or `short`.
//! Rows measure the server from outside, as a browser meets it, or what it holds in memory, or an engine beside another
//! solver. Timings are no tests: the exit code of a row that falls short is still success, and only W1, which is a size
//! and not a time, is also checked by `cargo xtask test`.

mod cores;
mod e1;
mod editor;
mod engine;
mod f1;
mod http;
mod load;
mod m4;
mod m6;
mod matching;
mod peers;
mod python;
mod r4;
mod server;
mod sse;
mod stats;
mod streams;
mod w1;
mod w5;
mod w6;
mod w7;
mod weight;

use std::path::PathBuf;

use clap::Args;

pub use weight::within_budget;

use crate::cargo;
use crate::fault::Outcome;
use crate::paths::{Build, Paths};
use crate::say;
use crate::setup;
use crate::site::{Grade, Site};

/// Every row there is. A new one is a file of its own and a line here.
const ROWS: [&Row; 18] = [
    &w1::ROW,
    &w5::ROW,
    &w6::ROW,
    &w7::ROW,
    &f1::ROW,
    &e1::ROW,
    &peers::G1,
    &peers::G2,
    &peers::G3,
    &peers::L1,
    &peers::A3,
    &matching::M1,
    &matching::M2,
    &matching::M3,
    &m4::ROW,
    &m6::ROW,
    &matching::M8,
    &r4::ROW,
];

/// What to measure, and in which build.
#[derive(Debug, Args)]
pub struct Wishes {
    /// These rows alone: W1 W5 W6 W7 F1 E1 G1 G2 G3 L1 A3 M1 M2 M3 M4 M6 M8 R4.
    #[arg(value_name = "ROW", value_parser = named)]
    rows: Vec<&'static Row>,
    /// Measures the optimised server, which is the one the goals are set for.
    #[arg(long)]
    release: bool,
}

/// A row of the table.
#[derive(Debug)]
struct Row {
    id: &'static str,
    what: &'static str,
    goal: &'static str,
    /// True when it measures the served site, which has to be built first.
    of_server: bool,
    measure: fn(&Subject) -> Outcome<Figure>,
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
    build: Build,
    binary: PathBuf,
    site: PathBuf,
}

/// Builds, measures and prints.
pub fn bench(paths: &Paths, wishes: &Wishes) -> Outcome {
    let build = if wishes.release { Build::Release } else { Build::Dev };
    let rows = if wishes.rows.is_empty() { &ROWS[..] } else { &wishes.rows };
    let tools = setup::for_building(paths)?;
    let site = Site::new(paths, &tools, Grade::Full);
    if rows.iter().any(|row| row.of_server) {
        site.build()?;
        say::step("server", || cargo::build_binaries(paths, build, &["kith"]))?;
    }
    let subject = Subject { paths, build, binary: paths.binary(build, "kith"), site: site.folder };
    say::line(cores::keep_load_apart());
    let cells = rows.iter().map(|row| row.cells(&subject));
    let head = ["row", "what", "ours", "goal", ""].map(str::to_owned);
    let cells: Vec<[String; 5]> = std::iter::once(head).chain(cells).collect();
    say::line("");
    table(&cells).iter().for_each(say::line);
    Ok(())
}

fn named(id: &str) -> Result<&'static Row, String> {
    let found = ROWS.into_iter().find(|row| row.id.eq_ignore_ascii_case(id));
    found.ok_or_else(|| format!("the rows are {}", ROWS.map(|row| row.id).join(", ")))
}

impl Row {
    /// A row that could not be measured is short, and says why above the table.
    fn cells(&self, subject: &Subject) -> [String; 5] {
        let figure = say::step(self.id, || (self.measure)(subject)).unwrap_or_else(|fault| {
            say::line(fault);
            Figure { ours: "not measured, see above".to_owned(), reached: false }
        });
        let verdict = if figure.reached { "pass" } else { "short" };
        [self.id, self.what, &figure.ours, self.goal, verdict].map(str::to_owned)
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
    use super::{named, table};

    #[test]
    fn a_row_is_found_by_its_name_in_either_case() {
        assert_eq!(named("w5").unwrap().id, "W5");
        assert_eq!(
            named("W99").unwrap_err(),
            "the rows are W1, W5, W6, W7, F1, E1, G1, G2, G3, L1, A3, M1, M2, M3, M4, M6, M8, R4"
        );
    }

    #[test]
    fn columns_line_up_and_a_row_ends_in_its_verdict() {
        let rows = [["W1", "118 KB", "≤ 400 KB", "pass"], ["F1", "p50 5.4 ms, none lost", "≤ 15 ms", "short"]];
        let lines = table(&rows.map(|row| row.map(str::to_owned)));
        assert_eq!(lines[0], "W1  118 KB                 ≤ 400 KB  pass");
        assert_eq!(lines[1], "F1  p50 5.4 ms, none lost  ≤ 15 ms   short");
    }
}
