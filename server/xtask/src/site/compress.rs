//! Puts Brotli and gzip beside each file that gains from it, so that the server never compresses while answering.

use std::ffi::OsStr;
use std::path::Path;

use serde_json::json;

use super::{Grade, Site, files};
use crate::fault::Outcome;
use crate::run::Run;

const GAINING: [&str; 10] = ["css", "html", "ico", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// A hashed file never changes and any other loses its compressed form when it does, so what is missing is what is due.
pub fn beside_each(site: &Site) -> Outcome {
    let quality = match site.grade {
        Grade::Full => 11,
        Grade::Quick => 5,
    };
    let mut due = files::below(&site.folder)?;
    due.retain(|file| gains(file) && !(files::beside(file, ".br").exists() && files::beside(file, ".gz").exists()));
    if due.is_empty() {
        return Ok(());
    }
    Run::new("node").arg(&site.tools.compress).fed(&json!({ "quality": quality, "files": due }).to_string())
}

fn gains(file: &Path) -> bool {
    file.extension().and_then(OsStr::to_str).is_some_and(|extension| GAINING.contains(&extension))
}
