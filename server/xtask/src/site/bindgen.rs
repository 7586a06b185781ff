//! Writes the JavaScript that joins the module to the page. wasm-bindgen is linked in rather than installed, so its
//! version cannot differ from the one the browser code is compiled against.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use super::hash::Digest;
use super::{Site, files, stamp};
use crate::fault::{Fault, Outcome, While};

/// The module and the script that loads it.
#[derive(Debug)]
pub struct Bound {
    pub script: PathBuf,
    pub wasm: PathBuf,
}

/// Binds the compiled module, unless it is the one that was bound last.
pub fn bind(site: &Site, compiled: &Path) -> Outcome<Bound> {
    let folder = site.work.join("bound");
    let bound = Bound { script: folder.join("kith.js"), wasm: folder.join("kith_bg.wasm") };
    let inputs = Digest::of(&files::read(compiled)?);
    stamp::unless_unchanged(&bound.script, &inputs, || {
        if folder.exists() {
            fs::remove_dir_all(&folder).while_doing("clearing the previous module")?;
        }
        generate(compiled, &folder)?;
        refuse_snippets(&folder)
    })?;
    Ok(bound)
}

fn generate(compiled: &Path, folder: &Path) -> Outcome {
    let mut bindgen = Bindgen::new();
    let bindgen = bindgen.web(true).while_doing("choosing the kind of script")?;
    // The loader says where the module is: its name carries a digest, which the script does not know.
    let bindgen = bindgen.omit_default_module_path(true).typescript(false).remove_producers_section(true);
    bindgen
        .input_path(compiled)
        .out_name("kith")
        .generate(folder)
        .map_err(|cause| Fault::new(format!("wasm-bindgen: {cause:#}")))
}

/// Scripts that crates bring along would be fetched under names without a digest.
fn refuse_snippets(folder: &Path) -> Outcome {
    match files::below(&folder.join("snippets"))?.first() {
        None => Ok(()),
        Some(path) => Err(Fault::new(format!(
            "a crate brings its own script, which the site does not publish: {}",
            path.display()
        ))),
    }
}
