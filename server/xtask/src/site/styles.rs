//! Bundles `style/main.css` with everything it imports. A parse error fails the build.

use std::fs;
use std::path::PathBuf;

use super::hash::Digest;
use super::{Site, files, stamp};
use crate::fault::{Fault, Outcome, While};
use crate::run::Run;

/// The oldest browsers that the styles are written for.
const BROWSERS: &str = "chrome 125, firefox 128, safari 17.5";

/// One sheet for the whole site.
pub fn bundle(site: &Site) -> Outcome<PathBuf> {
    let folder = site.paths.repo.join("style");
    let (main, sheet) = (folder.join("main.css"), site.work.join("style/main.css"));
    if !main.exists() {
        return Err(Fault::new("style/main.css is missing").mend("git checkout -- style"));
    }
    let inputs = Digest::of_all([files::digest_below(&folder)?.to_string(), BROWSERS.to_owned()]);
    stamp::unless_unchanged(&sheet, &inputs, || {
        fs::create_dir_all(site.work.join("style")).while_doing("making a folder for the styles")?;
        let program = Run::new(&site.tools.lightningcss).args(["--bundle", "--minify", "--targets", BROWSERS]);
        program.arg(&main).arg("--output-file").arg(&sheet).quietly()
    })?;
    Ok(sheet)
}
