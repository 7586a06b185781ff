//! Shrinks the modules for the way they travel. `-Oz` makes a smaller file that compresses worse: it merges and reorders
//! until code that was alike no longer is. Measured on an early Kith, in KB as it is and as Brotli: untouched 1,927 and
//! 385, `-Oz` 1,563 and 411, these passes 1,818 and 375 — in a third of the time.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::bindgen::{Bound, SCRIPT};
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

/// A folder with the scripts and modules to publish; as they are when building quickly.
pub fn shrink(site: &Site, bound: &Bound) -> Outcome<PathBuf> {
    if site.grade == Grade::Quick {
        return Ok(bound.folder.clone());
    }
    let small = site.work.join("small");
    let passes = [FEATURES.join(" "), PASSES.join(" ")];
    let inputs = Digest::of_all([files::digest_below(&bound.folder)?.to_string()].into_iter().chain(passes));
    stamp::unless_unchanged(&small.join(SCRIPT), &inputs, || {
        if small.exists() {
            fs::remove_dir_all(&small).while_doing("clearing the previous modules")?;
        }
        fs::create_dir_all(&small).while_doing("making a folder for wasm-opt")?;
        for part in files::below(&bound.folder)? {
            let Some(name) = part.file_name() else { continue };
            match part.extension().and_then(OsStr::to_str) {
                Some("wasm") => shrink_module(site, &part, &small.join(name))?,
                Some("js") => files::write(&small.join(name), &files::read(&part)?).map(drop)?,
                Some(_) | None => {}
            }
        }
        Ok(())
    })?;
    Ok(small)
}

fn shrink_module(site: &Site, module: &Path, small: &Path) -> Outcome {
    Run::new(&site.tools.wasm_opt).args(FEATURES).args(PASSES).arg(module).arg("-o").arg(small).quietly()
}
