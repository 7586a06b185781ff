//! W7: from starting the process to its first answer, with 10,000 people and a million events, and the memory it then
//! sits on. The data is generated once and kept in the target folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::server::{Filled, Server};
use super::stats::{Times, ms};
use super::{Figure, Row, Subject};
use crate::fault::{Outcome, While};
use crate::run::Run;
use crate::say;

pub const ROW: Row = Row {
    id: "W7",
    what: "start to first 200, 10,000 people, 1,000,000 events",
    goal: "≤ 500 ms",
    of_server: true,
    measure,
};

const STARTS: usize = 5;
const GENERATE: [&str; 5] = ["demo", "--people", "10000", "--events", "1000000"];

fn measure(subject: &Subject) -> Outcome<Figure> {
    let data = large_organisation(subject)?;
    let mut starts = Vec::new();
    let mut memory = None;
    for _ in 0..STARTS {
        let server = Server::start(subject, Filled::Existing(&data))?;
        starts.push(server.until_ready);
        thread::sleep(Duration::from_secs(1));
        memory = server.resident_kib();
    }
    let median = Times::new(starts).median();
    let memory = memory.map_or_else(|| "unknown".to_owned(), |kib| format!("{} MB", kib / 1_000));
    Ok(Figure {
        ours: format!("{} (median of {STARTS}), idle RSS {memory}", ms(median)),
        reached: median <= Duration::from_millis(500),
    })
}

/// A folder that was only generated in part is not taken for the whole: it gets its name when it is complete.
fn large_organisation(subject: &Subject) -> Outcome<PathBuf> {
    let place = subject.paths.target.join("bench/large");
    if !place.exists() {
        let part = subject.paths.target.join("bench/large.part");
        say::step("generating a large organisation", || generate(&subject.binary, &part))?;
        fs::rename(&part, &place).while_doing("keeping the generated data")?;
    }
    Ok(place)
}

fn generate(binary: &Path, part: &Path) -> Outcome {
    if part.exists() {
        fs::remove_dir_all(part).while_doing("clearing half-generated data")?;
    }
    Run::new(binary).args(GENERATE).arg("--data").arg(part).env("RUST_MIN_STACK", "16777216").quietly()
}
