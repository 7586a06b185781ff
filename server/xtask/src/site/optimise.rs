//! Shrinks the module for the way it travels. `-Oz` makes a smaller file that compresses worse: it merges and reorders
//! until code that was alike no longer is. Measured on an early Kith, in KB as it is and as Brotli: untouched 1,927 and
//! 385, `-Oz` 1,563 and 411, these passes 1,818 and 375 — in a third of the time.

use std::fs;
use std::path::PathBuf;

use super::bindgen::Bound;
use super::hash::Digest;
use super::{Grade, Site, files, stamp};
use crate::fault::{Outcome, While};
use crate::run::Run;

/// What rustc and wasm-bindgen use; a module that needs more is refused, and the message names the flag.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// In the order in which they run.
const PASSES: [&str; 5] =
    ["--duplicate-function-elimination", "--dae", "-O1", "--duplicate-function-elimination", "--dae"];

/// The module to publish; as it is when building quickly.
pub fn shrink(site: &Site, bound: &Bound) -> Outcome<PathBuf> {
    if site.grade == Grade::Quick {
        return Ok(bound.wasm.clone());
    }
    let small = site.work.join("small/kith_bg.wasm");
    let inputs =
        Digest::of_all([Digest::of(&files::read(&bound.wasm)?).to_string(), FEATURES.join(" "), PASSES.join(" ")]);
    stamp::unless_unchanged(&small, &inputs, || {
        fs::create_dir_all(site.work.join("small")).while_doing("making a folder for wasm-opt")?;
        Run::new(&site.tools.wasm_opt).args(FEATURES).args(PASSES).arg(&bound.wasm).arg("-o").arg(&small).quietly()
    })?;
    Ok(small)
}
