//! Solvers that come as Python packages: each in a folder of its own among the tools, fetched once.

use std::path::PathBuf;

use serde::Deserialize;

use crate::fault::{Outcome, While};
use crate::paths::Paths;
use crate::run::Run;

/// What is fetched, the folder that is named after it, and the line that works once it is there.
#[derive(Debug)]
pub struct Packages {
    pub names: &'static [&'static str],
    pub folder: &'static str,
    pub import: &'static str,
}

/// HiGHS.
pub const HIGHS: Packages =
    Packages { names: &["highspy==1.16.0", "numpy"], folder: "highspy-1.16.0", import: "import highspy" };

/// OR-Tools and SciPy.
pub const FLOWS: Packages = Packages {
    names: &["ortools==9.15.6755", "scipy==1.17.1", "numpy"],
    folder: "ortools-9.15-scipy-1.17",
    import: "import ortools.graph.python.min_cost_flow, scipy.sparse.csgraph",
};

/// A Python that has them, and the script that asks them.
#[derive(Debug)]
pub struct Python {
    program: PathBuf,
    script: PathBuf,
}

impl Python {
    /// Fetches the packages where they are missing; refuses where there is no Python, or no way to fetch them.
    pub fn bring(paths: &Paths, packages: &Packages, script: &str) -> Outcome<Self> {
        let folder = paths.tools.join(packages.folder);
        let program = folder.join("bin/python");
        let is_there = || Run::new(&program).args(["-c", packages.import]).quietly();
        if !program.exists() || is_there().is_err() {
            let advice = "apt-get install python3 python3-venv";
            Run::new("python3").args(["-m", "venv"]).arg(&folder).mended_by(advice).quietly()?;
            Run::new(&program).args(["-m", "pip", "install", "--quiet"]).args(packages.names).quietly()?;
            is_there()?;
        }
        Ok(Self { program, script: paths.repo.join("server/xtask/tools").join(script) })
    }

    /// What the script finds, on one core: the last line that it writes.
    pub fn ask<T: for<'de> Deserialize<'de>>(&self, words: &[&str]) -> Outcome<T> {
        // Libraries of numbers start a thread for each core otherwise.
        let text = Run::new(&self.program).arg(&self.script).args(words).env("OMP_NUM_THREADS", "1").text()?;
        let last = text.lines().last().unwrap_or_default();
        serde_json::from_str(last).while_doing("reading what the other solver found")
    }
}
