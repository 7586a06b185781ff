//! How cargo is called, so that the four hundred crates of the server are built once and not per command.

use crate::fault::Outcome;
use crate::paths::{Build, Paths};
use crate::run::Run;

/// Every native call selects all of these. Cargo joins the features that the selected packages ask for, so a
/// smaller selection would mean other features, and a second build of whatever they touch.
pub const NATIVE: [&str; 10] = ["-p", "domain", "-p", "store", "-p", "app", "-p", "server", "-p", "surreal"];

/// Set by `cargo run` for xtask itself; passed on, they make build scripts believe that something has changed.
fn is_ours_alone(name: &str) -> bool {
    let prefixes = ["CARGO_BIN_", "CARGO_CRATE_", "CARGO_MANIFEST_", "CARGO_PKG_", "CARGO_PRIMARY_"];
    name == "LD_LIBRARY_PATH" || prefixes.iter().any(|prefix| name.starts_with(prefix))
}

/// Cargo in the checkout, building into the folder that everything shares.
pub fn cargo(paths: &Paths) -> Run {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let call = Run::new(program).inside(&paths.repo).env("CARGO_TARGET_DIR", &paths.target);
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    names.filter(|name| is_ours_alone(name)).fold(call, |call, name| call.without_env(&name))
}

/// Builds native binaries of the workspace. `--examples` — `domain` has a small one — makes cargo also join in what tests
/// ask of the dependencies, so that a build and a test run find the same features.
pub fn build_binaries(paths: &Paths, build: Build, names: &[&str]) -> Outcome {
    let chosen = names.iter().flat_map(|name| ["--bin", name]);
    let profile: &[&str] = match build {
        Build::Dev => &[],
        Build::Release => &["--release"],
    };
    cargo(paths).arg("build").args(NATIVE).args(chosen).arg("--examples").args(profile).go()
}
