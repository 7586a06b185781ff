//! Splits the module into what every page needs and what only some do, and writes the JavaScript that joins the parts
//! to the page. Both tools are linked in rather than installed, so their versions cannot differ from the ones the
//! browser code is compiled against.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use super::hash::Digest;
use super::{Site, files, stamp};
use crate::fault::{Fault, Outcome, While};

/// The scripts, which name each other.
pub const SCRIPT: &str = "kith.js";
pub const SPLIT_SCRIPT: &str = "kith_split.js";
/// The module that every page needs.
pub const MODULE: &str = "kith_bg.wasm";

/// For each lazy function the modules it needs, by name without ending; the server names them in the page.
pub type Prefetch = BTreeMap<String, Vec<String>>;

/// The scripts and modules, which only fit each other.
#[derive(Debug)]
pub struct Bound {
    pub folder: PathBuf,
    pub prefetch: Prefetch,
}

/// Splits and binds the compiled module, unless it is the one that was bound last.
pub fn bind(site: &Site, compiled: &Path) -> Outcome<Bound> {
    let folder = site.work.join("bound");
    let list = site.work.join("prefetch.json");
    let inputs = Digest::of(&files::read(compiled)?);
    stamp::unless_unchanged(&folder.join(SCRIPT), &inputs, || {
        if folder.exists() {
            fs::remove_dir_all(&folder).while_doing("clearing the previous modules")?;
        }
        fs::create_dir_all(&folder).while_doing("making a folder for the modules")?;
        let main = site.work.join("main.wasm");
        let prefetch = split(compiled, &folder, &main)?;
        generate(&main, &folder)?;
        refuse_snippets(&folder)?;
        let json = serde_json::to_vec(&prefetch).while_doing("writing JSON")?;
        files::write(&list, &json).map(drop)
    })?;
    let prefetch = serde_json::from_slice(&files::read(&list)?).while_doing("reading the list of modules")?;
    Ok(Bound { folder, prefetch })
}

/// Puts what only lazy functions reach into modules of their own, and the rest into `main`.
fn split(compiled: &Path, folder: &Path, main: &Path) -> Outcome<Prefetch> {
    let bytes = files::read(compiled)?;
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    let (script, module) = (format!("./{SPLIT_SCRIPT}"), format!("./{SCRIPT}"));
    options.output_dir = folder;
    options.main_out_path = main;
    options.link_name = &script;
    options.main_module = &module;
    let split = wasm_split_cli_support::transform(options);
    let split = split.map_err(|cause| Fault::new(format!("splitting the module: {cause:#}")))?;
    Ok(split.prefetch_map.into_iter().collect())
}

fn generate(main: &Path, folder: &Path) -> Outcome {
    let mut bindgen = Bindgen::new();
    let bindgen = bindgen.web(true).while_doing("choosing the kind of script")?;
    // The loader says where the module is: its address carries a digest, which the script does not know.
    let bindgen = bindgen.omit_default_module_path(true).typescript(false).remove_producers_section(true);
    bindgen
        // What the other modules use of this one has to keep its name.
        .keep_lld_exports(true)
        .demangle(false)
        .input_path(main)
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
