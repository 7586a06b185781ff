//! Shrinks the modules for the way they travel. `-Oz` makes a smaller file that compresses worse: it merges and reorders
//! until code that was alike no longer is. Measured on an early Kith, in KB as it is and as Brotli: untouched 1,927 and
//! 385, `-Oz` 1,563 and 411, these passes 1,818 and 375 — in a third of the time.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::bindgen::{Bound, SCRIPT};
use super::hash::Digest;
use super::{Grade, Site, files, stamp};
use crate::fault::{Outcome, While};
use crate::run::Run;

/// What rustc and wasm-bindgen use, by binaryen's names; a module that needs more is refused.
const FEATURES: [&str; 7] =
    ["BulkMemory", "BulkMemoryOpt", "Multivalue", "MutableGlobals", "NontrappingFPToInt", "ReferenceTypes", "SignExt"];

/// In the order in which they run; `-O1` is all that binaryen does at that level.
const PASSES: [&str; 5] = ["duplicate-function-elimination", "dae", "-O1", "duplicate-function-elimination", "dae"];

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
        let (mut modules, mut scripts) = (Vec::new(), Vec::new());
        for part in files::below(&bound.folder)? {
            match part.extension().and_then(OsStr::to_str) {
                Some("wasm") => modules.push(part),
                Some("js") => scripts.push(part),
                Some(_) | None => {}
            }
        }
        for script in scripts {
            files::write(&beneath(&small, &script), &files::read(&script)?)?;
        }
        shrink_modules(site, &modules, &small)?;
        Ok(())
    })?;
    Ok(small)
}

/// In one process: starting binaryen takes longer than most modules do.
fn shrink_modules(site: &Site, modules: &[PathBuf], small: &Path) -> Outcome {
    let each = |module: &PathBuf| json!({ "from": module, "to": beneath(small, module) });
    let modules: Vec<_> = modules.iter().map(each).collect();
    let (library, features, passes) = (&site.tools.binaryen, FEATURES, PASSES);
    let wanted = json!({ "library": library, "features": features, "passes": passes, "modules": modules });
    Run::new("node").arg(&site.tools.shrink).fed(&wanted.to_string())
}

fn beneath(folder: &Path, part: &Path) -> PathBuf {
    folder.join(part.file_name().unwrap_or_default())
}
