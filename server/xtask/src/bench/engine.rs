//! The bench programs of `domain`, each timed alone in an optimised build, and the files between them and other solvers.

use std::fs;
use std::path::PathBuf;

use serde::Deserialize;

use crate::cargo;
use crate::fault::{Outcome, While};
use crate::paths::Paths;

/// One of them.
#[derive(Debug)]
pub struct Engine<'a> {
    pub paths: &'a Paths,
    pub program: &'static str,
}

impl Engine<'_> {
    /// What it writes when it is asked.
    pub fn ask<T: for<'de> Deserialize<'de>>(&self, words: &[&str]) -> Outcome<T> {
        let call = cargo::cargo(self.paths).args(["bench", "--quiet", "-p", "domain", "--bench", self.program, "--"]);
        let text = call.args(words).text()?;
        serde_json::from_str(&text).while_doing(format_args!("reading what `{}` wrote", words.join(" ")))
    }

    /// The file of an instance, made by it.
    pub fn written(&self, name: &str) -> Outcome<PathBuf> {
        let folder = self.paths.target.join("bench").join(self.program);
        fs::create_dir_all(&folder).while_doing("making room for instances")?;
        let file = folder.join(format!("{name}.json"));
        self.ask::<serde_json::Value>(&["write", name, &file.display().to_string()])?;
        Ok(file)
    }
}
