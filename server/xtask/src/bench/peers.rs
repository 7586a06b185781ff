//! G1, G2 and G3: what the server holds in memory, beside other ways to ask the same; and the editor of programs: L1, a
//! change that reaches ten thousand people, and A3, twenty admins at once. A program of its own measures them
//! (`server/store/peers`), since SQLite is nothing that the product should be built with.
//!
//! In the development profile that program's own code, `domain` and SQLite are optimised all the same, so that those
//! two sides are what they are in a release; SurrealDB is then as it is in development, about half as quick.

use super::{Figure, Row, Subject, cores};
use crate::cargo::{NATIVE, cargo};
use crate::fault::{Fault, Outcome, While};
use crate::paths::Build;
use crate::say;

pub const G1: Row = Row {
    id: "G1",
    what: "who can teach me, who knows what I know; 10,000 people",
    goal: "p99 ≤ 1 ms, ≥ 50× SurrealQL, ≥ 3× SQLite, equal answers",
    of_server: false,
    measure: |subject| measure(subject, "G1"),
};

pub const G2: Row = Row {
    id: "G2",
    what: "cover and single points of failure, 10,000 people",
    goal: "≤ 50 ms, equal to the tables after 10,000 edits",
    of_server: false,
    measure: |subject| measure(subject, "G2"),
};

pub const G3: Row = Row {
    id: "G3",
    what: "durable edit → in the graph; rebuild of 1,000,000 edges",
    goal: "p99 ≤ 20 ms; ≤ 2 s",
    of_server: false,
    measure: |subject| measure(subject, "G3"),
};

pub const L1: Row = Row {
    id: "L1",
    what: "a change to a program with 10,000 people in it",
    goal: "preview p99 ≤ 300 ms, save p99 ≤ 100 ms",
    of_server: false,
    measure: |subject| measure(subject, "L1"),
};

pub const A3: Row = Row {
    id: "A3",
    what: "20 admins edit one program for a minute",
    goal: "no lost update, no lost character",
    of_server: false,
    measure: |subject| measure(subject, "A3"),
};

/// What the development profile does not optimise and both sides of a comparison stand on.
const MEASURED: [&str; 4] = ["domain", "libsqlite3-sys", "peers", "rusqlite"];

fn measure(subject: &Subject, row: &str) -> Outcome<Figure> {
    say::step("the peers", || build(subject))?;
    let program = cores::on_first_core(&subject.paths.binary(subject.build, "peers"));
    let said = program.arg(row).env("RUST_MIN_STACK", "16777216").text()?;
    figure(said.lines().last().unwrap_or_default())
}

fn build(subject: &Subject) -> Outcome {
    let call = cargo(subject.paths).arg("build").args(NATIVE).args(["-p", "peers", "--bin", "peers", "--examples"]);
    match subject.build {
        Build::Release => call.arg("--release").go(),
        Build::Dev => {
            let optimised = MEASURED.map(|name| format!("profile.dev.package.{name}.opt-level=3"));
            call.args(optimised.iter().flat_map(|setting| ["--config", setting.as_str()])).go()
        }
    }
}

/// The last line that the program printed.
fn figure(line: &str) -> Outcome<Figure> {
    let read: serde_json::Value = serde_json::from_str(line).while_doing("reading what the peers printed")?;
    match (read["ours"].as_str(), read["reached"].as_bool()) {
        (Some(ours), Some(reached)) => Ok(Figure { ours: ours.to_owned(), reached }),
        _ => Err(Fault::new(format!("the peers printed no figure: {line}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn a_figure_is_read_from_the_line_that_was_printed() {
        let read = figure(r#"{"ours":"p99 80 µs","reached":true}"#).unwrap();
        assert_eq!((read.ours.as_str(), read.reached), ("p99 80 µs", true));
        assert!(figure(r#"{"fault":"the answers differ"}"#).unwrap_err().to_string().contains("the answers differ"));
        assert!(figure("").is_err());
    }
}
