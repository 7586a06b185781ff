//! M8: one program solves the same worlds of mentors and swap rings, built for this machine and for the browser. Each says
//! what its answers hash to; the one for the browser, which can say nothing, is built knowing what the other said, and
//! ends well when its own hash is that. Built with a wrong one it has to end badly.

use std::path::{Path, PathBuf};

use crate::bench::{Figure, Subject};
use crate::cargo::cargo;
use crate::fault::{Fault, Outcome};
use crate::paths::Paths;
use crate::run::Run;
use crate::setup::WASM;

const SOURCE: &str = "server/xtask/tools/same_bytes.rs";
const RUNNER: &str = "server/xtask/tools/run_wasm.mjs";
/// The variable by which the program is built knowing the hash.
const KNOWN: &str = "KITH_SAME_BYTES";

pub fn measure(subject: &Subject) -> Outcome<Figure> {
    let paths = subject.paths;
    let native = Built::new(paths, None)?;
    let program = native.program("native", None)?;
    let digests: Vec<String> = (0..2).map(|_| said(&program)).collect::<Outcome<_>>()?;
    let [first, second] = digests.as_slice() else { return Err(Fault::new("the program said nothing")) };
    if first != second {
        return Err(Fault::new(format!("two runs gave two answers: {first} and {second}")));
    }
    let browser = Built::new(paths, Some(WASM))?;
    let ends_well = |known: &str, name: &str| -> Outcome<bool> {
        let program = browser.program(name, Some(known))?;
        Ok(Run::new("node").arg(paths.repo.join(RUNNER)).arg(program).quietly().is_ok())
    };
    let is_same = ends_well(first, "browser.wasm")?;
    let is_caught = !ends_well("0000000000000000", "wrong.wasm")?;
    let words = if is_same { "the same in WebAssembly" } else { "another in WebAssembly" };
    let control = if is_caught { "a wrong digest is found" } else { "a wrong digest is not found" };
    Ok(Figure { ours: format!("{first} twice, {words}; {control}"), reached: is_same && is_caught })
}

fn said(program: &Path) -> Outcome<String> {
    Ok(Run::new(program).text()?.trim().to_owned())
}

/// `domain` as a library for one kind of machine.
struct Built<'a> {
    paths: &'a Paths,
    target: Option<&'static str>,
    library: PathBuf,
}

impl<'a> Built<'a> {
    fn new(paths: &'a Paths, target: Option<&'static str>) -> Outcome<Self> {
        let call = cargo(paths).args(["build", "--quiet", "--release", "-p", "domain", "--lib"]);
        call.args(target.into_iter().flat_map(|target| ["--target", target])).go()?;
        let folder = target.map_or_else(|| paths.target.clone(), |target| paths.target.join(target));
        Ok(Self { paths, target, library: folder.join("release") })
    }

    /// The program, knowing `known` or nothing.
    fn program(&self, name: &str, known: Option<&str>) -> Outcome<PathBuf> {
        let folder = self.paths.target.join("bench");
        std::fs::create_dir_all(&folder).map_err(|cause| Fault::new(cause.to_string()))?;
        let out = folder.join(format!("same-bytes-{name}"));
        let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let call = Run::new(compiler).args(["--edition", "2024", "-O", "--crate-type", "bin", "-o"]).arg(&out);
        let call = call.args(self.target.into_iter().flat_map(|target| ["--target", target]));
        // What derives its code for `domain` is built for this machine, whichever machine `domain` is for.
        let host = self.paths.target.join("release");
        let call = [&self.library, &host]
            .into_iter()
            .fold(call, |call, folder| call.arg("-L").arg(format!("dependency={}", folder.join("deps").display())));
        let call = call.arg("--extern").arg(format!("domain={}", self.library.join("libdomain.rlib").display()));
        let call = call.arg(self.paths.repo.join(SOURCE));
        match known {
            Some(known) => call.env(KNOWN, known).quietly()?,
            None => call.without_env(KNOWN).quietly()?,
        }
        Ok(out)
    }
}
