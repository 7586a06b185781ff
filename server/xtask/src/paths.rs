//! Where things are: the checkout, what is built, and tools that were brought along.

use std::env;
use std::path::{Path, PathBuf};

use crate::fault::{Outcome, While};

/// Which of cargo's two native profiles a binary comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Build {
    Dev,
    Release,
}

/// The three places that everything else is below.
#[derive(Debug, Clone)]
pub struct Paths {
    /// The checkout.
    pub repo: PathBuf,
    /// What cargo builds, and the site beside it: `CARGO_TARGET_DIR`, else `target` in the checkout.
    pub target: PathBuf,
    /// Tools this machine did not have, kept outside the checkout so that a clean one does not fetch them again.
    pub tools: PathBuf,
}

impl Paths {
    /// Finds all three; refuses when the checkout has moved since xtask was built.
    pub fn find() -> Outcome<Self> {
        let repo =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().while_doing("finding the checkout")?;
        let here = env::current_dir().while_doing("finding the current folder")?;
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| repo.join("target"), |set| here.join(set));
        let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cache")));
        let tools = cache.unwrap_or_else(|| target.clone()).join("kith/tools");
        Ok(Self { repo, target, tools })
    }

    /// A native binary of this workspace, whether or not it is built yet.
    pub fn binary(&self, build: Build, name: &str) -> PathBuf {
        let folder = match build {
            Build::Dev => "debug",
            Build::Release => "release",
        };
        self.target.join(folder).join(name)
    }

    /// The site that tests, journeys, the demo and a release all use.
    pub fn site(&self) -> PathBuf {
        self.target.join("site")
    }

    /// The npm packages of the journeys.
    pub fn journeys(&self) -> PathBuf {
        self.repo.join("end2end")
    }
}
