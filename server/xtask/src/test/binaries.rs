//! Test programs: compiled by cargo once, then run one by one, so that each level is counted and timed by itself.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::counts::Count;
use crate::cargo::cargo;
use crate::fault::{Fault, Outcome};
use crate::paths::{Build, Paths};
use crate::run::Run;
use crate::say;

/// One test program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binary {
    /// The folder of the package it tests, where it expects to run.
    folder: PathBuf,
    pub target: String,
    executable: PathBuf,
}

impl Binary {
    /// The package's folder as the sources name it.
    pub fn folder_in(&self, paths: &Paths) -> PathBuf {
        self.folder.strip_prefix(&paths.repo).unwrap_or(&self.folder).to_path_buf()
    }
}

/// Compiles the tests of a selection of packages; cargo's own messages stay on the terminal.
pub fn compile(paths: &Paths, selection: &[&str]) -> Outcome<Vec<Binary>> {
    let call =
        cargo(paths).arg("test").args(selection).args(["--no-run", "--message-format", "json-render-diagnostics"]);
    let output = call.output()?;
    if !output.status.success() {
        return Err(Fault::new("the tests do not compile"));
    }
    Ok(String::from_utf8_lossy(&output.stdout).lines().filter_map(named_in).collect())
}

/// Runs each and adds up what they count.
pub fn run_all(paths: &Paths, binaries: &[Binary]) -> Outcome<Count> {
    binaries.iter().map(|binary| run(paths, binary)).sum()
}

fn run(paths: &Paths, binary: &Binary) -> Outcome<Count> {
    let output = Run::new(&binary.executable)
        .inside(&binary.folder)
        .env("CARGO_MANIFEST_DIR", &binary.folder)
        .env("KITH_BIN", paths.binary(Build::Dev, "kith"))
        .env("KITH_SITE", paths.site())
        .env("RUST_MIN_STACK", "16777216")
        .env("SURREAL_BIN", paths.binary(Build::Dev, "surreal"))
        .output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    let count = Count::of_harness(&said).unless_crashed(output.status.success());
    if count.failed > 0 {
        say::line(format_args!("{said}\n{} of {}: {}", binary.target, binary.folder.display(), output.status));
    }
    Ok(count)
}

/// The part of cargo's messages that says where a test program is.
#[derive(Debug, Deserialize)]
struct Message {
    manifest_path: PathBuf,
    target: Target,
    profile: Profile,
    executable: Option<PathBuf>,
}

#[derive(Debug, Deserialize)]
struct Target {
    name: String,
}

#[derive(Debug, Deserialize)]
struct Profile {
    test: bool,
}

fn named_in(line: &str) -> Option<Binary> {
    let message: Message = serde_json::from_str(line).ok()?;
    let executable = message.executable.filter(|_| message.profile.test)?;
    let folder = message.manifest_path.parent().map(Path::to_path_buf)?;
    Some(Binary { folder, target: message.target.name, executable })
}

#[cfg(test)]
mod tests {
    use super::named_in;

    fn artifact(test: bool, executable: &str) -> String {
        format!(
            r#"{{"reason":"compiler-artifact","manifest_path":"/kith/server/Cargo.toml","target":{{"kind":["test"],"name":"tidy"}},
            "profile":{{"opt_level":"0","test":{test}}},"executable":{executable}}}"#
        )
    }

    #[test]
    fn a_test_program_is_found_with_the_folder_it_runs_in() {
        let binary = named_in(&artifact(true, r#""/t/debug/deps/tidy-1""#)).unwrap();
        assert_eq!((binary.folder.to_str(), binary.target.as_str()), (Some("/kith/server"), "tidy"));
        assert_eq!(binary.executable.to_str(), Some("/t/debug/deps/tidy-1"));
    }

    #[test]
    fn libraries_and_programs_that_are_no_tests_are_passed_over() {
        assert_eq!(named_in(&artifact(true, "null")), None);
        assert_eq!(named_in(&artifact(false, r#""/t/debug/kith""#)), None);
        assert_eq!(named_in(r#"{"reason":"build-finished","success":true}"#), None);
        assert_eq!(named_in("not JSON"), None);
    }
}
