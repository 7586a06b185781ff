//! Builds the site: what browsers fetch, under names that say its content, compressed, with a list the server reads.
//!
//! cargo → split → wasm-bindgen → wasm-opt → packs → Lightning CSS → hashed names → Brotli and gzip → `assets.json`.
//! A stage whose inputs are those of last time is skipped. The last three generations of hashed files stay, so that
//! a tab opened before a release still finds its own.

mod bindgen;
mod compress;
mod files;
mod generations;
mod hash;
mod manifest;
mod optimise;
mod pack;
mod publish;
mod stamp;
mod styles;
mod wasm;

use std::path::PathBuf;

pub use files::newest_change;
pub use hash::Digest;
pub use manifest::Assets;
pub use pack::DOOR;

use crate::fault::Outcome;
use crate::paths::Paths;
use crate::say;
use crate::setup::Tools;

/// How much work goes into making the site small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grade {
    /// What is shipped, tested and measured.
    Full,
    /// What `dev` shows: seconds to build, megabytes to load.
    Quick,
}

impl Grade {
    fn profile(self) -> &'static str {
        match self {
            Self::Full => "wasm-release",
            Self::Quick => "wasm-dev",
        }
    }
}

/// A site in the making.
#[derive(Debug)]
pub struct Site<'a> {
    paths: &'a Paths,
    tools: &'a Tools,
    grade: Grade,
    /// What the server serves.
    pub folder: PathBuf,
    /// What lies between the stages.
    work: PathBuf,
}

impl<'a> Site<'a> {
    /// The site of one grade; nothing is built yet.
    pub fn new(paths: &'a Paths, tools: &'a Tools, grade: Grade) -> Self {
        let folder = match grade {
            Grade::Full => paths.site(),
            Grade::Quick => paths.target.join("site-dev"),
        };
        Self { paths, tools, grade, folder, work: paths.target.join("site-work").join(grade.profile()) }
    }

    /// Afterwards the folder holds the site for what is in the checkout now.
    pub fn build(&self) -> Outcome<Assets> {
        let compiled = say::step("site: browser code", || wasm::build(self))?;
        let bound = say::step("site: split and wasm-bindgen", || bindgen::bind(self, &compiled))?;
        let small = say::step("site: wasm-opt", || optimise::shrink(self, &bound))?;
        let packed = say::step("site: packs", || pack::pack(self, &small, &bound.prefetch))?;
        let sheet = say::step("site: styles", || styles::bundle(self))?;
        let parts = publish::Parts { program: packed.folder, prefetch: packed.prefetch, sheet };
        let assets = say::step("site: names and list", || publish::publish(self, &parts))?;
        say::step("site: compression", || compress::beside_each(self))?;
        Ok(assets)
    }
}
