//! Binaryen (wasm-opt) and Lightning CSS from npm, pinned with their checksums by `server/xtask/tools/package-lock.json`.
//! Debian's binaryen is too old for what rustc writes, and both are minutes to build from source.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::{Outcome, While};
use crate::paths::Paths;
use crate::run::Run;
use crate::site::Digest;

const NODE: &str = "install Node.js 20 or newer, for instance: apt-get install nodejs npm";
const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// Programs that the site is built with.
#[derive(Debug, Clone)]
pub struct Tools {
    /// Binaryen as a library, and the script that shrinks modules with it.
    pub binaryen: PathBuf,
    pub shrink: PathBuf,
    pub lightningcss: PathBuf,
    /// Compresses beside each file with Node's own Brotli and gzip.
    pub compress: PathBuf,
}

/// Afterwards all of them are there. The folder is named after the lock file, so a new pin is a new folder.
pub fn bring(paths: &Paths) -> Outcome<Tools> {
    let pinned = paths.repo.join("server/xtask/tools");
    let lock = fs::read(pinned.join("package-lock.json")).while_doing("reading the pins of the build tools")?;
    let place = paths.tools.join(format!("npm-{}", Digest::of(&lock).short()));
    let programs = place.join("node_modules/.bin");
    let tools = Tools {
        binaryen: place.join("node_modules/binaryen/index.js"),
        shrink: pinned.join("shrink.mjs"),
        lightningcss: programs.join("lightningcss"),
        compress: pinned.join("compress.mjs"),
    };
    if !(tools.binaryen.exists() && tools.lightningcss.exists()) {
        install(&pinned, &place)?;
    }
    Ok(tools)
}

fn install(pinned: &Path, place: &Path) -> Outcome {
    fs::create_dir_all(place).while_doing(format_args!("making {}", place.display()))?;
    for file in FILES {
        fs::copy(pinned.join(file), place.join(file)).while_doing(format_args!("copying {file}"))?;
    }
    npm_ci(place)
}

/// Installs exactly what a folder's lock file names.
pub fn npm_ci(folder: &Path) -> Outcome {
    let quiet = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    Run::new("npm").inside(folder).args(quiet).mended_by(NODE).quietly()
}
