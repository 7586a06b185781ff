//! Shrinks the module.

use std::fs;
use std::path::PathBuf;

use super::bindgen::Bound;
use super::hash::Digest;
use super::{Grade, Site, files, stamp};
use crate::fault::{Outcome, While};
use crate::run::Run;

/// What rustc and wasm-bindgen use; a module that needs more is refused, and the message names the flag.
const FLAGS: [&str; 8] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The module to publish; as it is when building quickly.
pub fn shrink(site: &Site, bound: &Bound) -> Outcome<PathBuf> {
    if site.grade == Grade::Quick {
        return Ok(bound.wasm.clone());
    }
    let small = site.work.join("small/kith_bg.wasm");
    let inputs = Digest::of_all([Digest::of(&files::read(&bound.wasm)?).to_string(), FLAGS.join(" ")]);
    stamp::unless_unchanged(&small, &inputs, || {
        fs::create_dir_all(site.work.join("small")).while_doing("making a folder for wasm-opt")?;
        Run::new(&site.tools.wasm_opt).args(FLAGS).arg(&bound.wasm).arg("-o").arg(&small).quietly()
    })?;
    Ok(small)
}
