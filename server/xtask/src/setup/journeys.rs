//! The npm packages of the journeys, installed from their lock file whenever it has changed.

use std::fs;

use super::tools::npm_ci;
use crate::fault::{Outcome, While};
use crate::paths::Paths;
use crate::site::Digest;

/// Afterwards `end2end/node_modules` holds what the lock file names.
pub fn bring(paths: &Paths) -> Outcome {
    let folder = paths.journeys();
    let lock = fs::read(folder.join("package-lock.json")).while_doing("reading end2end/package-lock.json")?;
    let (mark, wanted) = (folder.join("node_modules/.installed"), Digest::of(&lock).to_string());
    if fs::read_to_string(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    npm_ci(&folder)?;
    fs::write(&mark, wanted).while_doing("noting what is installed")
}
