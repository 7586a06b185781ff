//! Shrinks the modules for the way they travel. `-Oz` makes a smaller file that compresses worse: it merges and reorders
//! until code that was alike no longer is. Measured on an early Kith, in KB as it is and as Brotli: untouched 1,927 and
//! 385, `-Oz` 1,563 and 411, these passes 1,818 and 375 — in a third of the time.

use std::ffi::OsStr;
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::bindgen::{Bound, SCRIPT};
use super::hash::Digest;
use super::{Grade, Site, files, stamp};
use crate::fault::{Fault, Outcome, While};
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

/// One process a core: most of the time is spent on starting wasm-opt.
fn shrink_modules(site: &Site, modules: &[PathBuf], small: &Path) -> Outcome {
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(module) = modules.get(next.fetch_add(1, Ordering::Relaxed)) {
            let wasm_opt = Run::new(&site.tools.wasm_opt).args(FEATURES).args(PASSES).arg(module);
            wasm_opt.arg("-o").arg(beneath(small, module)).quietly()?;
        }
        Ok(())
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let ended =
            workers.into_iter().map(|worker| worker.join().unwrap_or_else(|_| Err(Fault::new("wasm-opt stopped"))));
        ended.collect()
    })
}

fn beneath(folder: &Path, part: &Path) -> PathBuf {
    folder.join(part.file_name().unwrap_or_default())
}
