//! The standard library for `wasm32-unknown-unknown`: from rustup where it can, else built from Debian's source of it.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::debian;
use crate::fault::{Fault, Outcome, While};
use crate::paths::Paths;
use crate::run::Run;
use crate::say;

/// What rustc calls the browser.
pub const TARGET: &str = "wasm32-unknown-unknown";
const BY_HAND: &str = "rustup target add wasm32-unknown-unknown";

/// Afterwards rustc compiles for the browser.
pub fn bring(paths: &Paths) -> Outcome {
    if works(paths) {
        return Ok(());
    }
    let Err(refusal) = rustup(paths) else { return Ok(()) };
    say::line("  rustup cannot bring it, so it is built from Debian's rust-src. It said:");
    say::line(format_args!("  {}", refusal.to_string().lines().next().unwrap_or_default()));
    let library = debian::rust_source(&release(paths)?, &paths.tools).map_err(|fault| fault.mend(BY_HAND))?;
    let built = build(&library, &paths.tools.join("wasm-std"))?;
    install(&built, &target_libdir(paths)?)?;
    if works(paths) {
        Ok(())
    } else {
        Err(Fault::new("rustc does not accept the library built for wasm").mend(BY_HAND))
    }
}

/// Asks rustc itself: a library left by another compiler version lies in the right place and is still refused.
fn works(paths: &Paths) -> bool {
    let probe = ["--target", TARGET, "--crate-type", "lib", "--emit", "metadata", "-o", "-", "-"];
    Run::new("rustc").inside(&paths.repo).args(probe).fed("pub fn probe() -> Vec<u8> { Vec::new() }").is_ok()
}

fn rustup(paths: &Paths) -> Outcome {
    Run::new("rustup").inside(&paths.repo).args(["target", "add", TARGET]).quietly()?;
    if works(paths) { Ok(()) } else { Err(Fault::new("rustup says it did, rustc says it did not")) }
}

/// The compiler's version, as in `1.95.0`.
fn release(paths: &Paths) -> Outcome<String> {
    let text = Run::new("rustc").inside(&paths.repo).arg("-vV").text()?;
    let line = text.lines().find_map(|line| line.strip_prefix("release: "));
    line.map(str::to_owned).ok_or_else(|| Fault::new("rustc does not say its version"))
}

fn target_libdir(paths: &Paths) -> Outcome<PathBuf> {
    let text = Run::new("rustc").inside(&paths.repo).args(["--print", "target-libdir", "--target", TARGET]).text()?;
    Ok(PathBuf::from(text.trim()))
}

/// Builds the library the way the toolchain's own build does, as far as a sysroot crate needs it.
fn build(library: &Path, work: &Path) -> Outcome<PathBuf> {
    Run::new("cargo")
        .inside(library)
        .args(["build", "--release", "--target", TARGET, "--manifest-path", "sysroot/Cargo.toml"])
        .args(["--features", "compiler-builtins-mem,panic-unwind"])
        .env("CARGO_TARGET_DIR", work)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("__CARGO_DEFAULT_LIB_METADATA", "std")
        .env("RUSTFLAGS", "-Zforce-unstable-if-unmarked -Cembed-bitcode=yes")
        .mended_by(BY_HAND)
        .go()?;
    Ok(work.join(TARGET).join("release/deps"))
}

/// Puts the built crates where rustc looks for them, and nothing else there: two copies of one crate are refused.
fn install(built: &Path, libdir: &Path) -> Outcome {
    let doing = format!("installing the wasm library into {}", libdir.display());
    if libdir.exists() {
        fs::remove_dir_all(libdir).while_doing(&doing)?;
    }
    fs::create_dir_all(libdir).while_doing(&doing)?;
    for entry in fs::read_dir(built).while_doing(&doing)? {
        let path = entry.while_doing(&doing)?.path();
        if let (Some("rlib"), Some(name)) = (path.extension().and_then(OsStr::to_str), path.file_name()) {
            fs::copy(&path, libdir.join(name)).while_doing(&doing)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::install;
    use std::fs;

    #[test]
    fn installing_leaves_no_crate_of_an_older_library() {
        let folder = std::env::temp_dir().join(format!("kith-install-{}", std::process::id()));
        let (built, libdir) = (folder.join("built"), folder.join("libdir"));
        fs::create_dir_all(&built).unwrap();
        fs::create_dir_all(&libdir).unwrap();
        fs::write(libdir.join("libcore-old.rlib"), "").unwrap();
        fs::write(built.join("libcore-new.rlib"), "").unwrap();
        fs::write(built.join("core.d"), "").unwrap();
        install(&built, &libdir).unwrap();
        let names: Vec<_> = fs::read_dir(&libdir).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["libcore-new.rlib"]);
        fs::remove_dir_all(folder).unwrap();
    }
}
