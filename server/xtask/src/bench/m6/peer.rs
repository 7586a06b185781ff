//! HiGHS as a peer: the solver's Python package in a folder of its own among the tools, and a script that reads the
//! documented file.

use std::path::PathBuf;

use serde::Deserialize;

use crate::fault::{Outcome, While};
use crate::paths::Paths;
use crate::run::Run;

/// What is installed, and the folder that is named after it.
const PACKAGES: [&str; 2] = ["highspy==1.16.0", "numpy"];
const FOLDER: &str = "highspy-1.16.0";
/// Seconds after which HiGHS gives what it has.
const LIMIT: &str = "60";

/// What it came to.
#[derive(Debug, Deserialize)]
pub struct Theirs {
    pub milliseconds: u32,
    pub cost: i64,
    pub empty: u32,
    pub is_optimal: bool,
}

/// HiGHS, ready to be asked.
#[derive(Debug)]
pub struct Peer {
    python: PathBuf,
    script: PathBuf,
}

impl Peer {
    /// Installs it where it is missing; refuses where there is no Python, or no way to fetch it.
    pub fn bring(paths: &Paths) -> Outcome<Self> {
        let folder = paths.tools.join(FOLDER);
        let python = folder.join("bin/python");
        let is_there = || Run::new(&python).args(["-c", "import highspy"]).quietly();
        if !python.exists() || is_there().is_err() {
            let advice = "apt-get install python3 python3-venv";
            Run::new("python3").args(["-m", "venv"]).arg(&folder).mended_by(advice).quietly()?;
            Run::new(&python).args(["-m", "pip", "install", "--quiet"]).args(PACKAGES).quietly()?;
            is_there()?;
        }
        Ok(Self { python, script: paths.repo.join("server/xtask/tools/cover_plan.py") })
    }

    /// Solves an instance, on one core.
    pub fn solve(&self, file: &str) -> Outcome<Theirs> {
        let text = Run::new(&self.python).arg(&self.script).args([file, LIMIT]).text()?;
        // HiGHS says its version first.
        let last = text.lines().last().unwrap_or_default();
        serde_json::from_str(last).while_doing("reading what HiGHS found")
    }
}
