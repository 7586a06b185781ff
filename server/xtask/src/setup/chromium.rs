//! The browser that journeys drive. Playwright's own cannot be had on a closed machine; the distribution's serves.

use std::env;
use std::path::PathBuf;

use crate::fault::{Fault, Outcome};
use crate::run::Run;

/// Names a Chromium that is elsewhere.
pub const ELSEWHERE: &str = "KITH_CHROMIUM";
const INSTALL: &str = "apt-get update && apt-get install --yes --no-install-recommends chromium";
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// Afterwards there is a Chromium.
pub fn bring() -> Outcome {
    if path().is_some() {
        return Ok(());
    }
    let advice = format!("{INSTALL}    (as root; or set {ELSEWHERE} to the browser's path)");
    Run::new("sh").args(["-c", INSTALL]).env("DEBIAN_FRONTEND", "noninteractive").mended_by(&advice).quietly()?;
    path().map(drop).ok_or_else(|| Fault::new("Chromium is still not there").mend(advice))
}

/// Where it is, if it is anywhere.
pub fn path() -> Option<PathBuf> {
    let named = env::var_os(ELSEWHERE).map(PathBuf::from).filter(|path| path.exists());
    named.or_else(|| {
        let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
        NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|path| path.exists())
    })
}
