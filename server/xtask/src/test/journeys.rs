//! The journeys: Playwright against the server and site that were just built.

use std::path::Path;

use serde::Deserialize;

use super::counts::Count;
use crate::cargo::build_binaries;
use crate::fault::{Fault, Outcome, While};
use crate::paths::{Build, Paths};
use crate::run::Run;
use crate::setup;

/// Runs all of them; each starts a server of its own.
pub fn run(paths: &Paths) -> Outcome<Count> {
    build_binaries(paths, Build::Dev, &["kith"])?;
    let chromium = setup::chromium().ok_or_else(|| Fault::new("Chromium is missing"))?;
    let report = paths.target.join("journeys.json");
    std::fs::remove_file(&report).unwrap_or_default();
    let ended = Run::new(Path::new("node_modules/.bin/playwright"))
        .inside(&paths.journeys())
        .arg("test")
        .env("CI", "1")
        .env("KITH_BIN", paths.binary(Build::Dev, "kith"))
        .env("KITH_SITE", paths.site())
        .env("KITH_REPORT", &report)
        .env(setup::CHROMIUM_ELSEWHERE, chromium)
        .go();
    let text = std::fs::read_to_string(&report).while_doing("reading what Playwright reports");
    match (text, ended) {
        (Ok(text), ended) => Ok(count(&text)?.unless_crashed(ended.is_ok())),
        (Err(_), Err(fault)) => Err(fault),
        (Err(fault), Ok(())) => Err(fault),
    }
}

/// The part of Playwright's JSON report that counts.
#[derive(Debug, Deserialize)]
struct Report {
    stats: Stats,
    #[serde(default)]
    errors: Vec<serde_json::Value>,
}

/// `unexpected` failed; `flaky` failed first and passed when tried again.
#[derive(Debug, Deserialize)]
struct Stats {
    expected: u64,
    unexpected: u64,
    flaky: u64,
}

fn count(report: &str) -> Outcome<Count> {
    let report: Report = serde_json::from_str(report).while_doing("reading what Playwright reports")?;
    let count = Count { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky };
    Ok(count.unless_crashed(report.errors.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::count;
    use crate::test::counts::Count;

    #[test]
    fn a_journey_that_passes_only_when_tried_again_has_failed() {
        let report = r#"{"stats":{"expected":12,"skipped":3,"unexpected":1,"flaky":2},"errors":[],"suites":[]}"#;
        assert_eq!(count(report).unwrap(), Count { passed: 12, failed: 3 });
    }

    #[test]
    fn a_journey_file_that_does_not_load_is_a_failure() {
        let report =
            r#"{"stats":{"expected":0,"skipped":0,"unexpected":0,"flaky":0},"errors":[{"message":"SyntaxError"}]}"#;
        assert_eq!(count(report).unwrap(), Count::FAILED);
    }
}
