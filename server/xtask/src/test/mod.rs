//! `cargo xtask test`: every level in order, each timed. A level that fails does not stop the next, so that one run
//! reports them all; the last line is the total, and the exit code says whether anything failed.

mod binaries;
mod counts;
mod journeys;
mod level;

use std::cell::OnceCell;
use std::process::ExitCode;
use std::time::{Duration, Instant};

pub use level::Level;

use self::binaries::Binary;
use self::counts::Count;
use crate::bench::within_budget;
use crate::cargo::{NATIVE, build_binaries, cargo};
use crate::fault::{Fault, Outcome};
use crate::paths::{Build, Paths};
use crate::say;
use crate::setup::{self, Tools, WASM};
use crate::site::{Grade, Site};

/// Runs the chosen levels, or all of them, and says with the exit code whether anything failed.
pub fn test(paths: &Paths, only: &[Level]) -> ExitCode {
    let levels = level::chosen(only);
    let ground = Ground::prepare(paths, &levels);
    let reports: Vec<Report> = levels.iter().map(|level| ground.report(*level)).collect();
    say::line("");
    for report in &reports {
        say::line(report.line());
    }
    let total = reports.iter().map(|report| report.count).sum::<Count>();
    say::line(format_args!("\n{total}"));
    if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn unneeded<T>() -> Outcome<T> {
    Err(Fault::new("not set up, since no chosen level needs it"))
}

/// What came of one level.
#[derive(Debug)]
struct Report {
    level: Level,
    count: Count,
    time: Duration,
}

impl Report {
    fn line(&self) -> String {
        format!("{:<14} {:<28} {:>9}", self.level.name(), self.count.to_string(), say::duration(self.time))
    }
}

/// What levels stand on: set-up, and what is compiled once for several of them.
#[derive(Debug)]
struct Ground<'a> {
    paths: &'a Paths,
    tools: Outcome<Tools>,
    browser: Outcome,
    binaries: OnceCell<Outcome<Vec<Binary>>>,
}

impl<'a> Ground<'a> {
    /// Brings what the levels need. What could not be brought fails the levels that need it, and no other.
    fn prepare(paths: &'a Paths, levels: &[Level]) -> Self {
        let tools = if levels.iter().any(|level| level.needs_wasm()) { setup::for_building(paths) } else { unneeded() };
        let browser = if levels.contains(&Level::Journeys) { setup::for_journeys(paths) } else { unneeded() };
        Self { paths, tools, browser, binaries: OnceCell::new() }
    }

    fn report(&self, level: Level) -> Report {
        say::line(format_args!("→ {}", level.name()));
        if level.is_compiled_with_others() {
            self.compiled();
        }
        let start = Instant::now();
        let count = self.run(level).unwrap_or_else(|fault| {
            say::line(fault);
            Count::FAILED
        });
        if count == Count::default() {
            say::line("Nothing ran, which is no success.");
        }
        let count = count.unless_empty();
        let report = Report { level, count, time: start.elapsed() };
        say::line(format_args!("{} {}", if count.failed == 0 { '✓' } else { '✗' }, report.line()));
        report
    }

    fn run(&self, level: Level) -> Outcome<Count> {
        match level {
            Level::Format => cargo(self.paths).args(["fmt", "--all", "--check"]).go().map(|()| Count::PASSED),
            Level::Clippy => self.clippy_native().map(|()| Count::PASSED),
            Level::ClippyWasm => self.clippy_wasm().map(|()| Count::PASSED),
            Level::Site => self.site().map(|()| Count::PASSED),
            Level::Rules | Level::Operations | Level::Http | Level::Tidy => self.run_binaries(level),
            Level::Tool => binaries::run_all(self.paths, &binaries::compile(self.paths, &["-p", "xtask"])?),
            Level::Journeys => self.browser.clone().and_then(|()| journeys::run(self.paths)),
        }
    }

    fn clippy_native(&self) -> Outcome {
        let strict = ["--all-targets", "--", "-D", "warnings"];
        cargo(self.paths).arg("clippy").args(NATIVE).args(["-p", "peers"]).args(strict).go()?;
        cargo(self.paths).args(["clippy", "-p", "xtask"]).args(strict).go()
    }

    /// `domain` also alone: it has to build for the browser with nothing but its own features.
    fn clippy_wasm(&self) -> Outcome {
        self.tools.clone()?;
        for package in ["frontend", "domain"] {
            cargo(self.paths).args(["clippy", "-p", package, "--target", WASM, "--", "-D", "warnings"]).go()?;
        }
        Ok(())
    }

    /// As it is shipped, and no heavier than its budget.
    fn site(&self) -> Outcome {
        let tools = self.tools.clone()?;
        let site = Site::new(self.paths, &tools, Grade::Full);
        within_budget(self.paths, &site.folder, &site.build()?)
    }

    fn run_binaries(&self, level: Level) -> Outcome<Count> {
        let all = self.compiled().clone()?;
        let own: Vec<Binary> =
            all.into_iter().filter(|binary| level.owns(&binary.folder_in(self.paths), &binary.target)).collect();
        binaries::run_all(self.paths, &own)
    }

    /// The test programs of every native level. Compiled by whoever asks first, and timed as a step of its own.
    fn compiled(&self) -> &Outcome<Vec<Binary>> {
        self.binaries.get_or_init(|| {
            let compiled = say::step("compiling the tests", || binaries::compile(self.paths, &NATIVE))?;
            say::step("compiling the server", || build_binaries(self.paths, Build::Dev, &["kith", "surreal"]))?;
            Ok(compiled)
        })
    }
}
