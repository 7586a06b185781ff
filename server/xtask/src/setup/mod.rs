//! Brings what a fresh machine lacks. Every step looks first, and takes no time when nothing is missing.
//! Nothing outside the toolchain's own folder, the tools folder and `end2end/node_modules` is changed, except that
//! Chromium is installed as a system package when there is none.

mod chromium;
mod debian;
mod journeys;
mod tools;
mod wasm_target;

pub use chromium::{ELSEWHERE as CHROMIUM_ELSEWHERE, path as chromium};
pub use tools::Tools;
pub use wasm_target::TARGET as WASM;

use crate::fault::Outcome;
use crate::paths::Paths;
use crate::say;

/// What building the site needs.
pub fn for_building(paths: &Paths) -> Outcome<Tools> {
    say::step("set-up: wasm target", || wasm_target::bring(paths))?;
    say::step("set-up: wasm-opt and Lightning CSS", || tools::bring(paths))
}

/// What the journeys need on top of it.
pub fn for_journeys(paths: &Paths) -> Outcome {
    say::step("set-up: Chromium", chromium::bring)?;
    say::step("set-up: npm packages of the journeys", || journeys::bring(paths))
}
