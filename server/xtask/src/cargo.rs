//! How cargo is called, so that the four hundred crates of the server are built once and not per command.

use crate::fault::Outcome;
use crate::paths::{Build, Paths};
use crate::run::Run;

/// Every native call selects all of these. Cargo joins the features that the selected packages ask for, so a
/// smaller selection would mean other features, and a second build of whatever they touch.
pub const NATIVE: [&str; 10] = ["-p", "domain", "-p", "store", "-p", "app", "-p", "server", "-p", "surreal"];

/// Set by `cargo run` for xtask itself; passed on, they make build scripts believe that something has changed.
const OURS_ALONE: [&str; 16] = [
    "CARGO_BIN_NAME",
    "CARGO_CRATE_NAME",
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_PATH",
    "CARGO_PKG_AUTHORS",
    "CARGO_PKG_DESCRIPTION",
    "CARGO_PKG_HOMEPAGE",
    "CARGO_PKG_LICENSE",
    "CARGO_PKG_LICENSE_FILE",
    "CARGO_PKG_NAME",
    "CARGO_PKG_README",
    "CARGO_PKG_REPOSITORY",
    "CARGO_PKG_RUST_VERSION",
    "CARGO_PKG_VERSION",
    "CARGO_PRIMARY_PACKAGE",
    "LD_LIBRARY_PATH",
];

/// Cargo in the checkout, building into the folder that everything shares.
pub fn cargo(paths: &Paths) -> Run {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let call = Run::new(program).inside(&paths.repo).env("CARGO_TARGET_DIR", &paths.target);
    OURS_ALONE.into_iter().fold(call, Run::without_env)
}

/// Builds native binaries of the workspace. `--examples` — there are none — makes cargo also join in what tests
/// ask of the dependencies, so that a build and a test run find the same features.
pub fn build_binaries(paths: &Paths, build: Build, names: &[&str]) -> Outcome {
    let chosen = names.iter().flat_map(|name| ["--bin", name]);
    let profile: &[&str] = match build {
        Build::Dev => &[],
        Build::Release => &["--release"],
    };
    cargo(paths).arg("build").args(NATIVE).args(chosen).arg("--examples").args(profile).go()
}
