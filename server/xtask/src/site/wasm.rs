//! Compiles `frontend` for the browser.

use std::path::PathBuf;

use super::Site;
use crate::cargo::cargo;
use crate::fault::Outcome;
use crate::setup::WASM;

/// The module as rustc leaves it. Cargo decides whether there is anything to do.
pub fn build(site: &Site) -> Outcome<PathBuf> {
    let profile = site.grade.profile();
    cargo(site.paths).args(["build", "-p", "frontend", "--target", WASM, "--profile", profile]).go()?;
    Ok(site.paths.target.join(WASM).join(profile).join("frontend.wasm"))
}
